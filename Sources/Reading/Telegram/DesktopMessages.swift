import EDTF
import Statements

extension MessageDialect {
    /// What Telegram Desktop writes (`export_output_json.cpp`).
    static let desktop = MessageDialect(
        recognises: { root in
            guard root["id"]?.kind == .number, let type = root["type"] else { return false }
            return type.isText("unsupported")
                || (type.isText("message") || type.isText("service")) && root["date"] != nil
        },
        read: { entry, chat throws(MessageFault) in
            guard let chat = chat else {
                throw entry.fault("the input does not tell the chat of its messages; name it with --chat")
            }
            return ChatMessage(chat: chat, message: try DesktopMessage(entry: entry, chat: chat).message())
        })
}

/// A message as Telegram Desktop writes it.
private struct DesktopMessage {
    let entry: MessageEntry
    let chat: Chat

    private var root: JSONValue { entry.root }

    func message() throws(MessageFault) -> Message {
        guard let id = root["id"]?.integer else { throw entry.fault("the message has no number") }
        var message = Message(id: id, place: entry.place)
        switch try entry.text("type") {
        case "message": message.kind = .message
        case "service": message.kind = .service
        case "unsupported":
            message.kind = .unsupported
            return message
        default: throw entry.fault("the message is of no type that is known")
        }
        message.posted = try time(of: "date", orUnix: "date_unixtime")
        if message.posted == nil { throw entry.fault("the message has no date") }
        // Old versions write the beginning of the epoch, in local time, for “never”.
        if let edited = try time(of: "edited", orUnix: "edited_unixtime"), edited.seconds > 86_400 {
            message.edited = edited.seconds
        }
        let words = try FormattedText(of: root, entry: entry)
        message.text = words.text
        message.details.spans = words.spans.isEmpty ? nil : words.spans
        message.sender = try account(name: message.kind == .service ? "actor" : "from")
        try readOrigin(into: &message)
        try readDetails(into: &message)
        return message
    }

    private func time(of key: StaticString, orUnix unix: StaticString) throws(MessageFault) -> MessageTime? {
        if let value = root[unix] {
            guard let seconds = value.integer, (0..<253_402_300_800).contains(seconds) else {
                throw entry.fault("a date is malformed")
            }
            return MessageTime(seconds: seconds, basis: .instant)
        }
        guard let value = root[key] else { return nil }
        guard let seconds = ClockTime.seconds(try entry.text(value)) else {
            throw entry.fault("a date is malformed")
        }
        guard let instant = entry.options.instant else {
            return MessageTime(seconds: seconds, basis: .unknownZone)
        }
        return MessageTime(seconds: instant(seconds), basis: .givenZone)
    }

    /// Who posted it. Before 2021 the numbers came without their kind: that of the chat itself, or else a user's.
    private func account(name: StaticString) throws(MessageFault) -> Account? {
        let key: StaticString = root.has("from_id") ? "from_id" : "actor_id"
        var account = Account(name: try entry.text(name))
        if let value = root[key] {
            if let number = value.kind == .number ? value.integer : nil {
                account.peer =
                    number == chat.account.peer?.id ? chat.account.peer : Peer(kind: .user, id: number)
            } else {
                account.peer = Peer(try entry.text(value))
            }
        }
        // `null` stands for an account that was deleted, and nothing for a channel's own post.
        return account.identity == nil && !root.has(name) ? nil : account
    }

    /// The origin of what was forwarded. Desktop gives the name; forks and later versions give numbers, too.
    private func readOrigin(into message: inout Message) throws(MessageFault) {
        guard root.has("forwarded_from") || root.has("forwarded_from_id") else { return }
        var forward = MessageDetails.Forward()
        let id = root["forwarded_from_id"] ?? root["forwarded_from_chat_id"]
        let peer = id.flatMap { $0.string ?? $0.integer.map(String.init) }.flatMap { Peer($0) }
        message.origin = Account(peer: peer, name: try entry.text("forwarded_from"))
        forward.message = root["forwarded_from_message_id"]?.integer
        forward.posted = root["forwarded_date_unixtime"]?.integer
        message.details.forward = forward
    }

