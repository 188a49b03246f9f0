import Statements

/// Finds the quotations that are someone's words, with the cue and the speaker beside each.
struct DirectQuotes {
    let text: TokenizedText
    let layer: QuotationLayer
    let cues: CueList
    /// The cues that a quotation has taken, by their index in `cues`.
    private(set) var taken: Set<Int> = []
    /// What was found, in the order of the text.
    private(set) var proposals: [Proposal] = []

    private let context: QuotationContext

    init(text: TokenizedText, layer: QuotationLayer, cues: CueList, phrases: NounPhrases) {
        self.text = text
        self.layer = layer
        self.cues = cues
        context = QuotationContext(text: text, layer: layer, cues: cues, phrases: phrases)
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
            attributeWhole(last, by: quotation, limit: next?.open ?? paragraph.upperBound)
            return
        }
        let gapStart = previous?.end ?? paragraph.lowerBound
        let gapEnd = next?.open ?? paragraph.upperBound
        if quotation.isSingle, !isUtterance(quotation, gapStart: gapStart) { return }
        if let behind = context.behind(quotation, limit: gapEnd, except: taken) {
            if goesOn(from: previous, to: quotation), let last = proposals.indices.last,
                proposals[last].source == nil
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
        } else if let before = context.before(quotation, gapStart: gapStart) {
            add(quotation, cue: before.cue, source: before.source, ground: .attributedQuotation)
            if let clause = context.clause(before: before, of: quotation, gapStart: gapStart),
                let last = proposals.indices.last
            {
                proposals[last].segments = [clause, quotation.open..<quotation.end]
            }
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

    /// A quotation of several paragraphs may be attributed behind the last of them.
    private mutating func attributeWhole(_ proposal: Int, by quotation: Quotation, limit: Int) {
        guard proposals[proposal].source == nil, proposals[proposal].ground == .continuation,
            let behind = context.behind(quotation, limit: limit, except: taken)
        else { return }
        if let cue = behind.cue { taken.insert(cue) }
        proposals[proposal].cue = behind.cue.map { cues[$0] }
        proposals[proposal].source = behind.source
        proposals[proposal].ground = .attributedQuotation
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
            cues.last(in: start..<quotation.open) == nil
        else { return nil }
        return start
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
            return cues.last(in: gapStart..<quotation.open).map { cues[$0].head == cue.head } ?? false
        }
        return before == .stop && sentence.contains(cue.head)
    }

    private func goesOn(from previous: Quotation?, to quotation: Quotation) -> Bool {
        guard let previous, let last = proposals.last, last.paragraph == quotation.paragraph else {
            return false
        }
        return previous.end == quotation.open
    }

    /// Whether a quotation is an utterance by its place: it opens a paragraph or a sentence, or stands behind a colon.
    private func isUtterance(_ quotation: Quotation, gapStart: Int) -> Bool {
        let words = quotation.inner.lazy.filter { text.tokens[$0].kind == .word }.count
        if let close = quotation.close, close + 1 < text.sentence(containing: close).upperBound,
            !context.endsInMark(quotation)
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

}
