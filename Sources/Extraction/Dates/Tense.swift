/// Whether what a sentence tells of lies behind or ahead, as far as its verbs show it.
enum Tense: Sendable {
    case past, future, unknown
}

extension TemporalReader {
    /// The tense of the verb that stands closest before a token; of the closest behind it where none stands before.
    func tense(at range: Range<Int>) -> Tense {
        let reach = 25
        var index = range.lowerBound - 1
        let first = max(sentence.lowerBound, range.lowerBound - reach)
        while index >= first {
            let tense = tense(ofWord: index)
            if tense != .unknown { return tense }
            index -= 1
        }
        index = range.upperBound
        let last = min(sentence.upperBound, range.upperBound + reach)
        while index < last {
            let tense = tense(ofWord: index)
            if tense != .unknown { return tense }
            index += 1
        }
        return .unknown
    }

    private func tense(ofWord index: Int) -> Tense {
        let token = text.tokens[index]
        guard token.kind == .word else { return .unknown }
        let kinds = vocabulary.temporal(token.entry).kinds
        if kinds.contains(.future) { return .future }
        if kinds.contains(.pastness) { return isParticiple(index) ? .unknown : .past }
        if isPlanned(index) { return .future }
        let entry = vocabulary[token.entry]
        if entry.classes.contains(.cue), entry.form == .past { return isParticiple(index) ? .unknown : .past }
        guard token.end - token.start > 4, !token.shape.contains(.capitalized),
            text.bytes[Int(token.end) - 1] == UInt8(ascii: "d"),
            text.bytes[Int(token.end) - 2] == UInt8(ascii: "e")
        else { return .unknown }
        return isParticiple(index) ? .unknown : .past
    }

    /// “be released”, “to be held”: no past.
    private func isParticiple(_ index: Int) -> Bool {
        guard index > sentence.lowerBound else { return false }
        let before = text.tokens[index - 1]
        return before.kind == .word && vocabulary.temporal(before.entry).kinds.contains(.passive)
    }

    /// “is to meet”, “are to meet”.
    private func isPlanned(_ index: Int) -> Bool {
        isAny(index, ["is", "are"]) && isAny(index + 1, ["to"])
    }
}
