import EDTF

/// Russian and Ukrainian units: “на прошлой неделе”, “три дня назад”, “через місяць”, “в конце года”.
extension TemporalReader {
    /// What stands around a unit.
    private struct SlavicUnit {
        var context: UnitContext
        var isHalf = false
        var end: Int { context.head + 1 }
        var tokens: Range<Int> { context.start..<context.head + 1 }
        /// How many units are meant; one where none are counted.
        var count: Quantity {
            isHalf ? .exact(0, half: true) : context.quantity ?? .exact(1, half: false)
        }
    }

    /// The expression around a unit.
    func readSlavicUnit(at head: Int) -> Reading? {
        guard let raw = value(head, [.unit, .halfUnit]), let unit = TimeUnit(rawValue: Int16(raw)) else {
            return nil
        }
        var found = SlavicUnit(context: UnitContext(unit: unit, head: head, start: head))
        found.isHalf = isA(head, .halfUnit)
        collectSlavic(&found.context)
        if found.context.isEach {
            return set(found.count.duration(of: unit), found.tokens)
        }
        return readTimesPerUnit(found) ?? readSlavicHour(found) ?? readSlavicCounted(found)
            ?? readSlavicNumbered(found) ?? readSlavicRelated(found) ?? readSlavicLength(found)
            ?? readSlavicPart(found)
    }

    private func collectSlavic(_ context: inout UnitContext) {
        var index = context.head - 1
        if let (quantity, start) = slavicQuantity(endingAt: index) {
            context.quantity = quantity
            context.start = start
            index = start - 1
        } else if let (ordinal, start) = slavicOrdinal(endingAt: index) {
            context.ordinal = ordinal
            context.start = start
            index = start - 1
        }
        if let relation = relation(at: index) {
            context.relation = relation
            context.start = index
        } else if isA(index, .each) {
            context.isEach = true
            context.start = index
        }
    }

    /// “раз в неделю”, “два раза на рік”.
    private func readTimesPerUnit(_ found: SlavicUnit) -> Reading? {
        let start = found.context.start
        guard isA(start - 1, .preposition), isA(start - 2, .times) else { return nil }
        let first = slavicQuantity(endingAt: start - 3)?.start ?? start - 2
        return set(found.count.duration(of: found.context.unit), first..<found.end)
    }

    // MARK: Counted from a date

    /// “три дня назад”, “через неделю”, “два дня спустя”.
    private func readSlavicCounted(_ found: SlavicUnit) -> Reading? {
        let context = found.context
        guard context.relation == nil, context.ordinal == nil else { return nil }
        if isA(found.end, .ago) {
            let end = isA(found.end + 1, .ago) ? found.end + 2 : found.end + 1
            return slavicCounted(found, sign: -1, context.start..<end, rule: .ago, isNarrative: false)
        }
        if isA(context.start - 1, .ahead) {
            let tokens = context.start - 1..<found.end
            let tense = tense(at: tokens)
            if isA(tokens.lowerBound, .ambiguous), tense != .future {
                // “за добу знищили”
                return readSlavicSpan(found)
            }
            let isNarrative = tense == .past
            return slavicCounted(found, sign: 1, tokens, rule: .later, isNarrative: isNarrative)
        }
        guard let sign = value(found.end, .offset) else { return nil }
        return slavicCounted(
            found, sign: sign, context.start..<found.end + 1, rule: sign < 0 ? .earlier : .later,
            isNarrative: true)
    }

    private func slavicCounted(
        _ found: SlavicUnit, sign: Int, _ tokens: Range<Int>, rule: TemporalRule, isNarrative: Bool
    ) -> Reading? {
        var context = found.context
        var quantity = found.count
        // Half a year is six months, half a month two weeks.
        if case .exact(let whole, true) = quantity, context.unit == .year || context.unit == .month {
            let isYear = context.unit == .year
            quantity = .exact(whole * (isYear ? 12 : 4) + (isYear ? 6 : 2), half: false)
            context.unit = isYear ? .month : .week
        }
        context.start = tokens.lowerBound
        return counted(
            quantity, context, sign: sign, end: tokens.upperBound, rule: rule, isNarrative: isNarrative)
    }

    // MARK: By adjective and number

