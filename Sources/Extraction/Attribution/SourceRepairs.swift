import Statements

/// Mends the words that name a speaker where they can't be the subject of their cue.
struct SourceRepairs {
    let text: TokenizedText
    let layer: QuotationLayer
    let phrases: NounPhrases

    /// The proposal with the subject of its cue.
    func mended(_ proposal: Proposal) -> Proposal {
        guard let source = proposal.source, let cue = proposal.cue, !cue.isPreposition,
            source.upperBound <= cue.head
        else { return proposal }
        guard let better = relative(behind: source, cue) ?? subject(instead: source) else { return proposal }
        var mended = proposal
        mended.source = better
        return mended
    }

    /// “The architect who said”, “the council, which denied”: the subject is the relative pronoun, with what it stands for.
    private func relative(behind source: Range<Int>, _ cue: CueMatch) -> Range<Int>? {
        var index = source.upperBound
        while index < cue.head, index - source.upperBound < 2, text.tokens[index].kind != .word { index += 1 }
        guard index < cue.head, text.isWord(index, "who") || text.isWord(index, "which") else { return nil }
        // Only auxiliaries, adverbs and adjuncts of time may stand between it and its verb: else the clause has ended.
        let isNear = (index + 1..<cue.head).allSatisfy {
            text.isA($0, [.auxiliary, .temporal, .negation, .preposition, .determiner]) || text.isAdverb($0)
                || text.tokens[$0].kind == .number || text.isA($0, [.weekday, .month])
        }
        return isNear ? source.lowerBound..<index + 1 : nil
    }

    /// “Lind, speaking in Larkrow, said”: what stands behind a preposition, a participle or a word of time is no subject; the
    /// phrase that opens the clause is.
    private func subject(instead source: Range<Int>) -> Range<Int>? {
        let sentence = text.sentence(containing: source.lowerBound)
        guard source.lowerBound > sentence.lowerBound, isNoSubject(source, in: sentence) else { return nil }
        let opening = phrases.clauseSubject(before: source.lowerBound, limit: sentence.lowerBound)
        guard let opening, opening.upperBound < source.lowerBound,
            text.tokens[opening.upperBound].kind == .comma,
            text.tokens[opening.lowerBound].shape.contains(.capitalized)
                || text.isA(opening.lowerBound, [.determiner, .pronoun])
        else { return nil }
        return opening
    }

    private func isNoSubject(_ source: Range<Int>, in sentence: Range<Int>) -> Bool {
        let before = source.lowerBound - 1
        if text.isA(source.upperBound - 1, .temporal), source.count < 4 { return true }
        if text.isA(before, .preposition), !text.isA(before, .subordinator) { return true }
        return isParticiple(source.lowerBound) || isParticiple(before) && before > sentence.lowerBound
    }

    private func isParticiple(_ token: Int) -> Bool {
        let word = text.tokens[token]
        return word.kind == .word && word.end - word.start > 5 && !word.shape.contains(.capitalized)
            && text.bytes[word.bytes].suffix(3).elementsEqual("ing".utf8)
            && text.isA(token, [.person, .group]) == false
    }
}
