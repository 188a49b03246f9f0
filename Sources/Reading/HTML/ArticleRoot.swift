/// How much each paragraph speaks for being text of the article, by itself.
func proseWeights(_ blocks: [PageBlock]) -> [Double] {
    blocks.map { block in
        guard block.isProse, block.form != .figcaption else { return 0 }
        return Double(min(block.counts.words, 100)) * (1 - block.linkDensity)
    }
}

/// How much each paragraph speaks for the article's text, or against it, in its place.
func placedWeights(_ text: PageText, _ marks: NodeMarks) -> [Double] {
    text.blocks.map { block in
        let words = Double(min(block.counts.words, 100))
        let here = marks.marks[block.node]
        let isOutside = !here.isDisjoint(with: .outside)
        if block.isProse, block.form != .figcaption {
            let weight = words * (1 - block.linkDensity)
            return isOutside ? 0 : weight
        }
        if isOutside { return -0.1 }
        if block.form.isHeading { return 0 }
        if block.linkDensity > 0.5 { return -1 - words * 0.7 }
        return -0.5 - min(words, 12) * 0.1
    }
}

/// The element that holds the article's text: the one whose paragraphs speak for it most, together.
func articleRoot(_ tree: PageTree, _ text: PageText, _ marks: NodeMarks) -> Int {
    let sums = PrefixSums(placedWeights(text, marks))
    var best = 0
    var bestScore = sums.total * 0.9
    for index in tree.nodes.indices.dropFirst() where tree.nodes[index].tag != .text {
        let blocks = text.blocks(below: index, in: tree)
        guard !blocks.isEmpty else { continue }
        var score = sums.sum(blocks)
        guard score > 0 else { continue }
        if marks.own[index].contains(.body) { score *= 1.25 }
        switch tree.nodes[index].tag {
        case .article, .main: score *= 1.1
        case .html, .body: score *= 0.9
        default: break
        }
        // Of two that hold the same the inner one is taken.
        if score >= bestScore { (best, bestScore) = (index, score) }
    }
    return widened(best, sums, tree, text, marks)
}

/// The element around `root` that holds much more of the text, as where a page parts it; else `root`.
private func widened(
    _ root: Int, _ sums: PrefixSums, _ tree: PageTree, _ text: PageText, _ marks: NodeMarks
) -> Int {
    let prose = PrefixSums(
        text.blocks.map { block in
            guard block.isProse, marks.marks[block.node].isDisjoint(with: .outside) else { return 0 }
            return Double(min(block.counts.words, 100)) * (1 - block.linkDensity)
        })
    let bytes = PrefixSums(
        text.blocks.map { marks.marks[$0.node].isDisjoint(with: .outside) ? Double($0.counts.words) : 0 })
    var best = root
    var node = Int(tree.nodes[root].parent)
    while node > 0 {
        let inner = text.blocks(below: best, in: tree)
        let outer = text.blocks(below: node, in: tree)
        let gain = prose.sum(outer) - prose.sum(inner)
        let cost = bytes.sum(outer) - bytes.sum(inner)
        if gain > prose.sum(inner) * 0.3, gain > cost * 0.5 { best = node }
        node = Int(tree.nodes[node].parent)
    }
    return best
}
