import Statements

/// What Telegram Desktop, or TGDataset, says of a chat before its messages.
struct ChatHeader: Sendable {
    private var name: String?
    private var type: String?
    private var username: String?
    private var id: Int64?

    /// Nothing known.
    init() {}

    /// The header of a channel with a number. (Its user name tells that it is public.)
    init(channel id: Int64?) {
        self.id = id
    }

    var isEmpty: Bool { name == nil && type == nil && id == nil }

    /// Takes a member.
    mutating func take(_ key: [UInt8], _ value: ArraySlice<UInt8>) {
        let bytes = Array(value)
        guard let value = try? JSONTape(bytes, in: 0..<bytes.count).root else { return }
        switch String(decoding: key, as: UTF8.self) {
        case "name", "title": name = value.string ?? name
        case "username":
            username = value.string.flatMap { $0.isEmpty ? nil : $0 }
            if username != nil { type = type ?? "public_channel" }
        case "type": type = value.string
        case "id": id = value.integer
        default: break
        }
    }

    /// What can still be told of a header that is damaged: its lines, each by itself.
    init(damaged bytes: ArraySlice<UInt8>) {
        for line in bytes.split(separator: 0x0A) {
            let content = Array("{".utf8) + line.filter { $0 != 0x0D }
            let trimmed = content.last == UInt8(ascii: ",") ? content.dropLast() : content[...]
            let object = trimmed + Array("}".utf8)
            guard let root = try? JSONTape(Array(object), in: 0..<object.count).root else { continue }
            name = root["name"]?.string ?? name
            type = root["type"]?.string ?? type
            id = root["id"]?.integer ?? id
        }
    }

    /// Adds what another one knows.
    mutating func complete(with other: ChatHeader) {
        name = name ?? other.name
        type = type ?? other.type
        id = id ?? other.id
    }

    /// The chat; nil without a number, or without a type that says what the number is a number of.
    var chat: Chat? {
        guard let id, id > 0 else { return nil }
        let peer = Peer(kind: ChatHeader.kind(type), id: id)
        return Chat(
            account: Account(peer: peer, username: username, name: name), type: type,
            isPrivate: !(type?.hasPrefix("public_") ?? false))
    }

    /// What a number is a number of (Telegram Desktop, `export_output_json.cpp`).
    private static func kind(_ type: String?) -> Peer.Kind {
        switch type {
        case "private_group": .chat
        case "personal_chat", "bot_chat", "saved_messages", "replies", "verification_codes": .user
        default: .channel
        }
    }
}
