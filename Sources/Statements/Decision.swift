import EDTF

/// What a person ruled about a proposal. Decisions are only ever added; the latest one counts.
public struct Decision: Hashable, Sendable, Identified {
    /// What was ruled.
    public enum Ruling: Hashable, Sendable {
        /// It is as the machine read it.
        case accept
        /// It is no statement, or not this speaker's.
        case reject
        /// Someone else said it.
        case speaker(Identifier<Speaker>)
        /// It was said at another time.
        case date(EDTFDate)
        /// It is the same statement as another.
        case same(Identifier<Statement>)
        /// It is not the same statement as another, though it looks so.
        case distinct(Identifier<Statement>)
    }

    /// `dec`.
    public static let identifierPrefix = "dec"
    /// Made from the statement, the ruling, and the decision before it.
    public let id: Identifier<Decision>
    /// The statement that was ruled on.
    public let statement: Identifier<Statement>
    /// What was ruled.
    public let ruling: Ruling
    /// Who ruled, where they said so.
    public let by: String?
    /// Why, where they said so.
    public let reason: String?

    /// A ruling on a statement.
    public init(
        id: Identifier<Decision>, statement: Identifier<Statement>, ruling: Ruling, by: String?,
        reason: String?
    ) {
        self.id = id
        self.statement = statement
        self.ruling = ruling
        self.by = by
        self.reason = reason
    }
}
