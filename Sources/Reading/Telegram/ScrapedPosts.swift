import Statements

extension MessageDialect {
    /// What snscrape writes of a channel's page: without line breaks, forwards and answers.
    static let snscrape = MessageDialect(
        recognises: { root in root["_type"]?.string?.hasPrefix("snscrape.modules.telegram") == true },
        read: { entry, _ throws(MessageFault) in
            guard let address = try entry.text("url"), let link = PostLink(address), let id = link.message
            else {
                throw entry.fault("the post has no address that can be read")
            }
            guard let date = entry.root["date"], let posted = PrintedInstant.time(date) else {
                throw entry.fault("the post has no date that can be read")
            }
            var message = Message(id: id, text: try entry.text("content") ?? "", place: entry.place)
            message.posted = posted
            message.details.losses = ["forwards", "line breaks", "marked parts", "replies", "times of edits"]
            return ChatMessage(
                chat: Chat(account: Account(username: link.name), type: "public_channel", isPrivate: false),
                message: message)
        })
}

/// An address of a post: `https://t.me/name/3`, `t.me/s/name/3`, `https://t.me/c/1900000001/3`.
struct PostLink: Hashable {
    /// The user name; nil where there is a number.
    var name: String?
    /// The channel's number.
    var peer: Peer?
    /// The number of the message.
    var message: Int64?

    /// Nil for an address that leads elsewhere.
    init?(_ address: String) {
        var rest = address[...]
        for prefix in ["https://", "http://", "//"] where rest.hasPrefix(prefix) {
            rest = rest.dropFirst(prefix.count)
            break
        }
        if let end = rest.firstIndex(where: { $0 == "?" || $0 == "#" }) { rest = rest[..<end] }
        var parts = rest.split(separator: "/")
        guard let host = parts.first else { return nil }
        parts.removeFirst()
        if ["t.me", "telegram.me", "telegram.dog"].contains(host.lowercased()) {
            if parts.first == "s" { parts.removeFirst() }
        } else if host.lowercased().hasSuffix(".t.me") {
            parts.insert(host.dropLast(5), at: 0)
        } else {
            return nil
        }
        guard let first = parts.first else { return nil }
        if first == "c" {
            guard parts.count >= 2, let id = Int64(parts[1]), id > 0 else { return nil }
            peer = Peer(kind: .channel, id: id)
            message = parts.count > 2 ? parts.last.flatMap { Int64($0) } : nil
        } else {
            name = String(first)
            message = parts.count > 1 ? parts.last.flatMap { Int64($0) } : nil
        }
    }
}
