/// The vocabularies that the elements of feeds come from.
enum FeedVocabulary {
    /// RSS 0.9 to 2.0 and RDF Site Summary; also what has no namespace.
    case rss
    case atom
    /// Dublin Core, elements and terms.
    case dublinCore
    /// The content module of RSS 1.0.
    case content
    case xhtml
    case itunes
    case media
    case feedburner
    case other

    /// The vocabulary of a namespace.
    init?(namespace: String) {
        switch namespace.lowercased() {
        case "http://www.w3.org/2005/atom", "http://purl.org/atom/ns#", "https://www.w3.org/2005/atom":
            self = .atom
        case "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/elements/1.0/",
            "http://purl.org/dc/terms/":
            self = .dublinCore
        case "http://purl.org/rss/1.0/modules/content/": self = .content
        case "http://www.w3.org/1999/xhtml": self = .xhtml
        case "http://www.itunes.com/dtds/podcast-1.0.dtd": self = .itunes
        case "http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss": self = .media
        case "http://rssnamespace.org/feedburner/ext/1.0": self = .feedburner
        case "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/",
            "http://channel.netscape.com/rdf/simple/0.9/", "http://backend.userland.com/rss2",
            "http://blogs.law.harvard.edu/tech/rss":
            self = .rss
        default: return nil
        }
    }

    /// The vocabulary that a prefix stands for where nothing declares it.
    init(usualPrefix prefix: String) {
        switch prefix {
        case "", "rss": self = .rss
        case "atom", "atom10", "a10", "a": self = .atom
        case "dc", "dcterms", "dct": self = .dublinCore
        case "content": self = .content
        case "xhtml", "xhtm", "html": self = .xhtml
        case "itunes": self = .itunes
        case "media": self = .media
        case "feedburner": self = .feedburner
        default: self = .other
        }
    }
}

/// Which vocabulary the prefixes of a feed stand for.
///
/// Declarations are gathered from the whole feed: that one prefix means two things in one feed is not to be expected.
struct FeedNamespaces {
    private var declared: [String: FeedVocabulary] = [:]

    /// The declarations of a feed.
    init(_ tree: FeedTree) {
        tree.bytes.withUnsafeBufferPointer { buffer in
            let text = buffer.span
            // Feeds declare them on their root, or on the first elements that need them.
            for (index, node) in tree.nodes.prefix(2_000).enumerated() {
                var attributes = XMLAttributes(node.attributes)
                while let attribute = attributes.next(text) {
                    guard let prefix = FeedNamespaces.prefix(attribute.name, text) else { continue }
                    let value = foldedText(of: [attribute.value], in: text)
                    guard let vocabulary = FeedVocabulary(namespace: value), declared[prefix] == nil else {
                        continue
                    }
                    // What has no prefix can have a namespace of its own in an entry: that of the root counts.
                    if prefix.isEmpty, index > 0 { continue }
                    declared[prefix] = vocabulary
                }
            }
        }
    }

    /// The prefix that an attribute `xmlns` or `xmlns:…` declares, in lower case; nil for any other.
    private static func prefix(_ name: Range<Int>, _ text: Span<UInt8>) -> String? {
        guard XMLMarkup.holds("xmlns", at: name.lowerBound, text) else { return nil }
        if name.count == 5 { return "" }
        guard text[name.lowerBound + 5] == 0x3A else { return nil }
        return Reading.text(name.lowerBound + 6..<name.upperBound, text).lowercased()
    }

    /// The vocabulary of an element.
    func vocabulary(of node: FeedTree.Node) -> FeedVocabulary {
        declared[node.prefix] ?? FeedVocabulary(usualPrefix: node.prefix)
    }
}
