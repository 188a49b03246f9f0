import EDTF

/// Expressions that begin with a number: years, decades, dates in figures, times of the clock.
extension TemporalReader {
    /// The expression that begins with a number.
    func readNumber(at head: Int) -> Reading? {
        let range = text.tokens[head].bytes
        guard range.count <= 40 else { return nil }
        if let reading = readISO(at: head) ?? readFigures(at: head) ?? readMonthAndYear(at: head) {
            return reading
        }
        if let reading = readClock(at: head) { return reading }
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

    private func isHyphen(_ index: Int) -> Bool { isSign(index, "-") && isJoined(index) }

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
        guard let (numbers, end) = figures(at: head) else { return nil }
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

    // MARK: Years and decades

    /// “1990s”, “the '80s”, “1980's”.
    private func readDecade(at head: Int) -> Reading? {
        let range = text.tokens[head].bytes
        guard range.count == 5 || range.count == 3 || range.count == 4 || range.count == 2 else { return nil }
        var end = head + 1
        var numberEnd = range.upperBound
        if text.bytes[range.upperBound - 1] | 0x20 == UInt8(ascii: "s") {
            numberEnd -= 1
        } else if isFree(end + 1), text.tokens[end].kind == .mark, isJoined(end), isJoined(end + 1),
            isWord(end + 1, "s")
        {
            end += 2
        } else {
            return nil
        }
        guard let number = digits(range.lowerBound..<numberEnd), number % 10 == 0 else { return nil }
        var start = head
        let length = numberEnd - range.lowerBound
        guard length == 4 || length == 2 else { return nil }
        var decade = number / 10
        if length == 2 {
            let hasMark = isFree(head - 1) && text.tokens[head - 1].kind == .mark && isJoined(head)
            guard hasMark || isAny(head - 1, ["the", "early", "late", "mid"]) else { return nil }
            guard (20...90).contains(number) else { return nil }
            if hasMark { start -= 1 }
            decade += 190
        }
        guard (100...299).contains(decade) else { return nil }
        if isWord(start - 1, "the") { start -= 1 }
        return reading(.decade(decade), start..<end, rule: .absoluteDecade, isRelative: false)
    }

    /// “2023”, “fiscal 1989”, “1990-95”.
    private func readYear(at head: Int) -> Reading? {
        if let reading = readYearOfEra(at: head) { return reading }
        guard digitCount(head) == 4, let year = number(head), isYear(year, at: head) else { return nil }
        if isHyphen(head + 1)
            || (isFree(head + 1) && text.tokens[head + 1].kind == .dash && isJoined(head + 1)),
            isJoined(head + 2), let length = digitCount(head + 2), length == 2 || length == 4,
            let last = number(head + 2)
        {
            let end = length == 4 ? last : year / 100 * 100 + last
            if end > year, end - year < 200 {
                return reading(.years(year, end), head..<head + 3, rule: .years, isRelative: false)
            }
        }
        if isPeriodBehind(head + 1) { return nil }
        var start = head
        if isAny(start - 1, ["fiscal", "calendar"]) && isFree(start - 1) {
            start -= 1
            if isWord(start - 1, "the"), !isFree(head + 1) { start -= 1 }
        }
        return reading(.year(year), start..<head + 1, rule: .absoluteYear, isRelative: false)
    }

    /// “44 BC”, “AD 79”, “79 A.D.”.
    private func readYearOfEra(at head: Int) -> Reading? {
        if let (year, end) = yearOfEra(at: head) {
            return reading(.year(year), head..<end, rule: .absoluteYear, isRelative: false)
        }
        guard isEra(head - 1), value(head - 1, .calendarEra) == 1, let year = number(head),
            (1...2100).contains(year)
        else { return nil }
        return reading(.year(year), head - 1..<head + 1, rule: .absoluteYear, isRelative: false)
    }

    /// A year with its era behind it, and where it ends.
    func yearOfEra(at index: Int) -> (year: Int, end: Int)? {
        guard isEra(index + 1), let era = value(index + 1, .calendarEra), (digitCount(index) ?? 9) <= 4,
            let year = number(index), year > 0
        else { return nil }
        return (era == 0 ? 1 - year : year, index + 2)
    }

    /// Whether a token is the name of an era; “ad” in small letters is another word.
    func isEra(_ index: Int) -> Bool {
        isA(index, .calendarEra)
            && !text.tokens[index].shape.isDisjoint(with: [.allCapitals, .dotted])
    }

    /// “the 1988 quarter”, “the 1988 third quarter”: the unit takes the year.
    private func isPeriodBehind(_ index: Int) -> Bool {
        let unit = ordinal(at: index) == nil ? index : index + 1
        return isAny(unit, ["quarter", "period", "half"]) && isFree(unit)
    }

    /// Whether a number of four digits is a year, rather than a count or a sum.
    private func isYear(_ year: Int, at head: Int) -> Bool {
        guard (1000...2100).contains(year), !isPartOfNumber(head), !isCount(behind: head) else {
            return false
        }
        if isUnitOfOther(behind: head) { return false }
        let openers: [StaticString] = [
            "in", "since", "by", "until", "till", "of", "from", "before", "after", "during", "between",
            "through",
            "early", "late", "mid", "fiscal", "year", "around", "throughout", "summer", "spring", "winter",
            "autumn", "fall",
        ]
        let isOpened = isAny(head - 1, openers)
        guard year >= 1900 else {
            return year >= 1000
                && isAny(head - 1, ["in", "since", "until", "of", "from", "by", "before", "after"])
                && !isPluralNoun(head + 1)
                && !isPluralNoun(head + 2)
        }
        return isOpened || !isPluralNoun(head + 1) || isAny(head - 1, ["the", "a"])
    }

    /// A currency sign, a hash, a hyphen or a slash beside the number.
    private func isPartOfNumber(_ head: Int) -> Bool {
        if head > sentence.lowerBound {
            let before = text.tokens[head - 1]
            if isJoined(head), before.kind == .symbol || isSign(head - 1, "-") || before.kind == .number {
                return true
            }
            if before.kind == .symbol, text.bytes[Int(before.start)] == UInt8(ascii: "$") { return true }
            if before.kind == .word, isAny(head - 1, ["dlrs", "no", "page", "route", "number", "room"]),
                !isAny(head - 2, ["in"])
            {
                return true
            }
        }
        guard isFree(head + 1), isJoined(head + 1) else { return false }
        let next = text.tokens[head + 1]
        // “2000-strong”
        if isSign(head + 1, "-"), isJoined(head + 2), text.tokens[head + 2].kind == .word { return true }
        return next.kind == .symbol
            || (next.kind == .dash && isJoined(head + 2) && isFree(head + 2)
                && text.tokens[head + 2].kind == .number && (digitCount(head + 2) ?? 9) < 2)
    }

    /// A unit of something behind the number: “1950 miles”, “2000 hours”.
    private func isUnitOfOther(behind head: Int) -> Bool {
        if isA(head + 1, .unit) { return isPluralNoun(head + 1) }
        return isA(head + 1, .multiplier)
            || isAny(head + 1, ["million", "billion", "trillion", "km", "kg", "m", "ft"])
    }

    /// Whether a word in lower case that ends in s, or another plural, stands at a place.
    func isPluralNoun(_ index: Int) -> Bool {
        guard isFree(index), text.tokens[index].kind == .word, !isCapitalized(index) else { return false }
        if text.isA(index, [.plural]) { return true }
        let token = text.tokens[index]
        guard token.end - token.start > 3, text.bytes[Int(token.end) - 1] == UInt8(ascii: "s"),
            text.bytes[Int(token.end) - 2] != UInt8(ascii: "s"), !token.shape.contains(.possessive)
        else { return false }
        return !text.isA(index, [.verb, .auxiliary, .pronoun, .preposition, .determiner, .copula])
    }

    // MARK: In words

    /// “the nineties”.
    func readSpelledDecade(at head: Int) -> Reading? {
        guard let number = value(head, .decade), isAny(head - 1, ["the", "early", "late", "mid"]) else {
            return nil
        }
        let start = isWord(head - 1, "the") ? head - 1 : head
        return reading(.decade(190 + number / 10), start..<head + 1, rule: .absoluteDecade, isRelative: false)
    }

    /// “nineteen ninety-six”, “two thousand ten”.
    func readSpelledYear(at head: Int) -> Reading? {
        let isOpened = isAny(head - 1, ["in", "since", "by", "until"])
        guard let (year, end) = spelledYear(at: head) ?? (isOpened ? spelledThousand(at: head) : nil) else {
            return nil
        }
        return reading(.year(year), head..<end, rule: .absoluteYear, isRelative: false)
    }

    /// “two thousand”, “two thousand (and) ten”, as a year and where it ends.
    func spelledThousand(at head: Int) -> (year: Int, end: Int)? {
        guard value(head, .cardinal) == 2, value(head + 1, .multiplier) == 1000 else { return nil }
        var end = head + 2
        var year = 2000
        let next = isWord(end, "and") ? end + 1 : end
        if let number = cardinal(next), (1...99).contains(number) {
            year += number
            end = next + 1
        }
        guard !isFree(end) || text.tokens[end].kind != .word || !isPluralNoun(end), !isA(end, .unit) else {
            return nil
        }
        return (year, end)
    }

    /// The year that is spelled out at a token, and where it ends.
    func spelledYear(at head: Int) -> (year: Int, end: Int)? {
        guard let century = value(head, .cardinal), century == 19 || century == 20 || century == 18,
            !isA(head - 1, .cardinal)
        else {
            return nil
        }
        guard let first = cardinal(head + 1), (10...99).contains(first) else { return nil }
        var end = head + 2
        var number = first
        if first >= 20, first % 10 == 0, let unit = cardinal(end), (1...9).contains(unit) {
            number += unit
            end += 1
        }
        guard !isA(end, [.unit, .multiplier]), !isAny(end, ["percent", "million", "billion"]) else {
            return nil
        }
        return (century * 100 + number, end)
    }
}
