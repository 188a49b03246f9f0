import EDTF

/// Russian and Ukrainian months, with their days and years: “18 декабря”, “з 3 по 5 травня”, “у вересні 2022 року”.
extension TemporalReader {
    /// The expression around a month's name.
    func readSlavicMonth(at head: Int) -> Reading? {
        slavicMonthAndDay(at: head).flatMap { resolve($0) }
    }

    /// The month that is named at a token, with its day and year.
    func slavicMonthAndDay(at head: Int) -> MonthReading? {
        guard let month = value(head, .month), (1...12).contains(month) else { return nil }
        var result = MonthReading(tokens: head..<head + 1, month: month)
        readSlavicDay(&result, before: head)
        var end = head + 1
        let isShort = isA(head, .abbreviation)
        if isShort, isSign(end, "."), isJoined(end) { end += 1 }
        if let year = slavicYear(at: end, isMarked: false, isShort: isShort) {
            result.year = year.year
            result.isRelativeYear = year.isRelative
            end = year.end
        } else if !isFree(end), end > head + 1 {
            end -= 1
        }
        result.tokens = result.tokens.lowerBound..<end
        let isAlone = result.day == nil && result.year == nil
        if isAlone, isShort || isA(head, .ambiguous), !isA(head - 1, [.preposition, .part, .relation]) {
            return nil
        }
        return result
    }

    /// “18”, “18-го”, “двадцать пятое” before a month; “с 3 по 5”, “3–5”.
    private func readSlavicDay(_ result: inout MonthReading, before head: Int) {
        guard let (day, start) = slavicDayNumber(endingAt: head - 1) else { return }
        result.day = day
        result.tokens = start..<result.tokens.upperBound
        guard isDash(start - 1) || isA(start - 1, .rangeEnd),
            let (first, firstStart) = slavicDayNumber(endingAt: start - 2), first < day
        else { return }
        result.firstDay = first
        result.tokens = firstStart..<result.tokens.upperBound
    }

    /// The year that begins at a token: “2022”, “2022 года”, “2022 р.”, “прошлого года”.
    ///
    /// With `isMarked`, figures alone are none; with `isShort`, two of them may be one.
    func slavicYear(at index: Int, isMarked: Bool, isShort: Bool = false) -> (
        year: Int, end: Int, isRelative: Bool
    )? {
        if let relation = relation(at: index), value(index + 1, .unit) == Int(TimeUnit.year.rawValue),
            let year = year(of: relation)
        {
            return (year, index + 2, true)
        }
        guard let count = digitCount(index), let number = number(index) else { return nil }
        let next = index + 1
        var end = next
        if value(next, .unit) == Int(TimeUnit.year.rawValue) {
            end = next + 1
        } else if isDash(next), isJoined(next), isA(next + 1, .suffix), isJoined(next + 1) {
            // “2022-го года”
            end = value(next + 2, .unit) == Int(TimeUnit.year.rawValue) ? next + 3 : next + 2
        } else if isA(next, .yearMark) {
            end = isSign(next + 1, ".") && isJoined(next + 1) && isFree(next + 2) ? next + 2 : next + 1
        }
        if count == 2, isShort || end > next, number > 31 || isShort {
            return (number < 50 ? 2000 + number : 1900 + number, end, false)
        }
        guard count == 4, (1000...2999).contains(number), !isMarked || end > next else { return nil }
        return (number, end, false)
    }

    /// “торік”, “торік восени”, “цьогоріч у березні”.
    func readDeicticYear(at head: Int, offset: Int) -> Reading? {
        guard let point = anchor?.point(.year, offset: offset), let year = point.year else { return nil }
        let next = isA(head + 1, .preposition) ? head + 2 : head + 1
        if let season = value(next, .season), next > head + 1 || isA(next, .seasonAdverb) {
            return reading(
                .season(year: year, season: season), head..<next + 1, rule: .absoluteSeason, isRelative: true)
        }
        for position in [next, next + 1] {
            guard var calendar = slavicMonthAndDay(at: position), calendar.tokens.lowerBound == next,
                calendar.year == nil
            else { continue }
            calendar.year = year
            calendar.isRelativeYear = true
            calendar.tokens = head..<calendar.tokens.upperBound
            return resolve(calendar)
        }
        return reading(point, head..<head + 1, rule: .lastUnit, isRelative: true)
    }

    /// “15-го числа”, “в первых числах декабря”.
    func readDayNumber(at head: Int) -> Reading? {
        if value(head - 1, .ordinal) == 1, isA(head + 1, .month),
            let calendar = slavicMonthAndDay(at: head + 1),
            var month = resolve(calendar)
        {
            month.tokens = head - 1..<month.tokens.upperBound
            month.isApproximate = true
            return month
        }
        guard let (number, start) = slavicDayNumber(endingAt: head - 1),
            let day = nearestDay(ofMonth: number, at: start..<head + 1)
        else { return nil }
        return reading(.day(day), start..<head + 1, rule: .dayNearest, isRelative: true)
    }

    // MARK: Seasons

    /// “летом 2022 года”, “прошлой зимой”, “навесні”.
    func readSlavicSeason(at head: Int) -> Reading? {
        guard let season = value(head, .season), (1...4).contains(season) else { return nil }
        if let year = slavicYear(at: head + 1, isMarked: true) {
            return reading(
                .season(year: year.year, season: season), head..<year.end, rule: .absoluteSeason,
                isRelative: year.isRelative)
        }
        if let relation = relation(at: head - 1) {
            return readRelatedSeason(season, relation, head: head)
        }
        guard isA(head, .seasonAdverb) || isA(head - 1, [.preposition, .part]) else { return nil }
        return nearestSeason(season, head..<head + 1)
    }
}
