/// Whether what a sentence tells of lies behind or ahead, as far as its verbs show it.
enum Tense: Sendable {
    case past, future, unknown
}

extension TemporalReader {
    /// The tense of the verb that stands closest before a token; of the closest behind it where none stands before.
    ///
    /// In a mode that prefers what is to come, all that shows no past looks ahead.
    func tense(at range: Range<Int>) -> Tense {
        let tense = shownTense(at: range)
        return tense == .unknown && prefersFuture ? .future : tense
    }

    private func shownTense(at range: Range<Int>) -> Tense {
        var index = range.lowerBound - 1
        if isAny(index, ["since"]) { return .past }
        let first = max(sentence.lowerBound, range.lowerBound - 25)
        while index >= first {
            let tense = tense(ofWord: index, before: range.lowerBound)
            if tense != .unknown { return tense }
            index -= 1
        }
        index = range.upperBound
        let last = min(sentence.upperBound, range.upperBound + 12)
        while index < last {
            let tense = tense(ofWord: index, before: index)
            if tense != .unknown { return tense }
            index += 1
        }
        return .unknown
    }

    /// What a word shows; an infinitive that belongs to it counts where it stands before `limit`.
    private func tense(ofWord index: Int, before limit: Int) -> Tense {
        if isSlavic { return slavicTense(ofWord: index) }
        let token = text.tokens[index]
        guard token.kind == .word else { return .unknown }
        let kinds = vocabulary.temporal(token.entry).kinds
        if kinds.contains(.future) { return isPastPlan(index) ? .past : .future }
        if kinds.contains(.intent), isInfinitiveBehind(index, before: limit), !isOffer(index) {
            return isPastPlan(index) ? .past : .future
        }
        if isUpcoming(index, before: limit) { return .future }
        if isPlanned(index) { return .future }
        return isPast(token, kinds) && !isParticiple(index) ? .past : .unknown
    }

    private func isPast(_ token: Token, _ kinds: TemporalKinds) -> Bool {
        if kinds.contains(.pastness) { return true }
        let entry = vocabulary[token.entry]
        if entry.classes.contains(.cue), entry.form == .past { return true }
        guard token.end - token.start > 4, !token.shape.contains(.capitalized) else { return false }
        // “asked”, but not “succeed”.
        let end = Int(token.end)
        return text.bytes[end - 1] == UInt8(ascii: "d") && text.bytes[end - 2] == UInt8(ascii: "e")
            && text.bytes[end - 3] != UInt8(ascii: "e")
    }

    /// “had been due”, “previously scheduled”.
    private func isPastPlan(_ index: Int) -> Bool {
        isAny(index - 1, ["previously", "originally", "initially", "had"]) || isAny(index - 2, ["had"])
    }

    /// “extended their offer to buy it”: a thing, whose infinitive tells nothing of when.
    private func isOffer(_ index: Int) -> Bool {
        isAny(index, ["offer", "offers", "orders", "votes", "threatens"])
            && text.isA(index - 1, [.determiner, .possessive])
    }

    /// “guidelines to be published”, “a dividend to be paid”.
    private func isUpcoming(_ index: Int, before limit: Int) -> Bool {
        isAny(index, ["be"]) && isAny(index - 1, ["to"]) && index < limit
            && !isAny(index - 2, ["had", "was", "were"])
    }

    /// “be released”, “to have met”, “the arrested men”: no past.
    private func isParticiple(_ index: Int) -> Bool {
        guard index > sentence.lowerBound else { return false }
        // “a still unspecified date”
        let isAdverb = text.isA(index - 1, .adverb) && index - 1 > sentence.lowerBound
        let index = isAdverb ? index - 1 : index
        let before = text.tokens[index - 1]
        guard before.kind == .word else { return false }
        if vocabulary.temporal(before.entry).kinds.contains(.passive) { return true }
        if text.isA(index - 1, [.determiner, .possessive, .adjective]), !text.isA(index - 1, .pronoun) {
            return true
        }
        return isAny(index, ["have"])
            && (isAny(index - 1, ["to"]) || vocabulary.temporal(before.entry).kinds.contains(.future))
    }

    /// Whether an infinitive follows: “agreed to meet”, “invited the group to return”.
    private func isInfinitiveBehind(_ index: Int, before limit: Int) -> Bool {
        for next in index + 1...index + 4 {
            guard next + 1 < sentence.upperBound, next < limit || limit == index,
                text.tokens[next].kind == .word
            else { return false }
            guard text.isWord(next, "to") else { continue }
            let verb = text.tokens[next + 1]
            return verb.kind == .word && !verb.shape.contains(.capitalized)
                && !text.isA(next + 1, [.determiner, .possessive])
        }
        return false
    }

    /// “is to meet”, “are to meet”.
    private func isPlanned(_ index: Int) -> Bool {
        isAny(index, ["is", "are"]) && isAny(index + 1, ["to"])
    }
}
