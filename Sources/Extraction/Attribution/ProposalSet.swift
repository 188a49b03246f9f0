import Statements

/// Brings the proposals of all rules together, so that no words are told twice.
struct ProposalSet {
    private let text: TokenizedText
    private let layer: QuotationLayer
    /// The proposals, in the order of the text.
    private(set) var proposals: [Proposal]

    /// Words of at least this many in quotation marks are someone's, even where nothing tells whose.
    static let shortestBareQuotation = 4

    /// The quotations with their cues, the clauses, and the quotations that neither covers.
    init(_ quotations: [Proposal], _ clauses: [Proposal], text: TokenizedText, layer: QuotationLayer) {
        self.text = text
        self.layer = layer
        proposals = quotations
        var isCovered = Array(repeating: false, count: text.tokens.count)
        for proposal in quotations { mark(proposal, in: &isCovered) }
        for clause in clauses {
            let segments = clause.segments.filter { segment in !segment.contains { isCovered[$0] } }
            guard segments.count == clause.segments.count, isSpeech(clause) else { continue }
            mark(clause, in: &isCovered)
            proposals.append(clause)
        }
        addBareQuotations(isCovered)
    }

    /// The quotations of some length that none of these proposals covers, in the order of the text.
    static func bareQuotations(
        beside proposals: [Proposal], text: TokenizedText, layer: QuotationLayer
    ) -> [Proposal] {
        ProposalSet(proposals, [], text: text, layer: layer).proposals.filter { $0.ground == .bareQuotation }
    }

    private mutating func addBareQuotations(_ isCovered: [Bool]) {
        for quotation in layer.quotations where isBareQuotation(quotation, isCovered) {
            proposals.append(
                Proposal(
                    segments: [quotation.inner], cue: nil, source: nil, ground: .bareQuotation,
                    paragraph: quotation.paragraph))
        }
        proposals.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    }

    private func mark(_ proposal: Proposal, in isCovered: inout [Bool]) {
        for segment in proposal.segments { for token in segment { isCovered[token] = true } }
    }

    /// “Call” and its like name things all day; only a name in quotation marks is someone's word for it.
    private func isSpeech(_ clause: Proposal) -> Bool {
        guard let cue = clause.cue, cue.act == .say, cue.frames == [.object] else { return true }
        return clause.segments.contains { $0.contains { layer.covers($0) } }
    }

    private func isBareQuotation(_ quotation: Quotation, _ isCovered: [Bool]) -> Bool {
        guard quotation.depth == 0, !quotation.isSingle, text.paragraphs[quotation.paragraph].kind.speaks,
            !quotation.inner.contains(where: { isCovered[$0] })
        else { return false }
        let words = quotation.inner.filter { text.tokens[$0].kind == .word }
        guard words.count >= Self.shortestBareQuotation else { return false }
        return !isTitle(words)
    }

    /// The name of a book, a film or a programme: every word of weight has a capital.
    private func isTitle(_ words: [Int]) -> Bool {
        words.count <= 10
            && words.allSatisfy {
                text.tokens[$0].shape.contains(.capitalized)
                    || text.isA($0, [.determiner, .preposition, .conjunction, .connector])
            }
    }
}
