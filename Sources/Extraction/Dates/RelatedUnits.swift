import EDTF

/// Units with an adjective or an article, or bare: “last week”, “the past three months”, “the weekend”, “for weeks”.
extension TemporalReader {
    /// “last week”, “next year”, “the past two months”, “recent years”.
    func readRelated(_ relation: TimeRelation, _ context: UnitContext) -> Reading? {
        let tokens = context.start..<context.head + 1
        if let quantity = context.quantity { return readDuration(quantity, context, start: context.start) }
        if context.isPlural { return readPluralRelation(relation, context) }
        if context.ordinal != nil { return nil }
        guard context.unit != .second, context.unit != .minute, context.unit != .hour else { return nil }
        if context.unit == .period || context.unit == .half {
            guard relation == .latest, context.unit == .period else { return nil }
            guard let point = lastQuarter ?? anchor?.point(.quarter, offset: -1) else { return nil }
            return reading(point, tokens, rule: .lastUnit, isRelative: true)
        }
        if relation == .final || (relation == .that && context.unit == .day && lastPoint == nil) {
            return nil
        }
        guard let point = relatedPoint(relation, context) else {
            return Reading(
                tokens: tokens, type: .date, value: unresolved(relation), point: nil,
                rule: rule(relation, context.unit),
                isRelative: true)
        }
        return reading(point, tokens, rule: rule(relation, context.unit), isRelative: true)
    }

    private func relatedPoint(_ relation: TimeRelation, _ context: UnitContext) -> TimePoint? {
        if relation == .latest || relation == .that, context.unit == .quarter, let lastQuarter {
            return lastQuarter
        }
        if relation.isNarrative || isNarrativeNext(relation, context), let last = lastPoint,
            let local = TemporalAnchor(point: last),
            let point = local.point(context.unit, offset: relation.offset)
        {
            return point
        }
        return anchor?.point(context.unit, offset: relation.offset)
    }

    /// “the next day” counts from the day told of before, “over the next week” from now.
    private func isNarrativeNext(_ relation: TimeRelation, _ context: UnitContext) -> Bool {
        guard relation == .next, context.article == 1 else { return false }
        return context.unit == .day
            || !isAny(context.start - 1, ["in", "over", "within", "for", "during", "through", "throughout"])
    }

    func unresolved(_ relation: TimeRelation) -> String {
        switch relation.offset {
        case ..<0: "PAST_REF"
        case 0: "PRESENT_REF"
        default: "FUTURE_REF"
        }
    }

    private func rule(_ relation: TimeRelation, _ unit: TimeUnit) -> TemporalRule {
        switch relation.offset {
        case ..<0: unit == .week ? .lastWeek : .lastUnit
        case 0: .thisUnit
        default: .nextUnit
        }
    }

    /// “recent years”, “coming weeks”, “these days”.
    private func readPluralRelation(_ relation: TimeRelation, _ context: UnitContext) -> Reading? {
        if relation == .this, context.unit == .day, isWord(context.start, "these") {
            return Reading(
                tokens: context.start..<context.head + 1, type: .date, value: "PRESENT_REF", point: nil,
                rule: .reference,
                isRelative: false, grows: false)
        }
        guard [.recent, .past, .coming, .previous, .following, .next, .future].contains(relation) else {
            return nil
        }
        var end = context.head + 1
        if isAny(end, ["and", "or"]), isA(end + 1, .unit) { end += 2 }
        return Reading(
            tokens: context.start..<end, type: .date, value: unresolved(relation), point: nil,
            rule: .reference,
            isRelative: false)
    }

    /// A length of time: “two weeks”, “one-year”, “the nine months”.
    func readDuration(_ quantity: Quantity, _ context: UnitContext, start: Int) -> Reading? {
        var quantity = quantity
        var end = context.head + 1
        if isWord(end, "and"), isWord(end + 1, "a"), isWord(end + 2, "half"),
            case .exact(let count, false) = quantity
        {
            quantity = .exact(count, half: true)
            end += 3
        } else if isWord(end, "or"), isWord(end + 1, "so") {
            end += 2
        }
        if context.unit == .period || context.unit == .half { return nil }
        if isWord(end, "old"), !context.isHyphenated { return nil }
        return Reading(
            tokens: start..<end, type: .duration, value: quantity.duration(of: context.unit), point: nil,
            rule: .duration, isRelative: false, stretch: stretch(quantity, context, start..<end))
    }

    // MARK: Without number or adjective

    /// “a week”, “the weekend”, “for weeks”, “half an hour”, “1,200 a year”.
    func readBare(_ context: UnitContext) -> Reading? {
        let tokens = context.start..<context.head + 1
        if context.unit == .year, isWord(context.head + 1, "end"), !context.isPlural, context.article != 2 {
            return yearEnd(context.start..<context.head + 2)
        }
        if context.article == 2 { return readOne(context) }
        if context.article == 1 { return readDefinite(context) }
        if context.article == 3, context.unit == .quarter, let point = anchor?.point(.quarter, offset: -1) {
            return reading(lastQuarter ?? point, tokens, rule: .quarterNearest, isRelative: true)
        }
        guard context.isPlural, !context.unit.isOfClock || isAny(context.start - 1, ["for"]),
            isAny(context.start - 1, ["for", "in", "within", "after", "of", "over", "during"]),
            context.unit != .half, context.unit != .quarter, context.unit != .period, context.unit != .season,
            context.unit != .weekend
        else { return nil }
        if isWord(context.start - 1, "of"), !isClosingTime(context.head + 1) { return nil }
        let isDouble = isAny(context.head + 1, ["or", "and"]) && isA(context.head + 2, .unit)
        return Reading(
            tokens: isDouble ? context.start..<context.head + 3 : tokens, type: .duration,
            value: Quantity.vague.duration(of: context.unit), point: nil,
            rule: .duration, isRelative: false, grows: false)
    }

