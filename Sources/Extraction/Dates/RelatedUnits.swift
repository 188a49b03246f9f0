import EDTF

/// Units with an adjective or a number: “last week”, “the past three months”, “recent years”.
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
        // “the last day of the session” is no day before this one.
        if relation == .last, context.article == 1, isWord(context.head + 1, "of") { return nil }
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
        if relation == .last, context.unit == .year, isCompared(context.start) {
            return comparedPeriod(years: -1)
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

    /// The value of a unit that can't be told from publication.
    func unresolved(_ relation: TimeRelation) -> String { Direction(offset: relation.offset).value }

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
            return reference(.present, context.start..<context.head + 1)
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
        if isSomeDay(context) { return reference(.future, start..<end) }
        if isWord(end, "old"), !context.isHyphenated { return nil }
        return Reading(
            tokens: start..<end, type: .duration, value: quantity.duration(of: context.unit), point: nil,
            rule: .duration, isRelative: false, stretch: stretch(quantity, context, start..<end))
    }

    /// “will one day”, “some day”: no length of time, but a day to come.
    private func isSomeDay(_ context: UnitContext) -> Bool {
        guard context.unit == .day, !context.isPlural, !context.isHyphenated,
            context.head == context.start + 1
        else { return false }
        return isWord(context.start, "some")
            || isWord(context.start, "one")
                && (isA(context.start - 1, .future)
                    || isAny(context.start - 1, ["may", "might", "could", "can"]))
    }
}
