import EDTF

/// Russian and Ukrainian weekdays and days: “в прошлый понедельник”, “у п’ятницю, 18 липня”, “позавчера”.
extension TemporalReader {
    /// The expression around a weekday.
    func readSlavicWeekday(at head: Int) -> Reading? {
        guard let weekday = value(head, .weekday), (1...7).contains(weekday) else { return nil }
        if isA(head - 1, .each) { return set("XXXX-WXX-\(weekday)", head - 1..<head + 1) }
        let hasDate = slavicDateBehind(head, weekday)
        if let hasDate { return hasDate }
        if let reading = readNumberedSlavicWeekday(weekday, head: head) { return reading }
        if isA(head, [.abbreviation, .ambiguous]), !isA(head - 1, [.preposition, .relation]) { return nil }
        var tokens = head..<head + 1
        var rule = TemporalRule.weekdayRelative
        let day: CalendarDay?
        if let relation = relation(at: head - 1) {
            tokens = head - 1..<head + 1
            day = relatedWeekday(weekday, relation, at: tokens)
        } else if let (inWeek, end) = slavicWeek(at: head + 1, weekday) {
            tokens = head..<end
            day = inWeek
        } else {
            let isFuture = isFutureWeekday(weekday, at: tokens)
            rule = isFuture ? .weekdayFuture : .weekdayPast
            day = anchor?.day.map { closest(weekday, to: $0, isFuture: isFuture) }
        }
        return withDayPart(day, tokens, rule: rule, unresolved: "XXXX-WXX-\(weekday)")
    }

    /// “понедельник, 18 декабря”, “Пт, 18.07.14”.
    private func slavicDateBehind(_ head: Int, _ weekday: Int) -> Reading? {
        var next = head + 1
        if isSign(next, "."), isJoined(next) { next += 1 }
        if isFree(next), text.tokens[next].kind == .comma { next += 1 }
        guard isFree(next) else { return nil }
        if text.tokens[next].kind == .number, let reading = readSlavicNumber(at: next),
            reading.point?.unit == .day
        {
            return spanned(reading, from: head)
        }
        for position in next + 1...next + 4 where isA(position, .month) {
            guard var calendar = slavicMonthAndDay(at: position), calendar.day != nil,
                calendar.tokens.lowerBound == next
            else { continue }
            calendar.weekday = weekday
            return resolve(calendar).map { spanned($0, from: head) }
        }
        return nil
    }

    /// “третій вівторок у вересні 2014”, “последнее воскресенье марта”.
    private func readNumberedSlavicWeekday(_ weekday: Int, head: Int) -> Reading? {
        let position = isA(head + 1, .preposition) ? head + 2 : head + 1
        guard isA(position, .month),
            let number = value(head - 1, .ordinal) ?? (relation(at: head - 1) == .last ? 0 : nil),
            let month = slavicMonthAndDay(at: position), month.day == nil
        else { return nil }
        return numberedWeekday(weekday, number, month, from: head - 1)
    }

    private func spanned(_ reading: Reading, from start: Int) -> Reading {
        var reading = reading
        reading.tokens = start..<reading.tokens.upperBound
        return reading
    }

    /// “на следующей неделе”, “минулого тижня” behind a weekday.
    private func slavicWeek(at index: Int, _ weekday: Int) -> (day: CalendarDay, end: Int)? {
        let start = isA(index, .preposition) ? index + 1 : index
        guard let relation = relation(at: start), value(start + 1, .unit) == Int(TimeUnit.week.rawValue),
            case .week(let monday)? = anchor?.point(.week, offset: relation.offset)
        else { return nil }
        return (monday.adding(days: weekday - 1), start + 2)
    }

    /// “по понедельникам”, “щоп’ятниці”.
    func readSlavicWeekdaySet(at head: Int) -> Reading? {
        value(head, .weekdaySet).map { set("XXXX-WXX-\($0)", head..<head + 1) }
    }

