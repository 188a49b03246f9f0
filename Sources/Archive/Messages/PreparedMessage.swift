import EDTF
import Statements

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A message with all that can be worked out before it is written: that is the work that many processors can share.
public struct PreparedMessage: Sendable {
    /// The conversation.
    public let chat: Chat
    /// The message.
    public let message: Message
    /// What it says of others, found by an engine; nil where there is nothing.
    public var recording: Recording?
    /// Whether its number may be that of another message; then no other text under that number makes way for it.
    public var isDoubtful = false
    let identity: MessageIdentity
    let sha256: [UInt8]
    let hashes: [Int64]
    let details: String?
    let order: Order

    /// A message that is to be recorded.
    ///
    /// - Parameter findings: what was found in it, by an engine.
    public init(_ message: Message, in chat: Chat) {
        self.chat = chat
        self.message = message
        let key = chat.account.identity ?? ""
        identity = MessageIdentity(chat: key, id: message.id, text: message.text)
        sha256 = PreparedMessage.bytes(ofHexadecimal: identity.sha256)
        hashes = message.isSaid ? identity.hashes(of: message.text) : []
        details = PreparedMessage.text(of: message.details)
        order = Order(posted: message.posted, chat: key, message: message.id)
    }

    /// The source that the message is.
    public var source: Source {
        var metadata = Metadata()
        metadata.canonicalURL = MessageIdentity.address(chat: chat.account.identity ?? "", id: message.id)
        metadata.url = Permalink.of(chat.account, message: message.id)
        metadata.publisher = chat.account.displayName
        metadata.published = message.posted?.date
        return Source(id: identity.source, kind: .message, metadata: metadata)
    }

    /// Whether the message is a person's own, whatever the chat.
    var isPersonal: Bool {
        message.sender?.peer?.kind == .user || message.author?.peer?.kind == .user
    }

    private static func text(of details: MessageDetails) -> String? {
        guard !details.isEmpty else { return nil }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(details)).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func bytes(ofHexadecimal text: String) -> [UInt8] {
        let digits = Array(text.utf8)
        func value(_ byte: UInt8) -> UInt8 {
            byte < UInt8(ascii: "a") ? byte - UInt8(ascii: "0") : byte - UInt8(ascii: "a") + 10
        }
        return stride(from: 0, to: digits.count - 1, by: 2).map {
            value(digits[$0]) << 4 | value(digits[$0 + 1])
        }
    }
}

extension Message {
    /// Whether it says something: whether it is a statement.
    var isSaid: Bool { kind == .message && !text.isEmpty && posted != nil }
}

extension Order {
    /// The place of a message. A clock time without a zone can mean every instant at which some clock shows it
    /// (UTC+14 to UTC-12).
    init(posted: MessageTime?, chat: String, message: Int64) {
        let isOpen = posted?.basis == .unknownZone
        let seconds = posted?.seconds ?? 0
        self.init(
            earliest: posted == nil ? Order.undated : isOpen ? seconds - 14 * 3_600 : seconds,
            latest: posted == nil ? Order.undated : isOpen ? seconds + 12 * 3_600 : seconds, chat: chat,
            message: message)
    }
}

/// The addresses at which Telegram shows messages.
enum Permalink {
    /// The address of a message: by the user name where it is known; else, in a channel, the one that members can open.
    static func of(_ chat: Account, message: Int64) -> String? {
        if let username = chat.username { return "https://t.me/\(username)/\(message)" }
        guard let peer = chat.peer, peer.kind == .channel else { return nil }
        return "https://t.me/c/\(peer.id)/\(message)"
    }
}
