import Statements

extension MessageDialect {
    /// What Telethon's `to_json` and 4CAT's NDJSON write: the objects of Telegram's own protocol.
    static let telethon = MessageDialect(
        recognises: { root in
            guard let type = TelethonMessage.type(of: root) else { return false }
            return ["Message", "MessageService", "MessageEmpty"].contains(type)
                && (root["peer_id"] ?? root["to_id"]) != nil
        },
        read: { entry, chat throws(MessageFault) in try TelethonMessage(entry: entry).read(in: chat) })
}

/// A message as the library Telethon prints it; 4CAT writes `_type` for `_` and adds who is who.
private struct TelethonMessage {
    let entry: MessageEntry

    private var root: JSONValue { entry.root }

    /// The constructor of an object.
    static func type(of value: JSONValue) -> String? { (value["_"] ?? value["_type"])?.string }

    func read(in chat: Chat?) throws(MessageFault) -> ChatMessage? {
        if TelethonMessage.type(of: root) == "MessageEmpty" { return nil }
        guard let peer = (root["peer_id"] ?? root["to_id"]).flatMap(TelethonMessage.peer) else {
            throw entry.fault("the message does not tell its chat")
        }
        guard let id = root["id"]?.integer else { throw entry.fault("the message has no number") }
        var message = Message(id: id, place: entry.place)
        guard let date = root["date"], let posted = PrintedInstant.time(date) else {
            throw entry.fault("the message has no date that can be read")
        }
        message.posted = posted
        message.text = try entry.text("message") ?? ""
        message.mark(root["entities"]) { entity in
            let name = TelethonMessage.type(of: entity) ?? "unknown"
            return name.hasPrefix("MessageEntity") ? name.dropFirst("MessageEntity".count).lowercased() : name
        }
        // An edit that is hidden is one of the reactions, or of a button, and not of the text.
        if root["edit_hide"]?.isTrue != true {
            message.edited = root["edit_date"].flatMap(PrintedInstant.time)?.seconds
        }
        message.sender = try account(
            root["from_id"].flatMap(TelethonMessage.peer), described: root["_sender"])
        try readOrigin(into: &message)
        try readDetails(into: &message)
        // 4CAT's, which doesn't collect them.
        if root["_type"] != nil { message.details.losses = ["service messages"] }
        return ChatMessage(chat: try self.chat(peer, known: chat), message: message)
    }

    /// Before 2020 a sender was a bare number, which was a user's.
    private static func peer(_ value: JSONValue) -> Peer? {
        if value.kind == .number { return value.integer.flatMap { $0 > 0 ? Peer(kind: .user, id: $0) : nil } }
        if let id = value["channel_id"]?.integer { return Peer(kind: .channel, id: id) }
        if let id = value["chat_id"]?.integer { return Peer(kind: .chat, id: id) }
        if let id = value["user_id"]?.integer { return Peer(kind: .user, id: id) }
        return nil
    }

    /// The chat; whether it is public is known where a user name is.
    private func chat(_ peer: Peer, known: Chat?) throws(MessageFault) -> Chat {
        if let known, known.account.peer == peer { return known }
        guard let description = root["_chat"] else {
            return Chat(account: Account(peer: peer), isPrivate: true)
        }
        let username = try username(of: description)
        return Chat(
            account: Account(peer: peer, username: username, name: try name(of: description)),
            type: username == nil ? nil : "public", isPrivate: username == nil)
    }

    private func account(_ peer: Peer?, described: JSONValue?) throws(MessageFault) -> Account? {
        guard let peer else { return nil }
        guard let described, described["id"]?.integer == peer.id else { return Account(peer: peer) }
        return Account(peer: peer, username: try username(of: described), name: try name(of: described))
    }

    private func username(of value: JSONValue) throws(MessageFault) -> String? {
        guard let username = value["username"] else { return nil }
        return try entry.text(username)
    }

    private func name(of value: JSONValue) throws(MessageFault) -> String? {
        if let title = value["title"] { return try entry.text(title) }
        let name = [value["first_name"]?.string, value["last_name"]?.string].compactMap(\.self).joined(
            separator: " ")
        return name.isEmpty ? nil : name
    }