    /// “сегодня”, “позавчера вечером”, “вчорашня”.
    func readSlavicDeictic(at head: Int) -> Reading? {
        guard let offset = value(head, .deictic) else { return nil }
        let unresolved = Direction(offset: offset).value
        guard case .day(let day)? = published?.point(.day, offset: offset) else {
            return Reading(
                tokens: head..<head + 1, type: .date, value: unresolved, point: nil, rule: .deictic,
                isRelative: true)
        }
        return withDayPart(day, head..<head + 1, rule: .deictic, unresolved: unresolved)
    }

    /// A day that begins at a token or behind its preposition: “в среду”, “завтра”, “18 декабря”.
    func slavicDay(at index: Int) -> (day: CalendarDay, end: Int)? {
        let start = isA(index, .preposition) ? index + 1 : index
        let reading: Reading?
        if isA(start, .weekday) {
            reading = readSlavicWeekday(at: start)
        } else if isA(start, .deictic) {
            reading = readSlavicDeictic(at: start)
        } else if isA(start + 1, .month) {
            reading = readSlavicMonth(at: start + 1)
        } else if digitCount(start) != nil, isA(start + 1, .preposition), isA(start + 3, .month) {
            // “в ночь с 5 на 6 декабря”
            return slavicDay(at: start + 1)
        } else {
            reading = nil
        }
        guard let reading, case .day(let day)? = reading.point else { return nil }
        return (day, reading.tokens.upperBound)
    }

    // MARK: Parts of the day

    /// “прошлой ночью”, “вечером 18 декабря”, “в ночь на понедельник”, “вранці”, “три часа ночи”.
    func readSlavicDayPart(at head: Int) -> Reading? {
        guard let raw = value(head, .dayPart), let part = DayPart(rawValue: Int16(raw)) else { return nil }
        if isA(head - 1, .each) { return set("XXXX-XX-XX\(part.code)", head - 1..<head + 1) }
        if part == .afternoon, let sign = value(head + 1, .offset) {
            // “днём ранее”: a day, not a part of one.
            let context = UnitContext(unit: .day, head: head, start: head)
            return counted(
                .exact(1, half: false), context, sign: sign, end: head + 2,
                rule: sign < 0 ? .earlier : .later,
                isNarrative: true)
        }
        if part == .afternoon, isA(head - 1, .after) {
            // “после обеда”
            return dayPart(
                isNarrativeDay(head - 1) ? lastPoint?.day : anchor?.day, part, head - 1..<head + 1,
                rule: .dayPart,
                unresolved: "XXXX-XX-XX")
        }
        if part == .night, let (first, next) = slavicDay(at: head + 1), let (last, end) = slavicDay(at: next),
            first < last
        {
            // “в ночь с субботы на воскресенье”
            return dayPart(last, part, head..<end, rule: .dayPart, unresolved: "XXXX-XX-XX")
        }
        if let (day, end) = slavicDay(at: head + 1) {
            return dayPart(day, part, head..<end, rule: .dayPart, unresolved: "XXXX-XX-XX")
        }
        if case .exact(let hour, false)? = slavicQuantity(endingAt: head - 1)?.quantity, hour <= 12,
            let start = slavicQuantity(endingAt: head - 1)?.start, text.tokens[start].kind == .word
        {
            return slavicClock(ClockTime(hour: adjusted(hour, to: part)), start..<head + 1)
        }
        if let relation = relation(at: head - 1) {
            return readRelatedPart(relation, part, head: head)
        }
        guard isA(head, .dayPartAdverb) else { return nil }
        let day = isNarrativeDay(head) ? lastPoint?.day : anchor?.day
        return dayPart(day ?? anchor?.day, part, head..<head + 1, rule: .dayPart, unresolved: "XXXX-XX-XX")
    }

    // MARK: Times of the clock

