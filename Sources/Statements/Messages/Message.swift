import EDTF

/// When a message was posted.
public struct MessageTime: Hashable, Sendable {
    /// What it rests on that the time is right.
    public enum Basis: Int, Sendable, CaseIterable {
        /// The source gives the instant.
        case instant = 0
        /// The source gives a clock time with its offset from UTC.
        case offset = 1
        /// The source gives a clock time, and the user its zone.
        case givenZone = 2
        /// The source gives a clock time whose zone is not known.
        case unknownZone = 3
    }

    /// Seconds since 1970-01-01T00:00:00Z; without a known zone, as if the clock had shown UTC.
    public let seconds: Int64
    /// What it rests on.
    public let basis: Basis

    /// A time with what it rests on.
    public init(seconds: Int64, basis: Basis) {
        self.seconds = seconds
        self.basis = basis
    }

    /// The time as a date: an instant in UTC, or a clock time without a zone.
    public var date: EDTFDate? {
        let instant = Instant(seconds: seconds).description
        return EDTFDate(
            basis == .unknownZone && instant.hasSuffix("Z") ? String(instant.dropLast()) : instant)
    }
}

/// A post in a chat, in one export.
public struct Message: Hashable, Sendable {
    /// What kind of entry of the chat it is.
    public enum Kind: Int, Sendable, CaseIterable {
        /// Something that was written or sent.
        case message = 0
        /// Something that happened to the chat.
        case service = 1
        /// Something that the exporting program did not understand; only its number is known.
        case unsupported = 2
    }

    /// The number of the message within its chat.
    public var id: Int64
    /// What kind of entry it is.
    public var kind: Kind
    /// When it was posted.
    public var posted: MessageTime?
    /// When it was last edited, in seconds since 1970-01-01T00:00:00Z.
    public var edited: Int64?
    /// Who posted it; an account of which nothing is known where that is somebody who can't be told any more.
    public var sender: Account?
    /// Whose words they are, where they were forwarded and that is known.
    public var origin: Account?
    /// The words, letter for letter.
    public var text: String
    /// What else is known.
    public var details: MessageDetails
    /// Where it stands in its input, in bytes.
    public var place: Range<Int>
    /// The bytes of the input that had to be mended before it could be read.
    public var repairs: [Range<Int>] = []

    /// A message with its words.
    public init(id: Int64, kind: Kind = .message, text: String = "", place: Range<Int> = 0..<0) {
        self.id = id
        self.kind = kind
        self.text = text
        self.details = MessageDetails()
        self.place = place
    }

    /// Whose words they are: those of the one who wrote what was forwarded, be it nobody that is known, else of the sender.
    /// A post that names nobody is the channel's; where people talk to each other, it is nobody's that is known.
    public func author(in chat: Chat) -> Account? {
        if details.forward != nil { return origin?.identity == nil ? nil : origin }
        if let sender { return sender.identity == nil ? nil : sender }
        return chat.account.peer?.kind == .user || chat.account.peer?.kind == .chat ? nil : chat.account
    }
}

/// What is known of a message beside its words.
public struct MessageDetails: Hashable, Sendable, Codable {
    /// A part of the text that is marked.
    public struct Span: Hashable, Sendable, Codable {
        /// The first code point.
        public var start: Int
        /// One past the last code point.
        public var end: Int
        /// What it is (`bold`, `link`, `blockquote`), as the exporting program calls it.
        public var type: String
        /// Where it leads to.
        public var href: String?

        /// A marked part of a text.
        public init(start: Int, end: Int, type: String, href: String? = nil) {
            self.start = start
            self.end = end
            self.type = type
            self.href = href
        }
    }

    /// Where a forwarded message comes from.
    public struct Forward: Hashable, Sendable, Codable {
        /// The number of the message in its first chat.
        public var message: Int64?
        /// When it was first posted, in seconds since 1970.
        public var posted: Int64?
        /// The name of its author.
        public var signature: String?

        /// Nothing known.
        public init() {}
    }

    /// What a message answers.
    public struct Reply: Hashable, Sendable, Codable {
        /// The number of the message.
        public var message: Int64
        /// The chat, where it is another one.
        public var peer: String?

        /// An answer to a message.
        public init(message: Int64, peer: String? = nil) {
            self.message = message
            self.peer = peer
        }
    }

    /// A file, a picture or the like that belongs to a message.
    public struct Media: Hashable, Sendable, Codable {
        /// What it is: `photo`, `voice_message`, `file`.
        public var kind: String
        /// Where it lies, from the folder of the export on.
        public var path: String?
        /// Why it does not lie there.
        public var missing: String?
        /// The SHA-256 of the file, in hexadecimal, where it was there.
        public var sha256: String?

        /// A piece of media.
        public init(kind: String, path: String? = nil, missing: String? = nil) {
            self.kind = kind
            self.path = path
            self.missing = missing
        }
    }

    /// How often readers reacted in one way. Who reacted is not kept.
    public struct Reaction: Hashable, Sendable, Codable {
        /// The emoji, `custom:` with a number, or `paid`.
        public var label: String
        /// How many.
        public var count: Int64

        /// A number of equal reactions.
        public init(label: String, count: Int64) {
            self.label = label
            self.count = count
        }
    }

    /// What happened to the chat.
    public struct Service: Hashable, Sendable, Codable {
        /// The action, as the exporting program calls it.
        public var action: String
        /// The title that the chat or a topic was given.
        public var title: String?
        /// The message that it is about.
        public var message: Int64?

        /// An action.
        public init(action: String, title: String? = nil, message: Int64? = nil) {
            self.action = action
            self.title = title
            self.message = message
        }
    }

    /// The marked parts of the text.
    public var spans: [Span]?
    /// The name that a post of a channel is signed with.
    public var signature: String?
    /// Where a forwarded message comes from.
    public var forward: Forward?
    /// What it answers.
    public var reply: Reply?
    /// The album that it belongs to.
    public var album: Int64?
    /// What was sent with it.
    public var media: Media?
    /// Whether its words are the question and the answers of a poll.
    public var poll: Bool?
    /// How readers reacted.
    public var reactions: [Reaction]?
    /// How often it was seen, as printed.
    public var views: String?
    /// What happened to the chat.
    public var service: Service?
    /// What the format of the source loses: `line breaks`, `times of edits`.
    public var losses: [String]?
    /// Whether the text looks like UTF-8 that a program took for another encoding.
    public var isGarbled: Bool?

    /// Nothing known.
    public init() {}

    /// Whether nothing is known.
    public var isEmpty: Bool { self == MessageDetails() }
}
