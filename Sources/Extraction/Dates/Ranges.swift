import EDTF

/// The first date of a range, which the second one completes: “from December to May 2022”, “from Monday to Friday”.
extension TemporalReader {
    /// An expression, with what the date behind it tells of it; nil where it tells nothing.
    func completed(_ first: Found, by end: TimePoint, at start: Int, isRelative: Bool) -> Found? {
        let link = start - 1
        guard first.expression.tokens.upperBound == link else { return nil }
        let isRange =
            isDash(link) || isAny(link, ["to", "through", "until", "till"]) || isA(link, .rangeEnd)
            || isAny(link, ["and"]) && isAny(first.expression.tokens.lowerBound - 1, ["between"])
        let isList = isRange || isAny(link, ["and", "or"]) || text.tokens[start].kind == .number
        let point =
            isRange && isRelative
            ? weekdayBefore(end, first) : isList && !isRelative ? dateBefore(end, first) : nil
        guard let point else { return nil }
        var shared = first
        shared.point = point
        shared.expression.value = point.timexValue
        shared.expression.date = point.date(isApproximate: false)
        shared.expression.isRelative = isRelative
        return shared
    }

    /// “from December to May 2022”: the year that stands with the second date is that of the first, too.
    private func dateBefore(_ end: TimePoint, _ first: Found) -> TimePoint? {
        guard let year = end.year, [.monthPast, .monthFuture, .dayNearest].contains(first.expression.rule)
        else { return nil }
        switch (first.point, end) {
        case (.month(_, let month), .month(_, let end)):
            return .month(year: month > end ? year - 1 : year, month: month)
        case (.day(let day), .day(let end)):
            let isBefore = (day.month, day.day) > (end.month, end.day)
            return CalendarDay(year: isBefore ? year - 1 : year, month: day.month, day: day.day)
                .map(TimePoint.day)
        default: return nil
        }
    }

    /// “from Monday to Friday”: a range that is over began before it ended.
    private func weekdayBefore(_ end: TimePoint, _ first: Found) -> TimePoint? {
        guard first.expression.rule == .weekdayPast, case .day(let day)? = first.point,
            case .day(let end) = end, day > end, day.adding(days: -7) <= end
        else { return nil }
        return .day(day.adding(days: -7))
    }

    /// “July-August 2014”, in one word.
    func readMonthPair(at head: Int) -> Reading? {
        guard text.tokens[head].bytes.count <= 40 else { return nil }
        let parts = parts(of: head)
        guard parts.count == 2,
            parts.allSatisfy({ $0.word.kinds.contains(.month) && (1...12).contains($0.word.value) })
        else { return nil }
        let (first, last) = (Int(parts[0].word.value), Int(parts[1].word.value))
        var calendar = MonthReading(tokens: head..<head + 1, month: last)
        let year = isSlavic ? slavicYear(at: head + 1, isMarked: false) : yearBehind(head + 1)
        if let year {
            calendar.year = year.year
            calendar.isRelativeYear = year.isRelative
            calendar.tokens = head..<year.end
        }
        guard var reading = resolve(calendar), case .month(let year, _)? = reading.point else { return nil }
        let point = TimePoint.months((first > last ? year - 1 : year) * 12 + first - 1, year * 12 + last - 1)
        reading.point = point
        reading.value = point.timexValue
        return reading
    }

    /// The day that ends a range of weekdays to come: “from Friday to Monday”.
    func rangeEnd(_ day: CalendarDay, at head: Int) -> CalendarDay {
        guard isAny(head - 1, ["to", "through", "until", "till"]) || isDash(head - 1),
            let last = found.last, last.expression.tokens.upperBound == head - 1,
            last.expression.rule == .weekdayFuture, let first = last.point?.day, first > day
        else { return day }
        return day.adding(days: 7)
    }
}
