import Statements

/// Looks again for the speaker of quotations beside which no rule has found one: behind the closing mark past an apposition,
/// or before the opening one, where the quotation stands within a sentence.
struct MissingSources {
    let text: TokenizedText
    let layer: QuotationLayer
    let cues: CueList
    let phrases: NounPhrases

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
                in: start..<end, where: { cues[$0].frames.contains(.quotation) && !cues[$0].isParticipial })
        else { return nil }
        let cue = cues[index]
        guard !(start..<cue.head).contains(where: { layer.covers($0) }) else { return nil }
        let place = cue.head == start ? cue.tokens.upperBound : start
        guard let source = phrases.phrase(startingAt: place, limit: end), isNominal(source),
            cue.head == start || source.upperBound <= cue.head && isApposition(source.upperBound..<cue.head)
        else { return nil }
        return with(source, cue, proposal)
    }

    /// Whether the sentence goes on behind the closing mark.
    private func leadsOn(to start: Int, from end: Int) -> Bool {
        guard text.paragraphIndex(of: start) == text.paragraphIndex(of: end - 1) else { return false }
        let last = text.tokens[end - 1]
        return last.kind != .stop || text.firstByte(end - 1) != UInt8(ascii: ".")
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
        guard let source = phrases.clauseSubject(before: open, limit: sentence.lowerBound),
            isNominal(source), (source.upperBound..<open).contains(where: { text.tokens[$0].kind == .word })
        else { return nil }
        return with(source, nil, proposal)
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
            || source.contains { text.tokens[$0].shape.contains(.capitalized) }
            || source.contains { text.isA($0, [.person, .group, .document]) }
    }

    private func with(_ source: Range<Int>, _ cue: CueMatch?, _ proposal: Proposal) -> Proposal {
        var completed = proposal
        completed.source = source
        if completed.cue == nil { completed.cue = cue }
        return completed
    }
}
