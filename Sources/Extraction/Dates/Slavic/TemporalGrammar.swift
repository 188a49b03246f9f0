/// The rules by which a language puts its words of time together.
enum TemporalGrammar: Sendable {
    /// Those of English.
    case english
    /// Those of Russian and Ukrainian.
    case slavic
}

extension TemporalReader {
    /// The expression around a Russian or Ukrainian word of time.
    func readSlavicWord(at head: Int, _ word: TemporalWord) -> Reading? {
        let kinds = word.kinds
        if kinds.contains(.holiday), let reading = readHoliday(at: head) { return reading }
        if kinds.contains(.month) { return readSlavicMonth(at: head) }
        if kinds.contains(.weekday) { return readSlavicWeekday(at: head) }
        if kinds.contains(.weekdaySet) { return readSlavicWeekdaySet(at: head) }
        if kinds.contains(.deictic) { return readSlavicDeictic(at: head) }
        if kinds.contains(.deicticYear) {
            return readDeicticYear(at: head, offset: Int(word.value))
        }
        if kinds.contains(.hourNumber), let reading = readHourNumber(at: head) { return reading }
        if kinds.contains(.dayNumber) { return readDayNumber(at: head) }
        if kinds.contains(.decade) { return readSpelledSlavicDecade(at: head) }
        if kinds.contains(.dayPart) { return readSlavicDayPart(at: head) }
        if kinds.contains(.unit) || kinds.contains(.halfUnit) { return readSlavicUnit(at: head) }
        if kinds.contains(.season) { return readSlavicSeason(at: head) }
        if kinds.contains(.reference) { return readReference(at: head) }
        if kinds.contains(.set), let unit = TimeUnit(rawValue: word.value) {
            return set(Quantity.exact(1, half: false).duration(of: unit), head..<head + 1)
        }
        return nil
    }

    /// Something that recurs.
    func set(_ value: String, _ tokens: Range<Int>) -> Reading {
        Reading(
            tokens: tokens, type: .set, value: value, point: nil, rule: .set, isRelative: false, grows: false)
    }

    /// The adjective before a token: “прошлый”, “наступна”.
    func relation(at index: Int) -> TimeRelation? {
        value(index, .relation).flatMap { TimeRelation(rawValue: Int16($0)) }
    }

    /// Whether a token is a dash, joined to its neighbours or not.
    func isDash(_ index: Int) -> Bool { isFree(index) && text.tokens[index].kind == .dash }

    // MARK: Numbers

    /// How many units are counted, by the words that end at a token: “три”, “двадцать пять”, “2,5”, “полтора”, “несколько”.
    func slavicQuantity(endingAt end: Int) -> (quantity: Quantity, start: Int)? {
        guard isFree(end) else { return nil }
        if text.tokens[end].kind == .number { return slavicNumeral(at: end) }
        guard text.tokens[end].kind == .word else { return nil }
        if isA(end, .oneAndHalf) { return (.exact(1, half: true), end) }
        if isA(end, .vague) { return (.vague, end) }
        return spelled(endingAt: end).map { (.exact($0.number, half: false), $0.start) }
    }

    /// A number in figures, of which the comma is the decimal one.
    private func slavicNumeral(at index: Int) -> (quantity: Quantity, start: Int)? {
        let range = text.tokens[index].bytes
        guard let comma = range.first(where: { text.bytes[$0] == UInt8(ascii: ",") }) else {
            return number(index).map { (.exact($0, half: false), index) }
        }
        guard let whole = digits(range.lowerBound..<comma), range.upperBound - comma <= 3,
            digits(comma + 1..<range.upperBound) != nil
        else { return nil }
        if comma + 2 == range.upperBound, text.bytes[comma + 1] == UInt8(ascii: "5") {
            return (.exact(whole, half: true), index)
        }
        let fraction = String(decoding: text.bytes[comma + 1..<range.upperBound], as: UTF8.self)
        return (.decimal("\(whole).\(fraction)"), index)
    }

    /// An ordinal that ends at a token, in words or in figures: “третье”, “двадцать пятого”, “18-го”, “24го”.
    func slavicOrdinal(endingAt end: Int) -> (number: Int, start: Int)? {
        if let base = value(end, .ordinal) {
            if base < 10, let tens = value(end - 1, .cardinal), (20...90).contains(tens) {
                return (tens + base, end - 1)
            }
            return (base, end)
        }
        guard isA(end, .suffix), isJoined(end) else { return nil }
        let figure = isDash(end - 1) && isJoined(end - 1) ? end - 2 : end - 1
        return number(figure).map { ($0, figure) }
    }

    /// The number of a day that ends at a token: an ordinal, or one or two figures.
    func slavicDayNumber(endingAt end: Int) -> (day: Int, start: Int)? {
        let found: (number: Int, start: Int)?
        if let digits = digitCount(end) {
            found = digits <= 2 ? number(end).map { ($0, end) } : nil
        } else {
            found = slavicOrdinal(endingAt: end)
        }
        guard let found, (1...31).contains(found.number) else { return nil }
        return (found.number, found.start)
    }
}
