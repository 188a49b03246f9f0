import EDTF

/// Seasons, quarters by name, and feasts: “autumn 2022”, “last summer”, “Q3 2023”, “New Year’s Eve”.
extension TemporalReader {
    /// The expression around a season.
    func readSeason(at head: Int) -> Reading? {
        guard let season = value(head, .season), (1...4).contains(season) else { return nil }
        return readSeason(season, head..<head + 1, head: head, isNamed: false)
    }

    /// A season; `isNamed` where the words before it have shown already that it is one.
    func readSeason(_ season: Int, _ tokens: Range<Int>, head: Int, isNamed: Bool) -> Reading? {
        var tokens = tokens
        if let (year, end, isRelative) = yearBehind(head + 1), !isWord(head + 1, "in") {
            if isWord(tokens.lowerBound - 1, "the") { tokens = tokens.lowerBound - 1..<tokens.upperBound }
            let end = season == 4 ? winterEnd(year, end) : end
            return reading(
                .season(year: year, season: season), tokens.lowerBound..<end, rule: .absoluteSeason,
                isRelative: isRelative)
        }
        if let raw = value(head - 1, .relation), let relation = TimeRelation(rawValue: Int16(raw)), !isNamed {
            return readRelatedSeason(season, relation, head: head)
        }
        if isA(head - 1, .each) {
            let code = ["SP", "SU", "FA", "WI"][season - 1]
            return Reading(
                tokens: head - 1..<head + 1, type: .set, value: "XXXX-" + code, point: nil, rule: .set,
                isRelative: false,
                grows: false)
        }
        // “fall” and “spring” are verbs and things too: a lone season wants its preposition.
        let start = isWord(tokens.lowerBound - 1, "the") ? tokens.lowerBound - 1 : tokens.lowerBound
        let isIdiom = isAny(head, ["fall", "spring", "falls", "springs"])
        let openers: [StaticString] = [
            "in", "during", "since", "by", "until", "through", "throughout", "over", "into",
        ]
        guard isNamed || isAny(start - 1, openers) || isA(start - 1, .part),
            !(isIdiom && start == head && !isAny(head - 1, ["in", "by", "since", "until"])
                && !isA(head - 1, .part)),
            !(isIdiom && isAny(head + 1, ["of", "in"]))
        else { return nil }
        if isA(start - 1, .part), isWord(start, "the") { return nil }
        return nearestSeason(season, (isWord(start, "the") ? start : tokens.lowerBound)..<head + 1)
    }

    /// Where the second year of a winter ends, if one stands at a token: “2022–23”.
    private func winterEnd(_ year: Int, _ index: Int) -> Int {
        guard isDash(index) || isSign(index, "-") || isSign(index, "/"), let last = number(index + 1),
            last == year + 1 || last == (year + 1) % 100
        else { return index }
        return index + 2
    }

    /// The season that is, or the last one; the next where the sentence looks ahead.
    func nearestSeason(_ season: Int, _ range: Range<Int>) -> Reading {
        if mode == .narrative, let anchor {
            return reading(
                .season(year: anchor.year, season: season), range, rule: .seasonNearest, isRelative: true)
        }
        guard let anchor, let month = anchor.month else {
            return Reading(
                tokens: range, type: .date, value: "XXXX-" + ["SP", "SU", "FA", "WI"][season - 1], point: nil,
                rule: .seasonNearest, isRelative: true)
        }
        let current = (anchor.year * 12 + month - 3).floorDivided(by: 3)
        var index = current - (current - (season - 1)).floorRemainder(by: 4)
        if index != current, tense(at: range) == .future { index += 4 }
        return reading(
            .season(year: index.floorDivided(by: 4), season: season), range, rule: .seasonNearest,
            isRelative: true)
    }

    /// “last summer”, “this fall”, “this past spring”, “next winter”.
    func readRelatedSeason(_ season: Int, _ relation: TimeRelation, head: Int) -> Reading? {
        var start = head - 1
        if relation == .past || relation == .coming, isWord(start - 1, "this") { start -= 1 }
        if isWord(start - 1, "the") { start -= 1 }
        let range = start..<head + 1
        let told = relation.isNarrative ? lastPoint.flatMap { TemporalAnchor(point: $0) } : nil
        guard let anchor = told?.month == nil ? anchor : told, let month = anchor.month else {
            return Reading(
                tokens: range, type: .date, value: unresolved(relation), point: nil, rule: .seasonRelative,
                isRelative: true)
        }
        let current = (anchor.year * 12 + month - 3).floorDivided(by: 3)
        let sinceLast = (current - (season - 1)).floorRemainder(by: 4)
        let index: Int
        switch relation.offset {
        case ..<0: index = sinceLast == 0 ? current - 4 : current - sinceLast
        case 0: index = season == 4 && sinceLast == 0 ? current : anchor.year * 4 + season - 1
        default: index = sinceLast == 0 ? current + 4 : current + 4 - sinceLast
        }
        return reading(
            .season(year: index.floorDivided(by: 4), season: season), range, rule: .seasonRelative,
            isRelative: true)
    }

