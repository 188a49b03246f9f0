extension EDTFDate {
    /// A day. A year beyond four digits can have no day in this format: the date is the year then.
    public init(day: CalendarDay) {
        self.init(PartialDate(day: day))
    }

    /// A month; a number beyond 1 to 12 reaches into the years before and after.
    public static func month(year: Int, month: Int) -> EDTFDate {
        let (year, month) = carry(year: year, number: month, perYear: 12)
        return EDTFDate(PartialDate(year: year, division: .month(DigitPattern(month, count: 2))))
    }

    /// A year; beyond four digits with the prefix `Y`.
    public static func year(_ year: Int) -> EDTFDate {
        EDTFDate(PartialDate(year: year))
    }

    /// The ten years that a year belongs to, as a year with its last digit unspecified: 2013 gives `201X`.
    public static func decade(of year: Int) -> EDTFDate { years(around: year, unspecified: 1) }

    /// The hundred years with the same first digits as a year: 1984 gives `19XX`.
    public static func century(of year: Int) -> EDTFDate { years(around: year, unspecified: 2) }

    /// Some month of a year, `2004-XX`.
    public static func unspecifiedMonth(year: Int) -> EDTFDate {
        EDTFDate(PartialDate(year: year, division: .month(DigitPattern(0, count: 2, unspecified: 2))))
    }

    /// Some day of a month, `2004-06-XX`; a month beyond 1 to 12 reaches into the years before and after.
    public static func unspecifiedDay(year: Int, month: Int) -> EDTFDate {
        let (year, month) = carry(year: year, number: month, perYear: 12)
        return EDTFDate(
            PartialDate(
                year: year, division: .month(DigitPattern(month, count: 2)),
                day: DigitPattern(0, count: 2, unspecified: 2)))
    }

    /// A season; without a hemisphere, of the place that the text is about.
    public static func season(year: Int, season: Season, hemisphere: Hemisphere? = nil) -> EDTFDate {
        let first =
            switch hemisphere {
            case nil: 21
            case .northern: 25
            case .southern: 29
            }
        return part(year: year, first: first, number: season.rawValue, perYear: 4)
    }

    /// A quarter, 1 to 4; a number beyond that reaches into the years before and after.
    public static func quarter(year: Int, quarter: Int) -> EDTFDate {
        part(year: year, first: 33, number: quarter, perYear: 4)
    }

    /// A quadrimester, 1 to 3; a number beyond that reaches into the years before and after.
    public static func quadrimester(year: Int, quadrimester: Int) -> EDTFDate {
        part(year: year, first: 37, number: quadrimester, perYear: 3)
    }

    /// A half of a year, 1 or 2; a number beyond that reaches into the years before and after.
    public static func half(year: Int, half: Int) -> EDTFDate {
        part(year: year, first: 40, number: half, perYear: 2)
    }

    /// A second in UTC.
    public static func dateTime(_ instant: Instant) -> EDTFDate {
        let day = instant.day
        guard PartialDate.hasFourDigits(day.year) else { return EDTFDate(day: day) }
        return EDTFDate(
            form: .dateTime(DateTime(day: day, second: instant.secondOfDay, fraction: "", zone: .utc)))
    }

    private static func part(year: Int, first: Int, number: Int, perYear: Int) -> EDTFDate {
        let (year, number) = carry(year: year, number: number, perYear: perYear)
        let part = SubYear(rawValue: first + number - 1)
        return EDTFDate(PartialDate(year: year, division: part.map { .part($0) }))
    }

    private static func years(around year: Int, unspecified: Int) -> EDTFDate {
        guard PartialDate.hasFourDigits(year) else {
            let known = max(1, String(year.magnitude).utf8.count - unspecified)
            return EDTFDate(PartialDate(year: Year(year), significantDigits: known))
        }
        let digits = DigitPattern(year, count: 4, unspecified: unspecified)
        return EDTFDate(PartialDate(year: .calendar(digits, isNegative: year < 0)))
    }

    /// Brings a number that counts from 1 within a year into its range, by years more or fewer.
    private static func carry(year: Int, number: Int, perYear: Int) -> (year: Int, number: Int) {
        let zeroBased = number.subtractingReportingOverflow(1).partialValue
        let remainder = zeroBased % perYear
        let years = remainder < 0 ? zeroBased / perYear - 1 : zeroBased / perYear
        let number = (remainder < 0 ? remainder + perYear : remainder) + 1
        return (CalendarDay.clamped(year: year.addingReportingOverflow(years).partialValue), number)
    }
}

extension PartialDate {
    /// A day; a year beyond four digits without its month and day.
    init(day: CalendarDay) {
        self.init(
            year: day.year, division: .month(DigitPattern(day.month, count: 2)),
            day: DigitPattern(day.day, count: 2))
    }

    /// A year with what stands beside it, which is dropped where the year has more than four digits.
    init(year: Int, division: Division? = nil, day: DigitPattern? = nil) {
        let fits = PartialDate.hasFourDigits(year)
        self.init(year: Year(year), division: fits ? division : nil, day: fits ? day : nil)
    }

    static func hasFourDigits(_ year: Int) -> Bool { (-9_999...9_999).contains(year) }
}

extension Year {
    /// A single year, with the prefix `Y` where it has more than four digits.
    init(_ year: Int) {
        if PartialDate.hasFourDigits(year) {
            self = .calendar(DigitPattern(year, count: 4), isNegative: year < 0)
        } else {
            self = .prefixed(
                PrefixedYear(isNegative: year < 0, digits: String(year.magnitude), exponent: nil))
        }
    }
}
