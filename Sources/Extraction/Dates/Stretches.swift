import EDTF

/// From when to when a length of time lasts that hangs on the day of publication.
extension TemporalReader {
    /// The dates of “the past three months”, “the next two weeks”, “within a year”; the date of “in five days”.
    ///
    /// What is past ends with the day of publication; what is to come begins behind the unit that it lies in.
    func stretch(_ quantity: Quantity, _ context: UnitContext, _ tokens: Range<Int>) -> EDTFDate? {
        guard case .exact(let count, false) = quantity, (1...1000).contains(count), let anchor,
            !context.isHyphenated, context.ordinal == nil
        else { return nil }
        if let relation = context.relation {
            guard relation != .that, relation != .this, relation != .final else { return nil }
            let isPast = relation.offset < 0
            guard let first = anchor.point(context.unit, offset: isPast ? -count : 1)?.firstDate,
                let last = isPast
                    ? anchor.point?.firstDate : anchor.point(context.unit, offset: count)?.lastDate
            else { return nil }
            return .interval(from: first, to: last)
        }
        let isWithin = isAny(tokens.lowerBound - 1, ["within"]) || isA(tokens.lowerBound - 1, .within)
        guard isWithin || isAny(tokens.lowerBound - 1, ["in"]), tense(at: tokens) == .future,
            let end = anchor.point(context.unit, offset: count)
        else { return nil }
        return isWithin
            ? .interval(from: anchor.point?.firstDate, to: end.lastDate) : end.date(isApproximate: false)
    }
}

extension TimePoint {
    /// The date of its beginning: for a week, its Monday; for other stretches of the calendar, the date itself.
    fileprivate var firstDate: EDTFDate? {
        switch self {
        case .week(let first), .weekend(let first), .days(let first, _): EDTFDate(day: first)
        default: date(isApproximate: false)
        }
    }

    /// The date of its end: for a week, its Sunday; for other stretches of the calendar, the date itself.
    fileprivate var lastDate: EDTFDate? {
        switch self {
        case .week(let monday): EDTFDate(day: monday.adding(days: 6))
        case .weekend(let saturday): EDTFDate(day: saturday.adding(days: 1))
        case .days(_, let last): EDTFDate(day: last)
        default: date(isApproximate: false)
        }
    }
}

extension TemporalAnchor {
    /// The anchor itself, as precise as it is known.
    fileprivate var point: TimePoint? {
        if let day { return .day(day) }
        return month.map { .month(year: year, month: $0) } ?? .year(year)
    }
}