    /// “в третьем квартале 2018”, “перше півріччя”, “XX век”, “в 20-м веке”.
    private func readSlavicNumbered(_ found: SlavicUnit) -> Reading? {
        let context = found.context
        if context.unit == .century {
            guard let number = context.ordinal ?? romanNumber(context.head - 1), (2...30).contains(number)
            else { return nil }
            let start = context.ordinal == nil ? context.head - 1 : context.start
            return reading(
                .century(number - 1), start..<found.end, rule: .absoluteCentury, isRelative: false)
        }
        guard let ordinal = context.ordinal, context.unit == .quarter || context.unit == .half,
            (1...(context.unit == .quarter ? 4 : 2)).contains(ordinal)
        else { return nil }
        let isQuarter = context.unit == .quarter
        if let year = slavicYear(at: found.end, isMarked: false) {
            return reading(
                isQuarter
                    ? .quarter(year: year.year, quarter: ordinal) : .half(year: year.year, half: ordinal),
                context.start..<year.end, rule: .absoluteQuarter, isRelative: year.isRelative)
        }
        return anchor.map {
            reading(
                nearestQuarter(ordinal, context.unit, $0, at: found.tokens), found.tokens,
                rule: .quarterNearest, isRelative: true)
        }
    }

    /// A number in Roman figures, up to thirty.
    private func romanNumber(_ index: Int) -> Int? {
        guard isFree(index), text.tokens[index].kind == .word else { return nil }
        var total = 0
        var last = 0
        for letter in String(decoding: text.bytes[text.tokens[index].bytes.prefix(16)], as: UTF8.self)
            .reversed()
        {
            let value: Int
            // The letters of Cyrillic that look like them are often typed instead.
            switch letter {
            case "I", "І": value = 1
            case "V": value = 5
            case "X", "Х": value = 10
            default: return nil
            }
            total += value < last ? -value : value
            last = max(last, value)
        }
        return total <= 30 ? total : nil
    }

    /// “на прошлой неделе”, “следующие три дня”, “за последние годы”.
    private func readSlavicRelated(_ found: SlavicUnit) -> Reading? {
        var context = found.context
        guard let relation = context.relation, context.ordinal == nil else { return nil }
        context.isPlural =
            context.unit != .weekend && [.recent, .coming, .past].contains(relation)
        // “на следующий день” counts from the day that was told of.
        if context.unit == .day, relation == .next { context.article = 1 }
        if context.unit == .weekend, relation == .coming { context.relation = .this }
        return readRelated(context.relation ?? relation, context)
    }

    // MARK: Lengths and parts

    /// “три дня”, “протягом року”, “полгода”.
    private func readSlavicLength(_ found: SlavicUnit) -> Reading? {
        let context = found.context
        guard context.relation == nil, context.ordinal == nil, context.unit != .weekend else { return nil }
        guard found.isHalf || context.quantity != nil || isA(context.start - 1, [.within, .approximation])
        else { return nil }
        return readSlavicSpan(found)
    }

    private func readSlavicSpan(_ found: SlavicUnit) -> Reading? {
        let context = found.context
        return Reading(
            tokens: found.tokens, type: .duration, value: found.count.duration(of: context.unit), point: nil,
            rule: .duration, isRelative: false)
    }

    /// “в конце года”, “на початку тижня”, “в выходные”.
    private func readSlavicPart(_ found: SlavicUnit) -> Reading? {
        let context = found.context
        guard context.quantity == nil, context.relation == nil, context.ordinal == nil else { return nil }
        if context.unit == .weekend, isA(context.start - 1, .preposition), let day = anchor?.day {
            let isNow = day.weekday >= 6 || tense(at: found.tokens) == .future
            return anchor?.point(.weekend, offset: isNow ? 0 : -1).map {
                reading($0, found.tokens, rule: isNow ? .nextUnit : .lastUnit, isRelative: true)
            }
        }
        guard isA(context.start - 1, .part), let point = anchor?.point(context.unit, offset: 0) else {
            return nil
        }
        return reading(point, found.tokens, rule: .thisUnit, isRelative: true)
    }

    // MARK: Hours

    /// “в 15 часов”, “в три часа дня”, “о 15 годині”: a time of the clock, where a preposition or a part of the day says so.
    private func readSlavicHour(_ found: SlavicUnit) -> Reading? {
        let context = found.context
        guard context.unit == .hour, !found.isHalf, context.relation == nil,
            let hour = exactHour(context), (0...24).contains(hour)
        else { return nil }
        let (part, end) = slavicHalf(at: found.end)
        guard part != nil || isA(context.start - 1, .hourPreposition) || context.ordinal != nil else {
            return nil
        }
        guard part != nil || !isA(found.end, .ago) else { return nil }
        return slavicClock(ClockTime(hour: adjusted(hour, to: part)), context.start..<end)
    }

    private func exactHour(_ context: UnitContext) -> Int? {
        if case .exact(let count, false)? = context.quantity { return count }
        return context.ordinal
    }
}
