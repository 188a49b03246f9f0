import EDTF

/// Times of the clock: “10 a.m.”, “10:30am”, “14:05 GMT”, “5 p.m. EST Nov. 9”.
extension TemporalReader {
    /// The expression around a time of the clock that begins with a number.
    func readClock(at head: Int) -> Reading? {
        guard let (time, end) = hourBeforeZone(at: head) ?? clockTime(at: head) else { return nil }
        return clock(time, head..<end)
    }

    /// “five o’clock”.
    func readSpelledClock(at head: Int) -> Reading? {
        guard let hour = value(head, .cardinal), (1...12).contains(hour), isOClock(head + 1) else {
            return nil
        }
        return clock(ClockTime(hour: hour), head..<head + 2)
    }

    func isOClock(_ index: Int) -> Bool { isAny(index, ["o'clock", "o’clock"]) }

    /// “0900 GMT”.
    private func hourBeforeZone(at head: Int) -> (time: ClockTime, end: Int)? {
        guard digitCount(head) == 4, let number = number(head), number < 2400, number % 100 < 60,
            isZone(head + 1)
        else {
            return nil
        }
        return (ClockTime(hour: number / 100, minute: number % 100), head + 1)
    }

    private func isZone(_ index: Int) -> Bool { isA(index, .zone) && isCapitalized(index) }

    /// A time of the clock with the zone, the part of the day and the day that stand behind it.
    private func clock(_ time: ClockTime, _ start: Range<Int>) -> Reading {
        let head = start.lowerBound
        var (time, end) = (time, start.upperBound)
        let summerZone = readZone(&time, &end)
        if isAny(end, ["in"]), isWord(end + 1, "the"), isA(end + 2, .dayPart) {
            if time.hour < 12, isAny(end + 2, ["afternoon", "evening"]) { time.hour += 12 }
            end += 3
        }
        let tokens: Range<Int>
        let day: CalendarDay?
        var unresolved = "XXXX-XX-XX"
        if let behind = dayBehind(end) {
            (day, unresolved) = (behind.day, behind.unresolved)
            tokens = head..<behind.end
        } else {
            day = nextDay(behind: end) ?? (isNarrativeDay(head) ? lastPoint?.day : nil) ?? anchor?.day
            tokens = head..<end
        }
        guard let day else {
            return Reading(
                tokens: tokens, type: .time, value: unresolved + "T" + time.timexValue, point: nil,
                rule: .clock,
                isRelative: true)
        }
        if let summerZone { time.zone = summerZone + (Self.isSummer(day) ? 60 : 0) }
        return reading(.clock(day, time), tokens, rule: .clock, isRelative: true)
    }

    /// Takes in the zone behind a time: “GMT”, “UTC+2”, “local time”; gives the one that changes with the season: “ET”, “Eastern time”.
    private func readZone(_ time: inout ClockTime, _ end: inout Int) -> Int? {
        if isWord(end, "local"), isWord(end + 1, "time") {
            end += 2
        } else if isZone(end), let zone = value(end, .zone) {
            time.zone = zone
            end += 1
            let sign = isSign(end, "+") ? 1 : isSign(end, "-") ? -1 : 0
            guard zone == 0, sign != 0, isJoined(end), isJoined(end + 1), let hours = number(end + 1),
                hours <= 14
            else {
                return nil
            }
            time.zone = sign * hours * 60
            end += 2
        } else if let zone = value(end, .summerZone), isCapitalized(end) {
            let isShort = text.tokens[end].bytes.count == 2
            guard isShort || isWord(end + 1, "time") else { return nil }
            end += isShort ? 1 : 2
            return zone
        }
        return nil
    }

    /// Whether the clocks of the United States are put forward on a day (Energy Policy Act of 2005: from the second Sunday of
    /// March to the first of November).
    private static func isSummer(_ day: CalendarDay) -> Bool {
        let start = HolidayTable.Rule.weekday(month: 3, weekday: 7, number: 2).day(in: day.year)
        let end = HolidayTable.Rule.weekday(month: 11, weekday: 7, number: 1).day(in: day.year)
        guard let start, let end else { return false }
        return start <= day && day < end
    }

    /// The day that “on Friday” behind a time names.
    func nextDay(behind end: Int) -> CalendarDay? {
        guard isAny(end, ["on"]) else { return nil }
        return dayBehind(end + 1)?.day
    }

    /// “10 a.m.”, “10:30 pm”, “10.30am”, “14:05”, “10 o'clock”.
    private func clockTime(at head: Int) -> (time: ClockTime, end: Int)? {
        let range = text.tokens[head].bytes
        guard range.count <= 10 else { return nil }
        var position = range.lowerBound
        func part() -> Int? {
            let start = position
            while position < range.upperBound, text.bytes[position] >= 0x30, text.bytes[position] <= 0x39 {
                position += 1
            }
            return position - start <= 2 ? digits(start..<position) : nil
        }
        guard let hour = part() else { return nil }
        var time = ClockTime(hour: hour)
        let hasColon = position < range.upperBound && text.bytes[position] == UInt8(ascii: ":")
        if hasColon || (position < range.upperBound && text.bytes[position] == UInt8(ascii: ".")) {
            position += 1
            guard let minute = part(), minute < 60 else { return nil }
            time.minute = minute
            if hasColon, position < range.upperBound, text.bytes[position] == UInt8(ascii: ":") {
                position += 1
                guard let second = part(), second < 60 else { return nil }
                time.second = second
            }
        }
        var end = head + 1
        if let half = joinedHalf(position..<range.upperBound)
            ?? (position == range.upperBound ? halfBehind(&end) : nil)
        {
            guard (1...12).contains(hour) else { return nil }
            time.hour = hour % 12 + half
            return (time, end)
        }
        guard position == range.upperBound else { return nil }
        if isOClock(end) { return hour <= 24 ? (time, end + 1) : nil }
        guard hasColon, hour <= 24,
            range.lowerBound + 5 <= range.upperBound || isA(end, .zone)
                || isAny(head - 1, ["at", "by", "until"])
        else { return nil }
        // A score or a ratio is no time: it needs a preposition or a zone.
        guard
            isA(end, .zone) || expression(endingAt: head)?.point?.unit == .day
                || isAny(
                    head - 1,
                    ["at", "by", "until", "from", "to", "around", "about", "since", "before", "after", "and"])
        else { return nil }
        return (time, end)
    }

    /// “am”, “pm” as a part of the number.
    private func joinedHalf(_ range: Range<Int>) -> Int? {
        guard range.count == 2, text.bytes[range.lowerBound + 1] | 0x20 == UInt8(ascii: "m") else {
            return nil
        }
        switch text.bytes[range.lowerBound] | 0x20 {
        case UInt8(ascii: "a"): return 0
        case UInt8(ascii: "p"): return 12
        default: return nil
        }
    }

    private func halfBehind(_ end: inout Int) -> Int? {
        guard let half = value(end, .clockHalf) else { return nil }
        end += 1
        return half
    }
}
