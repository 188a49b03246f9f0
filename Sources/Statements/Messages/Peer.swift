/// A user, a basic group or a channel of Telegram, by the number that Telegram gives it. Supergroups are channels.
public struct Peer: Hashable, Sendable {
    /// What kind of peer it is; numbers are unique within a kind only.
    public enum Kind: String, Sendable, CaseIterable, Codable {
        /// A person, or a bot.
        case user
        /// A basic group.
        case chat
        /// A channel or a supergroup.
        case channel
    }

    /// What kind of peer it is.
    public let kind: Kind
    /// The bare number, without the marks that the Bot API adds.
    public let id: Int64

    /// The peer with a bare number.
    public init(kind: Kind, id: Int64) {
        self.kind = kind
        self.id = id
    }

    /// The peer that stands in `text`: `channel1900000001`, as Telegram Desktop writes it, or a marked number.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        for kind in Kind.allCases where bytes.starts(with: kind.rawValue.utf8) {
            guard let id = Peer.number(bytes[kind.rawValue.utf8.count...]) else { continue }
            self.init(kind: kind, id: id)
            return
        }
        guard let marked = Int64(text), let peer = Peer(marked: marked) else { return nil }
        self = peer
    }

    /// The number that digits stand for, above 0; nil where they are none, or too many.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
        guard (1...18).contains(digits.count) else { return nil }
        var number: Int64 = 0
        for byte in digits {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int64(byte - 0x30)
        }
        return number > 0 ? number : nil
    }

    /// The peer with a number of the Bot API: a user's is positive, a basic group's negative, and that of a channel
    /// -1000000000000 less its bare number (core.telegram.org, “Bot API dialog IDs”).
    public init?(marked: Int64) {
        let channelMark: Int64 = -1_000_000_000_000
        switch marked {
        case 0, Int64.min: return nil
        case 1...: self.init(kind: .user, id: marked)
        case ..<channelMark: self.init(kind: .channel, id: channelMark - marked)
        default: self.init(kind: .chat, id: -marked)
        }
    }

    /// The peer as Telegram Desktop writes it: `channel1900000001`.
    public var text: String { "\(kind.rawValue)\(id)" }
}

extension Peer: CustomStringConvertible {
    /// The peer as Telegram Desktop writes it.
    public var description: String { text }
}

/// A user, a group or a channel, as far as an export tells: by number, by user name, or only by a name to show.
public struct Account: Hashable, Sendable {
    /// The number that Telegram gives it.
    public var peer: Peer?
    /// The user name, without `@`.
    public var username: String?
    /// The name to show: a title, or the name of a person.
    public var name: String?

    /// An account of which this much is known.
    public init(peer: Peer? = nil, username: String? = nil, name: String? = nil) {
        self.peer = peer
        self.username = username
        self.name = name
    }

    /// The text by which the account is known: the number, else the user name, else the name; nil where none is known.
    public var identity: String? {
        if let peer { return peer.text }
        if let username { return "@" + username.lowercased() }
        return name.map { "name:" + $0 }
    }

    /// What to show for the account: its name, else its user name, else its number.
    public var displayName: String? { name ?? username.map { "@" + $0 } ?? peer?.text }

    /// The name under which a speaker is tied to an account with this number or user name (`@name`, `name`,
    /// `https://t.me/name`, `1900000001`, `channel1900000001`, `-1001900000001`); nil where it is neither. A bare number is a channel's.
    public static func tie(_ text: String) -> Name? {
        var rest = text[...]
        for prefix in ["https://", "http://", "t.me/", "telegram.me/", "s/", "c/", "@"] {
            if rest.lowercased().hasPrefix(prefix) { rest = rest.dropFirst(prefix.count) }
        }
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        if let bare = Int64(rest), bare > 0 { return tie(Peer(kind: .channel, id: bare)) }
        if let peer = Peer(rest) { return tie(peer) }
        let isHandle =
            rest.count >= 3
            && rest.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
        return isHandle ? Name("@" + rest, kind: .handle) : nil
    }

    /// The name under which a speaker is tied to a peer.
    public static func tie(_ peer: Peer) -> Name { Name("telegram:\(peer)", kind: .handle) }
}

/// A conversation that messages stand in.
public struct Chat: Hashable, Sendable {
    /// What it is and what it is called.
    public var account: Account
    /// What the exporting program calls its type (`public_channel`).
    public var type: String?
    /// Whether only its members can read it; such messages are not for publication.
    public var isPrivate: Bool

    /// A conversation.
    public init(account: Account, type: String? = nil, isPrivate: Bool) {
        self.account = account
        self.type = type
        self.isPrivate = isPrivate
    }
}
