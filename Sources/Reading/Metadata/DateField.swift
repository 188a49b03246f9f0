import EDTF

/// The date of publication in a field or a short text of a page, in whatever form; nil where there is no whole date.
///
/// `isMonthFirst` tells how to read 03/04/2023.
func dateInField(_ text: String, isMonthFirst: Bool) -> EDTFDate? {
    if let date = EDTFDate(published: text), date.description.utf8.count >= 10 { return date }
    return datesInText(text, isMonthFirst: isMonthFirst, limit: 1).first?.date
}

/// A date that stands in a text.
struct DateInText {
    let date: EDTFDate
    /// Where its day stands, in bytes.
    let bytes: Range<Int>
}

/// The whole dates in a short text of a page, in their order, `limit` of them at most.
func datesInText(_ text: String, isMonthFirst: Bool, limit: Int) -> [DateInText] {
    let bytes = Array(text.utf8.prefix(400))
    let tokens = dateTokens(bytes.span)
    var dates: [DateInText] = []
    var index = 0
    while index < tokens.count, dates.count < limit {
        guard let found = day(at: index, tokens, isMonthFirst: isMonthFirst) else {
            index += 1
            continue
        }
        dates.append(
            DateInText(
                date: instant(of: found.day, after: found.end, tokens) ?? EDTFDate(day: found.day),
                bytes: tokens[index].start..<tokens[found.end - 1].end))
        index = found.end
    }
    return dates
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
    guard first.number != nil || first.month != nil, let second = next(after: index, tokens),
        let third = next(after: second, tokens)
    else { return nil }
    let (middle, last) = (tokens[second], tokens[third])
    func made(_ year: Int?, _ month: Int?, _ day: Int?) -> FoundDay? {
        guard let year = year.map(gregorianYear), let month, let day, (1_800...2_099).contains(year),
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
    guard let number = first.number, let other = middle.number else { return nil }
    if first.digits == 4, let month = last.month {
        // “2023. gada 19. decembris”; but in “2019 12 January 2023” the year comes last.
        let isFollowedByYear = third + 1 < tokens.count && tokens[third + 1].digits == 4
        return isFollowedByYear ? nil : made(number, month, other)
    }
    guard last.number != nil else { return nil }
    let isSigned = middle.sign == last.sign && [0x2E, 0x2F, 0x2D].contains(middle.sign)
    if first.digits == 4 {
        let isWorded = second - index == 2 && third - second == 2 && !tokens[index + 1].isASCII
        return isSigned || isWorded ? made(number, other, last.number) : nil
    }
    guard last.digits == 4, isSigned else { return nil }
    let isMonth = number <= 12 && (other > 12 || middle.sign != 0x2E && isMonthFirst)
    return isMonth ? made(last.number, number, other) : made(last.number, other, number)
}

/// Thailand counts its years from 543 before ours.
private func gregorianYear(_ year: Int) -> Int { (2_443...2_642).contains(year) ? year - 543 : year }

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