    private func isClosingTime(_ index: Int) -> Bool {
        guard isFree(index) else { return true }
        return isAny(index, ["of"]) || text.tokens[index].kind != .word
    }

    /// “a week”: a length of time behind a preposition, a rate behind an amount.
    private func readOne(_ context: UnitContext) -> Reading? {
        guard !context.isPlural, context.unit != .half, context.unit != .quarter, context.unit != .period,
            context.unit != .season, context.unit != .second
        else { return nil }
        var start = context.start
        var length = Quantity.exact(1, half: false)
        if isWord(context.head + 1, "and"), isWord(context.head + 2, "a"), isWord(context.head + 3, "half") {
            return readDuration(length, context, start: start)
        }
        if isWord(start - 1, "half") {
            length = .exact(0, half: true)
            start -= 1
        }
        let before = start - 1
        let isLength =
            length != .exact(1, half: false) || isA(before, .approximation)
            || isAny(
                before,
                [
                    "for", "in", "within", "after", "than", "over", "just", "only", "every", "during",
                    "least", "of", "lasted", "lasting", "took", "barely", "hardly", "scarcely", "me", "him",
                    "her", "them", "us",
                ])
        if isLength, isAny(context.head + 1, ["or"]), isWord(context.head + 2, "two") {
            return Reading(
                tokens: start..<context.head + 3, type: .duration,
                value: Quantity.vague.duration(of: context.unit), point: nil, rule: .duration,
                isRelative: false)
        }
        if isLength { return readDuration(length, context, start: start) }
        guard isRate(before) else { return nil }
        if isAny(before, ["once", "twice"]), isFree(before) { start = before }
        if isAny(before, ["times"]), isFree(before - 1), quantity(endingAt: before - 1) != nil {
            start = before - 1
        }
        return Reading(
            tokens: start..<context.head + 1, type: .set, value: length.duration(of: context.unit),
            point: nil,
            rule: .set, isRelative: false, grows: false)
    }

    /// Whether a count of times ends at a token: “twice a week”. What an amount is counted by dates nothing.
    private func isRate(_ index: Int) -> Bool { isAny(index, ["once", "twice", "times", "day", "days"]) }

    /// “the weekend”, “the quarter”, “the year”.
    private func readDefinite(_ context: UnitContext) -> Reading? {
        guard !context.isPlural else { return nil }
        let tokens = context.start..<context.head + 1
        if context.unit == .week || context.unit == .weekend, isWord(context.head + 1, "of"),
            let (day, end, _) = dayBehind(context.head + 2), let day,
            let point = TemporalAnchor(point: .day(day))?.point(context.unit, offset: 0)
        {
            return reading(point, context.start..<end, rule: .thisUnit, isRelative: true)
        }
        switch context.unit {
        case .weekend:
            guard let day = anchor?.day else { return nil }
            let isNow = day.weekday >= 6 || tense(at: tokens) == .future
            return anchor?.point(.weekend, offset: isNow ? 0 : -1).map {
                reading($0, tokens, rule: isNow ? .nextUnit : .lastUnit, isRelative: true)
            }
        case .day where isAny(context.start - 1, ["in"]) && isA(context.start - 2, .part):
            return anchor?.point(.day, offset: 0).map {
                reading($0, tokens, rule: .thisUnit, isRelative: true)
            }
        case .quarter:
            if let point = quarterEnded(context.head + 1) {
                return reading(point, tokens, rule: .quarterNearest, isRelative: true)
            }
            guard let point = lastQuarter ?? anchor?.point(.quarter, offset: -1) else { return nil }
            return reading(point, tokens, rule: .quarterNearest, isRelative: true)
        case .year:
            return readDefiniteYear(context)
        case .week, .month:
            guard isAny(context.start - 1, ["of", "for", "during", "in"]), !isAny(context.head + 1, ["of"])
            else { return nil }
            return anchor?.point(context.unit, offset: 0).map {
                reading($0, tokens, rule: .thisUnit, isRelative: true)
            }
        default:
            return nil
        }
    }

    /// The quarter that “ended Sept. 30” names, the last one of this end.
    private func quarterEnded(_ index: Int) -> TimePoint? {
        guard isAny(index, ["ended", "ending"]), let month = value(index + 1, .month), let anchor else {
            return nil
        }
        let isAhead = month > anchor.month ?? 12
        return .fiscalQuarter(year: isAhead ? anchor.year - 1 : anchor.year, month: month)
    }

    /// “for the year”, “the year ended March 31”.
    private func readDefiniteYear(_ context: UnitContext) -> Reading? {
        let tokens = context.start..<context.head + 1
        if isAny(context.head + 1, ["ended", "ending", "to"]) {
            return Reading(
                tokens: tokens, type: .duration, value: "P1Y", point: nil, rule: .duration, isRelative: false)
        }
        if digitCount(context.head + 1) == 4, let year = number(context.head + 1) {
            return reading(
                .year(year), tokens.lowerBound..<context.head + 2, rule: .absoluteYear, isRelative: false)
        }
        if let (year, end) = spelledThousand(at: context.head + 1) {
            return reading(.year(year), tokens.lowerBound..<end, rule: .absoluteYear, isRelative: false)
        }
        guard isAny(context.start - 1, ["of", "for", "in", "during", "through", "throughout"]),
            !isAny(context.head + 1, ["of", "when", "that"]),
            let point = anchor?.point(.year, offset: 0)
        else { return nil }
        return reading(point, tokens, rule: .thisUnit, isRelative: true)
    }
}
