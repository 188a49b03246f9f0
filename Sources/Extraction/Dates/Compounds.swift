import EDTF

/// Expressions within one hyphenated word: “two-week”, “third-quarter”, “mid-December”, “year-end”, “year-ago”.
extension TemporalReader {
    /// A piece of a hyphenated word.
    struct CompoundPart {
        var bytes: Range<Int>
        var word: TemporalWord
    }

    /// The pieces of a hyphenated word; four at the most.
    func parts(of index: Int) -> [CompoundPart] {
        let range = text.tokens[index].bytes
        var parts: [CompoundPart] = []
        var start = range.lowerBound
        var position = start
        while position <= range.upperBound {
            let isEnd = position == range.upperBound
            let isASCII = !isEnd && text.bytes[position] == UInt8(ascii: "-")
            guard isEnd || isASCII || text.bytes.isHyphen(at: position, limit: range.upperBound) else {
                position += 1
                continue
            }
            if parts.count == 4 || start == position { return [] }
            let piece = start..<position
            parts.append(
                CompoundPart(bytes: piece, word: vocabulary.temporal(vocabulary.lookUp(text.bytes, piece))))
            position += isASCII || isEnd ? 1 : 3
            start = position
        }
        return parts
    }

    /// The expression that a hyphenated word is.
    func readCompound(at head: Int) -> Reading? {
        let range = text.tokens[head].bytes
        guard range.count <= 40 else { return nil }
        let parts = parts(of: head)
        guard parts.count >= 2, parts.count <= 4, let last = parts.last else { return nil }
        if isOld(last), head >= floor + 2, isJoined(head), parts[0].word.kinds.contains(.unit) {
            return readAge(parts, head: head)
        }
        let first = parts[0]
        if first.word.kinds.contains(.part), first.word.value < 2 || isPiece(first, "mid") {
            return readPartCompound(parts, head: head)
        }
        if isPiece(first, "year"), parts.count == 2 { return readYearCompound(last, head: head) }
        if parts.count == 2, isPiece(last, "long"), let unit = TimeUnit(rawValue: first.word.value),
            first.word.kinds.contains(.unit)
        {
            let isPlural = text.bytes[first.bytes.upperBound - 1] | 0x20 == UInt8(ascii: "s")
            let length = isPlural ? Quantity.vague : .exact(1, half: false)
            return Reading(
                tokens: head..<head + 1, type: .duration, value: length.duration(of: unit), point: nil,
                rule: .duration,
                isRelative: false)
        }
        guard
            let unitIndex = parts.indices.dropFirst().first(where: { parts[$0].word.kinds.contains(.unit) }),
            let unit = TimeUnit(rawValue: parts[unitIndex].word.value)
        else { return nil }
        if unitIndex == 1, first.word.kinds.contains(.ordinal) || isPiece(first, "half") {
            return readOrdinalCompound(first, unit, head: head)
        }
        guard let quantity = quantity(of: parts[..<unitIndex]), unit != .period, unit != .half,
            unit != .quarter || !isPiece(parts[unitIndex], "quarters")
        else { return nil }
        return Reading(
            tokens: head..<head + 1, type: .duration, value: quantity.duration(of: unit), point: nil,
            rule: .duration,
            isRelative: false)
    }

    private func isPiece(_ part: CompoundPart, _ word: StaticString) -> Bool {
        guard part.bytes.count == word.utf8CodeUnitCount else { return false }
        return zip(part.bytes, 0..<word.utf8CodeUnitCount).allSatisfy {
            text.bytes[$0] | 0x20 == word.utf8Start[$1]
        }
    }

    private func isOld(_ part: CompoundPart) -> Bool { isPiece(part, "old") || isPiece(part, "long") }

    /// How many units the first pieces of a word count: “two”, “twenty-four”, “several”, “multi”.
    private func quantity(of parts: ArraySlice<CompoundPart>) -> Quantity? {
        var total = 0
        for part in parts {
            if part.word.kinds.contains(.vague) || isPiece(part, "multi") {
                return parts.count == 1 ? .vague : nil
            }
            if part.word.kinds.contains(.multiplier) {
                total = max(total, 1) * Int(part.word.value)
            } else if part.word.kinds.contains(.cardinal) {
                total += Int(part.word.value)
            } else {
                return nil
            }
        }
        return .exact(total, half: false)
    }

    /// “8-month-old” and “10-week-long”, of which the number is a token of its own.
    private func readAge(_ parts: [CompoundPart], head: Int) -> Reading? {
        guard let unit = TimeUnit(rawValue: parts[0].word.value), text.tokens[head - 1].kind == .dash,
            isJoined(head - 1),
            let count = number(head - 2), unit != .period
        else { return nil }
        // Ages of people in years are everywhere in news and date nothing.
        if unit == .year, isPiece(parts[parts.count - 1], "old"), isPersonal(head) { return nil }
        return Reading(
            tokens: head - 2..<head + 1, type: .duration,
            value: Quantity.exact(count, half: false).duration(of: unit),
            point: nil, rule: .duration, isRelative: false)
    }

