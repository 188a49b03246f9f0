/// The quotations of a text, found paragraph by paragraph, so that a mark that never closes can't swallow what follows.
struct QuotationLayer: Sendable {
    /// The quotations, by their opening mark.
    private(set) var quotations: [Quotation] = []
    /// For each token, the outermost quotation that it stands in, its marks included; −1 for none.
    private(set) var outermost: [Int32]

    /// Pairs the marks of a text.
    init(_ text: TokenizedText) {
        outermost = Array(repeating: -1, count: text.tokens.count)
        var runsOn = false
        for index in text.paragraphs.indices {
            let next = index + 1 < text.paragraphs.count ? text.paragraphs[index + 1] : nil
            var pairing = MarkPairing(text, paragraph: index)
            pairing.pair(continuing: runsOn)
            runsOn = pairing.finish(nextParagraphOpens: next.map { opensWithMark(text, $0) } ?? false)
            quotations.append(contentsOf: pairing.quotations)
        }
        quotations.sort { ($0.open, $1.end) < ($1.open, $0.end) }
        for (index, quotation) in quotations.enumerated() where quotation.depth == 0 {
            for token in quotation.open..<quotation.end { outermost[token] = Int32(index) }
        }
    }

    /// Whether a token is the opening or the closing mark of an outermost quotation.
    func isEdge(_ token: Int) -> Bool {
        guard outermost[token] >= 0 else { return false }
        let quotation = quotations[Int(outermost[token])]
        return token == quotation.open || token == quotation.close
    }

    /// Whether a token stands between the marks of a quotation, or is one of them.
    @inline(__always)
    func covers(_ token: Int) -> Bool { outermost[token] >= 0 }
}

/// Whether a paragraph's first token is a double mark that can open a quotation.
private func opensWithMark(_ text: TokenizedText, _ paragraph: TokenizedText.ParagraphTokens) -> Bool {
    let token = text.tokens[paragraph.tokens.lowerBound]
    guard token.kind == .mark, paragraph.kind.speaks, !token.shape.contains(.beforeSpace) else {
        return false
    }
    return !QuotationMark(token, in: text.bytes).isSingle
}
