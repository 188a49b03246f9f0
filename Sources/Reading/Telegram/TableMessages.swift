import Statements

/// A kind of table that holds messages.
struct TableDialect: Sendable {
    /// Whether a table has these columns.
    let recognises: @Sendable (TableHeader) -> Bool
    /// The message of a row; nil for padding.
    let read: @Sendable (TableRow) throws(MessageFault) -> ChatMessage?

    /// The kinds of tables.
    static let all: [TableDialect] = [.fourCAT, .telepathy]

    /// The table of 4CAT (digitalmethodsinitiative/4cat), which does not tell the kind of a chat.
    private static let fourCAT = TableDialect(
        recognises: { header in
            ["id", "thread_id", "chat", "body", "unix_timestamp"].allSatisfy(header.columns.contains)
        },
        read: { row throws(MessageFault) in
            // `name-3`, or a number in place of the name.
            guard let key = try row["id"], let split = key.lastIndex(of: "-"),
                let id = Int64(key[key.index(after: split)...])
            else { throw row.fault("the row has no number of a message") }
            guard let seconds = try row["unix_timestamp"].flatMap({ Int64($0) }) else {
                throw row.fault("the row has no date")
            }
            var message = Message(id: id, text: try row["body"] ?? "", place: row.place)
            message.posted = MessageTime(seconds: seconds, basis: .instant)
            message.edited = try row["unix_timestamp_edited"].flatMap { Int64($0) }
            let name = try row["chat"] ?? String(key[..<split])
            let account = TableDialect.account(name)
            let author = try row["author"].flatMap { Int64($0) }
            let username = try row["author_username"]
            // A channel is the author of its own posts.
            if username != name, author != account.peer?.id {
                message.sender = Account(
                    peer: author.map { Peer(kind: .user, id: $0) }, username: username,
                    name: try row["author_name"])
            }
            try readOrigin(of: row, into: &message)
            message.details.reply = try row["reply_to"].flatMap { Int64($0) }.map { .init(message: $0) }
            message.details.views = try row["views"]
            message.details.media = try row["attachment_type"].map { .init(kind: $0, path: nil) }
            message.details.losses = ["kind of chat", "marked parts", "service messages"]
            return ChatMessage(
                chat: Chat(account: account, isPrivate: account.username == nil), message: message)
        })

    /// The table of telepathy, in which `None` and `N/A` stand for nothing.
    private static let telepathy = TableDialect(
        recognises: { header in
            ["Message ID", "Message_text", "Timestamp", "To"].allSatisfy(header.columns.contains)
        },
        read: { row throws(MessageFault) in
            guard let number = try row["Message ID"], number != "None" else { return nil }
            guard let id = Int64(number) else { throw row.fault("the row has no number of a message") }
            guard let posted = try row["Timestamp"].flatMap({ PrintedInstant.time($0) }) else {
                throw row.fault("the row has no date")
            }
            var text = try row["Message_text"] ?? ""
            if text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") {
                text = String(text.dropFirst().dropLast())
            }
            var message = Message(id: id, text: text == "None" ? "" : text, place: row.place)
            message.posted = posted
            message.edited = try row["Edit_date"].flatMap { PrintedInstant.time($0) }?.seconds
            let title = try row["To"]
            let name = try row["Display_name"]
            let author = try row["User ID"].flatMap { TableDialect.peer($0) }
            var account = Account(name: title)
            if let author, author.kind != .user, name == title { account.peer = author }
            if account.peer == nil { message.sender = Account(peer: author, name: name) }
            message.details.reply = try row["Reply_to_ID"].flatMap { Int64($0) }.map { .init(message: $0) }
            message.details.views = try row["Views"]
            message.details.losses = ["forwards", "marked parts", "kind of chat"]
            return ChatMessage(chat: Chat(account: account, isPrivate: true), message: message)
        })

    /// Where a message of 4CAT was forwarded from: by name, by user name, or by a number that tells no kind.
    private static func readOrigin(of row: TableRow, into message: inout Message) throws(MessageFault) {
        let username = try row["author_forwarded_from_username"]
        let name = try row.first("author_forwarded_from_name", "author_forwarded_from_id")
        let posted = try row["unix_timestamp_forwarded_from"].flatMap { Int64($0) }
        guard username != nil || name != nil || posted != nil else { return }
        message.origin = Account(username: username, name: name)
        var forward = MessageDetails.Forward()
        forward.posted = posted
        message.details.forward = forward
    }

    /// An account by its user name, or by its number, which is a channel's.
    private static func account(_ text: String) -> Account {
        if let peer = Int64(text).flatMap({ $0 > 0 ? Peer(kind: .channel, id: $0) : Peer(marked: $0) }) {
            return Account(peer: peer)
        }
        return Account(username: text)
    }

    /// The peer of `PeerChannel(channel_id=1900000001)`.
    private static func peer(_ text: String) -> Peer? {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        guard let id = Int64(digits), id > 0 else { return nil }
        return Peer(
            kind: text.hasPrefix("PeerChannel") ? .channel : text.hasPrefix("PeerChat") ? .chat : .user,
            id: id)
    }
}

/// A row of a table.
struct TableRow {
    let cells: [String: String?]
    let place: Range<Int>

    /// The text of a cell; nil where it is empty.
    ///
    /// - Throws: where it is no UTF-8.
    subscript(column: String) -> String? {
        get throws(MessageFault) {
            guard let cell = cells[column] else { return nil }
            guard let text = cell else {
                throw fault("“\(column)” is not UTF-8; save the table as “CSV UTF-8”")
            }
            return text.isEmpty || text == "N/A" ? nil : text
        }
    }

    /// The first of some cells that is not empty.
    func first(_ columns: String...) throws(MessageFault) -> String? {
        for column in columns {
            if let text = try self[column] { return text }
        }
        return nil
    }

    func fault(_ problem: String) -> MessageFault { MessageFault(range: place, id: nil, problem: problem) }
}
