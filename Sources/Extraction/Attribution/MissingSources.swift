import Statements

/// Looks again for the speaker of quotations beside which no rule has found one: behind the closing mark past an apposition,
/// or before the opening one, where the quotation stands within a sentence.
struct MissingSources {
    let text: TokenizedText
    let layer: QuotationLayer
    let cues: CueList
    let phrases: NounPhrases
    let index: EntityIndex

    /// No speaker is looked for farther from the words than this.
    private static let reach = 40

    /// The proposal with its speaker and cue, where they are found.
    func completed(_ proposal: Proposal) -> Proposal {
        guard proposal.source == nil, layer.covers(proposal.start) else { return proposal }
        return behind(proposal) ?? before(proposal) ?? proposal
    }

    // MARK: Behind the words

    /// “…,” Mira Holt, 30, of Larkrow, who was among those asked, said.
    private func behind(_ proposal: Proposal) -> Proposal? {
        var start = proposal.end
        while start < text.tokens.count, text.tokens[start].kind == .mark || text.tokens[start].kind == .comma
        {
            start += 1
        }
        guard start > proposal.end, start < text.tokens.count, !layer.covers(start),
            text.tokens[start].kind == .word, leadsOn(to: start, from: proposal.end)
        else { return nil }
        let end = min(text.sentence(containing: start).upperBound, start + Self.reach)
        guard
            let index = cues.first(
                in: start..<end,
                where: {
                    cues[$0].frames.contains(.quotation) && !cues[$0].isParticipial
                        && !isWithinApposition(cues[$0].head, from: start)
                })
        else { return nil }
        let cue = cues[index]
        guard !(start..<cue.head).contains(where: { layer.covers($0) }) else { return nil }
        if start + 1 < end, cue.head > start, let joined = joined(start..<cue.head) {
            return with(joined, cue, proposal)
        }
        let place = cue.head == start ? cue.tokens.upperBound : start
        guard let source = phrases.phrase(startingAt: place, limit: end), isNominal(source),
            cue.head == start || source.upperBound <= cue.head && isApposition(source.upperBound..<cue.head)
        else { return nil }
        return with(source, cue, proposal)
    }

    /// “…,” the senator and candidate told; “…,” the tall, 71-year-old sailor said; “…,” former ferry director Mira Holt
    /// wrote: one long subject without a verb or a preposition, up to the cue.
    private func joined(_ range: Range<Int>) -> Range<Int>? {
        let last = range.upperBound - 1
        guard range.count < 16, text.isA(last, [.person, .title]) || endsName(range),
            text.isWord(range.lowerBound, "the") || endsName(range),
            range.allSatisfy({ belongs($0) })
        else { return nil }
        return range
    }

    private func endsName(_ range: Range<Int>) -> Bool {
        index.mentions(in: range).last.map { index.mentions[$0].tokens.upperBound == range.upperBound }
            ?? false
    }

    private func belongs(_ token: Int) -> Bool {
        switch text.tokens[token].kind {
        case .word:
            return !text.isA(token, [.preposition, .relative, .auxiliary, .pronoun, .subordinator])
        case .number: return true
        case .comma: return text.tokens[token + 1].kind == .number
        case .dash, .symbol, .mark: return !text.tokens[token].shape.contains(.afterSpace)
        default: return false
        }
    }

    /// Whether the sentence goes on behind the closing mark.
    private func leadsOn(to start: Int, from end: Int) -> Bool {
        guard text.paragraphIndex(of: start) == text.paragraphIndex(of: end - 1) else { return false }
        let last = text.tokens[end - 1]
        return last.kind != .stop || text.firstByte(end - 1) != UInt8(ascii: ".")
    }

    /// “who was among those asked”: a participle behind a pronoun or a noun is no cue of its own.
    private func isWithinApposition(_ cue: Int, from start: Int) -> Bool {
        guard cue > start + 1 else { return false }
        return text.isWord(cue - 1, "those") || text.isWord(cue - 1, "people") || text.isWord(cue - 1, "who")
    }

