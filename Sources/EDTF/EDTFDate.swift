/// A date in the Extended Date/Time Format (ISO 8601-2:2019; Library of Congress, 2019-02-04).
public struct EDTFDate: Hashable, Sendable {
    /// The date as the standard writes it.
    public let description: String
    /// The first and the last day that it can mean; nil where that side is open or unknown.
    public let earliestDay: CalendarDay?
    /// The last day that it can mean; nil where that side is open or unknown.
    public let latestDay: CalendarDay?
}
