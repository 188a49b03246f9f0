import EDTF

/// Expressions that begin with a number: years, decades, dates in figures, times of the clock.
extension TemporalReader {
    /// The expression that begins with a number.
    func readSlavicNumber(at head: Int) -> Reading? {
        guard text.tokens[head].bytes.count <= 40 else { return nil }
        if let reading = readISO(at: head) ?? readSlavicFigures(at: head) { return reading }
        if let reading = readEarlierDay(at: head) ?? readSlavicClock(at: head) { return reading }
        return readSlavicDecade(at: head) ?? readSlavicYears(at: head)
    }

    /// “18.12.2023”, “18.12.23”, “18/12/2023”, “18.12”: the day first.
    private func readSlavicFigures(at head: Int) -> Reading? {
        let range = text.tokens[head].bytes
        let parts = dottedParts(range)
        if let reading = readFigureRange(parts, head) { return reading }
        if parts.count == 3, let year = fullYear(parts[2]) {
            let end = isA(head + 1, .yearMark) ? head + 2 : head + 1
            return CalendarDay(year: year, month: parts[1].number, day: parts[0].number).map {
                reading(.day($0), head..<end, rule: .absoluteDay, isRelative: false)
            }
        }
        if parts.count == 2, parts[0].count <= 2, parts[1].count <= 2 {
            return readDayAndMonth(parts[0].number, parts[1].number, head, isPadded: parts[1].count == 2)
        }
        guard parts.count == 1, isSign(head + 1, "/"), isSign(head + 3, "/"), isJoined(head + 1),
            isJoined(head + 3), let month = number(head + 2), let last = dottedPart(head + 4),
            let year = fullYear(last)
        else { return nil }
        return CalendarDay(year: year, month: month, day: parts[0].number).map {
            reading(.day($0), head..<head + 5, rule: .absoluteDay, isRelative: false)
        }
    }

    /// A number between dots.
    private struct DottedPart {
        var number: Int
        var count: Int
    }

    private func dottedPart(_ index: Int) -> DottedPart? {
        guard let count = digitCount(index), let number = number(index) else { return nil }
        return DottedPart(number: number, count: count)
    }

    /// The numbers between the dots of a token, three at the most; none where something else stands between them.
    private func dottedParts(_ range: Range<Int>) -> [DottedPart] {
        guard range.count <= 10 else { return [] }
        var parts: [DottedPart] = []
        var start = range.lowerBound
        for position in range.lowerBound...range.upperBound
        where position == range.upperBound || text.bytes[position] == UInt8(ascii: ".") {
            guard let number = digits(start..<position), parts.count < 3 else { return [] }
            parts.append(DottedPart(number: number, count: position - start))
            start = position + 1
        }
        return parts
    }

    private func fullYear(_ part: DottedPart) -> Int? {
        switch part.count {
        case 4: part.number
        case 2: part.number < 50 ? 2000 + part.number : 1900 + part.number
        default: nil
        }
    }

    /// “14–15.10.2018”, “14.10 – 15.10”: two days with a dash between them.
    private func readFigureRange(_ parts: [DottedPart], _ head: Int) -> Reading? {
        guard (1...2).contains(parts.count), parts.allSatisfy({ $0.count <= 2 }) else { return nil }
        let dash = isSign(head + 1, ".") && isJoined(head + 1) ? head + 2 : head + 1
        guard isDash(dash) || isA(dash, .rangeEnd), isFree(dash + 1),
            text.tokens[dash + 1].kind == .number
        else { return nil }
        let last = dottedParts(text.tokens[dash + 1].bytes)
        guard last.count >= 2, last[1].count == 2, (1...12).contains(last[1].number),
            parts.count == 1 || parts[1].number == last[1].number
        else { return nil }
        var calendar = MonthReading(
            tokens: head..<dash + 2, month: last[1].number, day: last[0].number, firstDay: parts[0].number)
        calendar.year = last.count == 3 ? fullYear(last[2]) : nil
        return resolve(calendar)
    }

    /// “18.12” is a day where a preposition stands before it, and else at the head of a line with a padded month.
    private func readDayAndMonth(_ day: Int, _ month: Int, _ head: Int, isPadded: Bool) -> Reading? {
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        let isOpened = isA(head - 1, .preposition) && isPadded && value(head - 1, .hourPreposition) != 2
        let isAlone =
            head == sentence.lowerBound && (!isFree(head + 1) || text.tokens[head + 1].kind != .word)
        guard isOpened || isAlone || expression(endingAt: head)?.point?.unit == .day,
            !isSign(head + 1, "%"), !isA(head + 1, .unit)
        else { return nil }
        let end = isSign(head + 1, ".") && isJoined(head + 1) && isFree(head + 2) ? head + 2 : head + 1
        return resolve(MonthReading(tokens: head..<end, month: month, day: day))
    }

    /// “1990-х годов”, “90-е”.
    private func readSlavicDecade(at head: Int) -> Reading? {
        guard let count = digitCount(head), count == 4 || count == 2, let number = number(head),
            number.isMultiple(of: 10), isDash(head + 1), isJoined(head + 1), isA(head + 2, .suffix),
            isJoined(head + 2)
        else { return nil }
        let hasUnit = value(head + 3, .unit) == Int(TimeUnit.year.rawValue)
        let decade = count == 4 ? number / 10 : (number < 30 ? 200 : 190) + number / 10
        guard hasUnit || count == 4, (100...299).contains(decade) else { return nil }
        return reading(
            .decade(decade), head..<(hasUnit ? head + 4 : head + 3), rule: .absoluteDecade, isRelative: false)
    }

    /// “в девяностых годах”, “в начале девяностых”.
    func readSpelledSlavicDecade(at head: Int) -> Reading? {
        guard let number = value(head, .decade), isA(head - 1, [.preposition, .part]) else { return nil }
        let hasUnit = value(head + 1, .unit) == Int(TimeUnit.year.rawValue)
        guard hasUnit || isA(head - 1, .part) || isClosing(head + 1) else { return nil }
        return reading(
            .decade(190 + number / 10), head..<(hasUnit ? head + 2 : head + 1), rule: .absoluteDecade,
            isRelative: false)
    }

    /// “2022 год”, “в 2022-м”, “2014–2018 годы”, and figures alone behind a preposition where no noun follows.
    private func readSlavicYears(at head: Int) -> Reading? {
        guard digitCount(head) == 4, let first = number(head), (1000...2999).contains(first) else {
            return nil
        }
        if isDash(head + 1), digitCount(head + 2) == 4, let last = number(head + 2), last > first,
            let year = slavicYear(at: head + 2, isMarked: false)
        {
            return reading(.years(first, last), head..<year.end, rule: .years, isRelative: false)
        }
        if let year = slavicYear(at: head, isMarked: true) {
            return reading(.year(year.year), head..<year.end, rule: .absoluteYear, isRelative: false)
        }
        if isA(head + 1, .pair), digitCount(head + 2) == 4, slavicYear(at: head + 2, isMarked: true) != nil {
            // “в 2022 и 2023 годах”
            return reading(.year(first), head..<head + 1, rule: .absoluteYear, isRelative: false)
        }
        guard (1900...2100).contains(first), isA(head - 1, .preposition) else { return nil }
        var end = head + 1
        if isDash(end), isJoined(end), isA(end + 1, .suffix) {
            end += 2
            if value(end, .unit) == Int(TimeUnit.year.rawValue) { end += 1 }
        } else if isFree(end), text.tokens[end].kind == .word || text.tokens[end].kind == .symbol {
            return nil
        }
        return reading(.year(first), head..<end, rule: .absoluteYear, isRelative: false)
    }
}
