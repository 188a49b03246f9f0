import EDTF

/// Days counted from publication, and the parts of a day: “yesterday”, “tonight”, “this morning”, “Friday night”.
extension TemporalReader {
    /// “today”, “yesterday”, “tomorrow”, “tonight”.
    func readDeictic(at head: Int) -> Reading? {
        guard let offset = value(head, .deictic), !isTitle(head) else { return nil }
        let day: CalendarDay?
        if case .day(let shifted)? = published?.point(.day, offset: offset) {
            day = shifted
        } else {
            day = nil
        }
        if isTonight(head) {
            return dayPart(day, .night, head..<head + 1, rule: .deictic, unresolved: "XXXX-XX-XX")
        }
        guard let day else {
            return Reading(
                tokens: head..<head + 1, type: .date,
                value: Direction(offset: offset).value,
                point: nil, rule: .deictic, isRelative: true)
        }
        return withDayPart(day, head..<head + 1, rule: .deictic, unresolved: "XXXX-XX-XX")
    }

    func isTonight(_ index: Int) -> Bool { isAny(index, ["tonight", "tonite"]) }

    /// A day with the part of it that is named behind.
    func withDayPart(_ day: CalendarDay?, _ tokens: Range<Int>, rule: TemporalRule, unresolved: String)
        -> Reading
    {
        let next = tokens.upperBound
        if !text.tokens[next - 1].shape.contains(.possessive), let raw = value(next, .dayPart),
            let part = DayPart(rawValue: Int16(raw))
        {
            return dayPart(day, part, tokens.lowerBound..<next + 1, rule: rule, unresolved: unresolved)
        }
        return plain(day, tokens, rule, unresolved)
    }

    private func plain(_ day: CalendarDay?, _ tokens: Range<Int>, _ rule: TemporalRule, _ unresolved: String)
        -> Reading
    {
        if let day { return reading(.day(day), tokens, rule: rule, isRelative: true) }
        return Reading(
            tokens: tokens, type: .date, value: unresolved, point: nil, rule: rule, isRelative: true)
    }

    func dayPart(
        _ day: CalendarDay?, _ part: DayPart, _ tokens: Range<Int>, rule: TemporalRule, unresolved: String
    ) -> Reading {
        if let day { return reading(.part(day, part), tokens, rule: rule, isRelative: true) }
        return Reading(
            tokens: tokens, type: .time, value: unresolved + "\(part.code)", point: nil, rule: rule,
            isRelative: true)
    }

    /// “this morning”, “last night”, “noon Thursday”, “midnight”, “the morning”, “overnight”.
    func readDayPart(at head: Int) -> Reading? {
        guard let raw = value(head, .dayPart), let part = DayPart(rawValue: Int16(raw)) else { return nil }
        if isA(head - 1, .each) {
            return Reading(
                tokens: head - 1..<head + 1, type: .set, value: "XXXX-XX-XX\(part.code)", point: nil,
                rule: .set,
                isRelative: false, grows: false)
        }
        let token = text.tokens[head]
        let isPlural =
            text.bytes[Int(token.end) - 1] | 0x20 == UInt8(ascii: "s") && !token.shape.contains(.possessive)
        if isPlural { return readNights(at: head) }
        let today = anchor?.day
        if let day = dayBehind(head + 1) {
            return dayPart(day.day, part, head..<day.end, rule: .dayPart, unresolved: day.unresolved)
        }
        if isWord(head + 1, "of"), let day = dayBehind(head + 2) {
            let start = isWord(head - 1, "the") ? head - 1 : head
            return dayPart(day.day, part, start..<day.end, rule: .dayPart, unresolved: day.unresolved)
        }
        if let raw = value(head - 1, .relation), let relation = TimeRelation(rawValue: Int16(raw)) {
            return readRelatedPart(relation, part, head: head)
        }
        let isExact = part == .noon || part == .midnight
        if isExact || isWord(head, "overnight") {
            guard !isWord(head - 1, "the") else { return nil }
            let day = nextDay(behind: head + 1) ?? (isNarrativeDay(head) ? lastPoint?.day : today)
            return dayPart(day, part, head..<head + 1, rule: .dayPart, unresolved: "XXXX-XX-XX")
        }
        if isWord(head - 1, "mid") {
            return dayPart(
                lastPoint?.day ?? today, part, head - 1..<head + 1, rule: .dayPart, unresolved: "XXXX-XX-XX")
        }
        guard isWord(head - 1, "the"), isAny(head - 2, ["in", "during", "of"]) || isA(head - 2, .part) else {
            return nil
        }
        let day = lastPoint?.day ?? today
        return dayPart(day, part, head - 1..<head + 1, rule: .dayPart, unresolved: "XXXX-XX-XX")
    }

    /// Whether the day named in the same sentence before is the one meant: “Friday at noon”.
    func isNarrativeDay(_ head: Int) -> Bool {
        guard let last = found.last else { return false }
        return last.expression.tokens.lowerBound >= sentence.lowerBound
            && head - last.expression.tokens.upperBound <= 3
    }

    func readRelatedPart(_ relation: TimeRelation, _ part: DayPart, head: Int) -> Reading? {
        guard relation != .recent, relation != .past, relation != .final else { return nil }
        let offset = relation == .this ? 0 : relation.offset
        var start = head - 1
        if isWord(start - 1, "the") { start -= 1 }
        var day: CalendarDay?
        if relation.isNarrative, let last = lastPoint?.day {
            day = last.adding(days: offset)
        } else if case .day(let shifted)? = anchor?.point(.day, offset: offset) {
            day = shifted
        }
        if relation == .that, lastPoint?.day == nil { return nil }
        return dayPart(day, part, start..<head + 1, rule: .dayPart, unresolved: "XXXX-XX-XX")
    }

    /// “two nights”: a length of time in days.
    private func readNights(at head: Int) -> Reading? {
        guard let (quantity, start) = quantity(endingAt: head - 1) else { return nil }
        return Reading(
            tokens: start..<head + 1, type: .duration, value: quantity.duration(of: .day), point: nil,
            rule: .duration,
            isRelative: false)
    }

    /// A day that begins at a token: “Wednesday”, “yesterday”, “Nov. 9, 1989”, “on Friday”.
    func dayBehind(_ index: Int) -> (day: CalendarDay?, end: Int, unresolved: String)? {
        var start = index
        if isFree(start), text.tokens[start].kind == .comma { start += 1 }
        var reading: Reading?
        if isA(start, .weekday) {
            reading = readWeekday(at: start)
        } else if isA(start, .deictic), !isTonight(start) {
            reading = readDeictic(at: start)
        } else if isA(start, .month) {
            reading = monthAndDay(at: start).flatMap { $0.day == nil ? nil : resolve($0) }
        } else if isFree(start), text.tokens[start].kind == .number, isA(start + 1, .month) {
            reading = monthAndDay(at: start + 1).flatMap { $0.day == nil ? nil : resolve($0) }
        }
        guard let reading, reading.type == .date, reading.tokens.lowerBound == start else { return nil }
        if case .days(let first, _)? = reading.point {
            return (first, reading.tokens.upperBound, reading.value)
        }
        return (reading.point?.day, reading.tokens.upperBound, reading.value)
    }
}