    /// “10:30”, “в 18.00”, “в 10 утра”, “20:00 в субботу”, “в 15 ч”.
    func readSlavicClock(at head: Int) -> Reading? {
        let bytes = text.bytes[text.tokens[head].bytes]
        let separators = bytes.indices.filter {
            bytes[$0] == UInt8(ascii: ":") || bytes[$0] == UInt8(ascii: ".")
        }
        guard bytes.count <= 8, separators.count <= 2 else { return nil }
        guard let separator = separators.first else { return readWholeHour(at: head) }
        let isDotted = bytes[separator] == UInt8(ascii: ".")
        let minuteEnd = separators.count == 2 ? separators[1] : bytes.endIndex
        guard let hour = digits(bytes.startIndex..<separator), hour <= 24, minuteEnd - separator == 3,
            let minute = digits(separator + 1..<minuteEnd), minute < 60,
            !isDotted || isA(head - 1, .hourPreposition) && minute % 5 == 0
        else { return nil }
        var time = ClockTime(hour: hour, minute: minute)
        if separators.count == 2 {
            guard let second = digits(minuteEnd + 1..<bytes.endIndex), second < 60 else { return nil }
            time.second = second
        }
        let (part, end) = slavicHalf(at: head + 1)
        time.hour = adjusted(time.hour, to: part)
        return slavicClock(time, head..<end)
    }

    /// “10 утра”, “11 вечера”.
    private func readWholeHour(at head: Int) -> Reading? {
        guard digitCount(head) ?? 9 <= 2, let hour = number(head), hour <= 24 else { return nil }
        let hasSuffix = isDash(head + 1) && isJoined(head + 1) && isA(head + 2, .suffix) && isJoined(head + 2)
        let (part, end) = slavicHalf(at: hasSuffix ? head + 3 : head + 1)
        if part == nil, hasSuffix, value(head - 1, .hourPreposition) == 2 {
            // “о 9-й”
            return slavicClock(ClockTime(hour: hour), head..<end)
        }
        guard hour <= 12, let part, part != .afternoon || isA(head - 1, .hourPreposition) else { return nil }
        return slavicClock(ClockTime(hour: adjusted(hour, to: part)), head..<end)
    }

    /// “о шостій”, “о дев’ятій ранку”, “о шостій годині”.
    func readHourNumber(at head: Int) -> Reading? {
        guard value(head - 1, .hourPreposition) == 2, let hour = value(head, .hourNumber) else { return nil }
        let hasUnit = value(head + 1, .unit) == Int(TimeUnit.hour.rawValue)
        let (part, end) = slavicHalf(at: hasUnit ? head + 2 : head + 1)
        return slavicClock(ClockTime(hour: adjusted(hour, to: part)), head..<end)
    }

    /// The part of the day that stands behind an hour: “утра”, “дня”, “вечора”.
    func slavicHalf(at index: Int) -> (part: DayPart?, end: Int) {
        if isWord(index, "дня") { return (.afternoon, index + 1) }
        guard let raw = value(index, .dayPart), let part = DayPart(rawValue: Int16(raw)) else {
            return (nil, index)
        }
        return (part, index + 1)
    }

    /// An hour on the clock of twelve, in the part of the day that is named.
    func adjusted(_ hour: Int, to part: DayPart?) -> Int {
        guard hour <= 12 else { return hour }
        switch part {
        case .afternoon, .evening: return hour == 12 ? 12 : hour + 12
        case .night: return hour == 12 ? 0 : hour >= 9 ? hour + 12 : hour
        case .morning: return hour == 12 ? 0 : hour
        default: return hour
        }
    }

    /// A time of the clock, with the zone and the day that stand behind it, or the day before it.
    func slavicClock(_ time: ClockTime, _ tokens: Range<Int>) -> Reading? {
        var (time, end) = (time, tokens.upperBound)
        if let zone = value(end, .zone) {
            time.zone = zone
            end += 1
        }
        var day = isNarrativeDay(tokens.lowerBound) ? lastPoint?.day : nil
        if let (behind, behindEnd) = slavicDay(at: end) {
            (day, end) = (behind, behindEnd)
        }
        guard let day = day ?? anchor?.day else {
            return Reading(
                tokens: tokens.lowerBound..<end, type: .time, value: "XXXX-XX-XXT" + time.timexValue,
                point: nil, rule: .clock, isRelative: true)
        }
        return reading(.clock(day, time), tokens.lowerBound..<end, rule: .clock, isRelative: true)
    }
}
