/// The text of a whole page in paragraphs, with the place of each in the tree.
struct PageText: Sendable {
    /// The folded text of all paragraphs, one after the other.
    private(set) var bytes: [UInt8] = []
    /// The paragraphs in their order.
    private(set) var blocks: [PageBlock] = []
    /// For each node the number of paragraphs that begin before it; one more stands for the end.
    private(set) var blocksBefore: [Int32] = []

    /// The text of a page.
    init(of tree: PageTree) {
        var collector = BlockCollector(tree)
        tree.bytes.withUnsafeBufferPointer { collector.collect($0.span) }
        bytes = collector.folder.bytes
        blocks = collector.blocks
        blocksBefore = collector.blocksBefore
    }

    /// The paragraphs that stand below a node.
    func blocks(below node: Int, in tree: PageTree) -> Range<Int> {
        Int(blocksBefore[node])..<Int(blocksBefore[Int(tree.nodes[node].end)])
    }
}

/// Walks a tree and gathers its paragraphs.
private struct BlockCollector {
    /// An element that the walk is in.
    private struct Open {
        let node: Int
        let tag: PageTag
        /// What sets a paragraph apart that stands here.
        let form: PageTag
        let isLink: Bool
        let isVerbatim: Bool
    }

    private let tree: PageTree
    private var open: [Open] = [Open(node: 0, tag: .other, form: .p, isLink: false, isVerbatim: false)]
    /// The innermost element that begins a paragraph.
    private var holder: [Int] = [0]
    private var start = 0
    private var linkBytes = 0
    private var breaks = 0
    var folder = TextFolder()
    var blocks: [PageBlock] = []
    var blocksBefore: [Int32] = []

    init(_ tree: PageTree) {
        self.tree = tree
        blocksBefore.reserveCapacity(tree.nodes.count + 1)
    }

    mutating func collect(_ text: Span<UInt8>) {
        var index = 1
        blocksBefore.append(0)
        while index < tree.nodes.count {
            while let last = open.last, open.count > 1, index >= Int(tree.nodes[last.node].end) {
                close(last)
            }
            let node = tree.nodes[index]
            if node.tag == .text {
                blocksBefore.append(Int32(blocks.count))
                add(node.text, text)
                index += 1
            } else if node.tag.isSilent, Int(node.end) - index <= largestSilent || node.tag == .head {
                if node.tag.isBlock { endParagraph() } else { folder.addBlank() }
                while blocksBefore.count < Int(node.end) { blocksBefore.append(Int32(blocks.count)) }
                index = Int(node.end)
            } else {
                begin(node.tag, index)
                blocksBefore.append(Int32(blocks.count))
                index += 1
            }
        }
        endParagraph()
        blocksBefore.append(Int32(blocks.count))
    }

    private mutating func begin(_ tag: PageTag, _ index: Int) {
        switch tag {
        case .br:
            breaks += 1
            if breaks == 2 { endParagraph() } else { folder.breakLine() }
        case .td, .th: beginCell()
        default: if tag.isBlock { endParagraph() }
        }
        let outer = open[open.count - 1]
        open.append(
            Open(
                node: index, tag: tag, form: BlockCollector.form(tag, within: outer.form),
                isLink: outer.isLink || tag == .a, isVerbatim: outer.isVerbatim || tag == .pre))
        if tag.isBlock { holder.append(index) }
    }

    private mutating func close(_ element: Open) {
        if element.tag.isBlock {
            endParagraph()
            holder.removeLast()
        } else if element.tag == .td || element.tag == .th {
            beginCell()
        }
        open.removeLast()
    }

    /// Short cells of a row are one paragraph; a long one, as in a layout made of tables, is one by itself.
    private mutating func beginCell() {
        if folder.count - start > longestCell { endParagraph() } else { folder.addBlank() }
    }

    private mutating func add(_ range: Range<Int>, _ text: Span<UInt8>) {
        let before = folder.count
        folder.add(range, of: text, isVerbatim: open[open.count - 1].isVerbatim)
        guard folder.count > before else { return }
        breaks = 0
        if open[open.count - 1].isLink { linkBytes += folder.count - before }
    }

    private mutating func endParagraph() {
        if folder.count > start {
            let range = start..<folder.count
            let counts = folder.bytes.withUnsafeBufferPointer { TextCounts(range, of: $0.span) }
            // A line of signs alone is an ornament.
            if counts.words > 0 || range.count > 2 {
                blocks.append(
                    PageBlock(
                        node: holder[holder.count - 1], form: open[open.count - 1].form, bytes: range,
                        linkBytes: linkBytes, counts: counts))
            }
        }
        start = folder.beginParagraph()
        linkBytes = 0
        breaks = 0
    }

    /// What sets a paragraph apart in an element, where it was `outer` around it.
    private static func form(_ tag: PageTag, within outer: PageTag) -> PageTag {
        switch tag {
        case .h1, .h2, .h3, .h4, .h5, .h6, .figcaption, .caption, .pre: tag
        case .blockquote: outer == .li ? outer : tag
        case .li, .dt, .dd: .li
        case .tr: .tr
        default: outer
        }
    }
}

/// The longest cell that is read as part of its row, in bytes.
private let longestCell = 160

/// A larger element, in nodes, is none that should hold no text: the page forgot to close a button, or its end tag
/// was lost.
private let largestSilent = 300
