import EDTF

/// Expressions around a unit: “last week”, “two years ago”, “for the past three months”, “the third quarter of 1990”.
extension TemporalReader {
    /// The expression around a unit.
    func readUnit(at head: Int) -> Reading? {
        guard let raw = value(head, .unit), let unit = TimeUnit(rawValue: Int16(raw)), !isTitle(head) else {
            return nil
        }
        var context = UnitContext(unit: unit, head: head, start: head)
        context.isPlural = isPluralUnit(head)
        collectBefore(&context)
        return readUnit(context)
    }

    /// A unit in capitals within a sentence belongs to a name: “This Week”, “Fashion Week”.
    func isTitle(_ head: Int) -> Bool {
        let shape = text.tokens[head].shape
        return shape.contains(.capitalized) && !shape.contains(.allCapitals) && head > sentence.lowerBound
            && !isAny(head - 1, ["of"]) && isCapitalized(head - 1) && head - 1 > sentence.lowerBound
    }

    private func isPluralUnit(_ index: Int) -> Bool {
        let token = text.tokens[index]
        return !token.shape.contains(.possessive)
            && text.bytes[Int(token.end) - 1] | 0x20 == UInt8(ascii: "s")
    }

    private func readUnit(_ context: UnitContext) -> Reading? {
        if context.unit == .period, let reading = readSpan(at: context.head) { return reading }
        if context.isEach { return readEachUnit(context) }
        if let reading = readPeriodOfOtherYear(context) { return reading }
        if let reading = readCounted(context) ?? readPartOfMonth(context) { return reading }
        if let reading = readNumbered(context) { return reading }
        if let years = context.yearsBack { return readYearsBack(years, context) }
        if let relation = context.relation { return readRelated(relation, context) }
        if let quantity = context.quantity { return readDuration(quantity, context, start: context.start) }
        return readBare(context)
    }

    /// “every week”, “each year”, “every two weeks”.
    private func readEachUnit(_ context: UnitContext) -> Reading? {
        guard !context.unit.isSpan else { return nil }
        let value = (context.quantity ?? .exact(context.ordinal ?? 1, half: false)).duration(of: context.unit)
        return Reading(
            tokens: context.start..<context.head + 1, type: .set, value: value, point: nil, rule: .set,
            isRelative: false, grows: false)
    }

    /// “the corresponding period last year”, “the quarter a year ago”: the one that the text compares, in another year.
    private func readPeriodOfOtherYear(_ context: UnitContext) -> Reading? {
        let next = context.head + 1
        guard context.unit == .period || context.unit == .quarter, context.ordinal == nil,
            context.quantity == nil, !context.isPlural
        else { return nil }
        let (years, end): (Int, Int)
        if let raw = value(next, .relation), let relation = TimeRelation(rawValue: Int16(raw)),
            isWord(next + 1, "year")
        {
            (years, end) = (relation.offset, next + 2)
        } else if value(next, .article) == 2, isWord(next + 1, "year"),
            isA(next + 2, .ago) || isAny(next + 2, ["earlier"])
        {
            (years, end) = (-1, next + 3)
        } else {
            return nil
        }
        guard let point = comparedPeriod(years: years) else { return nil }
        return reading(point, context.start..<end, rule: .earlier, isRelative: true)
    }

    /// “two years ago”, “a day earlier”, “three weeks later”, “two months from now”.
    private func readCounted(_ context: UnitContext) -> Reading? {
        let behind = offsetEnd(behind: context.head)
        var count: Quantity? = context.quantity
        if count == nil, context.article == 2 {
            if isWord(context.start - 1, "half") { return readHalfAgo(context, behind) }
            count = .exact(1, half: false)
        }
        if count == nil, context.relation == nil, context.article == nil, context.ordinal == nil,
            context.isPlural
        {
            count = .vague
        }
        if context.article == 1, context.quantity == nil, context.relation == nil, context.ordinal == nil,
            !context.isPlural
        {
            return readDayBefore(context)
        }
        guard let count, !context.isHyphenated, context.relation == nil, context.unit != .half else {
            return nil
        }
        let next = behind
        if let reading = countedFromName(count, context, next) { return reading }
        if isA(next, .ago) {
            return counted(count, context, sign: -1, end: next + 1, rule: .ago, isNarrative: false)
        }
        if isWord(next, "from"), isAny(next + 1, ["now", "today"]) {
            return counted(count, context, sign: 1, end: next + 2, rule: .later, isNarrative: false)
        }
        if isWord(next, "hence") {
            return counted(count, context, sign: 1, end: next + 1, rule: .later, isNarrative: false)
        }
        guard let sign = value(next, .offset),
            !isAny(next, ["after", "before", "afterward"]) || isClosing(next + 1)
        else {
            return nil
        }
        return counted(
            count, context, sign: sign, end: next + 1, rule: sign < 0 ? .earlier : .later, isNarrative: true)
    }