    /// Nothing, or what a comma or a bracket opens.
    private func isApposition(_ range: Range<Int>) -> Bool {
        guard let first = range.first else { return true }
        switch text.tokens[first].kind {
        case .comma, .openBracket, .dash: return true
        default: return range.allSatisfy { text.isA($0, [.auxiliary, .adverb, .temporal]) }
        }
    }

    // MARK: Before the words

    /// “Lind groused that the ferry ‘doesn't treat me well’”: the subject of the cue before, or of the sentence.
    private func before(_ proposal: Proposal) -> Proposal? {
        let open =
            proposal.start > 0 && layer.isEdge(proposal.start - 1) ? proposal.start - 1 : proposal.start
        guard open > 0 else { return nil }
        let sentence = text.sentence(containing: open - 1)
        guard sentence.contains(open), open - sentence.lowerBound > 1, !endsSentence(open - 1) else {
            return nil
        }
        let limit = max(sentence.lowerBound, open - Self.reach)
        if let index = cues.last(in: limit..<open, where: { !cues[$0].isParticipial }),
            let source = phrases.subject(before: cues[index].head, limit: limit), isNominal(source)
        {
            return with(source, cues[index], proposal)
        }
        guard let source = subject(of: sentence.lowerBound..<open) else { return nil }
        return with(source, nil, proposal)
    }

    /// The phrase that opens a clause, or that stands behind what goes before its first comma: “Late last month, Lind …”.
    private func subject(of clause: Range<Int>) -> Range<Int>? {
        func isSubject(_ phrase: Range<Int>) -> Bool {
            isNominal(phrase) && !text.isA(phrase.upperBound - 1, .temporal)
                && (phrase.upperBound..<clause.upperBound).contains { text.tokens[$0].kind == .word }
        }
        if let opening = phrases.clauseSubject(before: clause.upperBound, limit: clause.lowerBound),
            isSubject(opening)
        {
            return withoutVerb(opening)
        }
        guard let comma = clause.prefix(Self.reach).first(where: { text.tokens[$0].kind == .comma }),
            let phrase = phrases.phrase(startingAt: comma + 1, limit: clause.upperBound), isSubject(phrase)
        else { return nil }
        return withoutVerb(phrase)
    }

    /// “Lind groused”, “the union balked”: a verb that no list knows is no part of the phrase before it.
    private func withoutVerb(_ phrase: Range<Int>) -> Range<Int> {
        if let first = index.mentions(in: phrase).first,
            index.mentions[first].phraseStart <= phrase.lowerBound + 1
        {
            let end = index.mentions[first].tokens.upperBound
            if end < phrase.upperBound, !index.mentions[first].isPossessive, !text.isA(end, .preposition),
                text.tokens[end].kind == .word, !text.tokens[end].shape.contains(.capitalized),
                text.entry(end).classes.isDisjoint(with: [.person, .group, .document])
            {
                return phrase.lowerBound..<end
            }
        }
        let verb = phrase.dropFirst(2).first {
            text.bytes[text.tokens[$0].bytes].suffix(2).elementsEqual("ed".utf8)
                && text.isA($0 - 1, [.person, .group, .document])
        }
        return phrase.lowerBound..<(verb ?? phrase.upperBound)
    }

    private func endsSentence(_ token: Int) -> Bool {
        text.tokens[token].kind == .stop || text.tokens[token].kind == .mark
    }

    // MARK: The speaker

    private func isNominal(_ source: Range<Int>) -> Bool {
        let first = source.lowerBound
        guard !layer.covers(first),
            !text.isA(first, [.preposition, .conjunction, .subordinator, .auxiliary, .interrogative])
                || text.isA(first, .determiner)
        else { return false }
        return text.isA(first, [.determiner, .pronoun, .possessive])
            || !index.mentions(in: source).isEmpty
            || source.contains { text.isA($0, [.person, .group, .document]) }
    }

    private func with(_ source: Range<Int>, _ cue: CueMatch?, _ proposal: Proposal) -> Proposal {
        var completed = proposal
        completed.source = source
        if completed.cue == nil { completed.cue = cue }
        return completed
    }
}
