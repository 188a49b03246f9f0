/// Takes away what is furniture by its words, as in any text.
func dropFurniture(_ chosen: inout [ArticleBlock], _ text: PageText) {
    var drafts: [Draft] = []
    var words: [Word] = []
    text.bytes.withUnsafeBufferPointer { bytes in
        for block in chosen {
            let range = text.blocks[block.block].bytes
            var draft = Draft(TextLine(bytes: range, indent: 0, opensBlock: true))
            draft.signs = signs(of: range, in: bytes.span, .standard, words: &words)
            if !block.kind.isBody { draft.kind = block.kind }
            // A page carries data for its scripts.
            if bytes[range].starts(with: [0x7B, 0x22]) { draft.kind = .notArticle }
            drafts.append(draft)
        }
    }
    text.bytes.withUnsafeBufferPointer { markTurns(&drafts, in: $0.span) }
    for index in chosen.indices where drafts[index].kind == .turn { chosen[index].kind = .turn }
    for index in chosen.indices where chosen[index].kind.isBody && chosen[index].kind != .turn {
        let signs = drafts[index].signs
        let isProper = chosen[index].kind != .listItem && signs.words <= 30 && signs.isFurniture
        if drafts[index].kind == .notArticle || isProper {
            chosen[index].kind = .notArticle
        } else if chosen[index].kind == .body, signs.words <= 60,
            signs.endsWithCredit || signs.startsWithCreditLabel,
            !signs.startsQuoted, signs.words >= 4
        {
            chosen[index].kind = .caption
        }
    }
    chosen.removeAll { $0.kind == .notArticle }
}

/// Takes away what the page says twice.
func dropRepeated(_ chosen: inout [ArticleBlock], _ text: PageText) {
    var seen: Set<UInt64> = []
    chosen.removeAll { block in
        let counts = text.blocks[block.block].counts
        return counts.words >= 12 && !seen.insert(counts.fingerprint).inserted
    }
}
