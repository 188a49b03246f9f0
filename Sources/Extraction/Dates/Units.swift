import EDTF

/// Expressions around a unit: “last week”, “two years ago”, “for the past three months”, “the third quarter of 1990”.
extension TemporalReader {
    /// What stands before a unit.
    struct UnitContext {
        var unit: TimeUnit
        /// The unit itself.
        var head: Int
        /// Where the expression begins so far.
        var start: Int
        var isPlural = false
        /// The number is joined to the unit with a hyphen.
        var isHyphenated = false
        var quantity: Quantity?
        var ordinal: Int?
        var relation: TimeRelation?
        /// 1 for “the”, 2 for “a”, 3 for “its”.
        var article: Int?
        var isEach = false
        var isFiscal = false
        /// A year that stands before: “the 1988 period”.
        var year: Int?
        /// “year-ago”, “year-earlier” before the unit.
        var yearsBack: Int?
        /// An expression that stands before with a possessive: “this year's third quarter”.
        var owner: Found?
    }

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
    private func isTitle(_ head: Int) -> Bool {
        let shape = text.tokens[head].shape
        return shape.contains(.capitalized) && !shape.contains(.allCapitals) && head > sentence.lowerBound
            && !isAny(head - 1, ["of"]) && isCapitalized(head - 1) && head - 1 > sentence.lowerBound
    }

    private func isPluralUnit(_ index: Int) -> Bool {
        let token = text.tokens[index]
        return !token.shape.contains(.possessive)
            && text.bytes[Int(token.end) - 1] | 0x20 == UInt8(ascii: "s")
    }

    // MARK: What stands before

    private func collectBefore(_ context: inout UnitContext) {
        var index = context.head - 1
        if isFree(index), text.tokens[index].kind == .dash, isJoined(context.head), isJoined(index) {
            guard let (quantity, start) = quantity(endingAt: index - 1) else { return }
            context.isHyphenated = true
            context.quantity = quantity
            context.start = start
            index = start - 1
        }
        if context.quantity == nil { index = collectExtent(&context, index) }
        if context.quantity == nil, let (quantity, start) = quantity(endingAt: index),
            isQuantity(at: start, context)
        {
            context.quantity = quantity
            context.start = start
            index = start - 1
        }
        if context.quantity != nil, isWord(index, "another") {
            context.start = index
            index -= 1
        }
        index = collectRelations(&context, index)
        if let article = value(index, .article) {
            context.article = article
            if article != 3, isArticleTaken(article, context) { context.start = index }
        } else if isA(index, .each) {
            context.isEach = true
            context.start = index
        } else if context.owner == nil, let owner = expression(endingAt: context.start),
            isOwner(owner, context)
        {
            context.owner = owner
        }
    }

    /// “the nine months” takes its article, “a five-year low” and “a 20th century democrat” leave theirs.
    private func isArticleTaken(_ article: Int, _ context: UnitContext) -> Bool {
        if context.quantity != nil { return context.isPlural && !context.isHyphenated && article == 1 }
        return article == 1 || (context.ordinal == nil && context.relation == nil)
    }

    /// “fiscal”, “full”, “more” between a number and its unit.
    private func collectExtent(_ context: inout UnitContext, _ last: Int) -> Int {
        var index = last
        if isA(index, .extent) {
            context.isFiscal = isAny(index, ["fiscal", "financial"])
            context.start = index
            return index - 1
        }
        if isA(index, .more), quantity(endingAt: index - 1) != nil {
            index -= 1
        } else if isAny(index, ["additional", "extra"]), isA(index - 1, .article), !context.isPlural {
            context.quantity = .exact(1, half: false)
            context.start = index - 1
            return index - 2
        } else if isAny(index, ["trading", "business", "working"]), quantity(endingAt: index - 1) != nil {
            index -= 1
        }
        return index
    }

    /// A number of four digits before a unit is a year, not a count: “the 1988 quarter”.
    private func isQuantity(at start: Int, _ context: UnitContext) -> Bool {
        guard !context.isPlural, digitCount(start) == 4, let year = number(start) else { return true }
        return !(1900...2100).contains(year)
    }

