import EDTF

/// Units counted from a day that is named: “the day before yesterday”, “a week ago Monday”, “the week before last”.
extension TemporalReader {
    /// The expression that such a count is; `next` is where the name, or the word before it, can stand.
    func countedFromName(_ count: Quantity, _ context: UnitContext, _ next: Int) -> Reading? {
        guard case .exact(let number, false) = count else { return nil }
        if isAny(next, ["before", "after"]) {
            let sign = isWord(next, "before") ? -1 : 1
            if context.article == 1, number == 1, isWord(next + 1, sign < 0 ? "last" : "next") {
                return anchor?.point(context.unit, offset: sign * 2).map {
                    reading(
                        $0, context.start..<next + 2, rule: sign < 0 ? .lastUnit : .nextUnit, isRelative: true
                    )
                }
            }
            return namedDay(at: next + 1).flatMap { counted(number * sign, context, from: $0, end: next + 2) }
        }
        if isWord(next, "from"), let start = namedDay(at: next + 1) ?? weekdayToCome(at: next + 1) {
            return counted(number, context, from: start, end: next + 2)
        }
        guard isA(next, .ago) else { return nil }
        if let start = namedDay(at: next + 1) ?? weekdayPast(at: next + 1) {
            return counted(-number, context, from: start, end: next + 2)
        }
        // “two years ago this month”
        guard isWord(next + 1, "this"), let raw = value(next + 2, .unit),
            let unit = TimeUnit(rawValue: Int16(raw)),
            let start = anchor?.point(unit, offset: 0)
        else { return nil }
        return counted(-number, context, from: start, end: next + 3)
    }

    private func counted(_ offset: Int, _ context: UnitContext, from start: TimePoint, end: Int) -> Reading? {
        guard let point = start.shifted(context.unit, by: offset) else { return nil }
        return reading(point, context.start..<end, rule: .deictic, isRelative: true)
    }

    /// “yesterday”, “today”, “tomorrow”.
    private func namedDay(at index: Int) -> TimePoint? {
        guard let offset = value(index, .deictic), !isTonight(index) else { return nil }
        return published?.point(.day, offset: offset)
    }

    private func weekdayPast(at index: Int) -> TimePoint? {
        guard let weekday = value(index, .weekday), let day = anchor?.day else { return nil }
        return .day(nearest(weekday, to: day, isFuture: false))
    }

    private func weekdayToCome(at index: Int) -> TimePoint? {
        guard let weekday = value(index, .weekday), let day = anchor?.day else { return nil }
        return .day(nearest(weekday, to: day, isFuture: true))
    }

    /// “two Sundays ago”, “the Tuesday before last”, “the Friday after next”: the day, and where the expression lies.
    func countedWeekday(_ weekday: Int, head: Int, end: Int) -> (day: CalendarDay, tokens: Range<Int>)? {
        guard let day = anchor?.day else { return nil }
        if isA(end, .ago), case .exact(let count, false)? = quantity(endingAt: head - 1)?.quantity,
            let start = quantity(endingAt: head - 1)?.start, (1...500).contains(count)
        {
            let last = nearest(weekday, to: day.adding(days: -1), isFuture: false)
            return (last.adding(days: -7 * (count - 1)), start..<end + 1)
        }
        guard isWord(head - 1, "the") else { return nil }
        if isWord(end, "before"), isWord(end + 1, "last") {
            return (nearest(weekday, to: day.adding(days: -8), isFuture: false), head - 1..<end + 2)
        }
        if isWord(end, "after"), isWord(end + 1, "next") {
            return (nearest(weekday, to: day.adding(days: 8), isFuture: true), head - 1..<end + 2)
        }
        return nil
    }
}