    /// Whether a person's age is told: “a 45-year-old teacher”.
    private func isPersonal(_ index: Int) -> Bool {
        guard isFree(index + 1), text.tokens[index + 1].kind == .word else { return true }
        return isCapitalized(index + 1)
            || text.isA(
                index + 1, [.person, .title, .nationality, .conjunction, .auxiliary, .copula, .preposition])
    }

    /// “two-quarter”, “third-quarter”, “first-half”.
    private func readOrdinalCompound(_ first: CompoundPart, _ unit: TimeUnit, head: Int) -> Reading? {
        if isPiece(first, "half") {
            guard unit == .hour || unit == .year || unit == .day || unit == .century else { return nil }
            return Reading(
                tokens: head..<head + 1, type: .duration,
                value: Quantity.exact(0, half: true).duration(of: unit),
                point: nil, rule: .duration, isRelative: false)
        }
        guard unit == .quarter || unit == .half, (1...4).contains(first.word.value) else { return nil }
        return readQuarter(Int(first.word.value), unit: unit, head..<head + 1)
    }

    /// “mid-1980s”, “mid-December”, “mid-afternoon”, “early-morning”, “mid-week”.
    private func readPartCompound(_ parts: [CompoundPart], head: Int) -> Reading? {
        guard parts.count == 2,
            isPiece(parts[0], "mid") || isPiece(parts[0], "early") || isPiece(parts[0], "late")
                || isPiece(parts[0], "end")
        else { return nil }
        let word = parts[1].word
        let bytes = parts[1].bytes
        var tokens = head..<head + 1
        if isWord(head - 1, "the") { tokens = head - 1..<head + 1 }
        var result: Reading?
        if word.kinds.contains(.month), (1...12).contains(word.value) {
            var calendar = MonthReading(tokens: tokens, month: Int(word.value))
            if let (year, end, isRelative) = yearBehind(head + 1) {
                calendar.year = year
                calendar.isRelativeYear = isRelative
                calendar.tokens = tokens.lowerBound..<end
            }
            result = resolve(calendar)
        } else if word.kinds.contains(.dayPart), let part = DayPart(rawValue: word.value) {
            let behind = dayBehind(head + 1)
            guard let day = behind?.day ?? lastPoint?.day ?? anchor?.day else { return nil }
            result = reading(
                .part(day, part), tokens.lowerBound..<(behind?.end ?? head + 1), rule: .dayPart,
                isRelative: true)
        } else if word.kinds.contains(.season) {
            result = readSeason(Int(word.value), tokens, head: head, isNamed: true)
        } else if let year = digits(bytes), bytes.count == 4, (1000...2100).contains(year) {
            result = reading(.year(year), tokens, rule: .absoluteYear, isRelative: false)
        } else if text.bytes[bytes.upperBound - 1] | 0x20 == UInt8(ascii: "s"),
            let number = digits(bytes.lowerBound..<bytes.upperBound - 1),
            number % 10 == 0, bytes.count == 5 || bytes.count == 3
        {
            result = reading(
                .decade(bytes.count == 5 ? number / 10 : 190 + number / 10), tokens, rule: .absoluteDecade,
                isRelative: false)
        }
        result?.isApproximate = true
        return result
    }

    /// “year-ago”, “year-earlier”, “year-end”.
    private func readYearCompound(_ last: CompoundPart, head: Int) -> Reading? {
        let tokens = head..<head + 1
        if isPiece(last, "end") {
            return yearEnd(tokens)
        }
        guard last.word.kinds.contains(.ago) || isPiece(last, "earlier"),
            !isA(head + 1, [.unit, .ordinal, .cardinal])
        else { return nil }
        guard let point = comparedPeriod(years: -1) else { return nil }
        return reading(point, tokens, rule: .earlier, isRelative: true)
    }

    /// The last day of the year; of the one before where something has happened since.
    func yearEnd(_ tokens: Range<Int>) -> Reading? {
        guard let anchor else { return nil }
        let isOver = isWord(tokens.lowerBound - 1, "since")
        guard let day = CalendarDay(year: isOver ? anchor.year - 1 : anchor.year, month: 12, day: 31) else {
            return nil
        }
        return reading(.day(day), tokens, rule: .thisUnit, isRelative: true)
    }

    /// How many years “year-ago”, “year-earlier” go back before a unit.
    func yearsBack(ofCompound index: Int) -> Int? {
        let parts = parts(of: index)
        guard parts.count == 2, isPiece(parts[0], "year"),
            parts[1].word.kinds.contains(.ago) || isPiece(parts[1], "earlier")
        else { return nil }
        return 1
    }
}