    private func collectRelations(_ context: inout UnitContext, _ last: Int) -> Int {
        var index = last
        var steps = 0
        while isFree(index), steps < 5 {
            steps += 1
            let token = text.tokens[index]
            if token.kind == .word, token.shape.contains(.hyphenated),
                let years = yearsBack(ofCompound: index)
            {
                context.yearsBack = years
            } else if context.ordinal == nil, let ordinal = ordinal(at: index) {
                context.ordinal = ordinal
            } else if context.relation == nil, let raw = value(index, .relation),
                let relation = TimeRelation(rawValue: Int16(raw)), !isRelativePronoun(index, context)
            {
                context.relation = relation
            } else if context.relation != nil, isA(index, .relation), isAny(index, ["this", "past"]) {
                context.relation = context.relation == .coming ? .next : context.relation
            } else if context.year == nil, digitCount(index) == 4, let year = number(index),
                (1900...2100).contains(year), !context.isPlural
            {
                context.year = year
            } else if context.relation != nil || context.ordinal != nil || context.yearsBack != nil,
                isA(index, .extent)
            {
                context.isFiscal = isAny(index, ["fiscal", "financial"])
            } else {
                break
            }
            context.start = index
            index -= 1
        }
        return index
    }

    /// “that weeks of talks…”: a conjunction before a bare plural.
    private func isRelativePronoun(_ index: Int, _ context: UnitContext) -> Bool {
        isWord(index, "that") && context.isPlural
    }

    private func isOwner(_ owner: Found, _ context: UnitContext) -> Bool {
        guard context.unit == .quarter || context.unit == .half || context.unit == .period,
            owner.point?.unit == .year,
            context.relation == nil
        else { return false }
        let last = text.tokens[owner.expression.tokens.upperBound - 1]
        return last.shape.contains(.possessive)
    }

    /// An ordinal, in letters or figures: “third”, “20th”.
    func ordinal(at index: Int) -> Int? {
        if let value = value(index, .ordinal) { return value }
        guard isFree(index), text.tokens[index].kind == .number else { return nil }
        let range = text.tokens[index].bytes
        guard range.count > 2, range.count <= 4 else { return nil }
        let suffix = (text.bytes[range.upperBound - 2] | 0x20, text.bytes[range.upperBound - 1] | 0x20)
        let letters: [(Character, Character)] = [("s", "t"), ("n", "d"), ("r", "d"), ("t", "h")]
        guard letters.contains(where: { $0.0.asciiValue == suffix.0 && $0.1.asciiValue == suffix.1 }) else {
            return nil
        }
        return digits(range.lowerBound..<range.upperBound - 2)
    }

    // MARK: What it makes

    private func readUnit(_ context: UnitContext) -> Reading? {
        if context.isEach { return readEachUnit(context) }
        if let reading = readCounted(context) { return reading }
        if let reading = readNumbered(context) { return reading }
        if let years = context.yearsBack { return readYearsBack(years, context) }
        if let relation = context.relation { return readRelated(relation, context) }
        if let quantity = context.quantity { return readDuration(quantity, context, start: context.start) }
        return readBare(context)
    }

    /// “every week”, “each year”, “every two weeks”.
    private func readEachUnit(_ context: UnitContext) -> Reading? {
        guard !context.unit.isSpan else { return nil }
        let value = (context.quantity ?? .exact(1, half: false)).duration(of: context.unit)
        return Reading(
            tokens: context.start..<context.head + 1, type: .set, value: value, point: nil, rule: .set,
            isRelative: false, grows: false)
    }

