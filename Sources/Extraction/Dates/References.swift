/// Words for the past, the present and the future as such, and adverbs for what recurs.
extension TemporalReader {
    /// A time that is only told from now: before, now, or to come.
    enum Direction: Int {
        case past = -1
        case present, future

        /// The side of now on which something lies that is so many units away.
        init(offset: Int) { self = offset < 0 ? .past : offset == 0 ? .present : .future }

        /// Its TIMEX3 value.
        var value: String {
            switch self {
            case .past: "PAST_REF"
            case .present: "PRESENT_REF"
            case .future: "FUTURE_REF"
            }
        }
    }

    /// A time that is only told from now.
    func reference(_ direction: Direction, _ tokens: Range<Int>) -> Reading {
        Reading(
            tokens: tokens, type: .date, value: direction.value, point: nil, rule: .reference,
            isRelative: false,
            grows: false)
    }

    /// “now”, “recently”, “soon”.
    func readReference(at head: Int) -> Reading? {
        guard let direction = value(head, .reference).flatMap(Direction.init(offset:)), !isTitle(head) else {
            return nil
        }
        if isWord(head, "soon"), isAny(head - 1, ["as", "too"]) || isAny(head + 1, ["after", "as"]) {
            return nil
        }
        if isWord(head, "shortly"), isAny(head + 1, ["after", "before"]) { return nil }
        if isWord(head, "now"), isAny(head - 1, ["from"]) { return nil }
        var start = head
        if isWord(head, "now"), isWord(head - 1, "right") { start -= 1 }
        if isWord(head - 1, "more") { start -= 1 }
        return reference(direction, start..<head + 1)
    }

    /// “the past”, “in the near future”, “the short term”, “a later date”, “this moment”.
    func readEra(at head: Int) -> Reading? {
        if isWord(head, "term") { return readTerm(at: head) }
        if isWord(head, "date") { return readOtherDate(at: head) }
        if isWord(head, "moment") { return readMoment(at: head) }
        return isWord(head, "past") ? readPast(at: head) : readFuture(at: head)
    }

    private func readPast(at head: Int) -> Reading? {
        guard isWord(head - 1, "the"), isAny(head - 2, ["in", "of"]),
            !isA(head + 1, [.unit, .cardinal, .vague, .month, .weekday, .season]),
            !(isFree(head + 1) && text.tokens[head + 1].kind == .number)
        else { return nil }
        return reference(.past, head - 1..<head + 1)
    }

    private func readFuture(at head: Int) -> Reading? {
        var start = head
        let distances: [StaticString] = ["near", "foreseeable", "immediate", "distant", "not-too-distant"]
        if isAny(start - 1, distances), isFree(start - 1) { start -= 1 }
        guard isWord(start - 1, "the") else { return nil }
        // “the future of the mine” is its prospects.
        let isTime = isAny(start - 2, ["in", "into", "about", "for", "of", "from", "toward", "towards"])
        guard start < head || isTime && !isWord(head + 1, "of") else { return nil }
        return reference(.future, start - 1..<head + 1)
    }

    /// “in the near term”.
    private func readTerm(at head: Int) -> Reading? {
        guard isAny(head - 1, ["near", "short", "medium", "long", "longer"]), isWord(head - 2, "the") else {
            return nil
        }
        return reference(.future, head - 2..<head + 1)
    }

    /// “at a later date”.
    private func readOtherDate(at head: Int) -> Reading? {
        guard isAny(head - 1, ["later", "earlier", "future"]), value(head - 2, .article) == 2 else {
            return nil
        }
        return reference(isWord(head - 1, "earlier") ? .past : .future, head - 2..<head + 1)
    }

    /// “at this crucial moment”.
    private func readMoment(at head: Int) -> Reading? {
        let start = isWord(head - 1, "this") ? head - 1 : head - 2
        guard isWord(start, "this"), isAny(start - 1, ["at", "in"]) else { return nil }
        return reference(.present, start..<head + 1)
    }

    // MARK: Lengths without a unit

    /// “for a while”, “for some time”, “for a fairly long period”, “a long time ago”.
    func readSpan(at head: Int) -> Reading? {
        var start = head
        if isWord(head, "while") {
            if isAny(start - 1, ["little", "long", "short"]) { start -= 1 }
        } else if isAny(head - 1, ["long", "short", "lengthy", "brief", "limited", "extended"]) {
            start -= 1
            if text.isA(start - 1, .adverb), isFree(start - 1) { start -= 1 }
        } else if isWord(head, "time"), isWord(head - 1, "some") {
            return readLength(head - 1..<head + 1)
        } else {
            return nil
        }
        return value(start - 1, .article) == 2 ? readLength(start - 1..<head + 1) : nil
    }

    /// A length of time of which only the preposition shows that it is one.
    private func readLength(_ tokens: Range<Int>) -> Reading? {
        let end = tokens.upperBound
        if isA(end, .ago) { return reference(.past, tokens.lowerBound..<end + 1) }
        guard isAny(tokens.lowerBound - 1, ["for", "after"]) else { return nil }
        return Reading(
            tokens: tokens, type: .duration, value: Quantity.vague.duration(of: .period), point: nil,
            rule: .duration, isRelative: false, grows: false)
    }

    // MARK: What recurs

    /// Whether a noun follows, so that the word tells a kind of thing: “a daily paper”, “its quarterly dividend”.
    private func isAttribute(_ head: Int) -> Bool {
        guard isFree(head + 1), text.tokens[head + 1].kind == .word else { return false }
        return !text.isA(
            head + 1, [.preposition, .conjunction, .adverb, .subordinator, .auxiliary, .pronoun, .determiner])
    }

    /// Whether the word counts an amount, and dates nothing: “by 20% annually”, “10,000 units annually”.
    private func isRate(_ head: Int) -> Bool {
        let last = head - 1
        if isSign(last, "%") || isAny(last, ["percent"]) || isNumber(last) { return true }
        return isFree(last) && text.tokens[last].kind == .word && !isWord(last, "times") && isNumber(last - 1)
    }

    private func isNumber(_ index: Int) -> Bool {
        isFree(index) && text.tokens[index].kind == .number || isA(index, .multiplier)
            || isAny(index, ["million", "billion", "trillion"])
    }

    /// “daily”, “annually”.
    func readAdverbialSet(at head: Int) -> Reading? {
        guard let raw = value(head, .set), let unit = TimeUnit(rawValue: Int16(raw)),
            !isCapitalized(head) || head == sentence.lowerBound,
            !isAttribute(head), !isRate(head)
        else { return nil }
        return Reading(
            tokens: head..<head + 1, type: .set, value: Quantity.exact(1, half: false).duration(of: unit),
            point: nil,
            rule: .set, isRelative: false, grows: false)
    }
}
