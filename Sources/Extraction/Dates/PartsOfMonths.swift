import EDTF

/// Days and weeks of a month or a year by number: “the first week of May”, “the last day of 2022”, “the last days of August”.
extension TemporalReader {
    /// The expression around a day or a week that is numbered in the month or year behind it.
    func readPartOfMonth(_ context: UnitContext) -> Reading? {
        guard context.unit == .day || context.unit == .week, context.quantity == nil,
            isAny(context.head + 1, ["of", "in"]),
            let number = context.ordinal
                ?? (context.relation == .last || context.relation == .final ? 0 : nil),
            var whole = monthOrYear(at: context.head + 2), let (first, last) = whole.point?.bounds
        else { return nil }
        whole.tokens = context.start..<whole.tokens.upperBound
        if context.isPlural {
            // A handful of them, and nobody says how many.
            whole.isApproximate = true
            whole.grows = false
            return number <= 1 ? whole : nil
        }
        let length = context.unit == .day ? 1 : 7
        let start = number == 0 ? last.adding(days: 1 - length) : first.adding(days: (number - 1) * length)
        guard start >= first, start <= last else { return nil }
        let end = min(start.adding(days: length - 1), last)
        return reading(
            length == 1 ? .day(start) : .days(start, end), whole.tokens, rule: whole.rule,
            isRelative: whole.isRelative)
    }

    private func monthOrYear(at index: Int) -> Reading? {
        if isA(index, .month) {
            return monthAndDay(at: index).flatMap { $0.day == nil ? resolve($0) : nil }
        }
        guard digitCount(index) == 4, let year = number(index), (1000...2999).contains(year) else {
            return nil
        }
        return reading(.year(year), index..<index + 1, rule: .absoluteYear, isRelative: false)
    }
}

extension TimePoint {
    /// The first and the last day of a month or a year.
    fileprivate var bounds: (first: CalendarDay, last: CalendarDay)? {
        let months: (first: Int, last: Int)
        switch self {
        case .month(_, let month): months = (month, month)
        case .year: months = (1, 12)
        default: return nil
        }
        guard let year, let first = CalendarDay(year: year, month: months.first, day: 1),
            let last = CalendarDay(year: year, month: months.last, day: 1)?.lastOfMonth
        else { return nil }
        return (first, last)
    }
}
