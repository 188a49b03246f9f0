/// Finds the cue and the speaker beside a quotation: behind it, before it, or at the end of the paragraph before.
struct QuotationContext {
    /// What stands beside a quotation.
    struct Beside {
        /// The index of the cue; nil where a colon or a dash does its work.
        var cue: Int?
        /// The words that name the speaker.
        var source: Range<Int>?
    }

    let text: TokenizedText
    let layer: QuotationLayer
    let cues: CueList
    let phrases: NounPhrases

    // MARK: Behind the quotation

    /// “…,” the group said / said Alexander / Smith told reporters on Monday.
    func behind(_ quotation: Quotation, limit: Int, except taken: Set<Int>) -> Beside? {
        guard let close = quotation.close, close + 1 < limit else { return nil }
        if let signature = signature(behind: close, limit: limit) {
            return Beside(cue: nil, source: signature)
        }
        guard leadsOn(quotation) else { return nil }
        let sentence = text.sentence(containing: close + 1)
        let end = min(limit, sentence.upperBound)
        var start = close + 1
        if text.tokens[start].kind == .comma || text.tokens[start].kind == .dash { start += 1 }
        guard
            let index = cues.first(
                in: start..<end, where: { introducesSpeech(cues[$0]) && !taken.contains($0) })
        else { return nil }
        let cue = cues[index]
        if cue.isParticipial, cue.head > start + 1 { return nil }
        if isAdverbial(start..<cue.head),
            let source = phrases.phrase(startingAt: cue.tokens.upperBound, limit: end),
            !text.isA(source.lowerBound, [.preposition, .adverb])
        {
            return Beside(cue: index, source: source)
        }
        let mayStandApart = start > close + 1 || endsInMark(quotation)
        guard let source = phrases.subject(before: cue.head, limit: start),
            source.lowerBound - start <= (mayStandApart ? 3 : 0),
            !(start..<source.lowerBound).contains(where: { text.isA($0, .conjunction) })
        else { return nil }
        return Beside(cue: index, source: source)
    }

    /// “…” — Jane Doe: a dash and a name up to the end of the paragraph.
    private func signature(behind close: Int, limit: Int) -> Range<Int>? {
        let end = text.paragraphs[text.paragraphIndex(of: close)].tokens.upperBound
        guard limit == end, text.tokens[close + 1].kind == .dash, close + 2 < end, end - close < 24,
            text.tokens[close + 2].shape.contains(.capitalized),
            text.tokens[end - 1].kind != .stop || end - close < 8,
            let phrase = phrases.phrase(startingAt: close + 2, limit: end)
        else { return nil }
        return phrase.upperBound == end || text.tokens[phrase.upperBound].kind == .comma
            || text.tokens[phrase.upperBound].kind == .stop
            ? phrase : nil
    }

    /// Whether the sentence goes on behind the closing mark: the words within end in no full stop.
    private func leadsOn(_ quotation: Quotation) -> Bool {
        guard let close = quotation.close else { return false }
        if text.tokens[close + 1].kind == .comma || text.tokens[close + 1].kind == .dash { return true }
        let last = text.tokens[quotation.inner.upperBound - 1]
        let next = text.tokens[close + 1]
        guard next.kind == .word else { return false }
        if last.kind == .stop, text.bytes[Int(last.start)] == UInt8(ascii: ".") {
            return !next.shape.contains(.capitalized)
        }
        return true
    }

    /// Whether the quotation's last token is a comma, a stop or a dash.
    func endsInMark(_ quotation: Quotation) -> Bool {
        switch text.tokens[quotation.inner.upperBound - 1].kind {
        case .comma, .stop, .dash, .ellipsis: true
        default: false
        }
    }

    private func isAdverbial(_ range: Range<Int>) -> Bool {
        range.allSatisfy { text.isA($0, [.adverb, .auxiliary]) || text.tokens[$0].kind == .comma }
    }

    // MARK: Before the quotation

