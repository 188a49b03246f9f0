import EDTF

/// What stands before an expression: words that belong to it, and the preposition that opens its phrase.
extension TemporalReader {
    /// Takes in the words before an expression that belong to it: “early”, “the end of”, “nearly”, “the”.
    func grow(_ reading: inout Reading) {
        var start = reading.tokens.lowerBound
        let isCounted = reading.type == .duration || reading.rule == .ago
        if isCounted {
            start = approximationStart(before: start)
        } else if reading.type == .date || reading.type == .time {
            if let partStart = partStart(before: start) {
                reading.isApproximate =
                    reading.point.map { $0.unit.rawValue > TimeUnit.weekend.rawValue } ?? false
                start = partStart
            } else if isWord(start - 1, "around"), start - 1 >= floor {
                reading.isApproximate = true
                start -= 1
            }
        }
        reading.tokens = start..<reading.tokens.upperBound
    }

    /// “nearly”, “at least”, “more than”, “up to” before a length of time.
    private func approximationStart(before index: Int) -> Int {
        if isAny(index - 1, ["than"]), isAny(index - 2, ["more", "less", "fewer", "longer"]),
            index - 2 >= floor
        {
            return isWord(index - 3, "no") ? index - 3 : index - 2
        }
        if isWord(index - 1, "least") || isWord(index - 1, "most"), isWord(index - 2, "at") {
            return index - 2
        }
        if isWord(index - 1, "to"), isWord(index - 2, "up") { return index - 2 }
        if isWord(index, "the") || isA(index, .vague) { return index }
        if isWord(index - 1, "over"),
            !isAny(index - 2, ["for", "last", "lasted", "lasting", "well", "after", "just", "of"])
        {
            // “spread over three years”
            return index
        }
        return isA(index - 1, .approximation) ? index - 1 : index
    }

    /// “early”, “later”, “the end of”, “the beginning of” before a date.
    private func partStart(before index: Int) -> Int? {
        var start = index
        if isWord(start - 1, "in") || isWord(start - 1, "of") {
            let isOf = isWord(start - 1, "of")
            guard
                isAny(
                    start - 2,
                    isOf
                        ? ["end", "beginning", "start", "middle", "close", "half"]
                        : ["early", "late", "earlier", "later"]),
                start - 2 >= floor
            else { return nil }
            start -= 2
            if isOf, isA(start - 1, .relation) || isA(start - 1, .ordinal) || isWord(start - 1, "very") {
                start -= 1
            }
            return isWord(start - 1, "the") ? start - 1 : start
        }
        guard isA(start - 1, .part),
            !isAny(start - 1, ["end", "close", "start", "beginning", "outset"])
        else { return nil }
        start -= 1
        // “в первой половине декабря”
        if isSlavic, isA(start - 1, .ordinal) { start -= 1 }
        if isWord(start - 1, "very") { start -= 1 }
        return isWord(start - 1, "the") ? start - 1 : start
    }

    /// The start of the phrase with its preposition: “on Monday”, “by the end of June”.
    func phraseStart(before index: Int) -> Int {
        guard index > sentence.lowerBound, text.tokens[index - 1].kind == .word else { return index }
        if isSlavic { return isA(index - 1, .preposition) ? index - 1 : index }
        let prepositions: [StaticString] = [
            "on", "in", "at", "by", "since", "until", "till", "from", "for", "during", "before", "after",
            "within",
            "between", "over", "throughout", "through", "to", "of", "around", "about", "as",
        ]
        guard isAny(index - 1, prepositions) else { return index }
        return index - 1
    }
}
