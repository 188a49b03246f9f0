import Statements

/// Finds the quotations that are someone's words, with the cue and the speaker beside each.
struct DirectQuotes {
    let text: TokenizedText
    let layer: QuotationLayer
    let cues: [CueMatch]
    let phrases: NounPhrases
    /// The cues that a quotation has taken, by their index in `cues`.
    private(set) var taken: Set<Int> = []
    /// What was found, in the order of the text.
    private(set) var proposals: [Proposal] = []

    init(text: TokenizedText, layer: QuotationLayer, cues: [CueMatch], phrases: NounPhrases) {
        self.text = text
        self.layer = layer
        self.cues = cues
        self.phrases = phrases
    }

    /// Goes through the quotations in order.
    mutating func find() {
        let outer = layer.quotations.filter { $0.depth == 0 }
        for (index, quotation) in outer.enumerated() where text.paragraphs[quotation.paragraph].kind.speaks {
            let previous =
                index > 0 && outer[index - 1].paragraph == quotation.paragraph ? outer[index - 1] : nil
            let next =
                index + 1 < outer.count && outer[index + 1].paragraph == quotation.paragraph
                ? outer[index + 1] : nil
            consider(quotation, previous: previous, next: next)
        }
    }

    private mutating func consider(_ quotation: Quotation, previous: Quotation?, next: Quotation?) {
        let paragraph = text.paragraphs[quotation.paragraph].tokens
        if quotation.continuesPrevious, let last = proposals.indices.last {
            proposals[last].segments.append(quotation.inner)
            return
        }
        let gapStart = previous?.end ?? paragraph.lowerBound
        let gapEnd = next?.open ?? paragraph.upperBound
        if quotation.isSingle, !isUtterance(quotation, gapStart: gapStart) { return }
        if let behind = attributionBehind(quotation, limit: gapEnd) {
            if goesOn(from: previous, to: quotation), let last = proposals.indices.last,
                isSplit(by: behind, last)
            {
                proposals[last].segments.append(quotation.inner)
            } else {
                let start = clauseStart(of: quotation, gapStart: gapStart)
                add(
                    quotation, from: start, cue: behind.cue, source: behind.source,
                    ground: .attributedQuotation)
            }
        } else if goesOnAfterAttribution(quotation, previous: previous, gapStart: gapStart),
            let last = proposals.indices.last
        {
            proposals[last].segments.append(quotation.inner)
        } else if let before = attributionBefore(quotation, gapStart: gapStart) {
            add(quotation, cue: before.cue, source: before.source, ground: .attributedQuotation)
        } else if isUtterance(quotation, gapStart: gapStart) {
            if previous != nil, let last = proposals.indices.last,
                proposals[last].paragraph == quotation.paragraph,
                !hasNarrative(gapStart..<quotation.open)
            {
                proposals[last].segments.append(quotation.inner)
            } else {
                add(quotation, cue: nil, source: nil, ground: .continuation)
            }
        }
    }

    private mutating func add(
        _ quotation: Quotation, from start: Int? = nil, cue: Int?, source: Range<Int>?,
        ground: Proposal.Ground
    ) {
        if let cue { taken.insert(cue) }
        proposals.append(
            Proposal(
                segments: [start.map { $0..<quotation.end } ?? quotation.inner], cue: cue.map { cues[$0] },
                source: source, ground: ground,
                paragraph: quotation.paragraph))
    }

    /// “Using the tax ‘is a misguided approach,’ X said”: where the quotation ends a sentence that it does not begin, the
    /// words begin with the sentence. Nil where the quotation stands alone, or a cue before it announces it.
    private func clauseStart(of quotation: Quotation, gapStart: Int) -> Int? {
        let sentence = text.sentence(containing: quotation.open)
        let start = max(sentence.lowerBound, gapStart)
        guard start < quotation.open, text.tokens[start].kind == .word,
            gapStart == sentence.lowerBound || gapStart < sentence.lowerBound
        else { return nil }
        let last = text.tokens[quotation.open - 1].kind
        guard last == .word || last == .number || last == .comma,
            lastCue(in: start..<quotation.open, where: { _ in true }) == nil
        else { return nil }
        return start
    }

    // MARK: Behind the quotation