    /// “Q3 2023”, “Q3”.
    func readQuarterName(at head: Int) -> Reading? {
        guard isCapitalized(head), let number = value(head, .quarter), (1...4).contains(number) else {
            return nil
        }
        return readQuarter(number, unit: .quarter, head..<head + 1)
    }

    /// “H1 2023”, “in H2”.
    func readHalfName(at head: Int) -> Reading? {
        guard isCapitalized(head), let number = value(head, .halfName),
            yearBehind(head + 1) != nil || isAny(head - 1, ["in", "for", "during"])
        else { return nil }
        return readQuarter(number, unit: .half, head..<head + 1)
    }

    /// “3Q 2021”, “1H 2023”.
    func readShortQuarter(at head: Int) -> Reading? {
        let range = text.tokens[head].bytes
        guard range.count == 2, let number = digits(range.lowerBound..<range.lowerBound + 1) else {
            return nil
        }
        switch text.bytes[range.lowerBound + 1] {
        case UInt8(ascii: "Q") where (1...4).contains(number):
            return readQuarter(number, unit: .quarter, head..<head + 1)
        case UInt8(ascii: "H") where (1...2).contains(number) && yearBehind(head + 1) != nil:
            return readQuarter(number, unit: .half, head..<head + 1)
        default: return nil
        }
    }

    /// A numbered quarter or half with the year behind it, if one stands there.
    func readQuarter(_ number: Int, unit: TimeUnit, _ tokens: Range<Int>) -> Reading? {
        guard unit == .quarter || number <= 2 else { return nil }
        var context = UnitContext(unit: unit, head: tokens.upperBound - 1, start: tokens.lowerBound)
        context.ordinal = number
        context.article = 1
        var index = tokens.lowerBound - 1
        if isA(index, .extent) {

            context.start = index
            index -= 1
        }
        if digitCount(index) == 4, let year = self.number(index), (1900...2100).contains(year) {
            context.year = year
            context.start = index
            index -= 1
        }
        if isWord(index, "the"), context.start < tokens.lowerBound { context.start = index }
        return readNumberedQuarter(number, context)
    }

    // MARK: Feasts

    /// “Christmas”, “New Year’s Eve”, “Thanksgiving 2022”.
    func readHoliday(at head: Int) -> Reading? {
        guard isCapitalized(head) || isSlavic || text.tokens[head].bytes.count > 5,
            let (rule, endByte) = vocabulary.holidays.feast(behind: text.tokens[head], in: text.bytes)
        else { return nil }
        var end = head + 1
        while isFree(end), text.tokens[end].bytes.upperBound <= endByte { end += 1 }
        guard
            text.tokens[end - 1].bytes.upperBound == endByte
                || text.tokens[end - 1].shape.contains(.possessive)
        else { return nil }
        if let (year, yearEnd, isRelative) = yearBehind(end), let day = rule.day(in: year) {
            return reading(.day(day), head..<yearEnd, rule: .holiday, isRelative: isRelative)
        }
        if let raw = value(head - 1, .relation), let relation = TimeRelation(rawValue: Int16(raw)),
            relation.offset != 0, let day = relatedFeast(rule, relation)
        {
            return reading(.day(day), head - 1..<end, rule: .holiday, isRelative: true)
        }
        guard let anchor, let day = nearestFeast(rule, anchor, at: head..<end) else {
            return nil
        }
        return reading(.day(day), head..<end, rule: .holiday, isRelative: true)
    }

    /// “last Christmas”, “next Easter”: the last one that is over, the next one to come.
    private func relatedFeast(_ rule: HolidayTable.Rule, _ relation: TimeRelation) -> CalendarDay? {
        guard let anchor, let day = anchor.day else { return nil }
        let years = [anchor.year - 1, anchor.year, anchor.year + 1].filter(TemporalAnchor.years.contains)
        let feasts = years.compactMap { rule.day(in: $0) }
        return relation.offset < 0 ? feasts.last { $0 < day } : feasts.first { $0 > day }
    }

    private func nearestFeast(_ rule: HolidayTable.Rule, _ anchor: TemporalAnchor, at range: Range<Int>)
        -> CalendarDay?
    {
        guard let day = rule.day(in: anchor.year) else { return nil }
        if case .day(let month, let number) = rule {
            return nearestDay(month: month, day: number, anchor, at: range)
        }
        guard let middle = anchor.day else { return day }
        let years = [anchor.year - 1, anchor.year, anchor.year + 1].filter {
            TemporalAnchor.years.contains($0)
        }
        return years.compactMap { rule.day(in: $0) }.min {
            abs($0.ordinal - middle.ordinal) < abs($1.ordinal - middle.ordinal)
        }
    }
}
