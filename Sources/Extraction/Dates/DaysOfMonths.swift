import EDTF

/// Days by their number in a month that isn't named with them: “on the 15th”, “Friday the 13th”, “May 3 and 4”.
extension TemporalReader {
    /// “on the 15th”, “the 3rd of next month”.
    func readDayOfMonth(at head: Int) -> Reading? {
        guard let day = ordinal(at: head), (1...31).contains(day), isWord(head - 1, "the") else { return nil }
        if isWord(head + 1, "of"), let month = monthOfRelation(at: head + 2) {
            guard case .month(let year, let index) = month.point,
                let date = CalendarDay(year: year, month: index, day: day)
            else { return nil }
            return reading(.day(date), head - 1..<month.end, rule: .dayNearest, isRelative: true)
        }
        guard isAny(head - 2, ["on", "by", "until", "till", "since", "before", "after"]),
            isPhraseEnd(head + 1),
            let date = nearestDay(ofMonth: day, at: head - 1..<head + 1)
        else { return nil }
        return reading(.day(date), head - 1..<head + 1, rule: .dayNearest, isRelative: true)
    }

    /// “next month”, “this month”, “the month”.
    private func monthOfRelation(at index: Int) -> (point: TimePoint, end: Int)? {
        guard value(index + 1, .unit) == Int(TimeUnit.month.rawValue) else { return nil }
        let relation = value(index, .relation).flatMap { TimeRelation(rawValue: Int16($0)) }
        guard let offset = relation?.offset ?? (isWord(index, "the") ? 0 : nil),
            let point = anchor?.point(.month, offset: offset)
        else { return nil }
        return (point, index + 2)
    }

    /// “the 13th” behind a weekday.
    func dayOfMonth(behind end: Int, weekday: Int, head: Int) -> (day: CalendarDay, end: Int)? {
        guard isWord(end, "the"), isFree(end + 1), text.tokens[end + 1].kind == .number,
            let day = ordinal(at: end + 1), (1...31).contains(day),
            let date = nearestDay(ofMonth: day, weekday: weekday, at: head..<end)
        else { return nil }
        return (date, end + 2)
    }

    /// The closest day of this number, on this weekday where one is named: past, or to come where the sentence looks ahead.
    func nearestDay(ofMonth day: Int, weekday: Int? = nil, at range: Range<Int>) -> CalendarDay? {
        if mode == .narrative, let anchor, let month = anchor.month {
            return CalendarDay(year: anchor.year, month: month, day: day)
        }
        guard let today = anchor?.day else { return nil }
        let isFuture = tense(at: range) == .future
        let candidates = (-14...14).compactMap { offset -> CalendarDay? in
            guard
                case .month(let year, let month) = TemporalAnchor(point: .day(today))?.point(
                    .month, offset: offset)
            else { return nil }
            return CalendarDay(year: year, month: month, day: day)
        }.filter { weekday == nil || $0.weekday == weekday }
        return isFuture ? candidates.first { $0 >= today } : candidates.last { $0 <= today }
    }

    /// “2 and 3 December”, “2 и 3 декабря”: a day of the month that is named with the next one.
    func readEarlierDay(at head: Int) -> Reading? {
        guard (digitCount(head) ?? 9) <= 2, let day = number(head),
            isWord(head + 1, "and") || isA(head + 1, .pair), (digitCount(head + 2) ?? 9) <= 2,
            isA(head + 3, .month),
            var calendar = isSlavic ? slavicMonthAndDay(at: head + 3) : monthAndDay(at: head + 3),
            calendar.tokens.lowerBound == head + 2, let last = calendar.day, last > day
        else { return nil }
        calendar.day = day
        calendar.tokens = head..<head + 1
        return resolve(calendar)
    }

    /// Whether what follows can't be what the number counts.
    private func isPhraseEnd(_ index: Int) -> Bool {
        isClosing(index)
            || !isWord(index, "of")
                && text.isA(
                    index, [.preposition, .conjunction, .determiner, .pronoun, .auxiliary, .subordinator])
    }

    /// “May 3 and 4”, “May 3, 4 and 5”: a later day of the month that was named last.
    func readLaterDay(at head: Int) -> Reading? {
        let isListed = isSign(head - 1, ",") && isWord(head + 1, "and") && (digitCount(head + 2) ?? 9) <= 2
        guard isListed || isAny(head - 1, ["and", "or", "to"]),
            let last = expression(endingAt: head - 1), case .day(let first)? = last.point,
            [.dayNearest, .absoluteDay].contains(last.expression.rule),
            text.tokens[head - 2].kind == .number,
            let number = ordinal(at: head) ?? ((digitCount(head) ?? 9) <= 2 ? number(head) : nil),
            number > first.day
        else { return nil }
        if let (year, end, isRelative) = yearBehind(head + 1),
            let day = CalendarDay(year: year, month: first.month, day: number)
        {
            return reading(.day(day), head..<end, rule: .absoluteDay, isRelative: isRelative)
        }
        guard isListed || isPhraseEnd(head + 1),
            let day = CalendarDay(year: first.year, month: first.month, day: number)
        else { return nil }
        return reading(
            .day(day), head..<head + 1, rule: last.expression.rule, isRelative: last.expression.isRelative)
    }
}
