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
    let text = page.text
    let below = text.blocks(below: articleRoot(page.tree, text, marks), in: page.tree)
    let sieve = ArticleSieve(page, marks, below)
    var chosen = below.compactMap { index in
        sieve.kind(of: index).map { ArticleBlock(block: index, kind: $0) }
    }
    dropFurniture(&chosen, text)
    dropRepeated(&chosen, text)
    chosen.removeSubrange(TextFlow(chosen, page).end(of: chosen, page.weights)...)
    trimEnds(&chosen, text)
    dropLonelyHeadings(&chosen, text)
    return chosen
}

/// Tells what each paragraph is to the article by the element that it stands in, its links and its place.
private struct ArticleSieve {
    private let text: PageText
    private let marks: NodeMarks
    private let listDensity: ListDensity
    /// From the first paragraph of running text to the last.
    private let prose: Range<Int>

    /// A sieve for the paragraphs of a page that stand below one element.
    init(_ page: Page, _ marks: NodeMarks, _ below: Range<Int>) {
        let text = page.text
        self.text = text
        self.marks = marks
        listDensity = ListDensity(page.tree, text)
        func isFirm(_ index: Int) -> Bool {
            let block = text.blocks[index]
            return block.isProse && block.form != .li
                && marks.marks[block.node].isDisjoint(with: .outside.union([.caption, .byline]))
        }
        prose = (below.first(where: isFirm) ?? 0)..<(below.last(where: isFirm) ?? 0)
    }

    /// What a paragraph is; nil where it is none of the article.
    func kind(of index: Int) -> ParagraphKind? {
        let block = text.blocks[index]
        let here = marks.marks[block.node]
        if !here.isDisjoint(with: .outside) || isTimeOfDay(text.bytes[block.bytes]) { return nil }
        if here.contains(.caption) || block.form == .figcaption { return .caption }
        if here.contains(.byline), !block.isProse || block.counts.words < 20 { return .byline }
        if index <= prose.lowerBound, here.contains(.title) && block.counts.words < 40 || block.form == .h1 {
            return .title
        }
        if index < prose.lowerBound, isDateline(block) { return .byline }
        if block.linkDensity > 0.6, !block.form.isHeading, block.form != .li,
            block.counts.words < 40 || !block.counts.endsSentence
        {
            return nil
        }
        if block.form == .li, listDensity.isMenu(block.node), !prose.contains(index) { return nil }
        return block.bodyKind
    }

    /// Whether a short line that is no sentence holds a whole date.
    private func isDateline(_ block: PageBlock) -> Bool {
        guard block.counts.words < 15, !block.counts.endsSentence, !block.form.isHeading else { return false }
        let line = String(decoding: text.bytes[block.bytes], as: UTF8.self)
        return dateInField(line, isMonthFirst: true) != nil
    }
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
