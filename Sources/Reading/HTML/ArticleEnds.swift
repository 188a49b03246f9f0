/// Takes away what stands before the first sentence and after the last.
func trimEnds(_ chosen: inout [ArticleBlock], _ text: PageText) {
    func isText(_ block: ArticleBlock) -> Bool {
        let measured = text.blocks[block.block]
        switch block.kind {
        case .body, .blockQuotation, .listItem, .turn: return measured.isProse || measured.counts.endsSentence
        default: return false
        }
    }
    guard let last = chosen.lastIndex(where: isText), let first = chosen.firstIndex(where: isText) else {
        return
    }
    var end = last + 1
    while end < chosen.count, chosen[end].kind == .listItem { end += 1 }
    end = pastTables(end, chosen, text)
    chosen.removeSubrange(end...)
    var start = first
    while start > 0, chosen[start - 1].kind == .heading || chosen[start - 1].kind == .listItem { start -= 1 }
    for index in 0..<start where chosen[index].kind == .body || chosen[index].kind == .listItem {
        chosen[index].kind = .notArticle
    }
}

/// Past the tables of the article that follow its last sentence, each with the lines above it.
private func pastTables(_ end: Int, _ chosen: [ArticleBlock], _ text: PageText) -> Int {
    var (end, rows) = (end, 0)
    for index in end..<chosen.count where index < end + longestTableHead + 3 {
        let block = text.blocks[chosen[index].block]
        rows = block.form == .tr && block.linkDensity < 0.3 ? rows + 1 : 0
        // Two rows may be what a page is laid out with.
        if rows >= 3 { end = index + 1 }
    }
    return end
}

/// So many lines may stand between the last sentence and a table.
private let longestTableHead = 3

/// Takes away headlines that no text follows.
func dropLonelyHeadings(_ chosen: inout [ArticleBlock], _ text: PageText) {
    var kept: [ArticleBlock] = []
    for block in chosen.reversed() where block.kind != .notArticle {
        if block.kind == .heading {
            guard let next = kept.last else { continue }
            if text.blocks[block.block].linkDensity > 0.6,
                next.kind == .heading || text.blocks[next.block].linkDensity > 0.5
            {
                continue
            }
        }
        kept.append(block)
    }
    chosen = kept.reversed()
}
