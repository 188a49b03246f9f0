import EDTF

/// Times of the clock: “10 a.m.”, “10:30am”, “14:05 GMT”, “5 p.m. EST Nov. 9”.
extension TemporalReader {
    /// The expression around a time of the clock that begins with a number.
    func readClock(at head: Int) -> Reading? {
        guard var (time, end) = clockTime(at: head) else { return nil }
        if isA(end, .zone), isCapitalized(end), let zone = value(end, .zone) {
            time.zone = zone
            end += 1
        }
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
            day = isNarrativeDay(head) ? lastPoint?.day ?? anchor?.day : nextDay(behind: end) ?? anchor?.day
            tokens = head..<end
        }
        guard let day else {
            return Reading(
                tokens: tokens, type: .time, value: unresolved + "T" + time.timexValue, point: nil,
                rule: .clock,
                isRelative: true)
        }
        return reading(.clock(day, time), tokens, rule: .clock, isRelative: true)
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
        if isWord(end, "o'clock") { return hour <= 24 ? (time, end + 1) : nil }
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
