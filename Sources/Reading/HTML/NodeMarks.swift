/// What the elements of a page are by their tags and names, each with what stands around it.
struct NodeMarks {
    /// The marks of each node, with those of all elements around it.
    private(set) var marks: [ClassMarks]
    /// The marks of each node alone.
    private(set) var own: [ClassMarks]

    /// The marks of a page. An element that holds much of what the page has to say is no furniture, whatever its
    /// name: `weights` tells, for each paragraph and those before it, how much that is.
    init(of tree: PageTree, _ text: PageText, weights: PrefixSums) {
        marks = [ClassMarks](repeating: [], count: tree.nodes.count)
        own = marks
        let whole = weights.total
        tree.bytes.withUnsafeBufferPointer { buffer in
            for index in tree.nodes.indices.dropFirst() where tree.nodes[index].tag != .text {
                var found = NodeMarks.marks(of: index, in: tree, buffer.span)
                if !found.isDisjoint(with: [
                    .furniture, .comments, .hidden, .caption, .byline, .title, .standfirst,
                ]) {
                    let share = weights.sum(text.blocks(below: index, in: tree)) / max(whole, 1)
                    if share > 0.3 {
                        found.subtract([.furniture, .caption, .byline, .title, .standfirst, .hidden])
                    }
                    if share > 0.75 { found.subtract(.comments) }
                }
                own[index] = found
            }
        }
        for index in tree.nodes.indices.dropFirst() {
            marks[index] = own[index].union(marks[Int(tree.nodes[index].parent)].subtracting(.body))
        }
    }

    private static func marks(of node: Int, in tree: PageTree, _ bytes: Span<UInt8>) -> ClassMarks {
        var found: ClassMarks = []
        let tag = tree.nodes[node].tag
        switch tag {
        case .nav, .footer, .aside, .menu, .form, .fieldset: found = .furniture
        case .figcaption, .caption: found = .caption
        case .html, .body: return []
        default: break
        }
        for index in tree.nodes[node].attributes {
            let attribute = tree.attributes[index]
            switch attribute.name {
            case .class, .id, .itemprop, .role, .testIdentifier, .component:
                found.formUnion(ClassVocabulary.standard.marks(in: attribute.value, of: bytes))
            case .hidden: found.insert(.hidden)
            case .ariaHidden where text(attribute.value, bytes) == "true": found.insert(.hidden)
            case .style:
                let style = text(attribute.value, bytes).filter { $0 != " " }
                if style.contains("display:none") || style.contains("visibility:hidden") {
                    found.insert(.hidden)
                }
            default: break
            }
        }
        return found
    }
}

/// Sums of a row of numbers, by which that of any stretch is known at once.
struct PrefixSums {
    private var sums: [Double] = [0]

    init(_ numbers: [Double]) {
        sums.reserveCapacity(numbers.count + 1)
        var sum = 0.0
        for number in numbers {
            sum += number
            sums.append(sum)
        }
    }

    /// The sum of all.
    var total: Double { sums[sums.count - 1] }

    /// The sum of a stretch.
    func sum(_ range: Range<Int>) -> Double { sums[range.upperBound] - sums[range.lowerBound] }
}
