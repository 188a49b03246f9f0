import EDTF

/// Expressions around a weekday: “Monday”, “next Friday”, “Friday night”, “Saturday, April 25”, “every Friday”.
extension TemporalReader {
    /// The expression around a weekday.
    func readWeekday(at head: Int) -> Reading? {
        guard let weekday = value(head, .weekday), (1...7).contains(weekday), isWeekdayName(head) else {
            return nil
        }
        let end = isSign(head + 1, ".") && isShortName(head) && isFree(head + 2) ? head + 2 : head + 1
        if let (day, tokens) = countedWeekday(weekday, head: head, end: end) {
            return withDayPart(day, tokens, rule: .weekdayRelative, unresolved: "XXXX-WXX-\(weekday)")
        }
        if let reading = readWeekdaySet(weekday, head: head, end: end) { return reading }
        if let reading = readWeekdayWithDate(head: head, end: end) { return reading }
        if let reading = readNumberedWeekday(weekday, head: head, end: end) { return reading }
        var tokens = head..<end
        var relation: TimeRelation?
        if let raw = value(head - 1, .relation), let named = TimeRelation(rawValue: Int16(raw)),
            named != .recent, named != .final
        {
            relation = named
            var start = head - 1
            if named == .coming || named == .past, isWord(start - 1, "this") { start -= 1 }
            if isWord(start - 1, "the") { start -= 1 }
            tokens = start..<end
        }
        var rule = TemporalRule.weekdayRelative
        var day: CalendarDay?
        if let relation {
            day = relatedWeekday(weekday, relation, at: tokens)
        } else if let (inWeek, weekEnd) = weekdayOfWeek(weekday, end: end) {
            day = inWeek
            tokens = tokens.lowerBound..<weekEnd
        } else {
            let isFuture = isFutureWeekday(weekday, at: tokens)
            rule = isFuture ? .weekdayFuture : .weekdayPast
            day = anchor?.day.map { rangeEnd(closest(weekday, to: $0, isFuture: isFuture), at: head) }
        }

        return withDayPart(day, tokens, rule: rule, unresolved: "XXXX-WXX-\(weekday)")
    }

    private func isShortName(_ head: Int) -> Bool { text.tokens[head].end - text.tokens[head].start <= 5 }

    /// “Sun” and “Sat” are other words; “Mon.” and “Thurs.” have a stop or a comma and a date.
    private func isWeekdayName(_ head: Int) -> Bool {
        let token = text.tokens[head]
        if isWord(head - 1, "the"), isFree(head + 1), text.tokens[head + 1].kind == .word,
            isCapitalized(head + 1),
            vocabulary.temporal(text.tokens[head + 1].entry).kinds.isEmpty
        {
            // “the Sunday Times”
            return false
        }
        if token.end - token.start >= 6 { return true }
        // “fri night”, “on sat”, “next tues”
        let isSun = isAny(head, ["sun"])
        if isA(head + 1, .dayPart) || isAny(head - 1, ["this", "next", "last"])
            || isAny(head - 1, ["on", "by", "until"]) && !isSun
        {
            return true
        }
        guard isCapitalized(head) else { return false }
        return isSign(head + 1, ".")
            || (isSign(head + 1, ",") && isFree(head + 2) && text.tokens[head + 2].kind == .number)
    }

    /// “every Friday”, “Mondays”, “on Tuesday nights”.
    private func readWeekdaySet(_ weekday: Int, head: Int, end: Int) -> Reading? {
        let last = text.bytes[Int(text.tokens[head].end) - 1]
        let isPlural =
            last | 0x20 == UInt8(ascii: "s") && !text.tokens[head].shape.contains(.possessive)
            && text.tokens[head].end - text.tokens[head].start > 6
        let eachIndex = isAny(head - 1, ["other", "second", "third", "single"]) ? head - 2 : head - 1
        let isEach = isA(eachIndex, .each)
        // “on Monday and Tuesday nights”
        let isPair = isAny(end, ["and", "or"]) && isA(end + 1, .weekday)
        let partIndex = isPair ? end + 2 : end
        let hasPlainPart = isA(partIndex, .dayPart) && (!isPair || isPluralPart(partIndex))
        guard isPlural || isEach || isPluralPart(partIndex) else { return nil }
        var value = "XXXX-WXX-\(weekday)"
        var setEnd = end
        if hasPlainPart, let raw = self.value(partIndex, .dayPart), let part = DayPart(rawValue: Int16(raw)) {
            value += "\(part.code)"
            if !isPair { setEnd = partIndex + 1 }
        }
        return Reading(
            tokens: (isEach ? eachIndex : head)..<setEnd, type: .set, value: value, point: nil, rule: .set,
            isRelative: false, grows: false)
    }

    private func isPluralPart(_ index: Int) -> Bool {
        isAny(index, ["mornings", "afternoons", "evenings", "nights"])
    }

