import EDTF

extension Feed {
    /// A feed in XML: RSS, RDF or Atom; nil where it is none.
    ///
    /// `base` is the address that it was taken from.
    init?(_ tree: FeedTree, base: String?) {
        guard tree.nodes.contains(where: { Feed.rootNames.contains($0.name) }) else { return nil }
        self.init()
        let reader = XMLFeedReader(tree, base: base)
        isCutOff = tree.isCutOff
        language = tree.nodes.indices.prefix(8).lazy.compactMap { tree.attribute("xml:lang", of: $0) }.first
        for index in tree.nodes.indices
        where tree.nodes[index].name == "channel" || tree.nodes[index].name == "feed" {
            reader.readChannel(index, into: &self)
            break
        }
        var index = 0
        while index < tree.nodes.count {
            guard FeedTree.itemNames.contains(tree.nodes[index].name), reader.isOwn(index) else {
                index += 1
                continue
            }
            items.append(reader.item(index, in: self))
            index = tree.nodes[index].end
        }
    }

    /// The names of the elements that feeds in XML begin with, in lower case.
    static let rootNames: Set<String> = ["rss", "rdf", "feed", "channel"]
}

/// Reads the elements of a feed in XML.
private struct XMLFeedReader {
    private let tree: FeedTree
    private let namespaces: FeedNamespaces
    /// The addresses against which those of an element are resolved, for elements that set one.
    private var bases: [(nodes: Range<Int>, base: String)] = []
    /// Longer addresses are none.
    private static let longestBase = 2_048

    init(_ tree: FeedTree, base: String?) {
        self.tree = tree
        namespaces = FeedNamespaces(tree)
        if let base { bases.append((0..<tree.nodes.count, base)) }
        for index in tree.nodes.indices {
            guard tree.nodes[index].attributes.count > 10, let base = tree.attribute("xml:base", of: index),
                case let address = resolved(base, at: index), address.utf8.count <= Self.longestBase
            else { continue }
            bases.append((index..<tree.nodes[index].end, address))
        }
    }

    /// Whether an entry is one of the feed, and not of a vocabulary of its own.
    func isOwn(_ index: Int) -> Bool {
        let vocabulary = namespaces.vocabulary(of: tree.nodes[index])
        return vocabulary == .rss || vocabulary == .atom
    }

    func readChannel(_ index: Int, into feed: inout Feed) {
        for child in tree.children(of: index) {
            let node = tree.nodes[child]
            if FeedTree.itemNames.contains(node.name) { continue }
            switch (namespaces.vocabulary(of: node), node.name) {
            case (.rss, "title"), (.atom, "title"): feed.title = feed.title ?? text(child)
            case (.rss, "language"), (.dublinCore, "language"): feed.language = feed.language ?? line(child)
            case (.dublinCore, "publisher"): feed.publisher = feed.publisher ?? line(child)
            case (.atom, "author"): feed.authors += person(child)
            default: break
            }
        }
    }

    /// Reads an entry. Where vocabularies say the same in more than one way, that of the feed's own format wins.
    func item(_ index: Int, in feed: Feed) -> FeedItem {
        var item = FeedItem()
        var other = FeedItem()
        item.language = tree.attribute("xml:lang", of: index)
        for child in tree.children(of: index) {
            let node = tree.nodes[child]
            switch namespaces.vocabulary(of: node) {
            case .rss: readRSS(child, node.name, into: &item)
            case .atom: readAtom(child, node.name, into: &item)
            case .content where node.name == "encoded",
                .xhtml where node.name == "body" || node.name == "div":
                item.content = filled(item.content, text(child))
            case .dublinCore: readDublinCore(child, node.name, into: &other)
            case .itunes, .media: readMedia(child, node.name, into: &other)
            case .feedburner where node.name == "origlink": item.canonicalLink = line(child)
            default: break
            }
        }
        item.complete(with: other, authors: feed.authors)
        return item
    }

    private func readRSS(_ child: Int, _ name: String, into item: inout FeedItem) {
        switch name {
        case "title": item.title = filled(item.title, text(child))
        // Of several links the last is the entry's own: those before it lead to where it came from.
        case "link": item.link = address(child) ?? href(child) ?? item.link
        case "guid":
            guard tree.attribute("ispermalink", of: child)?.lowercased() != "false",
                let address = address(child),
                address.hasPrefix("http://") || address.hasPrefix("https://")
            else { return }
            item.fallbackLink = item.fallbackLink ?? address
        case "description": item.summary = filled(item.summary, text(child))
        case "pubdate", "date": item.published = item.published ?? date(child)
        case "author": if item.authors.isEmpty { item.authors = line(child).map(authors) ?? [] }
        case "summary": item.summary = filled(item.summary, text(child))
        case "content", "fulltext": item.content = filled(item.content, text(child))
        default: break
        }
    }

    private func readAtom(_ child: Int, _ name: String, into item: inout FeedItem) {
        switch name {
        case "title": item.title = filled(item.title, text(child))
        case "link":
            let relation = (tree.attribute("rel", of: child) ?? "alternate").lowercased()
            guard relation == "alternate" else { return }
            item.link = item.link ?? href(child) ?? address(child)
        case "id":
            guard let id = line(child), id.hasPrefix("http://") || id.hasPrefix("https://") else { return }
            item.fallbackLink = item.fallbackLink ?? id
        case "content":
            if tree.attribute("src", of: child) == nil { item.content = filled(item.content, text(child)) }
        case "summary": item.summary = filled(item.summary, text(child))
        case "published", "issued": item.published = item.published ?? date(child)
        case "created": item.published = item.published ?? date(child)
        case "updated", "modified": item.modified = item.modified ?? date(child)
        case "author": item.authors += person(child)
        default: break
        }
    }

