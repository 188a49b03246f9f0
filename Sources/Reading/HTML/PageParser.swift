import CLibXML2

/// How deep elements may stand in one another; what is deeper counts as part of the one at this depth.
///
/// The deepest pages of the web have about a hundred.
private let depthLimit = 512

/// More nodes than these are taken for an attack.
private let nodeLimit = 4_000_000

/// The tree of a page of UTF-8.
///
/// - Throws: where the page is too large.
func pageTree(of page: SlimPage) throws(ReadingError) -> PageTree {
    var builder = PageTreeBuilder()
    builder.tree.bytes.reserveCapacity(page.bytes.count)
    builder.tree.nodes.reserveCapacity(page.bytes.count / 24)
    var events = page_events(
        start: { context, name, attributes in
            guard let context, let name else { return }
            PageTreeBuilder.at(context).pointee.begin(name, attributes)
        },
        end: { context, _ in
            guard let context else { return }
            PageTreeBuilder.at(context).pointee.end()
        },
        text: { context, bytes, length in
            guard let context, let bytes else { return }
            PageTreeBuilder.at(context).pointee.add(UnsafeBufferPointer(start: bytes, count: Int(length)))
        })
    let status = page.bytes.withUnsafeBytes { buffer in
        withUnsafeMutablePointer(to: &builder) { builder in
            parse_page(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count),
                &events, builder)
        }
    }
    guard status == 0, !builder.isFull else {
        throw ReadingError(
            problem: "the page has more than \(nodeLimit) elements", advice: "give the article by itself")
    }
    builder.finish()
    builder.tree.linkedData = page.linkedData
    return builder.tree
}

/// Builds the tree from what the parser tells.
private struct PageTreeBuilder {
    var tree = PageTree()
    private(set) var isFull = false
    private var open: [Int32] = [0]
    /// Elements that were begun below the deepest that the tree holds.
    private var surplus = 0

    private var tags = NameCache<PageTag>()
    private var names = NameCache<PageAttribute?>()

    /// The builder that the parser was given.
    static func at(_ context: UnsafeMutableRawPointer) -> UnsafeMutablePointer<PageTreeBuilder> {
        context.assumingMemoryBound(to: PageTreeBuilder.self)
    }

    mutating func begin(
        _ name: UnsafePointer<UInt8>, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) {
        guard open.count < depthLimit, tree.nodes.count < nodeLimit else {
            surplus += 1
            if tree.nodes.count >= nodeLimit { isFull = true }
            return
        }
        let first = tree.attributes.count
        if let attributes { addAttributes(attributes) }
        open.append(Int32(tree.nodes.count))
        tree.nodes.append(
            PageTree.Node(
                tag: tags.value(of: name) { PageTag(name: $0) }, parent: open[open.count - 2], end: 0,
                text: 0..<0,
                attributes: first..<tree.attributes.count))
    }

    mutating func end() {
        if surplus > 0 {
            surplus -= 1
        } else if open.count > 1 {
            tree.nodes[Int(open.removeLast())].end = Int32(tree.nodes.count)
        }
    }

    mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        let start = tree.bytes.count
        tree.bytes.append(contentsOf: text)
        let last = tree.nodes.count - 1
        if tree.nodes[last].tag == .text, tree.nodes[last].parent == open[open.count - 1],
            tree.nodes[last].text.upperBound == start
        {
            tree.nodes[last].text = tree.nodes[last].text.lowerBound..<tree.bytes.count
            return
        }
        guard tree.nodes.count < nodeLimit else {
            isFull = true
            return
        }
        tree.nodes.append(
            PageTree.Node(
                tag: .text, parent: open[open.count - 1], end: Int32(tree.nodes.count + 1),
                text: start..<tree.bytes.count, attributes: 0..<0))
    }

    mutating func finish() {
        surplus = 0
        while open.count > 1 { end() }
        tree.nodes[0].end = Int32(tree.nodes.count)
    }

    private mutating func addAttributes(_ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>) {
        var index = 0
        while let name = attributes[index] {
            defer { index += 2 }
            guard let known = names.value(of: name, read: { PageAttribute(name: $0) }) else { continue }
            let start = tree.bytes.count
            if let value = attributes[index + 1] { tree.bytes.append(contentsOf: bytes(value)) }
            tree.attributes.append(PageTree.Attribute(name: known, value: start..<tree.bytes.count))
        }
    }
}

/// What names mean, by the address that the parser keeps each at.
private struct NameCache<Value> {
    private var entries = [(name: UnsafePointer<UInt8>, value: Value)?](repeating: nil, count: 256)

    mutating func value(of name: UnsafePointer<UInt8>, read: (Span<UInt8>) -> Value) -> Value {
        let slot = (Int(bitPattern: name) ^ Int(bitPattern: name) >> 8) & 255
        if let entry = entries[slot], entry.name == name { return entry.value }
        let value = read(bytes(name).span)
        entries[slot] = (name, value)
        return value
    }
}

/// The bytes of a C string.
private func bytes(_ string: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
        start: string, count: strlen(UnsafeRawPointer(string).assumingMemoryBound(to: CChar.self)))
}
