import Statements

/// Turns what the rules found in tokens into quotes with offsets in code points.
struct QuoteWriter {
    let text: TokenizedText
    let layer: QuotationLayer
    let offsets: CodePointIndex

    /// The quote of a proposal.
    func quote(
        _ proposal: Proposal, speaker: ResolvedSpeaker?, addressee: String?, medium: String?,
        occasion: Occasion?
    ) -> Quote {
        let kind = kind(of: proposal)
        let segments = proposal.segments.map { kind == .direct ? withoutMarks($0) : $0 }
        return Quote(
            kind: kind,
            segments: segments.map { offsets.passage(text.byteRange($0), in: text.bytes) },
            cue: proposal.cue.map {
                Cue(passage: offsets.passage(text.byteRange($0.tokens), in: text.bytes), act: $0.act)
            },
            attribution: proposal.source.map { offsets.passage(text.byteRange($0), in: text.bytes) },
            speaker: speaker?.attributed, addressee: addressee, medium: medium, occasion: occasion,
            confidence: confidence(proposal, speaker))
    }

    /// The first token of a proposal's words, as they are written.
    func start(of proposal: Proposal) -> Int {
        kind(of: proposal) == .direct ? withoutMarks(proposal.segments[0]).lowerBound : proposal.start
    }

    /// Direct where all words stand between quotation marks, mixed where some do.
    private func kind(of proposal: Proposal) -> QuoteKind {
        var quoted = 0
        var plain = 0
        for segment in proposal.segments {
            for token in segment where text.tokens[token].kind == .word || text.tokens[token].kind == .number
            {
                if layer.covers(token) { quoted += 1 } else { plain += 1 }
            }
        }
        if proposal.ground == .turn { return .direct }
        return quoted == 0 ? .indirect : plain == 0 ? .direct : .mixed
    }

    /// The segment without the quotation marks around it.
    private func withoutMarks(_ segment: Range<Int>) -> Range<Int> {
        guard let first = segment.first, let last = segment.last, segment.count > 2,
            text.tokens[first].kind == .mark,
            layer.covers(first), layer.isEdge(first)
        else { return segment }
        return layer.isEdge(last) ? first + 1..<last : first + 1..<segment.upperBound
    }

    private func confidence(_ proposal: Proposal, _ speaker: ResolvedSpeaker?) -> Double {
        if let confidence = proposal.confidence { return (Double(confidence) * 100).rounded() / 100 }
        let words: Double =
            switch proposal.ground {
            case .attributedQuotation: 0.98
            case .complement: 0.9
            case .bareClause, .parenthetical: 0.85
            case .object: 0.6
            case .continuation: 0.9
            case .turn: 0.95
            case .bareQuotation: 0.6
            }
        let whole = words * (speaker?.attributed.confidence ?? 0.4)
        return (whole * 100).rounded() / 100
    }
}
