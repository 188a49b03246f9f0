/// What the elements of a page are by their tags and names, each with what stands around it.
struct NodeMarks {
    /// The marks of each node, with those of all elements around it.
    private(set) var marks: [ClassMarks]
    /// The marks of each node alone.
    private(set) var own: [ClassMarks]
    /// How much of the text readers wrote.
    private(set) var comments = 0.0

    /// The marks of a page. An element that holds much of what the page has to say is no furniture, whatever its
    /// name: `weights` tells, for each paragraph and those before it, how much that is.
    init(of tree: PageTree, _ text: PageText, weights: PrefixSums, usesNames: Bool = true) {
        marks = [ClassMarks](repeating: [], count: tree.nodes.count)
        own = marks
        tree.bytes.withUnsafeBufferPointer { buffer in
            for index in tree.nodes.indices.dropFirst() where tree.nodes[index].tag != .text {
                own[index] = NodeMarks.marks(of: index, in: tree, buffer.span, usesNames: usesNames)
                let around = own[Int(tree.nodes[index].parent)]
                if own[index].union(around).contains(.fold) { own[index].remove(.hidden) }
            }
        }
        let all = weights.total
        comments = weight(in: .comments, most: all * 0.9, tree, text, weights)
        // What stands in no element whose name speaks against it.
        let open = all - weight(in: .outside, tree, text, weights)
        for index in tree.nodes.indices.dropFirst()
        where !own[index].isDisjoint(with: NodeMarks.doubtful) {
            let weight = weights.sum(text.blocks(below: index, in: tree))
            if own[index].contains(.faint), weight < 50 { own[index].insert(.furniture) }
            if own[index].contains(.comments), weight > all * 0.9 { own[index].subtract(.comments) }
            if weight > max((all - comments) * 0.3, open * 0.8) {
                own[index].subtract(NodeMarks.doubtful.subtracting(.comments))
            }
        }
        for index in tree.nodes.indices.dropFirst() {
            marks[index] = own[index].union(marks[Int(tree.nodes[index].parent)].subtracting(.body))
        }
    }

    /// Marks that an element cannot have which holds much of the text.
    private static let doubtful: ClassMarks = [
        .furniture, .faint, .comments, .hidden, .caption, .byline, .title, .standfirst,
    ]

    /// How much of the text stands in elements with one of some marks, those within others counted once; an element with more
    /// than `most` counts only by those in it.
    private func weight(
        in classes: ClassMarks, most: Double = .infinity, _ tree: PageTree, _ text: PageText,
        _ weights: PrefixSums
    ) -> Double {
        var sum = 0.0
        var index = 1
        while index < tree.nodes.count {
            let weight =
                own[index].isDisjoint(with: classes) ? nil : weights.sum(text.blocks(below: index, in: tree))
            guard let weight, weight <= most else {
                index += 1
                continue
            }
            sum += weight
            index = Int(tree.nodes[index].end)
        }
        return sum
    }

    private static func marks(of node: Int, in tree: PageTree, _ bytes: Span<UInt8>, usesNames: Bool)
        -> ClassMarks
    {
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
                guard usesNames || attribute.name == .itemprop else { continue }
                found.formUnion(ClassVocabulary.standard.marks(in: attribute.value, of: bytes))
            case .hidden: found.insert(.hidden)
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
