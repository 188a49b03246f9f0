import EDTF
import Statements

/// How many statements a timeline has, and what days it spans.
public struct TimelineSummary: Sendable {
    /// The number of statements.
    public private(set) var count = 0
    private var first: CalendarDay?
    private var last: CalendarDay?

    /// A summary of nothing.
    public init() {}

    /// Counts a statement.
    public mutating func add(_ statement: Statement) {
        count += 1
        guard let date = statement.timelineDate else { return }
        if let day = date.earliestDay ?? date.latestDay { first = first.map { min($0, day) } ?? day }
        if let day = date.latestDay ?? date.earliestDay { last = last.map { max($0, day) } ?? day }
    }

    /// “7 statements, 18–19 December 2023”.
    public var description: String {
        let counted = "\(count) statement\(count == 1 ? "" : "s")"
        guard let first, let last else { return counted }
        return counted + ", " + SpokenDate.span(from: first, to: last)
    }
}
