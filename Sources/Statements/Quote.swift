/// How the words are given.
public enum QuoteKind: String, Sendable, CaseIterable, Codable {
    /// All of it stands between quotation marks.
    case direct
    /// Some of it stands between quotation marks.
    case mixed
    /// None of it stands between quotation marks.
    case indirect
    /// It is the speaker's own message, whole.
    case message
}

/// The words that tell that someone spoke: “said”, “according to”.
public struct Cue: Hashable, Sendable {
    /// The words and their place.
    public let passage: Passage
    /// What the speaker did in saying it.
    public let act: SpeechAct

    /// A cue at a place.
    public init(passage: Passage, act: SpeechAct) {
        self.passage = passage
        self.act = act
    }
}

/// What it rests on that a speaker is who we say.
public enum SpeakerBasis: String, Sendable, CaseIterable, Codable {
    /// The attribution gives the name.
    case name
    /// The attribution is a pronoun, resolved.
    case pronoun
    /// The attribution is a description (“the group”), resolved where it can be.
    case description
    /// There is no attribution; the quote goes on from the one before.
    case continuation
    /// Nothing in the text says it: the author of a message or of a note.
    case author
    /// There is nothing that tells.
    case none
}

/// Who spoke, as far as the document itself tells.
public struct Attributed: Hashable, Sendable {
    /// The fullest name that the document gives the speaker, or the description as printed.
    public let name: String
    /// Whether the document treats the speaker as a group or as a person.
    public let kind: SpeakerKind
    /// What the name rests on.
    public let basis: SpeakerBasis
    /// How sure that is, from 0 to 1.
    public let confidence: Double

    /// A speaker as a document names it.
    public init(name: String, kind: SpeakerKind, basis: SpeakerBasis, confidence: Double) {
        self.name = name
        self.kind = kind
        self.basis = basis
        self.confidence = confidence
    }

    /// The key by which the archive looks the speaker up.
    public var key: NameKey { NameKey(folding: name) }
}

/// The evidence: the segments of one version that carry someone's words.
public struct Quote: Hashable, Sendable, Identified {
    /// `quo`.
    public static let identifierPrefix = "quo"
    /// How the words are given.
    public var kind: QuoteKind
    /// Where the words stand, in the order of the text; never empty.
    public var segments: [Segment]
    /// The words that tell that someone spoke.
    public var cue: Cue?
    /// Who spoke, as printed.
    public var attribution: Passage?
    /// Who spoke, as far as the document tells.
    public var speaker: Attributed?
    /// To whom, as printed.
    public var addressee: String?
    /// By what means (“Telegram”, “interview”), as printed.
    public var medium: String?
    /// When it was said, where the document tells.
    public var occasion: Occasion?
    /// How sure it is that these are the right words of the right speaker, from 0 to 1.
    public var confidence: Double

    /// A quote with what is known of it.
    public init(
        kind: QuoteKind, segments: [Segment], cue: Cue? = nil, attribution: Passage? = nil,
        speaker: Attributed? = nil, addressee: String? = nil, medium: String? = nil,
        occasion: Occasion? = nil, confidence: Double
    ) {
        self.kind = kind
        self.segments = segments
        self.cue = cue
        self.attribution = attribution
        self.speaker = speaker
        self.addressee = addressee
        self.medium = medium
        self.occasion = occasion
        self.confidence = confidence
    }

    /// The identifier of this quote where it stands in `version`: made from the version and the segments.
    public func identifier(in version: Identifier<Version>) -> Identifier<Quote> {
        Identifier(content: [version.text] + segments.map { "\($0.start)-\($0.end)" })
    }
}
