import EDTF

/// The date from which relative expressions count, as precise as it is known.
struct TemporalAnchor: Sendable {
    /// The years that dates are read in; a date beyond them is taken for unresolved.
    static let years = 1...9998

    let year: Int
    let month: Int?
    let day: CalendarDay?

    /// The anchor that a date gives; nil where it is open, or wider than a year.
    init?(published date: EDTFDate?) {
        let local = date?.localDay
        guard let first = local ?? date?.earliestDay, let last = local ?? date?.latestDay,
            first.year == last.year,
            Self.years.contains(first.year)
        else { return nil }
        year = first.year
        month = first.month == last.month ? first.month : nil
        day = first == last ? first : nil
    }

    /// The anchor that a point in the text gives; nil for what is longer than a year.
    init?(point: TimePoint) {
        guard let year = point.year, Self.years.contains(year) else { return nil }
        self.year = year
        day = point.day
        switch point {
        case .quarter(_, let quarter): month = quarter * 3
        case .season(_, let season): month = season * 3
        case .week(let monday): month = monday.month
        default: month = point.month
        }
    }

    /// The unit so many units from the one that holds the anchor; nil where the anchor isn't precise enough.
    func point(_ unit: TimeUnit, offset: Int) -> TimePoint? {
        guard abs(offset) < 4_000_000 else { return nil }
        switch unit {
        case .day:
            return shifted(day, days: offset).map(TimePoint.day)
        case .week, .fortnight:
            let weeks = unit == .week ? offset : offset * 2
            return shifted(day.map { $0.adding(days: 1 - $0.weekday) }, days: weeks * 7).map(TimePoint.week)
        case .weekend:
            return shifted(day.map { $0.adding(days: 6 - $0.weekday) }, days: offset * 7).map(
                TimePoint.weekend)
        case .month:
            guard let month else { return nil }
            return monthPoint(year * 12 + month - 1 + offset)
        case .quarter:
            guard let month else { return nil }
            let index = year * 4 + (month - 1) / 3 + offset
            return Self.valid(
                .quarter(year: index.floorDivided(by: 4), quarter: index.floorRemainder(by: 4) + 1))
        case .half:
            guard let month else { return nil }
            let index = year * 2 + (month - 1) / 6 + offset
            return Self.valid(.half(year: index.floorDivided(by: 2), half: index.floorRemainder(by: 2) + 1))
        case .season:
            guard let month else { return nil }
            let index = (year * 12 + month - 3).floorDivided(by: 3) + offset
            return Self.valid(
                .season(year: index.floorDivided(by: 4), season: index.floorRemainder(by: 4) + 1))
        case .year:
            return Self.valid(.year(year + offset))
        case .decade:
            let decade = year / 10 + offset
            return (1...998).contains(decade) ? .decade(decade) : nil
        case .century:
            let century = year / 100 + offset
            return (1...98).contains(century) ? .century(century) : nil
        case .second, .minute, .hour, .millennium, .period:
            return nil
        }
    }

    private func shifted(_ day: CalendarDay?, days: Int) -> CalendarDay? {
        guard let day else { return nil }
        let result = day.adding(days: days)
        return Self.years.contains(result.year) ? result : nil
    }

    private func monthPoint(_ index: Int) -> TimePoint? {
        Self.valid(.month(year: index.floorDivided(by: 12), month: index.floorRemainder(by: 12) + 1))
    }

    private static func valid(_ point: TimePoint) -> TimePoint? {
        point.year.map(years.contains) == true ? point : nil
    }
}

extension TimePoint {
    /// The point as far away in units, and as fine as it is itself: a year before `1989-Q3` is `1988-Q3`.
    func shifted(_ unit: TimeUnit, by count: Int) -> TimePoint? {
        guard abs(count) < 4_000_000 else { return nil }
        let months: Int
        switch unit {
        case .day, .week, .fortnight, .weekend:
            guard let day else {
                if case .week(let monday) = self, unit == .week {
                    return TemporalAnchor(point: .day(monday))?.point(.week, offset: count)
                }
                return nil
            }
            let days = unit == .day ? count : unit == .fortnight ? count * 14 : count * 7
            return TemporalAnchor(point: .day(day))?.point(.day, offset: days)
        case .month: months = count
        case .quarter: months = count * 3
        case .half: months = count * 6
        case .year: months = count * 12
        case .decade: months = count * 120
        case .century: months = count * 1200
        default: return nil
        }
        return shifted(months: months)
    }

    private func shifted(months: Int) -> TimePoint? {
        switch self {
        case .day(let day), .part(let day, _), .clock(let day, _):
            guard
                case .month(let year, let month) = TemporalAnchor(point: .day(day))?.point(
                    .month, offset: months)
            else { return nil }
            let last = CalendarDay.length(ofMonth: month, year: year)
            return CalendarDay(year: year, month: month, day: min(day.day, last)).map(TimePoint.day)
        case .month:
            return TemporalAnchor(point: self)?.point(.month, offset: months)
        case .quarter where months % 3 == 0:
            return TemporalAnchor(point: self)?.point(.quarter, offset: months / 3)
        case .fiscalQuarter(let year, let month) where months % 12 == 0:
            let result = year + months / 12
            return TemporalAnchor.years.contains(result) ? .fiscalQuarter(year: result, month: month) : nil
        case .year where months % 12 == 0:
            return TemporalAnchor(point: self)?.point(.year, offset: months / 12)
        case .season(let year, let season) where months % 12 == 0:
            let result = year + months / 12
            return TemporalAnchor.years.contains(result) ? .season(year: result, season: season) : nil
        default:
            return nil
        }
    }
}

extension Int {
    /// The quotient, rounded towards negative infinity.
    func floorDivided(by divisor: Int) -> Int {
        self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
    }

    /// What is left of the quotient rounded towards negative infinity.
    func floorRemainder(by divisor: Int) -> Int { self - floorDivided(by: divisor) * divisor }
}
