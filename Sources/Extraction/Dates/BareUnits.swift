import EDTF

/// Units without number or adjective: “a week”, “the weekend”, “for weeks”, “over the years”, “twice a year”.
extension TemporalReader {
    /// “a week”, “the weekend”, “for weeks”, “half an hour”, “1,200 a year”.
    func readBare(_ context: UnitContext) -> Reading? {
        let tokens = context.start..<context.head + 1
        if context.unit == .year, isWord(context.head + 1, "end"), !context.isPlural, context.article != 2 {
            return yearEnd(context.start..<context.head + 2)
        }
        if context.unit == .year, !context.isPlural, context.start < context.head,
            digitCount(context.head + 1) == 4, let year = number(context.head + 1)
        {
            // “fiscal year 2023”, “the year 2023”
            return reading(
                .year(year), context.start..<context.head + 2, rule: .absoluteYear, isRelative: false)
        }
        if context.article == 2 { return readOne(context) }
        guard context.ordinal == nil else { return nil }
        if context.article == 1 { return readDefinite(context) }
        if context.article == 3, context.unit == .quarter, let point = anchor?.point(.quarter, offset: -1) {
            return reading(lastQuarter ?? point, tokens, rule: .quarterNearest, isRelative: true)
        }
        if context.isPlural, let reading = readYearsOfPart(context) { return reading }
        guard context.isPlural, !context.unit.isOfClock || isAny(context.start - 1, ["for"]),
            isAny(context.start - 1, ["for", "in", "within", "after", "of", "over", "during"])
                || isWord(context.head + 1, "of") && isAny(context.start - 1, Self.openersOfMany),
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

    /// Words behind which “months of talks” are a length of time.
    private static let openersOfMany: [StaticString] = [
        "follow", "follows", "followed", "following", "despite", "amid", "with", "through", "before",
        "spend", "spends", "spent", "take", "takes", "took",
    ]

    /// “in the early years”: some of them, at the start or the end of a longer time.
    private func readYearsOfPart(_ context: UnitContext) -> Reading? {
        let start = context.start - 1
        guard isAny(start, ["early", "late", "later"]), isA(start - 1, .article), !context.unit.isSpan,
            !context.unit.isOfClock
        else {
            return nil
        }
        let isDefinite = value(start - 1, .article) == 1
        return readDuration(.vague, context, start: isDefinite ? start - 1 : start)
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
        if context.isPlural { return readMany(context) }
        let tokens = context.start..<context.head + 1
        if let reading = readUnitOfDay(context) ?? readTurn(context) { return reading }
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
        case .week where !isEdge(before: context.start):
            return readSomeWeek(tokens)
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

    /// “the week of March 3”, “the week that began Monday”, “the week ended Dec. 15”.
    private func readUnitOfDay(_ context: UnitContext) -> Reading? {
        guard context.unit == .week || context.unit == .weekend else { return nil }
        let edges: [StaticString] = ["of", "beginning", "starting", "ending", "ended"]
        guard isAny(context.head + 1, edges), let (day, end, _) = dayBehind(context.head + 2), let day,
            let point = TemporalAnchor(point: .day(day))?.point(context.unit, offset: 0)
        else { return nil }
        return reading(point, context.start..<end, rule: .thisUnit, isRelative: true)
    }

    /// “the turn of the century”: the one closest to publication.
    private func readTurn(_ context: UnitContext) -> Reading? {
        guard context.unit == .century, isWord(context.start - 1, "of"), isWord(context.start - 2, "turn"),
            isWord(context.start - 3, "the"), let anchor
        else { return nil }
        var turn = reading(
            .year((anchor.year + 50) / 100 * 100), context.start - 3..<context.head + 1, rule: .absoluteYear,
            isRelative: true)
        turn.isApproximate = true
        turn.grows = false
        return turn
    }

    /// “over the years”, “the weeks ahead”.
    private func readMany(_ context: UnitContext) -> Reading? {
        guard !context.unit.isSpan, !context.unit.isOfClock, context.unit != .season else { return nil }
        var end = context.head + 1
        if isWord(end, "ahead") {
            end += 1
        } else if isWord(end, "to"), isWord(end + 1, "come") {
            end += 2
        } else if !isAny(context.start - 1, ["over", "through", "throughout"]) || isAny(end, ["of"]) {
            return nil
        }
        return Reading(
            tokens: context.start..<end, type: .duration, value: Quantity.vague.duration(of: context.unit),
            point: nil, rule: .duration, isRelative: false, grows: false)
    }

    /// “the end of”, “the rest of” before a unit, which so is the one that holds the day of publication.
    private func isEdge(before index: Int) -> Bool {
        isWord(index - 1, "of")
            && isAny(
                index - 2, ["end", "rest", "remainder", "start", "beginning", "middle", "close", "half"])
            || isAny(index - 1, ["in"]) && isA(index - 2, .part)
    }

    /// “for the week”: one that the text tells of, of which nothing says that it is the one of publication.
    private func readSomeWeek(_ tokens: Range<Int>) -> Reading? {
        guard let anchor,
            text.tokens[tokens.upperBound - 1].shape.contains(.possessive)
                || isAny(tokens.lowerBound - 1, ["of", "for", "during", "in"])
        else { return nil }
        return Reading(
            tokens: tokens, type: .date, value: padded(anchor.year, 4) + "-WXX", point: nil, rule: .thisUnit,
            isRelative: true)
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
