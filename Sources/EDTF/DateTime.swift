/// A day with a time of day.
public struct DateTime: Hashable, Sendable {
    /// What is said of the time zone.
    public enum Zone: Hashable, Sendable {
        /// Nothing: local time.
        case unstated
        /// `Z`.
        case utc
        /// Whole hours ahead of UTC (negative: behind it), `-04`.
        case hours(Int)
        /// Minutes ahead of UTC (negative: behind it), `+04:30`.
        case minutes(Int)

        /// How many minutes the clock is ahead of UTC; local time of an unknown place is read as UTC.
        public var minutesAhead: Int {
            switch self {
            case .unstated, .utc: 0
            case .hours(let hours): hours * 60
            case .minutes(let minutes): minutes
            }
        }
    }

    /// The day as written, in the zone of the date.
    public let day: CalendarDay
    /// The second of the day as written; 86,400 is `24:00:00`, the end of the day.
    public let second: Int
    /// The digits of a fraction of a second, as written; empty where there is none.
    public let fraction: String
    /// The time zone.
    public let zone: Zone

    /// The second in UTC, its fraction dropped.
    public var instant: Instant {
        Instant(seconds: Instant(day, second: second).seconds - Int64(zone.minutesAhead) * 60)
    }
}
