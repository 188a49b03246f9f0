extension IndirectStatements {
    /// What is told “according to” someone: the rest of the sentence.
    func accordingTo(_ cue: CueMatch, in sentence: Range<Int>) -> Proposal? {
        guard let source = source(accordingTo: cue, in: sentence) else { return nil }
        let isFirst = cue.head - sentence.lowerBound <= 1
        if isFirst {
            guard
                let comma = (source.upperBound..<sentence.upperBound).first(where: {
                    text.tokens[$0].kind == .comma
                })
            else { return nil }
            return proposal([contentAfterApposition(comma, sentence)], cue, source, .parenthetical)
        }
        var segments = [sentence.lowerBound..<cue.head]
        if source.upperBound < sentence.upperBound, text.tokens[source.upperBound].kind == .comma,
            text.tokens[cue.head - 1].kind == .comma
        {
            segments.append(source.upperBound + 1..<sentence.upperBound)
        }
        return proposal(segments, cue, source, .parenthetical)
    }

    /// The phrase behind “according to”, up to a comma close behind it: “a person familiar with the matter,”.
    private func source(accordingTo cue: CueMatch, in sentence: Range<Int>) -> Range<Int>? {
        let start = cue.tokens.upperBound
        guard let phrase = phrases.phrase(startingAt: start, limit: sentence.upperBound) else { return nil }
        let limit = min(phrase.upperBound + 8, sentence.upperBound)
        guard let comma = (phrase.upperBound..<limit).first(where: { text.tokens[$0].kind == .comma }) else {
            return phrase
        }
        let isOne = (phrase.upperBound..<comma).allSatisfy {
            text.tokens[$0].kind == .word && !isTemporal[$0] && !layer.covers($0)
                && !text.isA($0, [.auxiliary, .pronoun, .relative, .conjunction])
        }
        return isOne ? start..<comma : phrase
    }

    /// The clause behind “According to X,” or “According to X, a lawyer for Y,”.
    private func contentAfterApposition(_ comma: Int, _ sentence: Range<Int>) -> Range<Int> {
        let start = comma + 1
        if start < sentence.upperBound, text.isA(start, .relative) || isApposition(start, sentence),
            let second = (start..<sentence.upperBound).first(where: { text.tokens[$0].kind == .comma })
        {
            return second + 1..<sentence.upperBound
        }
        return start..<sentence.upperBound
    }

    /// A noun with a determiner and without a verb, up to the next comma.
    private func isApposition(_ start: Int, _ sentence: Range<Int>) -> Bool {
        guard text.isWord(start, "a") || text.isWord(start, "an") || text.isWord(start, "the") else {
            return false
        }
        guard
            let second = (start..<min(start + 16, sentence.upperBound)).first(where: {
                text.tokens[$0].kind == .comma
            })
        else { return false }
        return !(start..<second).contains { text.isA($0, [.auxiliary]) || isFinite($0) }
    }

    /// A word in “-ed” that has no determiner or adjective before it and no preposition of the passive behind it.
    private func isFinite(_ index: Int) -> Bool {
        text.isPastByForm(index) && !text.isA(index - 1, [.determiner, .adjective])
            && !text.isA(index - 1, [.person, .group]) && index + 1 < text.tokens.count
            && !text.isWord(index + 1, "by")
    }
}
