import EDTF

/// Whom the archive takes a statement's speaker to be, today: names resolve when they are asked for.
public enum Resolution: Hashable, Sendable {
    /// The printed name is a name of one known speaker.
    case speaker(Identifier<Speaker>)
    /// The printed name is a name of several known speakers, and so of none.
    case ambiguous([Identifier<Speaker>])
    /// Nobody known has the printed name.
    case unresolved
}

/// Where a statement stands between a machine's reading and a person's word.
public enum StatementStatus: String, Sendable, CaseIterable, Codable {
    /// A machine's reading, on which nobody has ruled.
    case proposed
    /// A person ruled that it is so, or wrote it down.
    case accepted
    /// A person ruled that it is not so.
    case rejected
}

/// A quote as the archive holds it: where it stands, beside what it says.
public struct Evidence: Hashable, Sendable {
    /// The quote's identifier.
    public let id: Identifier<Quote>
    /// The version that its segments point into.
    public let version: Identifier<Version>
    /// The source of that version.
    public let source: Identifier<Source>
    /// The quote.
    public let quote: Quote

    /// A quote in its place.
    public init(
        id: Identifier<Quote>, version: Identifier<Version>, source: Identifier<Source>, quote: Quote
    ) {
        self.id = id
        self.version = version
        self.source = source
        self.quote = quote
    }
}

/// What one speaker said on one occasion.
public struct Statement: Hashable, Sendable, Identified {
    /// `sta`.
    public static let identifierPrefix = "sta"
    /// Made from the smallest identifier of its quotes.
    public let id: Identifier<Statement>
    /// The speaker's name, as the documents give it.
    public let printedSpeaker: String?
    /// Whether the documents treat the speaker as a group or as a person.
    public let printedKind: SpeakerKind
    /// Whom that name resolves to.
    public let resolution: Resolution
    /// What the speaker did in saying it.
    public let act: SpeechAct?
    /// To whom, as printed.
    public let addressee: String?
    /// By what means, as printed.
    public let medium: String?
    /// When it was said.
    public let occasion: Occasion?
    /// When it was posted, for a message.
    public let posted: EDTFDate?
    /// When it was first reported.
    public let reported: EDTFDate?
    /// Whether a person has ruled on it.
    public let status: StatementStatus
    /// What proves it, in the order of the text; never empty.
    public let evidence: [Evidence]

    /// A statement as the archive holds it.
    public init(
        id: Identifier<Statement>, printedSpeaker: String?, printedKind: SpeakerKind,
        resolution: Resolution, act: SpeechAct?, addressee: String?, medium: String?, occasion: Occasion?,
        posted: EDTFDate?, reported: EDTFDate?, status: StatementStatus, evidence: [Evidence]
    ) {
        self.id = id
        self.printedSpeaker = printedSpeaker
        self.printedKind = printedKind
        self.resolution = resolution
        self.act = act
        self.addressee = addressee
        self.medium = medium
        self.occasion = occasion
        self.posted = posted
        self.reported = reported
        self.status = status
        self.evidence = evidence
    }

    /// The identifier of the statement that these quotes prove: made from the smallest of theirs.
    public static func identifier(ofQuotes quotes: [Identifier<Quote>]) -> Identifier<Statement> {
        Identifier(content: [quotes.min()?.text ?? ""])
    }

    /// The date by which the statement takes its place in a timeline: when it was said, else posted, else
    /// reported.
    public var timelineDate: EDTFDate? { occasion?.knownDate ?? posted ?? reported }
}