    private struct Beside {
        var cue: Int?
        var source: Range<Int>?
    }

    /// “…,” the group said / said Alexander / Smith told reporters on Monday.
    private func attributionBehind(_ quotation: Quotation, limit: Int) -> Beside? {
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
            let index = firstCue(
                in: start..<end, where: { $0.frames.contains(.quotation) || $0.frames.contains(.addressee) })
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
            source.lowerBound - start <= (mayStandApart ? 3 : 0)
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
    private func endsInMark(_ quotation: Quotation) -> Bool {
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
    private func attributionBefore(_ quotation: Quotation, gapStart: Int) -> Beside? {
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

    private func isCueToken(_ token: Int) -> Bool {
        cueIndex(endingAt: token + 1).map { cues[$0].frames.contains(.quotation) } ?? false
    }

    /// The cue nearest the end of some tokens, with its subject; at a colon, the noun phrase before it if there is no cue.
    private func attribution(in range: Range<Int>, colon: Bool) -> Beside? {
        let index = lastCue(in: range) {
            $0.frames.contains(.quotation) || $0.frames.contains(.addressee) || colon
        }
        if let index {
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

    // MARK: Quotations that go on

    /// “A,” X said, “b.”: a quotation that an attribution splits.
    private func goesOnAfterAttribution(_ quotation: Quotation, previous: Quotation?, gapStart: Int) -> Bool {
        guard previous != nil, let last = proposals.last, last.paragraph == quotation.paragraph,
            last.ground == .attributedQuotation, let cue = last.cue, cue.head >= gapStart,
            cue.head < quotation.open
        else { return false }
        let before = text.tokens[quotation.open - 1].kind
        let sentence = text.sentence(containing: quotation.open - 1)
        if before == .comma || before == .colon || before == .dash {
            return lastCue(in: gapStart..<quotation.open) { _ in true }
                .map { cues[$0].head == cue.head } ?? false
        }
        return before == .stop && sentence.contains(cue.head)
    }

    private func goesOn(from previous: Quotation?, to quotation: Quotation) -> Bool {
        guard let previous, let last = proposals.last, last.paragraph == quotation.paragraph else {
            return false
        }
        return previous.end == quotation.open
    }

    private func isSplit(by beside: Beside, _ last: Int) -> Bool { proposals[last].source == nil }

    /// Whether a quotation is an utterance by its place: it opens a paragraph or a sentence, or stands behind a colon.
    private func isUtterance(_ quotation: Quotation, gapStart: Int) -> Bool {
        let words = quotation.inner.lazy.filter { text.tokens[$0].kind == .word }.count
        if let close = quotation.close, close + 1 < text.sentence(containing: close).upperBound,
            !endsInMark(quotation)
        {
            return false
        }
        guard quotation.open > gapStart else {
            return words > 2 || quotation.inner.contains { text.tokens[$0].kind == .stop }
        }
        let before = text.tokens[quotation.open - 1]
        guard before.kind == .stop || before.kind == .colon || before.kind == .ellipsis else { return false }
        return words > 2
    }

    private func hasNarrative(_ gap: Range<Int>) -> Bool {
        gap.contains { text.tokens[$0].kind == .word }
    }

    // MARK: Looking for cues

    private func lowerIndex(_ token: Int) -> Int {
        var low = 0
        var high = cues.count
        while low < high {
            let middle = (low + high) / 2
            if cues[middle].head < token { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func firstCue(in range: Range<Int>, where isRight: (CueMatch) -> Bool) -> Int? {
        var index = lowerIndex(range.lowerBound)
        while index < cues.count, cues[index].head < range.upperBound {
            if isRight(cues[index]), !taken.contains(index) { return index }
            index += 1
        }
        return nil
    }

    private func lastCue(in range: Range<Int>, where isRight: (CueMatch) -> Bool) -> Int? {
        var index = lowerIndex(range.upperBound) - 1
        while index >= 0, cues[index].head >= range.lowerBound {
            if isRight(cues[index]) { return index }
            index -= 1
        }
        return nil
    }

    private func cueIndex(endingAt token: Int) -> Int? {
        let index = lowerIndex(token) - 1
        guard index >= 0, cues[index].tokens.upperBound == token else { return nil }
        return index
    }
}
