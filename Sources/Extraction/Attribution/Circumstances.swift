import Statements

/// Tells to whom and by what means something was said, from what stands beside the cue.
struct Circumstances {
    let text: TokenizedText
    let layer: QuotationLayer
    let phrases: NounPhrases
    let index: EntityIndex

    /// The person or the body spoken to, by the fullest name that the document gives; else as printed.
    func addressee(of proposal: Proposal) -> String? {
        guard let cue = proposal.cue else { return nil }
        if let known = proposal.addressee { return name(known) }
        let beside = outside(proposal, from: cue.tokens.upperBound)
        if cue.frames.contains(.addressee), let first = beside.first, first == cue.tokens.upperBound,
            let phrase = phrases.phrase(startingAt: first, limit: (beside.last ?? first) + 1),
            canHear(phrase), phrase != proposal.source
        {
            return name(phrase)
        }
        if let phrase = addressed(in: beside) { return name(phrase) }
        let first = proposal.segments[0].lowerBound
        switch cue.act {
        case .accuse: return subject(at: first, proposal).map { name(accused($0)) }
        case .demand:
            // “demanded that X do …”: the demand goes to X, where X is named.
            return proposal.ground == .complement && !text.isWord(first, "to")
                ? subject(at: first, proposal).flatMap { person(in: $0) } : nil
        default: return nil
        }
    }

    /// By what means: the platform where one is named (“Telegram”), else the noun (“message”).
    func medium(of proposal: Proposal) -> String? {
        guard let cue = proposal.cue else { return nil }
        let sentence = text.sentences[cue.sentence]
        var found: Int?
        for token in sentence
        where text.isA(token, .medium) && !isWords(token, of: proposal) && !layer.covers(token) {
            guard abs(token - cue.head) < 25, follows(token, sentence) else { continue }
            let isPlatform = text.tokens[token].shape.contains(.capitalized)
            if isPlatform { return text.string(compound(token, sentence)) }
            if found == nil { found = token }
        }
        return found.map { text.string(compound($0, sentence)) }
    }

    /// “press conference”, “open letter”, “Telegram post”: the words that tell what kind of medium it is belong to it.
    private func compound(_ token: Int, _ sentence: Range<Int>) -> Range<Int> {
        var start = token
        while start > sentence.lowerBound, text.isA(start - 1, [.medium, .mediumKind]),
            text.tokens[start - 1].kind == .word
        {
            start -= 1
        }
        var end = token + 1
        while end < sentence.upperBound, text.isA(end, .medium), !layer.covers(end) { end += 1 }
        return start..<end
    }

    /// Whether a preposition leads to the noun: “in a message”, “on Telegram”.
    private func follows(_ token: Int, _ sentence: Range<Int>) -> Bool {
        var index = token - 1
        while index >= max(sentence.lowerBound, token - 5) {
            if text.isWord(index, "in") || text.isWord(index, "on") || text.isWord(index, "via")
                || text.isWord(index, "during")
                || text.isWord(index, "at") || text.isWord(index, "through") || text.isWord(index, "by")
            {
                return true
            }
            guard text.tokens[index].kind == .word, !text.isA(index, [.auxiliary, .conjunction]) else {
                return false
            }
            index -= 1
        }
        return false
    }

    private func isWords(_ token: Int, of proposal: Proposal) -> Bool {
        proposal.segments.contains { $0.contains(token) }
    }

    /// The tokens behind a place up to the end of the sentence or the words themselves.
    private func outside(_ proposal: Proposal, from start: Int) -> Range<Int> {
        guard let cue = proposal.cue else { return start..<start }
        var end = text.sentences[cue.sentence].upperBound
        for segment in proposal.segments where segment.lowerBound >= start {
            end = min(end, segment.lowerBound)
        }
        return start..<max(start, end)
    }

    /// “in a message addressed to X”, “in a letter to X”.
    private func addressed(in range: Range<Int>) -> Range<Int>? {
        for token in range.dropFirst() where text.isWord(token, "to") && token + 1 < range.upperBound {
            guard text.isWord(token - 1, "addressed") || text.isA(token - 1, .medium) else { continue }
            return phrases.phrase(startingAt: token + 1, limit: range.upperBound)
        }
        return nil
    }

    private func canHear(_ phrase: Range<Int>) -> Bool {
        let first = phrase.lowerBound
        if text.isA(first, [.temporal, .adverb, .preposition]) { return false }
        return text.tokens[first].shape.contains(.capitalized)
            || phrase.contains { text.isA($0, [.person, .group, .pronoun, .title]) }
    }

    private func subject(at first: Int, _ proposal: Proposal) -> Range<Int>? {
        phrases.phrase(startingAt: first, limit: proposal.segments[0].upperBound)
    }

    /// “accused the minister of defence of lying”: the charge begins at the last “of”, or at that before a verb.
    private func accused(_ phrase: Range<Int>) -> Range<Int> {
        let charges = phrase.dropFirst().filter { text.isWord($0, "of") }
        let beforeVerb = charges.first { $0 + 1 < text.tokens.count && isGerund($0 + 1) }
        guard let charge = beforeVerb ?? charges.last else { return phrase }
        return phrase.lowerBound..<charge
    }

    private func isGerund(_ index: Int) -> Bool {
        let token = text.tokens[index]
        let last = text.bytes[token.bytes].suffix(3)
        return token.kind == .word && token.end - token.start > 4 && last.elementsEqual("ing".utf8)
    }

    private func person(in phrase: Range<Int>) -> String? {
        guard let mention = index.mentions(in: phrase).first,
            index.mentions[mention].phraseStart <= phrase.lowerBound + 1,
            index.entities[index.mentions[mention].entity].kind != .unknown
                || index.mentions[mention].title != nil
        else { return nil }
        return index.entities[index.mentions[mention].entity].name
    }

    private func name(_ phrase: Range<Int>) -> String {
        if let mention = index.mentions(in: phrase).last,
            index.mentions[mention].tokens.upperBound == phrase.upperBound,
            !index.mentions[mention].isPossessive
        {
            return index.entities[index.mentions[mention].entity].name
        }
        return text.string(phrase)
    }
}
