/// The elements of a feed in XML, however broken, as a tree that lies flat: each is followed by what it holds.
///
/// A feed is seldom well-formed: ampersands stand alone, entities of HTML are not declared, elements are not closed, the
/// end is missing. So tags are matched by their names, and nothing of a document type is believed: no entity is
/// declared, and nothing is loaded.
struct FeedTree {
    /// An element.
    struct Node {
        /// Its name without a prefix, in lower case.
        let name: String
        /// The prefix of its name, in lower case; empty where there is none.
        let prefix: String
        /// The bytes of its start tag after the name.
        let attributes: Range<Int>
        /// The bytes between its tags.
        var content: Range<Int>
        /// One past its last descendant.
        var end: Int
        /// Whether its own end tag closed it.
        var isClosed = false
    }

    /// More elements than these are taken for an attack.
    private static let nodeLimit = 4_000_000

    /// The feed in UTF-8.
    let bytes: [UInt8]
    /// The elements in the order of their start tags.
    private(set) var nodes: [Node] = []
    /// Whether elements were open where the feed ends.
    private(set) var isCutOff = false

    private var open: [Int] = []
    /// How many elements with a name are open.
    private var openNames: [String: Int] = [:]

    /// The tree of a feed in UTF-8.
    init(_ feed: [UInt8]) {
        bytes = feed
        feed.withUnsafeBufferPointer { read($0.span) }
    }

    private mutating func read(_ text: Span<UInt8>) {
        var index = 0
        while index < text.count, nodes.count < FeedTree.nodeLimit {
            guard text[index] == 0x3C else {
                index += 1
                continue
            }
            let markup = XMLMarkup(at: index, in: text)
            switch markup.kind {
            case .start(let isEmpty): begin(markup, isEmpty: isEmpty, text)
            case .end: end(named: name(markup.name, text), at: index)
            case .cdata, .text, .other: break
            }
            index = markup.range.upperBound
        }
        // What follows the end of the whole is no loss.
        isCutOff = !open.isEmpty && openNames.keys.contains { FeedTree.itemNames.contains($0) }
        closeAll(above: 0, at: text.count)
    }

    /// The elements that are documents: no other of the same kind stands in one.
    static let itemNames: Set<String> = ["item", "entry"]

    private mutating func begin(_ markup: XMLMarkup, isEmpty: Bool, _ text: Span<UInt8>) {
        let full = name(markup.name, text)
        let parts = full.split(separator: ":", maxSplits: 1)
        let local = parts.count == 2 ? String(parts[1]) : full
        if FeedTree.itemNames.contains(full), openNames[full, default: 0] > 0 {
            end(named: full, at: markup.range.lowerBound, isOwn: false)
        }
        nodes.append(
            Node(
                name: local, prefix: parts.count == 2 ? String(parts[0]) : "",
                attributes: markup.name.upperBound..<markup.range.upperBound,
                content: markup.range.upperBound..<markup.range.upperBound, end: nodes.count + 1,
                isClosed: isEmpty))
        guard !isEmpty else { return }
        open.append(nodes.count - 1)
        openNames[full, default: 0] += 1
    }

    private mutating func end(named full: String, at index: Int, isOwn: Bool = true) {
        guard openNames[full, default: 0] > 0 else { return }
        while let last = open.last, fullName(nodes[last]) != full {
            closeAll(above: open.count - 1, at: index)
        }
        if let last = open.last, isOwn { nodes[last].isClosed = true }
        closeAll(above: open.count - 1, at: index)
    }

    private mutating func closeAll(above count: Int, at index: Int) {
        while open.count > count {
            let node = open.removeLast()
            nodes[node].content = nodes[node].content.lowerBound..<max(index, nodes[node].content.lowerBound)
            nodes[node].end = nodes.count
            openNames[fullName(nodes[node])]? -= 1
        }
    }

    private func fullName(_ node: Node) -> String {
        node.prefix.isEmpty ? node.name : node.prefix + ":" + node.name
    }

    private func name(_ range: Range<Int>, _ text: Span<UInt8>) -> String {
        String(
            decoding: range.map { (0x41...0x5A).contains(text[$0]) ? text[$0] | 0x20 : text[$0] },
            as: UTF8.self)
    }

    /// The elements directly below an element. One that was never closed holds no others: what follows it stands
    /// beside it.
    func children(of node: Int) -> [Int] {
        var children: [Int] = []
        var index = node + 1
        while index < nodes[node].end {
            children.append(index)
            index =
                nodes[index].isClosed || FeedTree.itemNames.contains(nodes[index].name)
                ? nodes[index].end : index + 1
        }
        return children
    }

    /// The bytes of an element's content; of one that was never closed, up to the next tag.
    func content(of node: Int) -> Range<Int> {
        let content = nodes[node].content
        guard !nodes[node].isClosed, node + 1 < nodes[node].end else { return content }
        let next = nodes[node + 1]
        let tag =
            bytes[content.lowerBound..<next.attributes.lowerBound].lastIndex(of: 0x3C) ?? content.upperBound
        return content.lowerBound..<min(tag, content.upperBound)
    }

    /// Whether other elements stand in an element.
    func hasMarkup(_ node: Int) -> Bool {
        nodes[node].isClosed && nodes[node].end > node + 1
    }

    /// The value of an element's attribute, by its name as it is written, in lower case; nil where there is none.
    func attribute(_ name: String, of node: Int) -> String? {
        let range = nodes[node].attributes
        return bytes.withUnsafeBufferPointer { buffer in
            let text = buffer.span
            var scanner = XMLAttributes(range)
            while let attribute = scanner.next(text) {
                guard attribute.name.count == name.utf8.count,
                    zip(attribute.name, name.utf8).allSatisfy({ (text[$0] | 0x20) == ($1 | 0x20) })
                else { continue }
                return foldedText(of: [attribute.value], in: text)
            }
            return nil
        }
    }
}
