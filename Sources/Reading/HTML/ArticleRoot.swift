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
            return isOutside ? -weight * 0.3 : weight
        }
        if block.form.isHeading { return isOutside ? -2 : 0 }
        if block.linkDensity > 0.5 { return -1 - words * 0.7 }
        return isOutside ? -1 - words * 0.5 : -0.5 - min(words, 12) * 0.1
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
    return best
}
