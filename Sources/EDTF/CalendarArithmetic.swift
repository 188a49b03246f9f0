extension CalendarDay {
    /// The years that a day can have: within them, seconds since 1970 fit into 64 bits.
    public static let years: ClosedRange<Int> = -100_000_000_000...100_000_000_000

    static func clamped(year: Int) -> Int { min(max(year, years.lowerBound), years.upperBound) }

    /// The day so many days later (earlier where `days` is negative), at most at the limits of the calendar.
    public func adding(days: Int) -> CalendarDay {
        CalendarDay(ordinal: ordinal.saturatingAdd(days))
    }

    /// The same day of the month so many months later; the last day of that month where it has no such day
    /// (31 January and one month give 28 or 29 February).
    public func adding(months: Int) -> CalendarDay {
        // Months beyond the calendar's limits all lead to its end.
        let furthest = 24 * CalendarDay.years.upperBound + 24
        let total = year * 12 + month - 1 + min(max(months, -furthest), furthest)
        let newYear = total >= 0 ? total / 12 : (total - 11) / 12
        return CalendarDay.closest(year: newYear, month: total - newYear * 12 + 1, day: day)
    }

    /// The same day so many years later; 28 February where that year has no 29th.
    public func adding(years: Int) -> CalendarDay {
        CalendarDay.closest(year: year.saturatingAdd(years), month: month, day: day)
    }

    /// The day, or the last one of its month where it has no such day.
    static func closest(year: Int, month: Int, day: Int) -> CalendarDay {
        let year = clamped(year: year)
        return CalendarDay(validYear: year, month: month, day: min(day, length(ofMonth: month, year: year)))
    }

    /// The first day of a month, counted on beyond December into the next year.
    static func first(ofMonth month: Int, year: Int) -> CalendarDay? {
        CalendarDay(year: year + (month - 1) / 12, month: (month - 1) % 12 + 1, day: 1)
    }

    /// The last day of a month, counted on beyond December into the next year.
    static func last(ofMonth month: Int, year: Int) -> CalendarDay? {
        first(ofMonth: month, year: year)?.lastOfMonth
    }

    /// The first day of the month.
    public var firstOfMonth: CalendarDay { CalendarDay(validYear: year, month: month, day: 1) }

    /// The last day of the month.
    public var lastOfMonth: CalendarDay {
        CalendarDay(validYear: year, month: month, day: CalendarDay.length(ofMonth: month, year: year))
    }
}

extension Int {
    /// The sum, or the largest or smallest number there is.
    fileprivate func saturatingAdd(_ other: Int) -> Int {
        let (sum, overflows) = addingReportingOverflow(other)
        return overflows ? (other > 0 ? .max : .min) : sum
    }
}
