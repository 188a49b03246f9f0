import EDTF
import Statements

/// What Extraction finds in one document.
public struct Findings: Hashable, Sendable {
    /// The quotes, in the order of the text.
    public var quotes: [FoundQuote]
    /// The temporal expressions, in the order of the text.
    public var dates: [FoundDate]

    /// Findings of a document.
    public init(quotes: [FoundQuote] = [], dates: [FoundDate] = []) {
        self.quotes = quotes
        self.dates = dates
    }
}

/// A quote, and the statement of this document that it is evidence of.
public struct FoundQuote: Hashable, Sendable {
    /// The quote.
    public var quote: Quote
    /// Quotes with the same number are one statement: one speaker's words on one occasion. Counted from 0; nil for a belief, an
    /// intention or a perception, which is no statement.
    public var statement: Int?
    /// The number of the candidate that it was to the judge.
    var candidate: Int?

    /// A quote of a statement, or of none.
    public init(quote: Quote, statement: Int?) {
        self.init(quote: quote, statement: statement, candidate: nil)
    }

    init(quote: Quote, statement: Int?, candidate: Int?) {
        self.quote = quote
        self.statement = statement
        self.candidate = candidate
    }
}

/// The types of temporal expressions that TIMEX3 tells apart (ISO-TimeML, ISO 24617-1).
public enum TimexType: String, Sendable, CaseIterable, Codable {
    /// A calendar date: “on Monday”, “last year”.
    case date = "DATE"
    /// A time of day: “at noon”.
    case time = "TIME"
    /// A length of time: “for weeks”.
    case duration = "DURATION"
    /// Something that recurs: “every Friday”.
    case set = "SET"
}

/// A temporal expression of a document.
public struct FoundDate: Hashable, Sendable {
    /// Where it stands.
    public var passage: Passage
    /// What type of expression it is.
    public var type: TimexType
    /// Its TIMEX3 value: `2023-12-18`, `P2W`, `PAST_REF`.
    public var value: String
    /// The date that it means, for a date that could be resolved.
    public var date: EDTFDate?

    /// A temporal expression at a place.
    public init(passage: Passage, type: TimexType, value: String, date: EDTFDate?) {
        self.passage = passage
        self.type = type
        self.value = value
        self.date = date
    }
}
