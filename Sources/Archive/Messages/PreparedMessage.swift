import EDTF
import Statements

/// A message with all that can be worked out before it is written: that is the work that many processors can share.
public final class PreparedMessage: Sendable {
    /// The conversation.
    public let chat: Chat
    /// The message.
    public let message: Message
    /// What it says of others, found by an engine; nil where there is nothing.
    let recording: Recording?
    /// The text by which the chat is known.
    let chatIdentity: String
    let identity: MessageIdentity
    let hashes: [Int64]
    let details: String?
    let order: Order

    /// A message that is to be recorded.
    ///
    /// - Parameter recording: what a message says of others; it can ask for the source that the message is.
    public convenience init(
        _ message: Message, in chat: Chat, recording: (() -> Source) -> Recording? = { _ in nil }
    ) {
        self.init(message, in: chat, identity: chat.account.identity ?? "", recording: recording)
    }

    /// The same message in a chat that the archive knows by another text.
    func known(by identity: String) -> PreparedMessage {
        PreparedMessage(message, in: chat, identity: identity) { source in
            guard var recording else { return nil }
            let source = source()
            recording.source = source
            recording.version = Version(
                source: source.id, text: recording.version.text, paragraphs: recording.version.paragraphs)
            return recording
        }
    }

    private init(
        _ message: Message, in chat: Chat, identity key: String,
        recording: (() -> Source) -> Recording?
    ) {
        self.chat = chat
        self.message = message
        chatIdentity = key
        identity = MessageIdentity(chat: chatIdentity, id: message.id, text: message.text)
        hashes = message.isSaid ? identity.hashes(of: message.text) : []
        details = message.details.isEmpty ? nil : message.details.json
        order = Order(posted: message.posted, chat: chatIdentity, message: message.id)
        self.recording = recording {
            PreparedMessage.source(
                of: message, in: chat, address: MessageIdentity.address(chat: key, id: message.id))
        }
    }

    private static func source(of message: Message, in chat: Chat, address: String) -> Source {
        var metadata = Metadata()
        metadata.canonicalURL = address
        metadata.url = Permalink.of(chat.account, message: message.id)
        metadata.publisher = chat.account.displayName
        metadata.published = message.posted?.date
        return Source(
            id: Identifier(content: ["address", address]), kind: .message, metadata: metadata)
    }

    /// Whether the message is a person's own, whatever the chat. Somebody without a number is one, unless the name is the
    /// chat's.
    var isPersonal: Bool {
        if message.author(in: chat)?.peer?.kind == .user { return true }
        guard let sender = message.sender else { return false }
        guard let peer = sender.peer else {
            let isChat = sender.name == chat.account.name && sender.name != nil
            return !isChat && (sender.username == nil || sender.username != chat.account.username)
        }
        return peer.kind == .user
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
