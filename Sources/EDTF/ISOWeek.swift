/// A week of the ISO calendar: it begins on a Monday, and belongs to the year that its Thursday is in (ISO 8601-1).
public struct ISOWeek: Hashable, Sendable, Comparable {
    /// The year that the week belongs to; not always that of each of its days.
    public let year: Int
    /// The number of the week, 1 to 53.
    public let week: Int

    /// The Monday of the week.
    public var monday: CalendarDay {
        // 4 January is always in the first week.
        CalendarDay.closest(year: year, month: 1, day: 4).monday.adding(days: (week - 1) * 7)
    }

    /// The week with this number; nil where the year has no such week.
    public init?(year: Int, week: Int) {
        guard (1...53).contains(week), CalendarDay.years.contains(year) else { return nil }
        self.init(validYear: year, week: week)
        if monday.isoWeek != self { return nil }
    }

    fileprivate init(validYear year: Int, week: Int) {
        self.year = year
        self.week = week
    }

    /// Chronological order.
    public static func < (earlier: ISOWeek, later: ISOWeek) -> Bool {
        (earlier.year, earlier.week) < (later.year, later.week)
    }
}

extension CalendarDay {
    /// The week that the day is in.
    public var isoWeek: ISOWeek {
        let thursday = adding(days: 4 - weekday)
        return ISOWeek(validYear: thursday.year, week: (thursday.dayOfYear - 1) / 7 + 1)
    }

    /// The Monday of the week that the day is in.
    public var monday: CalendarDay { adding(days: 1 - weekday) }

    /// The Sunday of the week that the day is in.
    public var sunday: CalendarDay { adding(days: 7 - weekday) }

    /// The number of the day in its year, from 1.
    public var dayOfYear: Int {
        ordinal - CalendarDay.closest(year: year, month: 1, day: 1).ordinal + 1
    }
}
