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

    /// An occasion with where it came from.
    public init(date: EDTFDate?, phrase: String?, anchor: EDTFDate?, rule: String) {
        self.date = date
        self.phrase = phrase
        self.anchor = anchor
        self.rule = rule
    }
}
