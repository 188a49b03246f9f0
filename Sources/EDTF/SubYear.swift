/// A part of a year other than a month: a season, a quarter, a quadrimester or a half. The raw value is the
/// number that stands in the place of the month (level 2, “Sub-year groupings”).
public enum SubYear: Int, Hashable, Sendable, CaseIterable {
    /// A season, independent of location.
    case spring = 21
    case summer, autumn, winter
    /// A season of the northern hemisphere.
    case northernSpring, northernSummer, northernAutumn, northernWinter
    /// A season of the southern hemisphere.
    case southernSpring, southernSummer, southernAutumn, southernWinter
    /// Three months.
    case firstQuarter, secondQuarter, thirdQuarter, fourthQuarter
    /// Four months.
    case firstQuadrimester, secondQuadrimester, thirdQuadrimester
    /// Six months.
    case firstHalf, secondHalf

    /// Which of its kind it is in the year, from 1: spring is 1, winter 4.
    public var number: Int {
        switch rawValue {
        case ...32: (rawValue - 21) % 4 + 1
        case ...36: rawValue - 32
        case ...39: rawValue - 36
        default: rawValue - 39
        }
    }

    /// The hemisphere of a season, where one is given.
    public var hemisphere: Hemisphere? {
        switch rawValue {
        case 25...28: .northern
        case 29...32: .southern
        default: nil
        }
    }

    /// Season, quarter, quadrimester or half.
    public var precision: Precision {
        switch rawValue {
        case ...32: .season
        case ...36: .quarter
        case ...39: .quadrimester
        default: .half
        }
    }

    /// The months, counted from January of the year as 1; a season that reaches into the next year goes beyond 12.
    ///
    /// Seasons are the meteorological ones (three whole months, spring from March), and those that are
    /// independent of location are read as northern. Winter begins in December of its year, as does the
    /// southern summer.
    public var months: ClosedRange<Int> {
        switch rawValue {
        case ...28: SubYear.threeMonths(from: 3 * number)
        case ...32: SubYear.threeMonths(from: [9, 12, 3, 6][number - 1])
        case ...36: SubYear.threeMonths(from: 3 * number - 2)
        case ...39: (4 * number - 3)...(4 * number)
        default: (6 * number - 5)...(6 * number)
        }
    }

    private static func threeMonths(from first: Int) -> ClosedRange<Int> { first...(first + 2) }
}

/// A half of the earth, to tell whose season it is.
public enum Hemisphere: Hashable, Sendable {
    /// North of the equator.
    case northern
    /// South of the equator.
    case southern
}

/// One of the four seasons.
public enum Season: Int, Hashable, Sendable, CaseIterable {
    /// March to May in the north.
    case spring = 1
    /// June to August in the north.
    case summer
    /// September to November in the north.
    case autumn
    /// December to February in the north.
    case winter
}

/// To what a date is given, from the coarsest to the finest.
public enum Precision: Int, Hashable, Sendable, Comparable, CaseIterable {
    /// A hundred years, `19`.
    case century
    /// Ten years, `198`.
    case decade
    /// A year; digits of it may be unspecified (`198X`).
    case year
    /// Six months.
    case half
    /// Four months.
    case quadrimester
    /// Three months by the calendar.
    case quarter
    /// Three months by the weather.
    case season
    /// A month.
    case month
    /// A day.
    case day
    /// A second of a day.
    case second

    /// Coarser before finer.
    public static func < (coarser: Precision, finer: Precision) -> Bool { coarser.rawValue < finer.rawValue }
}