    /// “two years ago”, “a day earlier”, “three weeks later”, “two months from now”.
    private func readCounted(_ context: UnitContext) -> Reading? {
        let behind = offsetEnd(behind: context.head)
        var count: Quantity? = context.quantity
        if count == nil, context.article == 2 { count = .exact(1, half: false) }
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

    /// Where “or so”, “or two” behind a unit ends.
    private func offsetEnd(behind head: Int) -> Int {
        isWord(head + 1, "or") && isAny(head + 2, ["so", "two", "more"]) ? head + 3 : head + 1
    }

    /// Whether nothing follows that a preposition could belong to.
    private func isClosing(_ index: Int) -> Bool {
        guard isFree(index) else { return true }
        switch text.tokens[index].kind {
        case .comma, .stop, .semicolon, .closeBracket, .mark, .dash: return true
        default: return false
        }
    }

    /// “the day before”, “the week after”.
    private func readDayBefore(_ context: UnitContext) -> Reading? {
        let next = context.head + 1
        guard isAny(next, ["before", "after", "earlier", "later"]), let sign = value(next, .offset),
            !context.unit.isSpan
        else { return nil }
        return counted(
            .exact(1, half: false), context, sign: sign, end: isClosing(next + 1) ? next + 1 : next,
            rule: sign < 0 ? .earlier : .later, isNarrative: true)
    }

    private func counted(
        _ count: Quantity, _ context: UnitContext, sign: Int, end: Int, rule: TemporalRule, isNarrative: Bool
    ) -> Reading? {
        let tokens = context.start..<end
        let fallback = sign < 0 ? "PAST_REF" : "FUTURE_REF"
        var reading = Reading(
            tokens: tokens, type: .date, value: fallback, point: nil, rule: rule, isRelative: true)
        guard case .exact(let number, _) = count else {
            if isNarrative { return readDuration(count, context, start: context.start) }
            return reading
        }
        let offset = sign * number
        if context.unit.isOfClock {
            guard let day = anchor?.day else { return reading }
            let hours = context.unit == .hour ? number : 0
            guard hours < 6 else { return reading }
            reading.point = .day(day)
            reading.value = day.description
            reading.isApproximate = true
            return reading
        }
        reading.point = countedPoint(context.unit, offset: offset, isNarrative: isNarrative)
        if let point = reading.point {
            reading.value = point.timexValue
            // A year before a day is a day only by the calendar.
            reading.isApproximate =
                context.unit.rawValue > TimeUnit.weekend.rawValue
                && (point.unit == .day || number.isMultiple(of: 10))
        }
        return reading
    }

    private func countedPoint(_ unit: TimeUnit, offset: Int, isNarrative: Bool) -> TimePoint? {
        // Results are compared quarter by quarter: “a year earlier” in such a text is the same quarter.
        if unit == .year, offset == -1, let quarter = lastQuarter {
            if isBeyondQuarter { return anchor?.point(.year, offset: -1) }
            if let shifted = quarter.shifted(.year, by: -1) { return shifted }
        }
        if isNarrative, let point = lastPoint, let shifted = point.shifted(unit, by: offset) {
            return shifted
        }
        return anchor?.point(
            unit == .fortnight ? .week : unit, offset: unit == .fortnight ? offset * 2 : offset)
    }

    /// “the third quarter of 1990”, “the first half”, “the 20th century”, “the second day”.
    private func readNumbered(_ context: UnitContext) -> Reading? {
        guard let ordinal = context.ordinal ?? (context.unit == .half ? halfNumber(context) : nil),
            context.quantity == nil
        else {
            guard let year = context.year ?? context.owner?.point?.year else { return nil }
            return readOfYear(year, context)
        }
        switch context.unit {
        case .century:
            guard (2...30).contains(ordinal) else { return nil }
            let point = TimePoint.century(ordinal - 1)
            return reading(point, context.start..<context.head + 1, rule: .absoluteCentury, isRelative: false)
        case .quarter where (1...4).contains(ordinal), .half where (1...2).contains(ordinal):
            return readNumberedQuarter(ordinal, context)
        default:
            return nil
        }
    }

    /// “the last half” is the second one.
    private func halfNumber(_ context: UnitContext) -> Int? {
        context.relation == .last || context.relation == .latest ? 2 : nil
    }

    func readNumberedQuarter(_ ordinal: Int, _ context: UnitContext) -> Reading? {
        var end = context.head + 1
        var start = context.start
        var year = context.year
        var isRelative = false
        if year == nil, let owner = context.owner {
            year = owner.point?.year
            start = owner.expression.tokens.lowerBound
            isRelative = owner.expression.isRelative
        }
        if year == nil {
            if let (yearBehind, yearEnd, relative) = yearBehind(end) {
                year = yearBehind
                end = yearEnd
                isRelative = relative
            }
        }
        if context.unit == .half, year == nil, context.article == nil || isWord(end, "of") { return nil }
        if let back = context.yearsBack { year = (anchor?.year).map { $0 - back } }
        if let year {
            let point: TimePoint =
                context.unit == .quarter
                ? .quarter(year: year, quarter: ordinal) : .half(year: year, half: ordinal)
            return reading(point, start..<end, rule: .absoluteQuarter, isRelative: isRelative)
        }
        guard let anchor else {
            return Reading(
                tokens: start..<end, type: .date,
                value: "XXXX-" + (context.unit == .quarter ? "Q" : "H") + "\(ordinal)",
                point: nil, rule: .quarterNearest, isRelative: true)
        }
        let point = nearestQuarter(ordinal, context.unit, anchor, at: start..<end)
        return reading(point, start..<end, rule: .quarterNearest, isRelative: true)
    }

    /// The quarter or half of this number closest to the anchor: the one that has begun, or the next where the sentence
    /// looks ahead.
    private func nearestQuarter(
        _ number: Int, _ unit: TimeUnit, _ anchor: TemporalAnchor, at range: Range<Int>
    ) -> TimePoint {
        let length = unit == .quarter ? 3 : 6
        let current = ((anchor.month ?? 12) - 1) / length + 1
        var year = anchor.year
        // In the first months of a year the news is of the one before.
        let count = 12 / length
        if number - current > count / 2 { year -= 1 }
        if number < current, current - number > count / 2, tense(at: range) == .future { year += 1 }
        return unit == .quarter ? .quarter(year: year, quarter: number) : .half(year: year, half: number)
    }

    /// A year behind a quarter or a month: “of 1990”, “2023”, “of last year”, “this year”.
    func yearBehind(_ index: Int) -> (year: Int, end: Int, isRelative: Bool)? {
        var position = index
        if isSign(position, ","), isJoined(position) { position += 1 }
        if isAny(position, ["of", "in"]) { position += 1 }
        if isAny(position, ["fiscal"]) { position += 1 }
        if digitCount(position) == 4, let year = number(position), (1000...2999).contains(year),
            !isCount(behind: position)
        {
            return (year, position + 1, false)
        }
        if let (year, end) = spelledYear(at: position) { return (year, end, false) }
        guard position == index || isAny(position - 1, ["of"]) else { return nil }
        let last = isWord(position, "the") ? position + 1 : position
        if let raw = value(last, .relation), let relation = TimeRelation(rawValue: Int16(raw)),
            isWord(last + 1, "year"),
            let anchor
        {
            return (anchor.year + relation.offset, last + 2, true)
        }
        return nil
    }

    /// Whether a percent sign or a unit behind a number shows that it is no year.
    func isCount(behind index: Int) -> Bool {
        isSign(index + 1, "%")
            || isAny(index + 1, ["percent", "per", "people", "dollars", "euros", "pounds", "cents"])
    }

    private func readOfYear(_ year: Int, _ context: UnitContext) -> Reading? {
        let start = context.owner?.expression.tokens.lowerBound ?? context.start
        switch context.unit {
        case .quarter, .period:
            let isRelative = context.owner?.expression.isRelative ?? false
            let point = lastQuarter.flatMap { quarter -> TimePoint? in
                guard case .quarter(_, let number) = quarter else { return nil }
                return .quarter(year: year, quarter: number)
            }
            return reading(
                point ?? .year(year), start..<context.head + 1, rule: .absoluteQuarter, isRelative: isRelative
            )
        default:
            return nil
        }
    }

    /// “the year-ago quarter”, “the year-earlier period”.
    private func readYearsBack(_ years: Int, _ context: UnitContext) -> Reading? {
        let base = lastQuarter ?? anchor?.point(.quarter, offset: -1)
        let point =
            context.unit == .quarter || context.unit == .period ? base?.shifted(.year, by: -years) : nil
        guard context.quantity == nil else {
            return readDuration(context.quantity ?? .vague, context, start: context.start)
        }
        guard let point else {
            return Reading(
                tokens: context.start..<context.head + 1, type: .date, value: "PAST_REF", point: nil,
                rule: .earlier, isRelative: true)
        }
        return reading(point, context.start..<context.head + 1, rule: .earlier, isRelative: true)
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
    fileprivate var isSpan: Bool { self == .half || self == .period || self == .second }
}
