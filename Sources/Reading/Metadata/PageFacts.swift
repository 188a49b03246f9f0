import EDTF
import Statements

/// What a page says of its article, source by source; the rules of each field choose among them.
struct PageFacts {
    let page: Page
    let tags: MetaTags
    let linked: LinkedData
    /// The headlines of the first rank, as a reader sees them.
    let headlines: [String]
    /// The `title` of the page.
    let title: String?
    /// The language that the page says it is in.
    let language: String?
    /// The paragraph that is the headline, or where the article begins.
    private(set) var titleBlock = 0
    /// Whether the headline stands on the page.
    private(set) var isTitlePrinted = false

    /// The facts of a page.
    init(_ page: Page) {
        self.page = page
        let tree = page.tree
        tags = MetaTags(of: tree)
        linked = LinkedData(tree.linkedData)
        headlines = tree.elements(.h1).prefix(20).map { tree.text(at: $0) }.filter { !$0.isEmpty }
        title = tree.elements(.title).first.map { tree.text(at: $0) }.flatMap { $0.isEmpty ? nil : $0 }
        let root = tree.elements(.html).first
        language =
            root.flatMap { tree.value(of: .lang, at: $0) ?? tree.value(of: .xmlLang, at: $0) }
            ?? tags.first("content-language", "language", "dc:language")
            ?? linked.article?["inLanguage"]?.text
    }

    /// The metadata of the page's article.
    mutating func metadata(url: String?) -> Metadata {
        var metadata = Metadata()
        metadata.title = articleTitle(self)
        let printed = printedPlace(of: metadata.title)
        isTitlePrinted = printed != nil
        titleBlock =
            printed ?? page.text.blocks.firstIndex { $0.form == .h1 } ?? page.weights.firstIndex { $0 > 15 }
            ?? 0
        metadata.publisher = publisher
        metadata.canonicalURL = canonicalURL
        metadata.excerpt = excerpt
        metadata.direction = direction
        metadata.language = language
        let dates = PageDates(self, url: url ?? metadata.canonicalURL)
        metadata.published = dates.published
        metadata.modified = dates.modified
        let authors = PageAuthors(self, publisher: metadata.publisher)
        metadata.authors = authors.names
        metadata.byline = authors.byline
        return metadata
    }

    /// The names of the site and of its publisher.
    var siteNames: [String] {
        linked.names("publisher", of: linked.article)
            + [
                tags.first("og:site_name"), linked.site?["name"]?.text, linked.organization?["name"]?.text,
                tags.first("application-name"), tags.first("al:android:app_name"),
            ].compactMap { $0 }
    }

    /// Whether 03/04/2023 is a day in March here.
    var isMonthFirst: Bool {
        guard let language = language?.lowercased() else { return true }
        if language.hasPrefix("en") {
            return language.count < 5 || language.hasSuffix("us") || language.hasSuffix("ca")
        }
        return false
    }

    /// The elements with this property, in lower case, of the vocabulary of schema.org.
    func properties(_ name: String) -> [Int] {
        page.tree.nodes.indices.filter { node in
            guard let range = page.tree.range(of: .itemprop, at: node), range.count >= name.utf8.count else {
                return false
            }
            let value = String(decoding: page.tree.bytes[range], as: UTF8.self).lowercased()
            return value.split(separator: " ").contains { $0 == name }
        }
    }

    private var publisher: String? {
        linked.names("publisher", of: linked.article).first ?? tags.first("og:site_name") ?? linked.site?[
            "name"]?.text
            ?? linked.organization?["name"]?.text
    }

    private var excerpt: String? {
        linked.article?["description"]?.text
            ?? tags.first(
                "dc:description", "dcterm:description", "og:description", "description", "twitter:description"
            )
    }

    private var direction: TextDirection? {
        for tag in [PageTag.html, .body] {
            for node in page.tree.elements(tag) {
                if let value = page.tree.value(of: .dir, at: node)?.lowercased() {
                    return TextDirection(rawValue: value)
                }
            }
        }
        return nil
    }

    private var canonicalURL: String? {
        for node in page.tree.elements(.link) {
            let relations = page.tree.value(of: .rel, at: node)?.lowercased().split(separator: " ") ?? []
            if relations.contains("canonical"), let address = page.tree.value(of: .href, at: node),
                address.hasPrefix("http")
            {
                return address
            }
        }
        return tags.first("og:url").flatMap { $0.hasPrefix("http") ? $0 : nil }
    }

    /// The paragraph that is the headline.
    private func printedPlace(of title: String?) -> Int? {
        guard let title else { return nil }
        let blocks = page.text.blocks
        let bytes = Array(title.utf8)
        let fingerprint = TextCounts(0..<bytes.count, of: bytes.span).fingerprint
        let places = blocks.indices.filter { blocks[$0].counts.fingerprint == fingerprint }
        return places.first { blocks[$0].form == .h1 } ?? places.last { blocks[$0].form.isHeading }
            ?? places.first
    }
}
