import Statements

/// A paragraph of the article, and what it is to it.
struct ArticleBlock {
    let block: Int
    var kind: ParagraphKind
}

/// The paragraphs of the article in their order, each with its kind; what is none of it is not among them.
///
/// `titleBlock` is the paragraph that is the headline.
func articleBlocks(_ page: Page, titleBlock: Int?) -> [ArticleBlock] {
    var chosen = articleBlocks(page, page.marks)
    let kept = chosen.reduce(0) { $0 + ($1.kind.isBody ? page.weights[$1.block] : 0) }
    let sums = PrefixSums(page.weights)
    if kept < (sums.total - page.marks.comments) * 0.2 {
        // The names of this page mean something else.
        chosen = articleBlocks(page, NodeMarks(of: page.tree, page.text, weights: sums, usesNames: false))
    }
    addHead(&chosen, page, titleBlock)
    return chosen
}

/// Adds the headline, and what stands between it and the text: a summary, the caption of a picture.
private func addHead(_ chosen: inout [ArticleBlock], _ page: Page, _ titleBlock: Int?) {
    guard let titleBlock, let first = chosen.first?.block, titleBlock < first, first - titleBlock < 60 else {
        return
    }
    var head = [ArticleBlock(block: titleBlock, kind: .title)]
    for index in titleBlock + 1..<first {
        let block = page.text.blocks[index]
        let marks = page.marks.marks[block.node]
        guard marks.isDisjoint(with: .outside), (4...80).contains(block.counts.words) else { continue }
        if block.form == .figcaption {
            head.append(ArticleBlock(block: index, kind: .caption))
        } else if marks.contains(.standfirst) {
            head.append(ArticleBlock(block: index, kind: .standfirst))
        }
    }
    chosen.removeAll { $0.kind == .title }
    chosen.insert(contentsOf: head, at: 0)
}

/// The paragraphs of the article, where the elements of the page are marked like this.
private func articleBlocks(_ page: Page, _ marks: NodeMarks) -> [ArticleBlock] {
    let (tree, text) = (page.tree, page.text)
    let root = articleRoot(tree, text, marks)
    var chosen: [ArticleBlock] = []
    let listDensity = ListDensity(tree, text)
    let below = text.blocks(below: root, in: tree)
    func isFirm(_ index: Int) -> Bool {
        let block = text.blocks[index]
        return block.isProse && block.form != .li
            && marks.marks[block.node].isDisjoint(with: .outside.union([.caption, .byline]))
    }
    let prose = (below.first(where: isFirm) ?? 0)..<(below.last(where: isFirm) ?? 0)
    for index in below {
        let block = text.blocks[index]
        let here = marks.marks[block.node]
        if !here.isDisjoint(with: .outside) { continue }
        if here.contains(.caption) || block.form == .figcaption {
            chosen.append(ArticleBlock(block: index, kind: .caption))
            continue
        }
        if here.contains(.byline), !block.isProse || block.counts.words < 20 {
            chosen.append(ArticleBlock(block: index, kind: .byline))
            continue
        }
        if isTimeOfDay(text.bytes[block.bytes]) { continue }
        if index < prose.lowerBound, block.counts.words < 15, !block.counts.endsSentence,
            holdsDate(block, text)
        {
            chosen.append(ArticleBlock(block: index, kind: .byline))
            continue
        }
        if index <= prose.lowerBound, here.contains(.title) && block.counts.words < 40 || block.form == .h1 {
            chosen.append(ArticleBlock(block: index, kind: .title))
            continue
        }
        if block.linkDensity > 0.6, !block.form.isHeading, block.form != .li,
            block.counts.words < 40 || !block.counts.endsSentence
        {
            continue
        }
        if block.form == .li, listDensity.isMenu(block.node), !(prose.contains(index)) { continue }
        chosen.append(ArticleBlock(block: index, kind: block.bodyKind))
    }
    dropFurniture(&chosen, text)
    dropRepeated(&chosen, text)
    chosen.removeSubrange(TextFlow(chosen, page).end(of: chosen, page.weights)...)
    trimEnds(&chosen, text)
    dropLonelyHeadings(&chosen, text)
    return chosen
}

/// Whether a paragraph is nothing but a time, as above each piece of a live report: `9.05`, `11:45`.
private func isTimeOfDay(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard (4...5).contains(bytes.count), let mark = bytes.dropLast(2).last, mark == 0x2E || mark == 0x3A
    else {
        return false
    }
    return bytes.dropLast(3).allSatisfy { (0x30...0x39).contains($0) }
        && bytes.suffix(2).allSatisfy { (0x30...0x39).contains($0) }
}

/// Whether a whole date stands in a paragraph.
private func holdsDate(_ block: PageBlock, _ text: PageText) -> Bool {
    dateInField(String(decoding: text.bytes[block.bytes], as: UTF8.self), isMonthFirst: true) != nil
}

extension PageBlock {
    /// What it is as a part of the article's text.
    var bodyKind: ParagraphKind {
        if form.isHeading { return .heading }
        switch form {
        case .li: return .listItem
        case .blockquote: return .blockQuotation
        default: return .body
        }
    }
}

/// Takes away what stands before the first sentence and after the last.
private func trimEnds(_ chosen: inout [ArticleBlock], _ text: PageText) {
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
private func dropLonelyHeadings(_ chosen: inout [ArticleBlock], _ text: PageText) {
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

/// Which lists are menus: most of what they hold stands in links.
private struct ListDensity {
    private let tree: PageTree
    private let text: PageText
    private let links: PrefixSums
    private let all: PrefixSums

    init(_ tree: PageTree, _ text: PageText) {
        self.tree = tree
        self.text = text
        links = PrefixSums(text.blocks.map { Double($0.linkBytes) })
        all = PrefixSums(text.blocks.map { Double($0.bytes.count) })
    }

    func isMenu(_ node: Int) -> Bool {
        var node = node
        while node > 0 {
            switch tree.nodes[node].tag {
            case .ul, .ol, .dl:
                let range = text.blocks(below: node, in: tree)
                return links.sum(range) > all.sum(range) * 0.5
            case .li, .p, .dt, .dd, .div, .span: node = Int(tree.nodes[node].parent)
            default: return false
            }
        }
        return false
    }
}

/// Takes away what is furniture by its words, as in any text.
private func dropFurniture(_ chosen: inout [ArticleBlock], _ text: PageText) {
    var drafts: [Draft] = []
    var words: [Word] = []
    text.bytes.withUnsafeBufferPointer { bytes in
        for block in chosen {
            let range = text.blocks[block.block].bytes
            var draft = Draft(TextLine(bytes: range, indent: 0, opensBlock: true))
            draft.signs = signs(of: range, in: bytes.span, .standard, words: &words)
            if !block.kind.isBody { draft.kind = block.kind }
            // A page carries data for its scripts.
            if bytes[range.lowerBound] == 0x7B, bytes[range.lowerBound + 1] == 0x22 {
                draft.kind = .notArticle
            }
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
private func dropRepeated(_ chosen: inout [ArticleBlock], _ text: PageText) {
    var seen: Set<UInt64> = []
    chosen.removeAll { block in
        let counts = text.blocks[block.block].counts
        return counts.words >= 12 && !seen.insert(counts.fingerprint).inserted
    }
}
