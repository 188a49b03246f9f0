/// Where the running text of an article stands: which elements hold its paragraphs, and where it ends.
///
/// Pages set the paragraphs of one text in elements of one kind. What comes after the last of these, in elements of
/// other kinds, is about the author, the site or other articles.
struct TextFlow {
    private let tree: PageTree
    private let text: PageText
    private var kinds: [UInt64: Double] = [:]
    private var total = 0.0

    /// The flow of some paragraphs of a page.
    init(_ blocks: [ArticleBlock], _ page: Page) {
        tree = page.tree
        text = page.text
        for block in blocks where block.kind.isBody && page.weights[block.block] > 0 {
            kinds[kind(of: block.block), default: 0] += page.weights[block.block]
            total += page.weights[block.block]
        }
    }

    /// Where the text ends, among the paragraphs that it was made of: past the last that stands as most of them do.
    func end(of blocks: [ArticleBlock], _ weights: [Double]) -> Int {
        let usual = Set(kinds.filter { $0.value >= total * 0.12 }.keys)
        let covered = kinds.reduce(0) { $0 + (usual.contains($1.key) ? $1.value : 0) }
        guard covered >= total * 0.6,
            let last = blocks.lastIndex(where: { usual.contains(kind(of: $0.block)) })
        else { return blocks.count }
        let rest = blocks[(last + 1)...].reduce(0) { $0 + weights[$1.block] }
        return rest <= total * 0.25 ? last + 1 : blocks.count
    }

    /// What kind of element holds a paragraph, beyond those that any text is made of.
    private func kind(of block: Int) -> UInt64 {
        var node = text.blocks[block].node
        while node > 0 {
            switch tree.nodes[node].tag {
            case .p, .li, .ul, .ol, .dl, .dt, .dd, .blockquote, .h1, .h2, .h3, .h4, .h5, .h6, .td, .tr,
                .tbody, .thead,
                .table, .figure, .pre, .center:
                node = Int(tree.nodes[node].parent)
                continue
            default: break
            }
            break
        }
        var hash = WordHash()
        for byte in tree.nodes[node].tag.rawValue.utf8 { hash.add(byte) }
        if let name = tree.range(of: .class, at: node) {
            for index in name { hash.add(tree.bytes[index]) }
        }
        return hash.value
    }
}