    /// “Saturday, April 25”, “Friday Oct. 13, 1989”, “Monday 18 December”.
    private func readWeekdayWithDate(head: Int, end: Int) -> Reading? {
        var next = end
        if isFree(next), text.tokens[next].kind == .comma { next += 1 }
        var start = head
        if isA(head - 1, .relation) {
            start = isAny(head - 2, ["this", "the"]) && isFree(head - 2) ? head - 2 : head - 1
        }
        if isAny(next, ["the"]) { next += 1 }
        for position in [next, next + 1, next + 2] {
            guard isA(position, .month), var calendar = monthAndDay(at: position), calendar.day != nil,
                calendar.tokens.lowerBound <= next
            else { continue }
            calendar.weekday = value(head, .weekday)
            guard var reading = resolve(calendar), reading.point?.day != nil else { continue }
            reading.tokens = start..<reading.tokens.upperBound
            return reading
        }
        if let weekday = value(head, .weekday),
            let (day, dayEnd) = dayOfMonth(behind: end, weekday: weekday, head: head)
        {
            return reading(.day(day), start..<dayEnd, rule: .dayNearest, isRelative: true)
        }
        return nil
    }

    /// “the first Monday in May”, “the last Sunday of March 2014”.
    private func readNumberedWeekday(_ weekday: Int, head: Int, end: Int) -> Reading? {
        if isAny(end, ["of", "in"]), isA(end + 1, .each),
            value(end + 2, .unit) == Int(TimeUnit.month.rawValue)
        {
            // “the first Monday of every month”
            let start = isWord(head - 2, "the") ? head - 2 : head - 1
            return set(Quantity.exact(1, half: false).duration(of: .month), start..<end + 3)
        }
        guard isAny(end, ["of", "in"]), isA(end + 1, .month),
            let number = ordinal(at: head - 1) ?? (isAny(head - 1, ["last"]) ? 0 : nil),
            let month = monthAndDay(at: end + 1), month.day == nil
        else { return nil }
        let start = isWord(head - 2, "the") ? head - 2 : head - 1
        return numberedWeekday(weekday, number, month, from: start)
    }

    /// The weekday of this number in a month; 0 is the last.
    func numberedWeekday(_ weekday: Int, _ number: Int, _ month: MonthReading, from start: Int) -> Reading? {
        guard number <= 5, let reading = resolve(month), case .month(let year, let index)? = reading.point,
            let day = HolidayTable.Rule.weekday(month: index, weekday: weekday, number: number).day(in: year),
            day.month == index
        else { return nil }
        return self.reading(
            .day(day), start..<month.tokens.upperBound, rule: reading.rule, isRelative: reading.isRelative)
    }

    /// The day that “last Friday”, “next Friday” or “this Friday” means.
    func relatedWeekday(_ weekday: Int, _ relation: TimeRelation, at tokens: Range<Int>)
        -> CalendarDay?
    {
        if relation.isNarrative, let day = lastPoint?.day {
            switch relation {
            case .following: return nearest(weekday, to: day.adding(days: 1), isFuture: true)
            case .previous: return nearest(weekday, to: day.adding(days: -1), isFuture: false)
            default: break
            }
        }
        guard let day = anchor?.day else { return nil }
        switch relation {
        case .this, .that:
            return nearest(weekday, to: day, isFuture: tense(at: tokens) != .past)
        case .last, .previous, .past, .latest, .recent, .final:
            return nearest(weekday, to: day.adding(days: -1), isFuture: false)
        case .beforeLast:
            return nearest(weekday, to: day.adding(days: -8), isFuture: false)
        case .next, .coming, .following, .future:
            return nearest(weekday, to: day.adding(days: 1), isFuture: true)
        }
    }

    /// “Monday of last week”, “Friday next week”.
    private func weekdayOfWeek(_ weekday: Int, end: Int) -> (day: CalendarDay, end: Int)? {
        let index = isWord(end, "of") ? end + 1 : end
        guard let raw = value(index, .relation), let relation = TimeRelation(rawValue: Int16(raw)),
            isWord(index + 1, "week"),
            case .week(let monday) = anchor?.point(.week, offset: relation.offset)
        else { return nil }
        return (monday.adding(days: weekday - 1), index + 2)
    }

    func isFutureWeekday(_ weekday: Int, at tokens: Range<Int>) -> Bool {
        guard let day = anchor?.day else { return false }
        if mode == .narrative { return true }
        if weekday == day.weekday { return prefersFuture }
        let tense = tense(at: tokens)
        if tense == .future { return true }
        return tense != .past
            && (mode == .messages || isAny(tokens.lowerBound - 1, ["by", "until", "till"]))
    }

    /// The closest such weekday on or before a day, or on or after it; behind it where talk is of what is to come.
    func closest(_ weekday: Int, to day: CalendarDay, isFuture: Bool) -> CalendarDay {
        nearest(weekday, to: isFuture && prefersFuture ? day.adding(days: 1) : day, isFuture: isFuture)
    }

    /// The closest such weekday on or before a day, or on or after it.
    func nearest(_ weekday: Int, to day: CalendarDay, isFuture: Bool) -> CalendarDay {
        isFuture
            ? day.adding(days: (weekday - day.weekday + 7) % 7)
            : day.adding(days: -((day.weekday - weekday + 7) % 7))
    }
}
