import EDTF

/// Expressions around a month: “December”, “Dec. 19, 2023”, “19th of December”, “last May”, “June last year”.
extension TemporalReader {
    /// A month with what stands beside it.
    struct MonthReading {
        var tokens: Range<Int>
        var month: Int
        var day: Int?
        /// The first day of several: “3–5 May”.
        var firstDay: Int?
        var year: Int?
        var isRelativeYear = false
        /// The weekday that is named with the day.
        var weekday: Int?
    }

    /// The expression around a month's name.
    func readMonth(at head: Int) -> Reading? {
        guard let calendar = monthAndDay(at: head) else { return nil }
        if isA(calendar.tokens.lowerBound - 1, .each), calendar.day == nil {
            return Reading(
                tokens: calendar.tokens.lowerBound - 1..<calendar.tokens.upperBound, type: .set,
                value: "XXXX-" + padded(calendar.month, 2), point: nil, rule: .set, isRelative: false,
                grows: false)
        }
        return resolve(calendar)
    }

    /// The month that is named at a token, with its day and year.
    func monthAndDay(at head: Int) -> MonthReading? {
        guard let month = value(head, .month), (1...12).contains(month), isMonthName(head) else { return nil }
        var result = MonthReading(tokens: head..<head + 1, month: month)
        var end = head + 1
        if isAbbreviated(head), isSign(end, "."), isJoined(end) { end += 1 }
        if !readDayBefore(&result, head: head) { readDayBehind(&result, &end) }
        if let (year, yearEnd, isRelative) = yearBehind(end) {
            result.year = year
            result.isRelativeYear = isRelative
            end = yearEnd
        } else if let (year, yearEnd) = shortYear(at: end) {
            result.year = year
            end = yearEnd
        } else if end > head + 1, text.tokens[end - 1].kind == .stop {
            // The stop is the sentence's as much as the month's.
            end -= 1
        }
        result.tokens = result.tokens.lowerBound..<end
        if result.day == nil, result.year == nil, isAmbiguous(head), !isMonthContext(head, end: end) {
            return nil
        }
        return result
    }

    /// “Aug. 96”, “March ’43”: two figures that are no day.
    private func shortYear(at index: Int) -> (year: Int, end: Int)? {
        let hasMark = isFree(index) && text.tokens[index].kind == .mark && isJoined(index + 1)
        let figure = hasMark ? index + 1 : index
        guard digitCount(figure) == 2, let year = number(figure), hasMark || year > 31,
            !isCount(behind: figure), !isPluralNoun(figure + 1), !isA(figure + 1, [.unit, .multiplier])
        else { return nil }
        return (year < 50 && year <= 31 ? 2000 + year : 1900 + year, figure + 1)
    }

    private func isAbbreviated(_ index: Int) -> Bool {
        let token = text.tokens[index]
        return token.end - token.start <= 4 && !isAny(index, ["may", "june", "july"])
    }

    /// A month's name has a capital; and so that “Mar” isn't the name of a person, an abbreviation has a stop or a number.
    private func isMonthName(_ head: Int) -> Bool {
        let token = text.tokens[head]
        let isBesideNumber =
            (isFree(head + 1) && text.tokens[head + 1].kind == .number)
            || (isFree(head - 1) && text.tokens[head - 1].kind == .number)
        let isOpened = isAny(
            head - 1, ["in", "since", "until", "till", "by", "early", "late", "mid", "last", "next", "this"])
        guard isCapitalized(head) else {
            // In messages. “may”, “march” and “august” are other words too.
            return isBesideNumber || token.end - token.start > 6
                || isOpened && token.end - token.start > 3 && !isAny(head, ["may", "march", "mar"])
        }
        guard token.end - token.start <= 4, !isAny(head, ["may", "june", "july"]) else { return true }
        return isSign(head + 1, ".") || isBesideNumber || isOpened
    }

    /// “May”, “March”, “April”, “June”, “August” are also other things.
    private func isAmbiguous(_ head: Int) -> Bool {
        isAny(head, ["may", "march", "april", "june", "august"])
    }

    private func isMonthContext(_ head: Int, end: Int) -> Bool {
        if isA(head - 1, [.relation, .part, .each]) { return true }
        let prepositions: [StaticString] = [
            "in", "since", "until", "till", "by", "of", "during", "from", "through", "before", "after", "for",
            "between",
            "and", "to", "or", "around", "about", "late", "early", "mid", "on",
        ]
        if isAny(head - 1, prepositions) { return !isPersonBehind(end) }
        if isWord(head - 1, "the"), end == head + 1, isFree(end), text.tokens[end].kind == .word,
            !isCapitalized(end)
        {
            // “the May vote”
            return true
        }
        // “May” and “March” are verbs too, and all of them names of people.
        if isAny(head, ["may", "march"]) || head == sentence.lowerBound { return false }
        if text.tokens[head].shape.contains(.possessive) || isCapitalizedNeighbour(head) { return false }
        return true
    }

