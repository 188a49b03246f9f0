/// A day of the proleptic Gregorian calendar, with astronomical years (year 0 is 1 BC), as ISO 8601 has it.
public struct CalendarDay: Hashable, Sendable, Comparable {
    /// The astronomical year.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// The day with these parts; nil where the calendar has no such day, and for a year beyond `years`.
    public init?(year: Int, month: Int, day: Int) {
        guard CalendarDay.years.contains(year), (1...12).contains(month),
            day >= 1, day <= CalendarDay.length(ofMonth: month, year: year)
        else { return nil }
        self.init(validYear: year, month: month, day: day)
    }

    init(validYear year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day that is `ordinal` days after 1970-01-01, at most at the limits of the calendar.
    ///
    /// Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”, `civil_from_days`.
    public init(ordinal: Int) {
        let limits = CalendarDay.ordinals
        let shifted = min(max(ordinal, limits.lowerBound), limits.upperBound) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        self.init(
            validYear: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
            month: month,
            day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        )
    }

    private static let ordinals: ClosedRange<Int> = {
        let first = CalendarDay(validYear: years.lowerBound, month: 1, day: 1)
        let last = CalendarDay(validYear: years.upperBound, month: 12, day: 31)
        return first.ordinal...last.ordinal
    }()

    /// Days since 1970-01-01 (Hinnant's `days_from_civil`).
    public var ordinal: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The ISO weekday: Monday is 1, Sunday 7.
    public var weekday: Int {
        let fromMonday = (ordinal + 3) % 7
        return (fromMonday < 0 ? fromMonday + 7 : fromMonday) + 1
    }

    /// The number of days in a month of a year.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether the year has a 29 February.
    public static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Chronological order.
    public static func < (earlier: CalendarDay, later: CalendarDay) -> Bool {
        (earlier.year, earlier.month, earlier.day) < (later.year, later.month, later.day)
    }
}

extension CalendarDay: CustomStringConvertible {
    /// The day as ISO 8601 writes it, `2023-12-18`.
    public var description: String {
        func padded(_ number: Int, to width: Int) -> String {
            let digits = String(number.magnitude)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let sign = year < 0 ? "-" : ""
        return "\(sign)\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }
}
