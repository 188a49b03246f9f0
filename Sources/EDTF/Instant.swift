/// A second in time: how many have passed since 1970-01-01T00:00:00Z, leap seconds not counted.
public struct Instant: Comparable, Hashable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z; negative before it.
    public let seconds: Int64

    /// The second that is so many after 1970-01-01T00:00:00Z.
    public init(seconds: Int64) { self.seconds = seconds }

    /// A second of a day in UTC, 0 to 86,400. The calendar's limits keep it within 64 bits.
    public init(_ day: CalendarDay, second: Int) {
        self.seconds = Int64(day.ordinal) * Instant.secondsOfDay + Int64(second)
    }

    static let secondsOfDay: Int64 = 86_400

    /// The day in UTC.
    public var day: CalendarDay { CalendarDay(ordinal: Int(wholeDays)) }

    /// The second of that day, from 0.
    public var secondOfDay: Int {
        let remainder = seconds % Instant.secondsOfDay
        return Int(remainder < 0 ? remainder + Instant.secondsOfDay : remainder)
    }

    private var wholeDays: Int64 {
        let quotient = seconds / Instant.secondsOfDay
        return seconds % Instant.secondsOfDay < 0 ? quotient - 1 : quotient
    }

    /// Chronological order.
    public static func < (earlier: Instant, later: Instant) -> Bool { earlier.seconds < later.seconds }
}

extension Instant: CustomStringConvertible {
    /// The second in UTC as RFC 3339 writes it, `2023-12-19T08:00:00Z`.
    public var description: String {
        var output = Array(day.description.utf8)
        output.append(UInt8(ascii: "T"))
        output.append(contentsOf: clock(secondOfDay))
        output.append(UInt8(ascii: "Z"))
        return String(decoding: output, as: UTF8.self)
    }
}

/// A second of the day, 0 to 86,400, as `hh:mm:ss`.
func clock(_ second: Int) -> [UInt8] {
    let parts = [second / 3_600, second / 60 % 60, second % 60]
    return Array(parts.map { DigitPattern($0, count: 2).bytes }.joined(separator: [UInt8(ascii: ":")]))
}
