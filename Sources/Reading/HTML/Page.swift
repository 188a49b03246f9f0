/// A page as it was parsed: its tree, its text, and what its elements are.
struct Page {
    let tree: PageTree
    let text: PageText
    let marks: NodeMarks
    /// How much each paragraph speaks for being text of an article.
    let weights: [Double]

    /// The page with this tree.
    init(_ tree: PageTree) {
        self.tree = tree
        text = PageText(of: tree)
        weights = proseWeights(text.blocks)
        marks = NodeMarks(of: tree, text, weights: PrefixSums(weights))
    }
}
