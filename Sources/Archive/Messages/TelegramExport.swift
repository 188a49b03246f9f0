import GRDB
import Statements

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The database of telegram-export (expectocode/telegram-export), which holds the chats of an account. Numbers of chats are
/// marked, as in the Bot API; each account has a row for each time at which it was looked at.
struct TelegramExport: MessageDatabaseDialect {
    let tables: Set = ["Message", "Forward", "User", "Channel"]

    /// What the form loses, or what of it is not read.
    private static let losses = ["marked parts", "reactions", "times of edits"]

    func chats(in db: Database) throws -> [(number: Int64, chat: Chat)] {
        let numbers = try db.all("SELECT DISTINCT ContextID FROM Message ORDER BY ContextID") {
            $0.integer(0)
        }
        return try numbers.map { (number: $0, chat: try chat($0, in: db)) }
    }

    private func chat(_ number: Int64, in db: Database) throws -> Chat {
        var account = Account(peer: Peer(marked: number))
        var type: String?
        for (table, columns, kind) in [
            ("Channel", "Title, Username", "channel"), ("Supergroup", "Title, Username", "supergroup"),
            ("Chat", "Title, NULL", "group"),
            ("User", "trim(FirstName || ' ' || coalesce(LastName, '')), NULL", "personal_chat"),
        ] where try isTable(table, in: db) {
            let found = try db.first(
                "SELECT \(columns) FROM \(table) WHERE ID = ? ORDER BY DateUpdated DESC LIMIT 1",
                .integer(number)
            ) { (name: $0.optionalText(0), username: $0.optionalText(1)) }
            guard let found else { continue }
            account.name = found.name
            account.username = found.username
            type = kind
            break
        }
        return Chat(account: account, type: type, isPrivate: account.username == nil)
    }

    private func isTable(_ name: String, in db: Database) throws -> Bool {
        try db.first("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", .text(name)) { _ in true
        }
            ?? false
    }

    func messages(
        after last: MessageDatabase.Place?, limit: Int, of chats: [Int64: Chat], in db: Database
    ) throws -> [MessageDatabase.Entry] {
        let numbers = chats.keys.sorted().map(String.init).joined(separator: ", ")
        let name = "trim(FirstName || ' ' || coalesce(LastName, '')) FROM User WHERE ID ="
        return try db.all(
            """
            SELECT Message.ID, ContextID, Date, Message.FromID, Message, ReplyMessageID, Message.PostAuthor, ViewCount,
                ServiceAction, ForwardID, OriginalDate, Forward.FromID, ChannelPost, Forward.PostAuthor,
                (SELECT \(name) Message.FromID ORDER BY DateUpdated DESC LIMIT 1),
                (SELECT \(name) Forward.FromID ORDER BY DateUpdated DESC LIMIT 1), MediaID
                FROM Message LEFT JOIN Forward ON Forward.ID = ForwardID
                WHERE (Message.ID, ContextID) > (?, ?) AND ContextID IN (\(numbers))
                ORDER BY Message.ID, ContextID LIMIT ?
            """, .integer(last?.id ?? Int64.min), .integer(last?.chat ?? Int64.min), .integer(Int64(limit))
        ) { row in
            let number = row.integer(1)
            let chat = chats[number] ?? Chat(account: Account(peer: Peer(marked: number)), isPrivate: true)
            return MessageDatabase.Entry(
                place: .init(id: row.integer(0), chat: number), chat: chat,
                message: .success(TelegramExport.message(row)))
        }
    }

    private static func message(_ row: Columns) -> Message {
        var message = Message(id: row.integer(0), text: row.text(4))
        message.posted = MessageTime(seconds: row.integer(2), basis: .instant)
        message.sender = row.optionalInteger(3).map { account($0, name: row.optionalText(14)) }
        message.details.reply = row.optionalInteger(5).map { .init(message: $0) }
        message.details.signature = row.optionalText(6)
        message.details.views = row.optionalInteger(7).map(String.init)
        message.details.media = row.optionalInteger(16).map { _ in .init(kind: "media") }
        message.details.losses = losses
        if !row.isNull(9) { readOrigin(row, into: &message) }
        if let action = row.optionalText(8) {
            message.kind = .service
            let title = (try? JSONDecoder().decode(Action.self, from: Data(message.text.utf8)))?.title
            message.text = ""
            message.details.service = .init(action: actions[action] ?? action, title: title)
            if action == "pin.message" { message.details.service?.message = message.details.reply?.message }
        }
        return message
    }

    private static func readOrigin(_ row: Columns, into message: inout Message) {
        var forward = MessageDetails.Forward()
        forward.posted = row.optionalInteger(10)
        forward.message = row.optionalInteger(12)
        forward.signature = row.optionalText(13)
        message.details.forward = forward
        // The number is a user's where a user is known by it; of a channel's post it can be either, and is not told.
        guard let number = row.optionalInteger(11), row.isNull(12) || !row.isNull(15) else { return }
        message.origin = account(number, name: row.optionalText(15))
    }

    private static func account(_ number: Int64, name: String?) -> Account {
        Account(peer: Peer(marked: number), name: name.flatMap { $0.isEmpty ? nil : $0 })
    }

    private struct Action: Decodable { let title: String? }

    /// The names that Telegram Desktop has for what happens to a chat.
    private static let actions = [
        "channel.create": "create_channel", "chat.create": "create_group",
        "chat.edittitle": "edit_group_title",
        "channel.migratefrom": "migrate_from_group", "chat.migrateto": "migrate_to_supergroup",
        "pin.message": "pin_message",
    ]
}