    private func readOrigin(into message: inout Message) throws(MessageFault) {
        guard let header = root["fwd_from"] else { return }
        let peer = header["from_id"].flatMap(TelethonMessage.peer)
        var origin = Account(peer: peer)
        if let name = header["from_name"] { origin.name = try entry.text(name) }
        if origin.name == nil, let described = root["_forward"] { origin.name = try name(of: described) }
        message.origin = origin.identity == nil ? nil : origin
        var forward = MessageDetails.Forward()
        forward.message = header["channel_post"]?.integer
        forward.posted = header["date"].flatMap(PrintedInstant.time)?.seconds
        forward.signature = header["post_author"]?.string
        message.details.forward = forward
    }

    private func readDetails(into message: inout Message) throws(MessageFault) {
        message.details.signature = try entry.text("post_author")
        message.details.album = root["grouped_id"]?.integer
        message.details.views = root["views"]?.integer.map { String($0) }
        if let reply = root["reply_to"], let target = reply["reply_to_msg_id"]?.integer {
            message.details.reply = .init(
                message: target, peer: reply["reply_to_peer_id"].flatMap(TelethonMessage.peer)?.text)
        }
        let reactions = root["reactions"]?["results"]?.elements ?? []
        let counted: [MessageDetails.Reaction] = reactions.compactMap { result in
            guard let reaction = result["reaction"], let count = result["count"]?.integer else { return nil }
            if let emoji = reaction["emoticon"]?.string { return .init(label: emoji, count: count) }
            if let id = reaction["document_id"]?.integer { return .init(label: "custom:\(id)", count: count) }
            return .init(label: "paid", count: count)
        }
        message.details.reactions = counted.isEmpty ? nil : counted
        try readMedia(into: &message)
        guard TelethonMessage.type(of: root) == "MessageService" else { return }
        message.kind = .service
        let action = root["action"]
        let name = action.flatMap { TelethonMessage.type(of: $0) } ?? "unknown"
        message.details.service = .init(
            action: ServiceActions.names[name] ?? name, title: action?["title"]?.string,
            message: name == "MessageActionPinMessage" ? message.details.reply?.message : nil)
    }

    private func readMedia(into message: inout Message) throws(MessageFault) {
        guard let media = root["media"], let type = TelethonMessage.type(of: media),
            type != "MessageMediaEmpty",
            type != "MessageMediaWebPage"
        else { return }
        let kind = type.hasPrefix("MessageMedia") ? type.dropFirst("MessageMedia".count).lowercased() : type
        message.details.media = .init(kind: kind)
        guard let poll = media["poll"], message.text.isEmpty else { return }
        let parts =
            [poll["question"]].compactMap(\.self)
            + (poll["answers"]?.elements ?? []).compactMap { $0["text"] }
        var lines: [String] = []
        for part in parts { lines.append(try entry.text(part["text"] ?? part)) }
        message.text = lines.joined(separator: "\n")
        message.details.poll = true
    }
}

/// The names that Telegram Desktop has for what happens to a chat.
enum ServiceActions {
    /// By the constructors of the protocol, and the names of Pyrogram.
    static let names: [String: String] = [
        "MessageActionChatCreate": "create_group", "MessageActionChatEditTitle": "edit_group_title",
        "MessageActionChannelCreate": "create_channel", "MessageActionChatMigrateTo": "migrate_to_supergroup",
        "MessageActionChannelMigrateFrom": "migrate_from_group", "MessageActionPinMessage": "pin_message",
        "MessageActionTopicCreate": "topic_created", "MessageActionTopicEdit": "topic_edit",
        "MessageServiceType.NEW_CHAT_TITLE": "edit_group_title",
        "MessageServiceType.PINNED_MESSAGE": "pin_message",
        "MessageServiceType.CHANNEL_CHAT_CREATED": "create_channel",
        "MessageServiceType.GROUP_CHAT_CREATED": "create_group",
    ]
}