    /// Smith said: “…” / The group added, “…” / … the group’s message: “…”.
    func before(_ quotation: Quotation, gapStart: Int) -> Beside? {
        if quotation.open == text.paragraphs[quotation.paragraph].tokens.lowerBound {
            return announcedByParagraph(before: quotation.paragraph)
        }
        let sentence = text.sentence(containing: quotation.open - 1)
        let start = max(gapStart, sentence.lowerBound)
        guard start < quotation.open else { return nil }
        let last = text.tokens[quotation.open - 1]
        guard
            last.kind == .comma || last.kind == .colon || last.kind == .dash || isCueToken(quotation.open - 1)
        else {
            return nil
        }
        return attribution(in: start..<quotation.open, colon: last.kind == .colon)
    }

    /// “The ferry, she said, ‘is a wreck’”: the words begin before the attribution, where the quotation goes on within
    /// their sentence; nil where they don't.
    func clause(before beside: Beside, of quotation: Quotation, gapStart: Int) -> Range<Int>? {
        guard let source = beside.source, let cue = beside.cue, source.upperBound <= cues[cue].head else {
            return nil
        }
        let sentence = text.sentence(containing: source.lowerBound)
        let comma = source.lowerBound - 1
        guard comma > sentence.lowerBound + 1, gapStart <= sentence.lowerBound,
            text.tokens[comma].kind == .comma, text.tokens[quotation.open - 1].kind == .comma,
            text.tokens[quotation.inner.lowerBound].kind == .word,
            !text.tokens[quotation.inner.lowerBound].shape.contains(.capitalized),
            text.isA(sentence.lowerBound, [.determiner, .pronoun])
                || text.entry(sentence.lowerBound).classes.isDisjoint(with: [
                    .preposition, .adverb, .subordinator, .conjunction, .temporal, .relative, .interrogative,
                ])
        else { return nil }
        return sentence.lowerBound..<comma
    }

    private func introducesSpeech(_ cue: CueMatch) -> Bool {
        cue.frames.contains(.quotation) || cue.frames.contains(.addressee)
    }

    private func isCueToken(_ token: Int) -> Bool {
        cues.index(endingAt: token + 1).map { cues[$0].frames.contains(.quotation) } ?? false
    }

    /// The cue nearest the end of some tokens, with its subject; at a colon, the noun phrase before it if there is no cue.
    private func attribution(in range: Range<Int>, colon: Bool) -> Beside? {
        if let index = cues.last(in: range, where: { colon || introducesSpeech(cues[$0]) }) {
            let cue = cues[index]
            guard colon || nothingButAdjuncts(cue.tokens.upperBound..<range.upperBound) else { return nil }
            if let source = subject(of: cue, limit: range.lowerBound) {
                return Beside(cue: index, source: source)
            }
            if let source = phrases.phrase(startingAt: cue.tokens.upperBound, limit: range.upperBound - 1),
                cue.head == range.lowerBound || cue.isPreposition
            {
                return Beside(cue: index, source: source)
            }
            return colon ? Beside(cue: index, source: nil) : nil
        }
        guard colon, range.count > 1,
            let source = phrases.phrase(endingAt: range.upperBound - 1, limit: range.lowerBound),
            source.lowerBound <= range.lowerBound + 1
        else { return nil }
        return Beside(cue: nil, source: source)
    }

    /// The subject of a cue; for a participle that of the clause which it hangs on.
    private func subject(of cue: CueMatch, limit: Int) -> Range<Int>? {
        if cue.isParticipial {
            return phrases.clauseSubject(before: cue.head, limit: limit)
        }
        return phrases.subject(before: cue.head, limit: limit)
    }

    /// Whether only circumstances stand between a cue and the quotation: no second clause.
    private func nothingButAdjuncts(_ range: Range<Int>) -> Bool {
        range.count < 40 && !range.contains { text.tokens[$0].kind == .semicolon }
    }

    /// “Smith continued:” as the end of the paragraph before.
    private func announcedByParagraph(before paragraph: Int) -> Beside? {
        guard paragraph > 0 else { return nil }
        let tokens = text.paragraphs[paragraph - 1].tokens
        guard let last = tokens.last, text.tokens[last].kind == .colon, !layer.covers(last) else {
            return nil
        }
        let sentence = text.sentence(containing: last)
        return attribution(in: sentence, colon: true)
    }
}
