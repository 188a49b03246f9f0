import Statements

/// An element of a page, with what is asked of it.
struct PageNode {
    let tree: PageTree
    let index: Int

    /// The root of a page.
    init(root tree: PageTree) {
        self.tree = tree
        index = 0
    }

    private init(_ tree: PageTree, _ index: Int) {
        self.tree = tree
        self.index = index
    }

    /// What kind of element it is.
    var tag: PageTag { tree.nodes[index].tag }

    /// The value of an attribute, as it stands.
    func value(_ name: PageAttribute) -> String? {
        tree.range(of: name, at: index).map { String(decoding: tree.bytes[$0], as: UTF8.self) }
    }

    /// Whether it is of all these classes.
    func has(_ classes: String...) -> Bool { has(all: classes) }

    private func has(all classes: [String]) -> Bool {
        guard let range = tree.range(of: .class, at: index) else { return false }
        let own = tree.bytes[range].split { $0 <= 0x20 }
        return classes.allSatisfy { wanted in own.contains { $0.elementsEqual(wanted.utf8) } }
    }

    /// The elements and texts that it holds itself.
    var children: [PageNode] {
        var children: [PageNode] = []
        var child = index + 1
        while child < Int(tree.nodes[index].end) {
            children.append(PageNode(tree, child))
            child = Int(tree.nodes[child].end)
        }
        return children
    }

    /// All elements below it of all these classes, in their order.
    func all(_ classes: String...) -> [PageNode] {
        (index + 1..<max(index + 1, Int(tree.nodes[index].end))).map { PageNode(tree, $0) }
            .filter { $0.has(all: classes) }
    }

    /// The first element below it of all these classes.
    func first(_ classes: String...) -> PageNode? {
        var below = index + 1
        while below < Int(tree.nodes[index].end) {
            let node = PageNode(tree, below)
            if node.has(all: classes) { return node }
            below += 1
        }
        return nil
    }

    /// The first element below it with this tag.
    func first(_ tag: PageTag) -> PageNode? {
        (index + 1..<max(index + 1, Int(tree.nodes[index].end))).first { tree.nodes[$0].tag == tag }
            .map { PageNode(tree, $0) }
    }

    /// The first element that it holds itself of all these classes.
    func child(_ classes: String...) -> PageNode? { children.first { $0.has(all: classes) } }

    /// The words in it: line breaks are line ends, and so are, with `breaksBlocks`, the edges of quotations set apart.
    /// White space at the ends is that of the page's source.
    func words(breaksBlocks: Bool = false, without leftOut: (PageNode) -> Bool = { _ in false }) -> String {
        var bytes: [UInt8] = []
        append(to: &bytes, breaksBlocks, leftOut)
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
        let start = bytes.firstIndex { !isBlank($0) } ?? bytes.endIndex
        let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
        return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
    }

    private func append(to bytes: inout [UInt8], _ breaksBlocks: Bool, _ leftOut: (PageNode) -> Bool) {
        for child in children where !leftOut(child) {
            let node = tree.nodes[child.index]
            if node.tag == .text {
                bytes.append(contentsOf: tree.bytes[node.text])
            } else if node.tag == .br {
                bytes.append(0x0A)
            } else {
                let isBlock = breaksBlocks && (node.tag == .blockquote || node.tag == .pre)
                if isBlock, !bytes.isEmpty, bytes.last != 0x0A { bytes.append(0x0A) }
                child.append(to: &bytes, breaksBlocks, leftOut)
                if isBlock, bytes.last != 0x0A { bytes.append(0x0A) }
            }
        }
    }
}
