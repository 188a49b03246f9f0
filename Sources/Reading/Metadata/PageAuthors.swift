import Statements

/// Who wrote a page's article.
struct PageAuthors {
    /// The names, in their order.
    private(set) var names: [String] = []
    /// The names as the page prints them.
    private(set) var byline: String?

    /// The authors of a page: of its data first, then of its elements, then of the lines around the headline.
    init(_ facts: PageFacts, publisher: String?) {
        let outlets = facts.siteNames
        func take(_ fields: [String]) {
            guard names.isEmpty else { return }
            for field in fields {
                for name in authorNames(in: field, outlets: outlets) where !names.contains(name) {
                    names.append(name)
                }
            }
            byline = names.isEmpty ? nil : names.joined(separator: ", ")
        }
        take(facts.linked.names("author", of: facts.linked.article))
        for name in [
            "dc:creator", "dcterms:creator", "dcterm:creator", "author", "article:author", "parsely-author",
            "sailthru:author", "byl", "article:author_name", "citation_author", "rnews:author", "author_name",
        ] {
            take(facts.tags.all(name))
        }
        guard names.isEmpty else { return }
        let printed = PrintedAuthors(facts, outlets: outlets)
        names = printed.names
        byline = printed.byline
        if names.isEmpty { take(facts.linked.names("author", of: facts.linked.page)) }
        if names.isEmpty { take(facts.linked.names("creator", of: facts.linked.article)) }
    }
}

/// The authors that stand on a page itself.
private struct PrintedAuthors {
    private(set) var names: [String] = []
    private(set) var byline: String?

    private let facts: PageFacts
    private let outlets: [String]

    init(_ facts: PageFacts, outlets: [String]) {
        self.facts = facts
        self.outlets = outlets
        readElements()
        if names.isEmpty { readLines() }
    }

    /// Takes the names from the element that says it holds them and stands nearest to the headline.
    private mutating func readElements() {
        let (tree, text, marks) = (facts.page.tree, facts.page.text, facts.page.marks)
        var best: (distance: Int, names: [String], line: String)?
        for node in tree.nodes.indices where tree.nodes[node].tag != .text && isAuthor(node) {
            guard Int(tree.nodes[node].end) - node < 80, marks.marks[node].isDisjoint(with: .comments) else {
                continue
            }
            let distance = Int(text.blocksBefore[node]) - facts.titleBlock
            let weight = distance < 0 ? -distance * 2 : distance
            guard weight < best?.distance ?? 1_000 else { continue }
            let line = tree.text(at: node)
            let found = names(at: node, line)
            if !found.isEmpty { best = (weight, found, line) }
        }
        guard let best else { return }
        names = best.names
        byline = clippedByline(best.line, to: names)
    }

    /// The line from its word “by”, or the first name, to the last name: no role, place or date.
    private func clippedByline(_ line: String, to names: [String]) -> String {
        let ranges = names.compactMap { line.firstRange(of: $0) }
        guard let first = ranges.map(\.lowerBound).min(), let last = ranges.map(\.upperBound).max(),
            line[first..<last].utf8.count < 80
        else { return names.joined(separator: ", ") }
        let before = line[..<first].split(separator: " ")
        for count in (1...3).reversed() where count <= before.count {
            let label = before.suffix(count)
            let bytes = Array(label.joined(separator: " ").utf8)
            var words: [Word] = []
            collectWords(in: 0..<bytes.count, of: bytes.span, into: &words)
            if let match = words.isEmpty ? nil : PhraseTable.standard.match(at: 0, in: words),
                match.length == words.count, match.classes.contains(.byline),
                let start = label.first?.startIndex
            {
                return String(line[start..<last])
            }
        }
        return String(line[first..<last])
    }

    private func isAuthor(_ node: Int) -> Bool {
        if facts.page.marks.own[node].contains(.author) { return true }
        return facts.page.tree.value(of: .rel, at: node)?.lowercased() == "author"
    }

    /// The names in an element: of its links, where these are names; else of its text.
    private func names(at node: Int, _ line: String) -> [String] {
        let tree = facts.page.tree
        var linked: [String] = []
        let links = (node..<Int(tree.nodes[node].end)).filter { tree.nodes[$0].tag == .a }
        let declared = links.filter { tree.value(of: .rel, at: $0)?.lowercased().contains("author") == true }
        for index in declared.isEmpty ? links : declared {
            let text = tree.text(at: index)
            guard text.utf8.count < 60 else { continue }
            for name in authorNames(in: text, outlets: outlets)
            where looksLikeName(name) && !linked.contains(name) {
                linked.append(name)
            }
        }
        if !linked.isEmpty { return Array(linked.prefix(6)) }
        guard line.utf8.count < 120 else { return [] }
        return authorNames(in: line, outlets: outlets).prefix(3).filter(looksLikeName)
    }

    /// Takes the names from a line near the headline that begins with a word such as “by”.
    private mutating func readLines() {
        let text = facts.page.text
        let near = max(0, facts.titleBlock - 4)..<min(text.blocks.count, facts.titleBlock + 12)
        var words: [Word] = []
        for index in near where (2...24).contains(text.blocks[index].counts.words) {
            let range = text.blocks[index].bytes
            text.bytes.withUnsafeBufferPointer { bytes in
                collectWords(in: range, of: bytes.span, into: &words)
                guard let line = Byline(words, in: bytes.span, range, .standard, isExpected: false) else {
                    return
                }
                names = line.authors.filter { name in
                    !outlets.contains { $0.lowercased() == name.lowercased() }
                }
                byline = Reading.text(range, bytes.span)
            }
            if let line = byline, !names.isEmpty {
                byline = clippedByline(line, to: names)
                return
            }
        }
        byline = nil
    }

    /// Whether its words begin with capitals, where its script has such.
    private func looksLikeName(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        var words: [Word] = []
        collectWords(in: 0..<bytes.count, of: bytes.span, into: &words)
        guard let first = words.first, words.count <= 5 else { return false }
        return first.shape.contains(.capital) || bytes[0] >= 0x80
    }
}