    private func isPersonBehind(_ end: Int) -> Bool {
        guard isFree(end), text.tokens[end].kind == .word else { return false }
        return text.tokens[end].shape.contains(.capitalized)
            && vocabulary[text.tokens[end].entry].classes.isEmpty
            && vocabulary.temporal(text.tokens[end].entry).kinds.isEmpty
    }

    private func isCapitalizedNeighbour(_ head: Int) -> Bool {
        (isFree(head - 1) && text.tokens[head - 1].kind == .word && isCapitalized(head - 1))
            || isPersonBehind(head + 1)
    }

    /// “19 December”, “19th of December”, “the 19th of December”.
    private func readDayBefore(_ result: inout MonthReading, head: Int) -> Bool {
        var index = head - 1
        if isWord(index, "of") { index -= 1 }
        guard isFree(index), text.tokens[index].kind == .number || ordinal(at: index) ?? 0 > 20 else {
            return false
        }
        let hasOf = index < head - 1
        guard
            let day = ordinal(at: index)
                ?? (hasOf ? nil : digitCount(index).flatMap { $0 <= 2 ? number(index) : nil }),
            (1...31).contains(day)
        else { return false }
        result.day = day
        if isDash(index - 1) || isAny(index - 1, ["to"]), (digitCount(index - 2) ?? 9) <= 2,
            let first = number(index - 2), (1..<day).contains(first)
        {
            result.firstDay = first
            index -= 2
        }
        if isWord(index - 1, "the"), ordinal(at: index) != nil { index -= 1 }
        result.tokens = index..<result.tokens.upperBound
        return true
    }

    /// “December 19”, “Dec. 19th”, “March eighth”, “December the 19th”.
    private func readDayBehind(_ result: inout MonthReading, _ end: inout Int) {
        var index = end
        if isWord(index, "the"), ordinal(at: index + 1) != nil { index += 1 }
        guard isFree(index) else { return }
        let isFigure = (digitCount(index) ?? 9) <= 2
        guard let day = ordinal(at: index) ?? (isFigure ? number(index) : nil), (1...31).contains(day),
            !isCount(behind: index), !isA(index + 1, [.unit, .multiplier]), !isClock(index)
        else { return }
        // “December 1.5 million” is one number token; “May 10 a.m.” is not a day.
        result.day = day
        end = index + 1
        guard isDash(end), (digitCount(end + 1) ?? 9) <= 2, let last = number(end + 1), last > day,
            last <= 31,
            !isA(end + 2, [.unit, .month, .clockHalf])
        else { return }
        result.firstDay = day
        result.day = last
        end += 2
    }

    private func isClock(_ index: Int) -> Bool { isA(index + 1, .clockHalf) || isOClock(index + 1) }

    /// What a month, with or without day and year, means.
    func resolve(_ calendar: MonthReading) -> Reading? {
        if let day = calendar.day { return resolveDay(day, calendar) }
        if let year = calendar.year {
            return reading(
                .month(year: year, month: calendar.month), calendar.tokens, rule: .absoluteMonth,
                isRelative: calendar.isRelativeYear)
        }
        var tokens = calendar.tokens
        var relation: TimeRelation?
        if let raw = value(tokens.lowerBound - 1, .relation), let named = TimeRelation(rawValue: Int16(raw)) {
            relation = named
            var start = tokens.lowerBound - 1
            if isAny(start - 1, ["this"]), named == .past || named == .coming { start -= 1 }
            if isWord(start - 1, "the") { start -= 1 }
            tokens = start..<tokens.upperBound
        }
        guard let anchor, let current = anchor.month ?? (relation == nil ? 12 : nil) else {
            return Reading(
                tokens: tokens, type: .date, value: "XXXX-" + padded(calendar.month, 2), point: nil,
                rule: .monthPast,
                isRelative: true)
        }
        let month = calendar.month
        var year = anchor.year
        var rule = TemporalRule.monthPast
        if let relation {
            rule = .monthRelative
            year += relativeYearShift(relation, number: month, current: current)
        } else {
            rule = monthRule(month, current: current, tokens: tokens)
            if rule == .monthPast, month > current { year -= 1 }
            if rule == .monthFuture, month < current { year += 1 }
        }
        return reading(.month(year: year, month: month), tokens, rule: rule, isRelative: true)
    }

