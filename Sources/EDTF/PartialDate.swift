/// A date without a time of day, as far as it is given: a year; perhaps a month or another part of the year;
/// perhaps a day. Digits may be unspecified, and each part may be uncertain or approximate.
public struct PartialDate: Hashable, Sendable {
    /// What stands in the place of the month.
    public enum Division: Hashable, Sendable {
        /// A month, `06`, `1X`, `XX`.
        case month(DigitPattern)
        /// A season, a quarter, a quadrimester or a half.
        case part(SubYear)
    }

    /// The year.
    public let year: Year
    /// How many digits of the year are significant, where that is said (`1950S2`).
    public let significantDigits: Int?
    /// The month, or another part of the year.
    public let division: Division?
    /// The day of the month; only where there is a month.
    public let day: DigitPattern?
    /// How sure each part is.
    public internal(set) var qualifiers: Qualifiers

    /// The parts as the parser and the factories have checked them.
    init(
        year: Year, significantDigits: Int? = nil, division: Division? = nil, day: DigitPattern? = nil,
        qualifiers: Qualifiers = Qualifiers()
    ) {
        self.year = year
        self.significantDigits = significantDigits
        self.division = division
        self.day = day
        self.qualifiers = qualifiers
    }

    /// The year, where it is a single one and known; with significant digits, the estimate.
    public var yearNumber: Int? { year.number }

    /// The month, where there is one and it is known.
    public var monthNumber: Int? {
        if case .month(let digits) = division { return digits.value }
        return nil
    }

    /// The day of the month, where there is one and it is known.
    public var dayNumber: Int? { day?.value }

    /// The season, quarter, quadrimester or half, where there is one.
    public var part: SubYear? {
        if case .part(let part) = division { return part }
        return nil
    }

    /// The calendar day, where it is given whole.
    public var calendarDay: CalendarDay? {
        guard let yearNumber, let monthNumber, let dayNumber else { return nil }
        return CalendarDay(year: yearNumber, month: monthNumber, day: dayNumber)
    }

    /// Whether a digit is unspecified.
    public var hasUnspecifiedDigits: Bool {
        if year.hasUnspecifiedDigits || day?.value == nil && day != nil { return true }
        if case .month(let digits) = division { return digits.value == nil }
        return false
    }

    /// Whether a part of it is approximate.
    public var isApproximate: Bool { qualifiers.all.contains(.approximate) }

    /// Whether a part of it is uncertain.
    public var isUncertain: Bool { qualifiers.all.contains(.uncertain) }

    /// To what the date is given.
    public var precision: Precision {
        if day != nil { return .day }
        switch (division, year) {
        case (.month, _): return .month
        case (.part(let part), _): return part.precision
        case (nil, .decade): return .decade
        case (nil, .century): return .century
        case (nil, _): return .year
        }
    }

    /// The same date, with every part qualified further.
    func qualified(_ qualifier: Qualifier) -> PartialDate {
        var copy = self
        copy.qualifiers.year.formUnion(qualifier)
        if division != nil { copy.qualifiers.month.formUnion(qualifier) }
        if day != nil { copy.qualifiers.day.formUnion(qualifier) }
        return copy
    }
}
