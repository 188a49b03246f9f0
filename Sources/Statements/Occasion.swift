import EDTF

/// When a statement was made.
public struct Occasion: Hashable, Sendable {
    /// The date, in the Extended Date/Time Format; nil where the phrase could not be resolved, as without a
    /// date of publication.
    public let date: EDTFDate?
    /// The words that it came from (“on Monday”), where there are such.
    public let phrase: String?
    /// The date against which a relative phrase was resolved.
    public let anchor: EDTFDate?
    /// The name of the rule that resolved it (`weekday-past`).
    public let rule: String

    /// The rule where nothing tells when it was said: by the day of publication, and likely on it.
    public static let publicationRule = "published"

    /// Whether nothing in the text tells it, so that the date of publication is only its bound.
    public var isBound: Bool { rule == Self.publicationRule }

    /// The date, where the text or a person tells it.
    public var knownDate: EDTFDate? { isBound ? nil : date }

    /// The one of several that tells the most: one that the text dates, else one with a date, else one with a phrase.
    public static func best(of occasions: [Occasion]) -> Occasion? {
        occasions.first { $0.knownDate != nil } ?? occasions.first { $0.date != nil }
            ?? occasions.first
    }

    /// An occasion with where it came from.
    public init(date: EDTFDate?, phrase: String?, anchor: EDTFDate?, rule: String) {
        self.date = date
        self.phrase = phrase
        self.anchor = anchor
        self.rule = rule
    }
}
