import EDTF

/// Quarters, halves and centuries by number, and the years that stand with them.
extension TemporalReader {
    /// “the third quarter of 1990”, “the first half”, “the 20th century”, “the second day”.
    func readNumbered(_ context: UnitContext) -> Reading? {
        guard let ordinal = context.ordinal ?? (context.unit == .half ? halfNumber(context) : nil),
            context.quantity == nil
        else {
            guard let year = context.year ?? context.owner?.point?.year else { return nil }
            return readOfYear(year, context)
        }
        switch context.unit {
        case .century:
            let era = isEra(context.head + 1) ? value(context.head + 1, .calendarEra) : nil
            guard (era == nil ? 2...30 : 1...60).contains(ordinal) else { return nil }
            let point = TimePoint.century(era == 0 ? -ordinal : ordinal - 1)
            let end = era == nil ? context.head + 1 : context.head + 2
            return reading(point, context.start..<end, rule: .absoluteCentury, isRelative: false)
        case .quarter where (1...4).contains(ordinal), .half where (1...2).contains(ordinal):
            return readNumberedQuarter(ordinal, context)
        case _
        where context.isPlural && ordinal == 1 && !context.unit.isSpan
            && isWord(context.head + 1, "of"):
            // “the first hours of the strike”
            return readDuration(.vague, context, start: context.start)
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
    func nearestQuarter(
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
        if let (year, end) = spelledYear(at: position) ?? yearOfEra(at: position) {
            return (year, end, false)
        }
        guard position == index || isAny(position - 1, ["of"]) else { return nil }
        let last = isWord(position, "the") ? position + 1 : position
        if let raw = value(last, .relation), let relation = TimeRelation(rawValue: Int16(raw)),
            isWord(last + 1, "year"),
            let year = year(of: relation)
        {
            return (year, last + 2, true)
        }
        return nil
    }

    /// The year that “last year”, “that year” mean.
    func year(of relation: TimeRelation) -> Int? {
        let told = relation.isNarrative ? lastPoint?.year : nil
        return (told ?? anchor?.year).map { $0 + relation.offset }
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
            var point = TimePoint.year(year)
            if case .quarter(_, let number)? = lastQuarter, context.unit == .quarter || !compared.isLeft {
                point = .quarter(year: year, quarter: number)
            }
            return reading(
                point, start..<context.head + 1, rule: .absoluteQuarter, isRelative: isRelative
            )
        default:
            return nil
        }
    }

    /// “the year-ago quarter”, “the year-earlier period”.
    func readYearsBack(_ years: Int, _ context: UnitContext) -> Reading? {
        let point: TimePoint? =
            switch context.unit {
            case .quarter: (lastQuarter ?? anchor?.point(.quarter, offset: -1))?.shifted(.year, by: -years)
            case .period: comparedPeriod(years: -years)
            default: nil
            }
        guard context.quantity == nil else {
            return readDuration(context.quantity ?? .vague, context, start: context.start)
        }
        guard let point else {
            return Reading(
                tokens: context.start..<context.head + 1, type: .date, value: Direction.past.value,
                point: nil,
                rule: .earlier, isRelative: true)
        }
        return reading(point, context.start..<context.head + 1, rule: .earlier, isRelative: true)
    }
}
