import Statements

/// The document that an entry of a feed is: its headline, its summary where the entry has more than that, its text.
func feedDocument(
    _ item: FeedItem, of feed: Feed, options: ReadingOptions, warnings: [String]
) -> Document {
    var metadata = Metadata()
    metadata.url = item.link
    metadata.canonicalURL = item.canonicalLink
    metadata.title = item.title?.line
    metadata.authors = item.authors
    metadata.byline = item.authors.isEmpty ? nil : item.authors.joined(separator: ", ")
    metadata.publisher = feed.publisher ?? feed.title?.line
    metadata.published = item.published ?? item.modified
    metadata.modified = item.modified
    metadata.language = item.language ?? feed.language
    metadata.excerpt = item.summary?.line
    options.overrideFeed(&metadata)

    var text = FeedDocumentText()
    if let title = item.title?.line { text.add(title, .title) }
    let content = item.content.map { FeedParagraphs($0) }
    let summary = item.summary.map { FeedParagraphs($0) }
    if let content, !content.isEmpty {
        // Many feeds give the beginning of the text as its summary.
        if let summary, summary.isSummary, !content.begins(with: summary) {
            text.add(summary, as: .standfirst)
        }
        text.add(content, as: nil)
    } else if let summary {
        text.add(summary, as: summary.isSummary ? .standfirst : nil)
    }
    let kind = options.kind ?? .article
    if kind == .article { markFurniture(&text.drafts) }
    metadata.language =
        metadata.language
        ?? text.bytes.withUnsafeBufferPointer { likelyLanguage(of: text.drafts, in: $0.span) }
    return Document(
        label: item.link, kind: kind, text: String(decoding: text.bytes, as: UTF8.self),
        paragraphs: text.drafts.map { Paragraph(bytes: $0.bytes, kind: $0.kind ?? .body) },
        metadata: metadata, warnings: warnings)
}

/// The text of a document while it grows, with its paragraphs.
private struct FeedDocumentText {
    var bytes: [UInt8] = []
    var drafts: [Draft] = []
    private var words: [Word] = []

    mutating func add(_ text: String, _ kind: ParagraphKind?) {
        if !bytes.isEmpty { bytes.append(contentsOf: [0x0A, 0x0A]) }
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        let range = start..<bytes.count
        var draft = Draft(TextLine(bytes: range, indent: 0, opensBlock: true))
        draft.kind = kind
        // A headline may speak as furniture does.
        if kind != .title {
            draft.signs = bytes.withUnsafeBufferPointer {
                signs(of: range, in: $0.span, .standard, words: &words)
            }
        }
        drafts.append(draft)
    }

    mutating func add(_ paragraphs: FeedParagraphs, as kind: ParagraphKind?) {
        for paragraph in paragraphs.all { add(paragraph.text, kind ?? paragraph.kind) }
    }
}

/// The paragraphs of a text in a feed.
private struct FeedParagraphs {
    /// A paragraph; its kind is open where it is running text.
    private(set) var all: [(text: String, kind: ParagraphKind?)] = []

    /// More words than these, or more than one paragraph, are no summary.
    private static let longestSummary = 80

    init(_ text: FeedText) {
        if text.isMarkup { readMarkup(text.bytes) } else { readPlain(text.bytes) }
    }

    var isEmpty: Bool { all.isEmpty }

    /// Whether it is as short as a summary.
    var isSummary: Bool {
        all.count == 1 && all[0].text.utf8.count { $0 == 0x20 } < FeedParagraphs.longestSummary
    }

    /// Whether the text begins as a summary does, which may break off.
    func begins(with summary: FeedParagraphs) -> Bool {
        guard let first = summary.all.first?.text.utf8 else { return true }
        let words = all.prefix(8).map(\.text).joined(separator: " ").utf8
        return words.starts(with: first.prefix(first.count * 3 / 4))
    }

    private mutating func readMarkup(_ bytes: [UInt8]) {
        guard let tree = try? pageTree(of: SlimPage(bytes)) else { return }
        let text = PageText(of: tree)
        var blocks = text.blocks[...]
        // “Read on”, “appeared first on”: links below the text.
        while blocks.count > 1, let last = blocks.last, last.linkDensity > 0.5, last.counts.words < 40 {
            blocks.removeLast()
        }
        for block in blocks {
            all.append(
                (
                    String(decoding: text.bytes[block.bytes], as: UTF8.self),
                    FeedParagraphs.kind(of: block.form)
                ))
        }
    }

    private mutating func readPlain(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.utf8.span
        let found = drafts(of: textLines(of: lines), in: lines)
        for draft in found { all.append((Reading.text(draft.bytes, lines), nil)) }
    }

    private static func kind(of form: PageTag) -> ParagraphKind? {
        if form.isHeading { return .heading }
        switch form {
        case .li: return .listItem
        case .blockquote: return .blockQuotation
        case .figcaption, .caption: return .caption
        default: return nil
        }
    }
}

extension ReadingOptions {
    /// Writes what the user gave over what an entry says; an address or a headline of all entries together is none.
    fileprivate func overrideFeed(_ metadata: inout Metadata) {
        metadata.published = published ?? metadata.published
        metadata.publisher = publisher ?? metadata.publisher
        metadata.language = language ?? metadata.language
    }
}
