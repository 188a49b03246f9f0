/// A page as a tree that lies flat: its nodes in the order of the text, each followed by what it holds.
struct PageTree: Sendable {
    /// An element or a piece of text.
    struct Node {
        let tag: PageTag
        /// The element that holds it; −1 for the root.
        let parent: Int32
        /// One past its last descendant.
        var end: Int32
        /// The bytes of a text; empty for an element.
        var text: Range<Int>
        /// The attributes of an element; empty for a text.
        var attributes: Range<Int>
    }

    /// An attribute and where its value stands.
    struct Attribute {
        let name: PageAttribute
        let value: Range<Int>
    }

    /// The root comes first; it is no element of the page, but holds them all.
    var nodes: [Node] = [Node(tag: .other, parent: -1, end: 1, text: 0..<0, attributes: 0..<0)]
    /// The attributes of all elements.
    var attributes: [Attribute] = []
    /// The texts and the values of attributes, in UTF-8.
    var bytes: [UInt8] = []
    /// The JSON-LD of the page, a script each.
    var linkedData: [[UInt8]] = []

    /// Where the value of an element's attribute stands.
    func range(of name: PageAttribute, at node: Int) -> Range<Int>? {
        for index in nodes[node].attributes where attributes[index].name == name {
            return attributes[index].value
        }
        return nil
    }

    /// The value of an element's attribute, without the white space around it; nil where it is empty.
    func value(of name: PageAttribute, at node: Int) -> String? {
        guard let range = range(of: name, at: node) else { return nil }
        let text = foldedText(of: [range], in: bytes.span)
        return text.isEmpty ? nil : text
    }

    /// All the text below a node, as a reader sees it.
    func text(at node: Int) -> String {
        var ranges: [Range<Int>] = []
        var boundary = Int.max
        for index in node..<Int(nodes[node].end) {
            let tag = nodes[index].tag
            if index >= boundary || tag.isBlock || tag == .br || tag == .td {
                // An empty piece is a blank.
                ranges.append(0..<0)
                boundary = Int.max
            }
            if tag == .text { ranges.append(nodes[index].text) }
            if tag.isBlock { boundary = min(boundary, Int(nodes[index].end)) }
        }
        return foldedText(of: ranges, in: bytes.span)
    }

    /// The elements with this tag.
    func elements(_ tag: PageTag) -> [Int] { nodes.indices.filter { nodes[$0].tag == tag } }
}

/// The attributes that are read.
enum PageAttribute: String, CaseIterable, Sendable {
    case `class`, id, itemprop, itemtype, itemscope, rel, role, property, name, content, datetime, href, lang
    case dir, hidden, style, title
    case xmlLang = "xml:lang"
    case httpEquiv = "http-equiv"
    case ariaHidden = "aria-hidden"
    case pubdate
    case testIdentifier = "data-testid"
    case component = "data-component"
    case dataPost = "data-post"
    case dataView = "data-view"
    case dataPeer = "data-peer"

    /// The attribute with this name in lower case; nil where it does not matter.
    init?(name: Span<UInt8>) {
        guard let found = PageAttribute.named[nameHash(name)] else { return nil }
        self = found
    }

    private static let named: [UInt64: PageAttribute] = {
        var table: [UInt64: PageAttribute] = [:]
        for name in PageAttribute.allCases { table[nameHash(name.rawValue.utf8.span)] = name }
        return table
    }()
}
