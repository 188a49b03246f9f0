/// Brings together what the rules propose and what the tagger found.
///
/// The words between quotation marks are the rules' business, which are hardly ever wrong there; of the clauses, the tagger
/// has seen what the rules propose and decides.
struct TaggedProposals {
    private let analysis: Analysis
    private let context: TaggingContext
    /// The candidates, in the order of the text.
    private(set) var candidates: [Candidate] = []

    init(_ analysis: Analysis, _ context: TaggingContext, _ model: LinearModel) {
        self.analysis = analysis
        self.context = context
        let tagged = Tagger(model, context).cues()
        var byCue: [Int: TaggedCue] = [:]
        for cue in tagged { byCue[cue.token] = cue }
        var taken: Set<Int> = []
        for quotation in analysis.quotations {
            if let cue = quotation.cue { taken.insert(cue.head) }
            candidates += self.candidates(quotation, quotation.cue.flatMap { byCue[$0.head] })
        }
        for cue in tagged where !taken.contains(cue.token) && tellsSomething(cue) {
            candidates += clauses(cue)
        }
        candidates +=
            ProposalSet.bareQuotations(
                beside: analysis.quotations, text: analysis.text, layer: analysis.layer
            )
            .map { Candidate(proposal: $0, tagged: nil, agreement: .rulesOnly) }
        candidates.sort { ($0.proposal.start, $0.proposal.end) < ($1.proposal.start, $1.proposal.end) }
    }

    /// Whether a cue has words that stand for something by themselves: not a pronoun alone.
    private func tellsSomething(_ cue: TaggedCue) -> Bool {
        cue.segments.contains { segment in
            segment.contains {
                analysis.text.tokens[$0].kind == .word || analysis.text.tokens[$0].kind == .number
            }
                && !(segment.count == 1
                    && analysis.text.isA(
                        segment.lowerBound, [.pronoun, .relative, .determiner, .interrogative]))
        }
    }

    // MARK: Quotations

    /// A quotation as the rules have it, and with what the tagger takes to belong to it.
    private func candidates(_ quotation: Proposal, _ tagged: TaggedCue?) -> [Candidate] {
        guard let tagged else {
            return [Candidate(proposal: quotation, tagged: nil, agreement: .rulesOnly)]
        }
        var proposal = quotation
        if let source = tagged.source { proposal.source = phrase(source, rule: quotation.source) }
        let hasTaggedSource = tagged.source != nil
        let sentence = analysis.text.sentence(containing: tagged.token)
        let outside = quotation.segments.filter { !$0.overlaps(sentence) }
        let segments = repaired((tagged.segments + outside).sorted { $0.lowerBound < $1.lowerBound })
        let agreement = Candidate.Agreement(quotation.segments.map(withMarks), segments)
        var candidates = [
            Candidate(
                proposal: proposal, tagged: tagged, agreement: agreement, hasTaggedSource: hasTaggedSource)
        ]
        if agreement != .same, !segments.isEmpty {
            proposal.segments = segments
            candidates.append(
                Candidate(
                    proposal: proposal, tagged: tagged, agreement: agreement, isAlternative: true,
                    hasTaggedSource: hasTaggedSource))
        }
        return candidates
    }

    /// A segment with the marks around it.
    private func withMarks(_ segment: Range<Int>) -> Range<Int> {
        guard let quotation = analysis.layer.quotation(around: segment.lowerBound),
            quotation.inner == segment
        else { return segment }
        return quotation.open..<quotation.end
    }

    // MARK: Clauses

    /// The clause that the tagger finds at a cue, and the one that the rules find there.
    private func clauses(_ tagged: TaggedCue) -> [Candidate] {
        let text = analysis.text
        let rule = context.proposal(at: tagged.token)
        let sentence = text.sentenceIndex(containing: tagged.token)
        let cue =
            context.cue(at: tagged.token)
            ?? CueMatch(
                head: tagged.token, tokens: tagged.token..<tagged.token + 1, act: .think,
                frames: [.clause, .belief], form: .past, sentence: sentence)
        let segments = withoutCircumstances(
            withoutOtherClause(withoutDemandedThat(repaired(tagged.segments), cue), rule))
        let source =
            tagged.source.map { phrase($0, rule: rule?.source) } ?? rule?.source
            ?? analysis.phrases.subject(before: tagged.token, limit: text.sentences[sentence].lowerBound)
            ?? analysis.phrases.understoodSubject(
                of: tagged.token, limit: text.sentences[sentence].lowerBound)
        if let source {
            if source.lowerBound > 0, text.isWord(source.lowerBound - 1, "what") { return [] }
        } else if text.firstByte(text.sentences[sentence].upperBound - 1) == UInt8(ascii: "?") {
            // What a question tells of nobody, nobody has said.
            return []
        }
        let agreement = rule.map { Candidate.Agreement($0.segments, segments) } ?? .taggerOnly
        let proposal = Proposal(
            segments: segments, cue: cue, source: source, ground: rule?.ground ?? .complement,
            paragraph: text.paragraphIndex(ofSentence: sentence), addressee: rule?.addressee)
        return [
            Candidate(
                proposal: proposal, tagged: tagged, agreement: agreement,
                hasTaggedSource: tagged.source != nil)
        ]
    }

