import EDTF

/// The date of publication in a field or a short text of a page, in whatever form; nil where there is no whole date.
///
/// `isMonthFirst` tells how to read 03/04/2023.
func dateInField(_ text: String, isMonthFirst: Bool) -> EDTFDate? {
    if let date = EDTFDate(published: text), date.description.utf8.count >= 10 { return date }
    let bytes = Array(text.utf8.prefix(400))
    let tokens = dateTokens(bytes.span)
    for index in tokens.indices {
        guard let found = day(at: index, tokens, isMonthFirst: isMonthFirst) else { continue }
        return instant(of: found.day, after: found.end, tokens) ?? EDTFDate(day: found.day)
    }
    return nil
}

/// A number, or a word, and what stands before it.
private struct DateToken {
    var number: Int?
    var digits = 0
    var month: Int?
    var isShort = false
    /// The sign before it, 0 for blanks alone.
    var sign: UInt8 = 0
    var word = ""
}

private func dateTokens(_ bytes: Span<UInt8>) -> [DateToken] {
    var tokens: [DateToken] = []
    var words: [Word] = []
    var sign: UInt8 = 0
    var index = 0
    while index < bytes.count, tokens.count < 60 {
        let byte = bytes[index]
        if (0x30...0x39).contains(byte) {
            var token = DateToken(sign: sign)
            var value = 0
            while index < bytes.count, (0x30...0x39).contains(bytes[index]), token.digits < 15 {
                value = value * 10 + Int(bytes[index] - 0x30)
                token.digits += 1
                index += 1
            }
            token.number = value
            tokens.append(token)
            sign = 0
        } else if (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0xC3 {
            let start = index
            while index < bytes.count, bytes[index] >= 0x80 || (0x61...0x7A).contains(bytes[index] | 0x20) {
                index += 1
            }
            collectWords(in: start..<index, of: bytes, into: &words)
            let month = words.count == 1 ? PhraseTable.standard.match(at: 0, in: words)?.classes.month : nil
            tokens.append(
                DateToken(
                    month: month, isShort: index - start <= 6, sign: sign, word: text(start..<index, bytes)))
            sign = 0
        } else {
            if byte > 0x20 { sign = byte }
            index += 1
        }
    }
    return tokens
}

private typealias FoundDay = (day: CalendarDay, end: Int)

/// The day that begins at a token.
private func day(at index: Int, _ tokens: [DateToken], isMonthFirst: Bool) -> FoundDay? {
    let first = tokens[index]
    if first.digits == 8, let number = first.number, (19_000_101...20_991_231).contains(number),
        let day = CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    {
        return (day, index + 1)
    }
    guard let second = next(after: index, tokens), let third = next(after: second, tokens) else { return nil }
    let (middle, last) = (tokens[second], tokens[third])
    func made(_ year: Int?, _ month: Int?, _ day: Int?) -> FoundDay? {
        guard let year, let month, let day, (1_800...2_099).contains(year),
            let found = CalendarDay(year: year, month: month, day: day)
        else { return nil }
        return (found, third + 1)
    }
    if let month = middle.month {
        return first.digits == 4
            ? made(first.number, month, last.number) : made(last.number, month, first.number)
    }
    if let month = first.month, last.digits == 4, middle.digits <= 2 {
        return made(last.number, month, middle.number)
    }
    guard let number = first.number, let other = middle.number, last.number != nil else { return nil }
    if first.digits == 4 { return made(number, other, last.number) }
    guard last.digits == 4, middle.sign == last.sign, [0x2E, 0x2F, 0x2D].contains(middle.sign) else {
        return nil
    }
    let isMonth = number <= 12 && (other > 12 || middle.sign == 0x2F && isMonthFirst)
    return isMonth ? made(last.number, number, other) : made(last.number, other, number)
}

/// The next token that may be part of the date; a short word may stand between (“de”, “th”, “年”).
private func next(after index: Int, _ tokens: [DateToken]) -> Int? {
    let next = index + 1
    guard next < tokens.count else { return nil }
    if tokens[next].number != nil || tokens[next].month != nil { return next }
    guard tokens[next].isShort, next + 1 < tokens.count,
        tokens[next + 1].number != nil || tokens[next + 1].month != nil
    else { return nil }
    return next + 1
}

/// The instant of a time with its zone that follows a day: `08:00:00 GMT`, `08:00 +0200`.
private func instant(of day: CalendarDay, after index: Int, _ tokens: [DateToken]) -> EDTFDate? {
    var rest = tokens[index...].prefix(5)
    guard let hour = rest.popFirst(), hour.digits <= 2, let hours = hour.number,
        let minute = rest.popFirst(), minute.digits == 2, minute.sign == 0x3A, let minutes = minute.number
    else { return nil }
    var seconds = 0
    if let second = rest.first, second.sign == 0x3A, let number = second.number {
        seconds = number
        rest.removeFirst()
    }
    guard let zone = rest.first else { return nil }
    var offset = "Z"
    if zone.digits == 4, let number = zone.number, zone.sign == 0x2B || zone.sign == 0x2D {
        offset = (zone.sign == 0x2B ? "+" : "-") + padded(number / 100) + ":" + padded(number % 100)
    } else if !["GMT", "UTC", "Z"].contains(zone.word) {
        return nil
    }
    return EDTFDate(
        published: "\(EDTFDate(day: day))T\(padded(hours)):\(padded(minutes)):\(padded(seconds))\(offset)")
}

private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
