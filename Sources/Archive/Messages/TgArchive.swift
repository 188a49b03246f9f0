import GRDB
import Statements

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The database of tg-archive (knadh/tg-archive), which holds one group: messages, users, media. The kind of the group is not
/// in it, and an edit takes the place of what was there.
struct TgArchive: MessageDatabaseDialect {
    let tables: Set = ["messages", "users", "media"]

    /// What the form loses.
    private static let losses = ["former versions", "forwards", "kind of chat", "marked parts"]

    /// The group that the database calls its own.
    func chats(in db: Database) throws -> [(number: Int64, chat: Chat)] {
        try db.all(
            """
            SELECT trim(coalesce(first_name, '') || ' ' || coalesce(last_name, '')), username, id FROM users
                WHERE ' ' || tags || ' ' LIKE '% group_self %' LIMIT 1
            """
        ) { row in
            let name = row.text(0).isEmpty ? row.optionalText(1) : row.text(0)
            let peer = Peer(kind: .channel, id: row.integer(2))
            return (number: 0, chat: Chat(account: Account(peer: peer, name: name), isPrivate: true))
        }
    }

    func messages(
        after last: MessageDatabase.Place?, limit: Int, of chats: [Int64: Chat], in db: Database
    ) throws -> [MessageDatabase.Entry] {
        guard let chat = chats[0] else {
            throw MessageDatabaseFault(
                problem: "the database does not tell its group; name it by number or @name with --chat")
        }
        return try db.all(
            """
            SELECT messages.id, messages.type, date, edit_date, content, reply_to, user_id, users.username,
                first_name, last_name, media.type, media.url, media.title, media.description
                FROM messages LEFT JOIN users ON users.id = user_id LEFT JOIN media ON media.id = media_id
                WHERE messages.id > ? ORDER BY messages.id LIMIT ?
            """, .integer(last?.id ?? Int64.min), .integer(Int64(limit))
        ) { row in
            MessageDatabase.Entry(
                place: .init(id: row.integer(0), chat: 0), chat: chat,
                message: TgArchive.message(row, in: chat))
        }
    }

    private static func message(_ row: Columns, in chat: Chat) -> Result<Message, MessageDatabaseFault> {
        guard let posted = seconds(row.text(2)) else {
            return .failure(MessageDatabaseFault(problem: "the date is malformed"))
        }
        var message = Message(id: row.integer(0), text: row.text(4))
        message.posted = MessageTime(seconds: posted, basis: .offset)
        message.edited = row.optionalText(3).flatMap(seconds)
        message.details.losses = losses
        message.details.reply = row.optionalInteger(5).map { .init(message: $0) }
        if let user = row.optionalInteger(6), user != chat.account.peer?.id {
            let name = [row.optionalText(8), row.optionalText(9)].compactMap(\.self).joined(separator: " ")
            message.sender = Account(
                peer: Peer(kind: .user, id: user), name: name.isEmpty ? row.optionalText(7) : name)
        }
        let type = row.text(1)
        if type != "message" {
            message.kind = .service
            message.details.service = .init(action: type)
        }
        guard let media = row.optionalText(10) else { return .success(message) }
        message.details.media = .init(kind: media)
        if media == "poll", message.text.isEmpty {
            message.text = ([row.text(12)] + answers(row.text(13))).joined(separator: "\n")
            message.details.poll = true
        }
        return .success(message)
    }

    /// The seconds of `2023-11-07 12:30:00`, which is UTC.
    private static func seconds(_ text: String) -> Int64? {
        let format = Date.ISO8601FormatStyle(dateTimeSeparator: .space, timeZone: .gmt).year().month().day()
            .time(
                includingFractionalSeconds: false)
        return (try? format.parse(String(text.prefix(19)))).map { Int64($0.timeIntervalSince1970) }
    }

    private struct Answer: Decodable { let label: String }

    private static func answers(_ json: String) -> [String] {
        ((try? JSONDecoder().decode([Answer].self, from: Data(json.utf8))) ?? []).map(\.label)
    }
}
