import GRDB
import Statements

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The database of tg-archive (knadh/tg-archive), which holds one group: messages, users, media. The number and the kind of
/// the group are not in it.
public struct TgArchive: Sendable {
    private let queue: DatabaseQueue

    /// What the form loses.
    private static let losses = ["kind of chat", "forwards", "former versions"]

    /// The database at a path; nil where it is another one. It is only read.
    public init?(at path: String) {
        var configuration = Configuration()
        configuration.readonly = true
        guard let queue = try? DatabaseQueue(path: path, configuration: configuration) else { return nil }
        let tables: Set<String>? = try? queue.read { db in
            try Set(db.all("SELECT name FROM sqlite_master WHERE type = 'table'") { $0.text(0) })
        }
        guard let tables, tables.isSuperset(of: ["messages", "users", "media"]) else { return nil }
        self.queue = queue
    }

    /// The group that the database calls its own; nil where it calls none so.
    public func chat() throws -> Chat? {
        try queue.read { db in
            try db.first(
                """
                SELECT trim(coalesce(first_name, '') || ' ' || coalesce(last_name, '')), username, id FROM users
                    WHERE ' ' || tags || ' ' LIKE '% group_self %' LIMIT 1
                """
            ) { row in
                let name = row.text(0).isEmpty ? row.optionalText(1) : row.text(0)
                return Chat(
                    account: Account(peer: Peer(kind: .channel, id: row.integer(2)), name: name),
                    isPrivate: true)
            }
        }
    }

    /// The messages whose numbers come after one, at most so many; in the place of one that can't be read is what is wrong.
    public func messages(
        after last: Int64, limit: Int, in chat: Chat
    ) throws -> [(id: Int64, message: Result<Message, TgArchiveFault>)] {
        try queue.read { db in
            try db.all(
                """
                SELECT messages.id, messages.type, date, edit_date, content, reply_to, user_id, users.username,
                    first_name, last_name, media.type, media.url, media.title, media.description
                    FROM messages LEFT JOIN users ON users.id = user_id LEFT JOIN media ON media.id = media_id
                    WHERE messages.id > ? ORDER BY messages.id LIMIT ?
                """, .integer(last), .integer(Int64(limit))
            ) { row in (id: row.integer(0), message: TgArchive.message(row, in: chat)) }
        }
    }

    private static func message(_ row: Columns, in chat: Chat) -> Result<Message, TgArchiveFault> {
        guard let posted = seconds(row.text(2)) else {
            return .failure(TgArchiveFault(problem: "the date is malformed"))
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

/// What is wrong with a message of tg-archive, or with the whole.
public struct TgArchiveFault: Error, Hashable, Sendable {
    /// What it is, as a sentence without its full stop.
    public let problem: String

    /// A fault.
    public init(problem: String) { self.problem = problem }
}