    /// Which year “last May” or “next May” lies in, counted from the current one.
    func relativeYearShift(_ relation: TimeRelation, number: Int, current: Int) -> Int {
        switch relation.offset {
        case ..<0: number < current ? 0 : -1
        case 0: 0
        default: number > current ? 0 : 1
        }
    }

    /// The closest such month, where one on the side that the sentence does not look to counts for farther away.
    private func monthRule(_ month: Int, current: Int, tokens: Range<Int>) -> TemporalRule {
        if month == current { return .monthPast }
        if mode == .narrative, anchor?.month == nil { return .monthPast }
        let back = (current - month).floorRemainder(by: 12)
        let isDeadline = isAny(tokens.lowerBound - 1, ["by", "until", "till", "through"])
        let weight =
            switch (tense(at: tokens), isDeadline) {
            case _ where mode == .narrative: MonthWeight.narrative
            case (.future, _): MonthWeight.future
            case (_, true): MonthWeight.deadline
            case (.unknown, false): MonthWeight.unknown
            case (.past, false): MonthWeight.past
            }
        return (12 - back) * weight.ahead < back * weight.behind ? .monthFuture : .monthPast
    }

    /// How much a month ahead or behind counts as farther than it is.
    private enum MonthWeight {
        static let future = (ahead: 1, behind: 12)
        static let deadline = (ahead: 1, behind: 1)
        static let narrative = (ahead: 1, behind: 2)
        static let unknown = (ahead: 2, behind: 1)
        static let past = (ahead: 6, behind: 1)
    }

    private func resolveDay(_ day: Int, _ calendar: MonthReading) -> Reading? {
        let unresolved = "-" + padded(calendar.month, 2) + "-" + padded(day, 2)
        if let year = calendar.year {
            guard let date = CalendarDay(year: year, month: calendar.month, day: day) else { return nil }
            return reading(
                days(to: date, calendar), calendar.tokens, rule: .absoluteDay,
                isRelative: calendar.isRelativeYear)
        }
        guard CalendarDay(year: 2000, month: calendar.month, day: day) != nil else { return nil }
        guard let anchor,
            let date = nearestDay(
                month: calendar.month, day: day, weekday: calendar.weekday, anchor, at: calendar.tokens)
        else {
            return Reading(
                tokens: calendar.tokens, type: .date, value: "XXXX" + unresolved, point: nil,
                rule: .dayNearest,
                isRelative: true)
        }
        return reading(days(to: date, calendar), calendar.tokens, rule: .dayNearest, isRelative: true)
    }

    /// The day, or the days up to it where a first one is named.
    private func days(to last: CalendarDay, _ calendar: MonthReading) -> TimePoint {
        guard let firstDay = calendar.firstDay, firstDay < last.day,
            let first = CalendarDay(year: last.year, month: last.month, day: firstDay)
        else { return .day(last) }
        return .days(first, last)
    }

    /// How many times farther a day counts that lies on the wrong side of the anchor, against 2 on the right one.
    private static let unlikely = 12

    /// The day of this name closest to the anchor, on its weekday where one is named; what lies ahead counts for farther
    /// where the sentence tells of the past.
    func nearestDay(
        month: Int, day: Int, weekday: Int? = nil, _ anchor: TemporalAnchor, at range: Range<Int>
    ) -> CalendarDay? {
        let isTold = mode == .narrative
        guard
            let middle = anchor.day
                ?? CalendarDay(
                    year: anchor.year, month: anchor.month ?? (isTold ? 7 : 12), day: isTold ? 1 : 28)
        else { return nil }
        let tense = isTold ? Tense.unknown : tense(at: range)
        var best: (day: CalendarDay, cost: Int)?
        for year in max(anchor.year - 1, 1)...anchor.year + 1 {
            guard let candidate = CalendarDay(year: year, month: month, day: day) else { continue }
            let distance = candidate.ordinal - middle.ordinal
            let isUnlikely = tense == .past ? distance > 0 : tense == .future && distance < 0
            let weight =
                isTold
                ? 1
                : isUnlikely
                    ? prefersFuture ? 1_000 : Self.unlikely : distance > 0 && tense == .unknown ? 3 : 2
            let isOtherWeekday = weekday.map { $0 != candidate.weekday } ?? false
            let cost = abs(distance) * weight + (isOtherWeekday ? 100_000 : 0)
            if best.map({ cost < $0.cost }) ?? true { best = (candidate, cost) }
        }
        return best?.day
    }
}
