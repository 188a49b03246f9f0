import Statements

extension MessageDialect {
    /// Updates and messages of the Bot API (core.telegram.org/bots/api).
    static let botAPI = MessageDialect(
        recognises: { root in
            root["update_id"] != nil
                || root["message_id"] != nil && root["chat"] != nil && root["date"] != nil
        },
        read: { entry, _ throws(MessageFault) in
            let keys: [StaticString] = ["channel_post", "edited_channel_post", "message", "edited_message"]
            if entry.root["update_id"] == nil { return try BotMessage(entry: entry, root: entry.root).read() }
            // An update can also tell of things that are no messages.
            guard let root = keys.lazy.compactMap({ entry.root[$0] }).first else { return nil }
            return try BotMessage(entry: entry, root: root).read()
        })

    /// What Pyrogram prints of a message.
    static let pyrogram = MessageDialect(
        recognises: { root in root["_"]?.isText("Message") == true && root["chat"] != nil },
        read: { entry, _ throws(MessageFault) in try BotMessage(entry: entry, root: entry.root).read() })
}

/// A message as the Bot API gives it, and Pyrogram, which follows it but for its clock.
private struct BotMessage {
    let entry: MessageEntry
    let root: JSONValue

    func read() throws(MessageFault) -> ChatMessage {
        guard let id = (root["message_id"] ?? root["id"])?.integer else {
            throw entry.fault("the message has no number")
        }
        guard let chat = root["chat"], let peer = chat["id"]?.integer.flatMap({ Peer(marked: $0) }) else {
            throw entry.fault("the message does not tell its chat")
        }
        var message = Message(id: id, place: entry.place)
        guard let posted = root["date"].flatMap(time) else {
            throw entry.fault("the message has no date that can be read")
        }
        message.posted = posted
        message.edited = root["edit_date"].flatMap(time)?.seconds
        if let words = root["text"] ?? root["caption"] { message.text = try entry.text(words) }
        message.mark(root["entities"] ?? root["caption_entities"]) { entity in
            let name = entity["type"]?.string ?? "unknown"
            return name.split(separator: ".").last.map { $0.lowercased() } ?? name
        }
        message.sender = try account(root["sender_chat"] ?? root["from_user"] ?? root["from"])
        try readOrigin(into: &message)
        try readDetails(into: &message)
        let known = try account(chat) ?? Account(peer: peer)
        let type = chat["type"]?.string
        return ChatMessage(
            chat: Chat(account: known, type: type, isPrivate: known.username == nil || peer.kind == .user),
            message: message)
    }

    /// Numbers are instants; Pyrogram prints the time of a clock whose zone is that of its machine.
    private func time(_ value: JSONValue) -> MessageTime? {
        if value.kind == .number { return value.seconds.map { MessageTime(seconds: $0, basis: .instant) } }
        guard let clock = value.string.flatMap(ClockTime.seconds) else { return nil }
        guard let instant = entry.options.instant else {
            return MessageTime(seconds: clock, basis: .unknownZone)
        }
        return MessageTime(seconds: instant(clock), basis: .givenZone)
    }

    private func account(_ value: JSONValue?) throws(MessageFault) -> Account? {
        guard let value else { return nil }
        var account = Account(peer: value["id"]?.integer.flatMap { Peer(marked: $0) })
        if let username = value["username"] { account.username = try entry.text(username) }
        if let title = value["title"] {
            account.name = try entry.text(title)
        } else {
            let names = [value["first_name"]?.string, value["last_name"]?.string].compactMap(\.self)
            account.name = names.isEmpty ? nil : names.joined(separator: " ")
        }
        return account.identity == nil ? nil : account
    }

    private func readOrigin(into message: inout Message) throws(MessageFault) {
        let origin = root["forward_origin"]
        let chat = origin?["chat"] ?? origin?["sender_chat"] ?? origin?["sender_user"]
        message.origin = try account(chat ?? root["forward_from_chat"] ?? root["forward_from"])
        if message.origin == nil, let name = origin?["sender_user_name"] ?? root["forward_sender_name"] {
            message.origin = Account(name: try entry.text(name))
        }
        guard message.origin != nil || origin != nil || root["forward_date"] != nil else { return }
        var forward = MessageDetails.Forward()
        forward.message = (origin?["message_id"] ?? root["forward_from_message_id"])?.integer
        forward.posted = (origin?["date"] ?? root["forward_date"]).flatMap(time)?.seconds
        forward.signature = (origin?["author_signature"] ?? root["forward_signature"])?.string
        message.details.forward = forward
    }

    private func readDetails(into message: inout Message) throws(MessageFault) {
        message.details.signature = root["author_signature"]?.string
        message.details.album = root["media_group_id"]?.integer
        message.details.views = root["views"]?.integer.map { String($0) }
        let target = root["reply_to_message_id"] ?? root["reply_to_message"]?["message_id"]
        message.details.reply = target?.integer.map { .init(message: $0) }
        for kind in MediaKinds.keys where root[kind] != nil {
            message.details.media = .init(kind: "\(kind)")
            break
        }
        if let poll = root["poll"], message.text.isEmpty {
            let parts =
                [poll["question"]].compactMap(\.self)
                + (poll["options"]?.elements ?? []).compactMap { $0["text"] }
            var lines: [String] = []
            for part in parts { lines.append(try entry.text(part["text"] ?? part)) }
            message.text = lines.joined(separator: "\n")
            message.details.poll = true
        }
        readService(into: &message)
    }

    private func readService(into message: inout Message) {
        let title = root["new_chat_title"]?.string
        let pinned = (root["pinned_message"]?["message_id"] ?? root["pinned_message"]?["id"])?.integer
        let name = root["service"]?.string
        guard title != nil || pinned != nil || name != nil else { return }
        message.kind = .service
        let action = name.map { ServiceActions.names[$0] ?? $0 }
        message.details.service = .init(
            action: action ?? (title != nil ? "edit_group_title" : "pin_message"), title: title,
            message: pinned)
    }
}

extension MediaKinds {
    /// The members of a message of the Bot API that are media.
    static let keys: [StaticString] = [
        "photo", "video", "animation", "document", "audio", "voice", "video_note", "sticker", "location",
        "venue",
        "contact", "game", "invoice",
    ]
}