    private func readDublinCore(_ child: Int, _ name: String, into item: inout FeedItem) {
        switch name {
        case "title": item.title = filled(item.title, text(child))
        case "creator", "author": item.authors += line(child).map(authors) ?? []
        case "date", "issued", "created": item.published = item.published ?? date(child)
        case "modified": item.modified = item.modified ?? date(child)
        case "description", "abstract": item.summary = filled(item.summary, text(child))
        case "language": item.language = item.language ?? line(child)
        default: break
        }
    }

    private func readMedia(_ child: Int, _ name: String, into item: inout FeedItem) {
        switch name {
        case "title": item.title = filled(item.title, text(child))
        case "author": if item.authors.isEmpty { item.authors = line(child).map(authors) ?? [] }
        case "summary", "description": item.summary = filled(item.summary, text(child))
        default: break
        }
    }

    // MARK: Values

    private func filled(_ old: FeedText?, _ new: FeedText) -> FeedText? {
        guard let old else { return new.isBlank ? nil : new }
        return old
    }

    /// The text of an element. Atom says what form it has (RFC 4287, section 3.1); in RSS all of it may be HTML.
    private func text(_ index: Int) -> FeedText {
        if tree.hasMarkup(index) { return FeedText(bytes: tree.markup(of: index), isMarkup: true) }
        let string = tree.string(of: index)
        guard namespaces.vocabulary(of: tree.nodes[index]) == .atom else {
            return FeedText(bytes: string, isMarkup: true)
        }
        let type = (tree.attribute("type", of: index) ?? "text").lowercased()
        let mode = tree.attribute("mode", of: index)?.lowercased()
        if mode == "base64" || mode == nil && isBinary(type) {
            let decoded = bytesOfBase64(string)
            // What is said to be binary may be text all the same.
            if (try? UTF8Span(validating: decoded.span)) != nil {
                return FeedText(bytes: decoded, isMarkup: true)
            }
        }
        switch type {
        case "html", "text/html": return FeedText(bytes: string, isMarkup: true)
        case "xhtml", "application/xhtml+xml":
            return FeedText(bytes: mode == "escaped" ? string : tree.markup(of: index), isMarkup: true)
        default: return FeedText(bytes: string, isMarkup: mode == "escaped")
        }
    }

    private func isBinary(_ type: String) -> Bool {
        type.contains("/") && !type.hasPrefix("text/") && !type.hasSuffix("+xml") && !type.hasSuffix("/xml")
    }

    private func line(_ index: Int) -> String? { text(index).line }

    private func date(_ index: Int) -> EDTFDate? { line(index).flatMap { feedDate($0) } }

    private func address(_ index: Int) -> String? {
        let text = FeedText(bytes: tree.string(of: index), isMarkup: false).line
        return text.map { resolved($0, at: index) }
    }

    private func href(_ index: Int) -> String? {
        tree.attribute("href", of: index).flatMap { $0.isEmpty ? nil : resolved($0, at: index) }
    }

    private func resolved(_ address: String, at index: Int) -> String {
        guard let base = bases.last(where: { $0.nodes.contains(index) })?.base else { return address }
        return resolvedAddress(address, base: base)
    }

    /// The name in an element for a person; where it has no parts, its text.
    private func person(_ index: Int) -> [String] {
        let names = tree.children(of: index).filter { tree.nodes[$0].name == "name" }.compactMap(line)
        if !names.isEmpty { return names }
        return tree.hasMarkup(index) ? [] : line(index).map(authors) ?? []
    }

    /// The authors in one text: names, with an address of mail beside it or without.
    private func authors(_ text: String) -> [String] {
        var name = text
        if text.contains("@") {
            // “mail (name)”, “name (mail)”, “name <mail>”.
            let parts = text.split { $0 == "(" || $0 == ")" || $0 == "<" || $0 == ">" }
            name = parts.first { !$0.contains("@") && $0.contains { $0 != " " } }.map(String.init) ?? ""
        }
        name = FeedText(bytes: Array(name.utf8), isMarkup: false).line ?? ""
        guard !name.isEmpty else { return [] }
        let names = authorNames(in: name, outlets: [])
        // What is one name is taken whole: a word of it may look like a label.
        let isOneName = names.count < 2 && !name.lowercased().hasPrefix("by ") || name.contains("<")
        guard isOneName else { return names }
        return names.isEmpty && !name.contains(" ") ? [] : [name]
    }
}

extension FeedItem {
    /// Fills in what the entry's own format does not tell.
    fileprivate mutating func complete(with other: FeedItem, authors inherited: [String]) {
        title = title ?? other.title
        link = link ?? canonicalLink ?? fallbackLink
        published = published ?? other.published
        modified = modified ?? other.modified
        if authors.isEmpty { authors = other.authors }
        if authors.isEmpty { authors = inherited }
        summary = summary ?? other.summary
        language = language ?? other.language
    }
}
