import EDTF

/// Years and decades, in figures and in words: “2023”, “fiscal 1989”, “1990-95”, “44 BC”, “the ’80s”, “nineteen ninety-six”.
extension TemporalReader {
    /// “1990s”, “the '80s”, “1980's”.
    func readDecade(at head: Int) -> Reading? {
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
        if decade % 10 == 0, decade < 200 {
            // “the 1800s” are the century.
            return reading(.century(decade / 10), start..<end, rule: .absoluteCentury, isRelative: false)
        }
        return reading(.decade(decade), start..<end, rule: .absoluteDecade, isRelative: false)
    }

    /// “2023”, “fiscal 1989”, “1990-95”.
    func readYear(at head: Int) -> Reading? {
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
        if isAny(start - 1, ["fiscal", "calendar", "fy"]) && isFree(start - 1) {
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