    private func readDetails(into message: inout Message) throws(MessageFault) {
        message.details.signature = try entry.text("author")
        if let target = root["reply_to_message_id"]?.integer {
            message.details.reply = .init(message: target, peer: try entry.text("reply_to_peer_id"))
        }
        message.details.media = try media()
        try readPoll(into: &message)
        try readReactions(into: &message)
        if message.kind == .service {
            message.details.service = .init(
                action: try entry.text("action", or: "information_text") ?? "unknown",
                title: try entry.text("title", or: "new_title"), message: root["message_id"]?.integer)
        }
    }

    private func media() throws(MessageFault) -> MessageDetails.Media? {
        if let photo = root["photo"] { return try media("photo", at: photo) }
        if let file = root["file"] {
            return try media(root["media_type"]?.string ?? "file", at: file)
        }
        for (key, kind) in MediaKinds.withoutFile where root[key] != nil {
            return MessageDetails.Media(kind: kind)
        }
        return nil
    }

    /// Instead of a path there can be a remark in parentheses on why the file is missing.
    private func media(_ kind: String, at value: JSONValue) throws(MessageFault) -> MessageDetails.Media {
        let path = try entry.text(value)
        if path.hasPrefix("("), path.hasSuffix(")") {
            return MessageDetails.Media(kind: kind, missing: String(path.dropFirst().dropLast()))
        }
        return MessageDetails.Media(kind: kind, path: path)
    }

    /// A poll has no text of its own: its question and its answers, a line each, are its words.
    private func readPoll(into message: inout Message) throws(MessageFault) {
        guard let poll = root["poll"] ?? root["todo_list"], message.text.isEmpty else { return }
        var lines: [String] = []
        if let question = poll["question"] ?? poll["title"] {
            lines.append(try FormattedText(question, entry: entry).text)
        }
        for answer in poll["answers"]?.elements ?? [] {
            if let text = answer["text"] { lines.append(try FormattedText(text, entry: entry).text) }
        }
        message.text = lines.joined(separator: "\n")
        message.details.poll = true
        message.details.spans = nil
    }

    /// How often readers reacted; `recent`, which names them, is left out.
    private func readReactions(into message: inout Message) throws(MessageFault) {
        guard let list = root["reactions"]?.elements, !list.isEmpty else { return }
        var reactions: [MessageDetails.Reaction] = []
        for reaction in list {
            guard let count = reaction["count"]?.integer, let type = reaction["type"] else { continue }
            let label: String
            if type.isText("paid") {
                label = "paid"
            } else if let emoji = reaction["emoji"] {
                label = try entry.text(emoji)
            } else {
                label = "custom:" + (reaction["document_id"]?.string ?? "")
            }
            reactions.append(.init(label: label, count: count))
        }
        message.details.reactions = reactions.isEmpty ? nil : reactions
    }
}

/// What a message can carry that is no file.
enum MediaKinds {
    /// The key of an export of Telegram Desktop, and what it is.
    static let withoutFile: [(StaticString, String)] = [
        ("contact_information", "contact"), ("place_name", "venue"),
        ("live_location_period_seconds", "live_location"), ("location_information", "location"),
        ("game_title", "game"), ("invoice_information", "invoice"),
        ("giveaway_information", "giveaway"), ("giveaway_results", "giveaway"),
    ]
}

/// A clock time as programs print it.
enum ClockTime {
    /// The seconds since 1970-01-01T00:00:00 on the clock that shows `2023-11-07T15:30:00`; a blank can stand for the
    /// `T`, and what follows the seconds is not looked at.
    static func seconds(_ text: String) -> Int64? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 19 else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var number = 0
            for index in range {
                let digit = bytes[index] &- UInt8(ascii: "0")
                guard digit < 10 else { return nil }
                number = number * 10 + Int(digit)
            }
            return number
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
            let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
            bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            hour < 24, minute < 60, second <= 60,
            let date = CalendarDay(year: year, month: month, day: day)
        else { return nil }
        return Instant(date, second: hour * 3_600 + minute * 60 + second).seconds
    }
}
