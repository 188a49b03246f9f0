extension EDTFDate {
    /// The first day that it can mean, in UTC; nil where it is open, unknown, or beyond what a `CalendarDay` can be.
    public var earliestDay: CalendarDay? {
        switch form {
        case .date(let date): date.firstDay
        case .dateTime(let dateTime): dateTime.instant.day
        case .interval(let interval): interval.start.date?.firstDay
        case .set(let set): set.firstDay
        }
    }

    /// The last day that it can mean, in UTC; nil where it is open, unknown, or beyond what a `CalendarDay` can be.
    public var latestDay: CalendarDay? {
        switch form {
        case .date(let date): date.lastDay
        case .dateTime(let dateTime): dateTime.instant.day
        case .interval(let interval): interval.end.date?.lastDay
        case .set(let set): set.lastDay
        }
    }

    /// The single day that it is or lies in, by the clock of the zone that it is written in; nil where it is no single day.
    public var localDay: CalendarDay? {
        if case .dateTime(let dateTime) = form { return dateTime.day }
        let day = earliestDay
        return day == latestDay ? day : nil
    }

    /// The first second that it can mean: of a day, 00:00:00 UTC; nil where there is no earliest day.
    public var earliest: Instant? {
        if case .dateTime(let dateTime) = form { return dateTime.instant }
        return earliestDay.map { Instant($0, second: 0) }
    }

    /// The last second that it can mean: of a day, 23:59:59 UTC; nil where there is no latest day.
    public var latest: Instant? {
        if case .dateTime(let dateTime) = form { return dateTime.instant }
        return latestDay.map { Instant($0, second: Int(Instant.secondsOfDay) - 1) }
    }

    /// The bounds as output shows them: days (`2023-12-18`), and seconds (RFC 3339) only where the date has a time
    /// of day.
    public var boundsText: (earliest: String?, latest: String?) {
        if case .dateTime(let dateTime) = form {
            let text = dateTime.instant.description
            return (text, text)
        }
        return (earliestDay?.description, latestDay?.description)
    }
}

extension EDTFDate.DateSet {
    /// The first day of the earliest member; nil where a member has none.
    fileprivate var firstDay: CalendarDay? {
        var first: CalendarDay?
        for member in members {
            if case .onOrBefore = member { return nil }
            guard let day = member.dates.first?.firstDay else { return nil }
            first = min(first ?? day, day)
        }
        return first
    }

    /// The last day of the latest member; nil where a member has none.
    fileprivate var lastDay: CalendarDay? {
        var last: CalendarDay?
        for member in members {
            if case .onOrAfter = member { return nil }
            guard let day = member.dates.last?.lastDay else { return nil }
            last = max(last ?? day, day)
        }
        return last
    }
}

extension PartialDate {
    /// The first day that the date can mean.
    public var firstDay: CalendarDay? {
        guard let years = year.range(significantDigits: significantDigits) else { return nil }
        switch division {
        case nil: return CalendarDay(year: years.lowerBound, month: 1, day: 1)
        case .part(let part):
            return CalendarDay.first(ofMonth: part.months.lowerBound, year: years.lowerBound)
        case .month(let month):
            guard let day else {
                return month.months.first.flatMap { CalendarDay(year: years.lowerBound, month: $0, day: 1) }
            }
            return PartialDate.firstDay(year: year, months: month.months, days: day.days)
        }
    }

    /// The last day that the date can mean.
    public var lastDay: CalendarDay? {
        guard let years = year.range(significantDigits: significantDigits) else { return nil }
        switch division {
        case nil: return CalendarDay(year: years.upperBound, month: 12, day: 31)
        case .part(let part):
            return CalendarDay.last(ofMonth: part.months.upperBound, year: years.upperBound)
        case .month(let month):
            guard let day else {
                return month.months.last.flatMap { CalendarDay.last(ofMonth: $0, year: years.upperBound) }
            }
            return PartialDate.firstDay(
                year: year, months: month.months.reversed(), days: day.days.reversed(), isBackward: true)
        }
    }

    /// The first of the year's candidates that has one of these days, and that day. A year without it is rare:
    /// only 29 February can be missing, and of thousand years with one last digit some have it or none does.
    private static func firstDay(
        year: Year, months: [Int], days: [Int], isBackward: Bool = false
    ) -> CalendarDay? {
        guard case .calendar(let digits, let isNegative) = year else { return nil }
        let count = digits.candidateCount
        let rises = isNegative == isBackward
        for index in 0..<count {
            let magnitude = digits.candidate(rises ? index : count - 1 - index)
            if isNegative, magnitude == 0 { continue }
            let year = isNegative ? -magnitude : magnitude
            for month in months {
                for day in days {
                    if let found = CalendarDay(year: year, month: month, day: day) { return found }
                }
            }
        }
        return nil
    }

    /// Whether an interval can lead from this date to another. A date counts by its first day, one with unspecified
    /// digits by whichever of its days lets the interval stand.
    func canPrecede(_ end: PartialDate) -> Bool {
        let ends = end.hasUnspecifiedDigits ? end.lastDay : end.firstDay
        guard let begins = firstDay, let ends else { return true }
        return begins <= ends
    }
}

extension DigitPattern {
    /// The months that the pattern can stand for.
    fileprivate var months: [Int] { (1...12).filter(matches) }

    /// The days of a month that the pattern can stand for.
    fileprivate var days: [Int] { (1...31).filter(matches) }
}
