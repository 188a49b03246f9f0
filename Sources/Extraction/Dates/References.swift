/// Words for the past, the present and the future as such, and adverbs for what recurs.
extension TemporalReader {
    /// “now”, “recently”, “soon”.
    func readReference(at head: Int) -> Reading? {
        guard let direction = value(head, .reference) else { return nil }
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

    private func reference(_ direction: Int, _ tokens: Range<Int>) -> Reading {
        Reading(
            tokens: tokens, type: .date,
            value: ["PAST_REF", "PRESENT_REF", "FUTURE_REF"][direction.signum() + 1],
            point: nil, rule: .reference, isRelative: false, grows: false)
    }

    /// “the past”, “in the near future”.
    func readEra(at head: Int) -> Reading? {
        guard let raw = value(head, .era), let relation = TimeRelation(rawValue: Int16(raw)) else {
            return nil
        }
        if relation == .past {
            guard isWord(head - 1, "the"), isAny(head - 2, ["in", "of"]),
                !isA(head + 1, [.unit, .cardinal, .vague, .month, .weekday, .season]),
                !(isFree(head + 1) && text.tokens[head + 1].kind == .number)
            else { return nil }
            return reference(-1, head - 1..<head + 1)
        }
        var start = head
        if isAny(start - 1, ["near", "foreseeable", "immediate", "distant", "not-too-distant"])
            && isFree(start - 1)
        {
            start -= 1
        }
        guard isAny(start - 1, ["the"]), isFree(start - 1) else { return nil }
        return reference(1, start - 1..<head + 1)
    }

    /// Whether a noun follows, so that the word tells a kind of thing: “a daily paper”, “its quarterly dividend”.
    private func isAttribute(_ head: Int) -> Bool {
        guard isFree(head + 1), text.tokens[head + 1].kind == .word else { return false }
        return !text.isA(
            head + 1, [.preposition, .conjunction, .adverb, .subordinator, .auxiliary, .pronoun, .determiner])
    }

    /// “daily”, “annually”.
    func readAdverbialSet(at head: Int) -> Reading? {
        guard let raw = value(head, .set), let unit = TimeUnit(rawValue: Int16(raw)),
            !isCapitalized(head) || head == sentence.lowerBound,
            !isAttribute(head)
        else { return nil }
        return Reading(
            tokens: head..<head + 1, type: .set, value: Quantity.exact(1, half: false).duration(of: unit),
            point: nil,
            rule: .set, isRelative: false, grows: false)
    }
}