    /// The noun phrase that names the speaker: that of the rules where it is in what the tagger found, else what stands before the
    /// first comma. An apposition is no part of it.
    private func phrase(_ source: Range<Int>, rule: Range<Int>?) -> Range<Int> {
        let isRelative = source.count == 1 && analysis.text.isA(source.lowerBound, .relative)
        if let rule, isRelative || rule.clamped(to: source) == rule || rule.lowerBound == source.lowerBound {
            return rule
        }
        guard let comma = source.first(where: { analysis.text.tokens[$0].kind == .comma }),
            comma > source.lowerBound, comma + 1 < source.upperBound,
            !analysis.text.isA(source.lowerBound, [.preposition, .temporal, .adverb])
        else { return source }
        return source.lowerBound..<comma
    }

    /// The rules' words where the tagger's reach over a semicolon into the clause before them, or over a conjunction into a
    /// clause with the same subject behind them (“accused him of lying and called for …”).
    private func withoutOtherClause(_ segments: [Range<Int>], _ rule: Proposal?) -> [Range<Int>] {
        guard let rule, let first = segments.first, let last = segments.last else { return segments }
        if rule.end < last.upperBound, rule.start <= first.upperBound, rule.end + 1 < last.upperBound,
            analysis.text.isA(rule.end, .conjunction), analysis.text.isSecondVerb(rule.end + 1)
        {
            return rule.segments
        }
        guard first.lowerBound < rule.start, rule.start < first.upperBound,
            (first.lowerBound..<rule.start).contains(where: {
                analysis.text.tokens[$0].kind == .semicolon && !analysis.layer.covers($0)
            })
        else { return segments }
        return rule.segments
    }

    /// “Called for more schools in a statement on Thursday”: the medium, and the day behind it, are no part of a noun phrase that is
    /// told.
    private func withoutCircumstances(_ segments: [Range<Int>]) -> [Range<Int>] {
        let text = analysis.text
        guard segments.count == 1, let phrase = segments.first,
            context.verbs[phrase.upperBound] == context.verbs[phrase.lowerBound]
        else { return segments }
        var end = phrase.upperBound
        while end > phrase.lowerBound + 1, context.isTemporal[end - 1] || text.isWord(end - 1, "on") {
            end -= 1
        }
        guard text.isA(end - 1, .medium) else { return segments }
        let near = max(phrase.lowerBound + 1, end - 6)..<end
        guard
            let preposition = near.last(where: { text.isWord($0, "in") || text.isWord($0, "on") }),
            (preposition + 1..<end).allSatisfy({ text.tokens[$0].kind == .word && !analysis.layer.covers($0) }
            )
        else { return segments }
        return [phrase.lowerBound..<preposition]
    }

    /// What is demanded begins behind “that”, as the rules have it.
    private func withoutDemandedThat(_ segments: [Range<Int>], _ cue: CueMatch) -> [Range<Int>] {
        guard cue.act == .demand, let first = segments.first, first.count > 1,
            analysis.text.isWord(first.lowerBound, "that")
        else { return segments }
        return [first.lowerBound + 1..<first.upperBound] + segments.dropFirst()
    }

    /// Segments whose ends stand in no quotation that they leave open: a quotation is told to its end.
    private func repaired(_ segments: [Range<Int>]) -> [Range<Int>] {
        let layer = analysis.layer
        var result: [Range<Int>] = []
        for segment in segments {
            var (start, end) = (segment.lowerBound, segment.upperBound)
            if let quotation = layer.quotation(around: start), quotation.open < start,
                segment.count > 1 || start == end
            {
                start = quotation.inner.lowerBound == start ? quotation.open : start
            }
            if let quotation = layer.quotation(around: end - 1), end - 1 >= quotation.open {
                end = max(end, quotation.end)
            }
            if let last = result.last, last.upperBound >= start {
                result[result.count - 1] = last.lowerBound..<max(end, last.upperBound)
            } else {
                result.append(start..<end)
            }
        }
        return result
    }
}

extension QuotationLayer {
    /// The outermost quotation that a token stands in; nil for none.
    func quotation(around token: Int) -> Quotation? {
        covers(token) ? quotations[Int(outermost[token])] : nil
    }
}