    /// “half a century ago”, “half a year later”.
    private func readHalfAgo(_ context: UnitContext, _ next: Int) -> Reading? {
        let halves: [TimeUnit: (TimeUnit, Int)] = [
            .century: (.year, 50), .decade: (.year, 5), .year: (.month, 6),
        ]
        guard let (unit, count) = halves[context.unit], isA(next, .ago) || isA(next, .offset) else {
            return nil
        }
        var context = context
        context.unit = unit
        context.start -= 1
        context.quantity = .exact(count, half: false)
        context.article = nil
        return readCounted(context)
    }

    /// Where “or so”, “or two” behind a unit ends.
    private func offsetEnd(behind head: Int) -> Int {
        isWord(head + 1, "or") && isAny(head + 2, ["so", "two", "more"]) ? head + 3 : head + 1
    }

    /// Whether nothing follows that a preposition could belong to.
    func isClosing(_ index: Int) -> Bool {
        guard isFree(index) else { return true }
        switch text.tokens[index].kind {
        case .comma, .stop, .semicolon, .closeBracket, .mark, .dash: return true
        default: return false
        }
    }

    /// “the day before”, “the week after”.
    private func readDayBefore(_ context: UnitContext) -> Reading? {
        let next = context.head + 1
        if let reading = countedFromName(.exact(1, half: false), context, next) { return reading }
        guard isAny(next, ["before", "after", "earlier", "later"]), let sign = value(next, .offset),
            !context.unit.isSpan
        else { return nil }
        return counted(
            .exact(1, half: false), context, sign: sign, end: isClosing(next + 1) ? next + 1 : next,
            rule: sign < 0 ? .earlier : .later, isNarrative: true)
    }

    func counted(
        _ count: Quantity, _ context: UnitContext, sign: Int, end: Int, rule: TemporalRule, isNarrative: Bool
    ) -> Reading? {
        let tokens = context.start..<end
        let fallback = Direction(offset: sign).value
        var reading = Reading(
            tokens: tokens, type: .date, value: fallback, point: nil, rule: rule, isRelative: true)
        guard case .exact(let number, _) = count else {
            if isNarrative { return readDuration(count, context, start: context.start) }
            return reading
        }
        let offset = sign * number
        // “Two weeks later, they left” counts from a day that nothing tells.
        if isNarrative, sign > 0, lastPoint == nil, tense(at: tokens) == .past { return reading }
        if context.unit.isOfClock {
            if context.unit == .hour, number > 0, number.isMultiple(of: 24),
                let point = countedPoint(.day, offset: offset / 24, isNarrative: isNarrative)
            {
                return self.reading(point, tokens, rule: rule, isRelative: true)
            }
            guard let day = anchor?.day else { return reading }
            let hours = context.unit == .hour ? number : 0
            guard hours < 6 else { return reading }
            reading.point = .day(day)
            reading.value = day.description
            reading.isApproximate = true
            return reading
        }
        // “a week or so ago” is no week of the calendar, but about that day.
        let isLoose = context.unit == .week && isWord(context.head + 1, "or")
        reading.point =
            isLoose
            ? countedPoint(.day, offset: offset * 7, isNarrative: isNarrative)
            : countedPoint(context.unit, offset: offset, isNarrative: isNarrative)
        if let point = reading.point {
            reading.value = point.timexValue
            // A year before a day is a day only by the calendar.
            reading.isApproximate =
                isLoose
                || context.unit.rawValue > TimeUnit.weekend.rawValue
                    && (point.unit == .day || number.isMultiple(of: 10))
        }
        return reading
    }

    private func countedPoint(_ unit: TimeUnit, offset: Int, isNarrative: Bool) -> TimePoint? {
        // Results are compared quarter by quarter: “a year earlier” in such a text is the same quarter.
        if unit == .year, offset == -1, lastQuarter != nil, let point = comparedPeriod(years: -1) {
            return point
        }
        // “…, from $6 million a year ago, and sales of $9 million a year earlier”: both are the same year.
        if unit == .year, offset == -1, let last = found.last, last.point?.unit == .year,
            last.expression.rule == .ago || last.expression.rule == .earlier
        {
            return last.point
        }
        if isNarrative, let shifted = lastPoint?.shifted(unit, by: offset) { return shifted }
        let start = isNarrative ? anchor : published
        return start?.point(
            unit == .fortnight ? .week : unit, offset: unit == .fortnight ? offset * 2 : offset)
    }

    /// A reading of one point of the calendar.
    func reading(_ point: TimePoint, _ tokens: Range<Int>, rule: TemporalRule, isRelative: Bool) -> Reading {
        var type = TimexType.date
        switch point {
        case .part, .clock: type = .time
        default: break
        }
        return Reading(
            tokens: tokens, type: type, value: point.timexValue, point: point, rule: rule,
            isRelative: isRelative)
    }
}

extension TimeUnit {
    /// Whether it is no unit to count every one of.
    var isSpan: Bool { self == .half || self == .period || self == .second }
}
