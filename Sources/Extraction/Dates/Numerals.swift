import EDTF

/// Expressions that begin with a number: dates in figures, years, decades, times of the clock.
extension TemporalReader {
    /// The expression that begins with a number.
    func readNumber(at head: Int) -> Reading? {
        let range = text.tokens[head].bytes
        guard range.count <= 40 else { return nil }
        if let reading = readISO(at: head) ?? readFigures(at: head) ?? readMonthAndYear(at: head) {
            return reading
        }
        if let reading = readClock(at: head) { return reading }
        if let reading = readDayOfMonth(at: head) ?? readLaterDay(at: head)
            ?? readEarlierDay(at: head)
        {
            return reading
        }
        if let reading = readShortQuarter(at: head) { return reading }
        if let reading = readDecade(at: head) { return reading }
        return readYear(at: head)
    }

    // MARK: Dates in figures

    /// “2023-12-18”, “2023-12-18T10:00Z”, “2023-12”.
    func readISO(at head: Int) -> Reading? {
        guard digitCount(head) == 4, let year = number(head), (1000...2999).contains(year),
            isHyphen(head + 1), isFree(head + 2),
            isJoined(head + 2), text.tokens[head + 2].kind == .number, digitCount(head + 2) == 2,
            let month = number(head + 2)
        else { return nil }
        guard isHyphen(head + 3), isJoined(head + 4), text.tokens[head + 4].kind == .number else {
            // “2011-12” is a season of two years, “2023-12” a month.
            guard (1...12).contains(month), month <= year % 100, !isHyphen(head + 3) else { return nil }
            return reading(
                .month(year: year, month: month), head..<head + 3, rule: .absoluteMonth, isRelative: false)
        }
        let last = text.tokens[head + 4].bytes
        guard last.count >= 2, let day = digits(last.lowerBound..<last.lowerBound + 2),
            let date = CalendarDay(year: year, month: month, day: day)
        else { return nil }
        if last.count == 2 {
            return reading(.day(date), head..<head + 5, rule: .absoluteDay, isRelative: false)
        }
        guard text.bytes[last.lowerBound + 2] | 0x20 == UInt8(ascii: "t"),
            let time = isoTime(last.lowerBound + 3..<last.upperBound)
        else { return nil }
        return reading(.clock(date, time), head..<head + 5, rule: .absoluteDay, isRelative: false)
    }

    func isHyphen(_ index: Int) -> Bool { isSign(index, "-") && isJoined(index) }

    /// “10:00Z”, “10:00:30”.
    private func isoTime(_ range: Range<Int>) -> ClockTime? {
        var end = range.upperBound
        let isUTC = end > range.lowerBound && text.bytes[end - 1] | 0x20 == UInt8(ascii: "z")
        if isUTC { end -= 1 }
        guard end - range.lowerBound >= 5, let hour = digits(range.lowerBound..<range.lowerBound + 2),
            hour < 25,
            text.bytes[range.lowerBound + 2] == UInt8(ascii: ":"),
            let minute = digits(range.lowerBound + 3..<range.lowerBound + 5), minute < 60
        else { return nil }
        let second = end - range.lowerBound >= 8 ? digits(range.lowerBound + 6..<range.lowerBound + 8) : nil
        return ClockTime(hour: hour, minute: minute, second: second, zone: isUTC ? 0 : nil)
    }

    /// “12/19/2023”, “19/12/2023”, “19.12.2023”, “12-19-2023”.
    private func readFigures(at head: Int) -> Reading? {
        guard let (numbers, end) = figures(at: head) else { return readSeptemberAttacks(at: head) }
        let (first, second, third) = numbers
        let date: CalendarDay?
        if end == head + 1 {
            date = CalendarDay(year: third, month: second, day: first)
        } else {
            // Where both orders give a day, the one closer to publication; without a choice, the American one.
            let american = CalendarDay(year: third, month: first, day: second)
            let isYearFirst = text.tokens[head].bytes.count == 4
            let other = isYearFirst ? nil : CalendarDay(year: third, month: second, day: first)
            date = closest(american, other)
        }
        return date.map { reading(.day($0), head..<end, rule: .absoluteDay, isRelative: false) }
    }

    /// “9/11”, the name of a day.
    private func readSeptemberAttacks(at head: Int) -> Reading? {
        guard number(head) == 9, isSign(head + 1, "/"), isJoined(head + 1), isJoined(head + 2),
            number(head + 2) == 11,
            !isSign(head + 3, "/"), !isJoined(head) || text.tokens[head].shape.contains(.afterSpace)
        else { return nil }
        return CalendarDay(year: 2001, month: 9, day: 11).map {
            reading(.day($0), head..<head + 3, rule: .absoluteDay, isRelative: false)
        }
    }

    /// “06/2004”.
    private func readMonthAndYear(at head: Int) -> Reading? {
        guard (digitCount(head) ?? 9) <= 2, let month = number(head), (1...12).contains(month),
            isSign(head + 1, "/"), isJoined(head + 1), isJoined(head + 2), digitCount(head + 2) == 4,
            let year = number(head + 2), (1900...2100).contains(year)
        else { return nil }
        return reading(
            .month(year: year, month: month), head..<head + 3, rule: .absoluteMonth, isRelative: false)
    }

    private func figures(at head: Int) -> (numbers: (Int, Int, Int), end: Int)? {
        let range = text.tokens[head].bytes
        if range.count >= 8, range.count <= 10 {
            let parts = range.filter { text.bytes[$0] == UInt8(ascii: ".") }
            guard parts.count == 2, let day = digits(range.lowerBound..<parts[0]),
                let month = digits(parts[0] + 1..<parts[1]),
                range.upperBound - parts[1] == 5, let year = digits(parts[1] + 1..<range.upperBound)
            else { return nil }
            return ((day, month, year), head + 1)
        }
        guard range.count <= 2 || range.count == 4, let first = number(head), let second = number(head + 2),
            let third = number(head + 4),
            isSign(head + 1, "/") && isSign(head + 3, "/") || isHyphen(head + 1) && isHyphen(head + 3),
            isJoined(head + 1), isJoined(head + 2), isJoined(head + 3), isJoined(head + 4),
            let length = digitCount(head + 4), length == 4 || length == 2
        else { return nil }
        if range.count == 4 {
            return length == 2 && first > 1000 && isSign(head + 1, "/")
                ? ((second, third, first), head + 5) : nil
        }
        let year = length == 4 ? third : third < 50 ? 2000 + third : 1900 + third
        return ((first, second, year), head + 5)
    }

    private func closest(_ american: CalendarDay?, _ other: CalendarDay?) -> CalendarDay? {
        guard let american, let other, let day = anchor?.day else { return american ?? other }
        let distance = (abs(american.ordinal - day.ordinal), abs(other.ordinal - day.ordinal))
        // Only a clear difference speaks against the order of the language's largest press.
        return distance.1 * 4 < distance.0 ? other : american
    }
}
