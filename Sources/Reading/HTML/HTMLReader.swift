import Statements

/// Reads an input that is a page of HTML.
enum HTMLReader: Reader {
    static let format = Format.html

    static func recognises(_ head: Span<UInt8>) -> Bool {
        var index = 0
        if head.count >= 3, head[0] == 0xEF, head[1] == 0xBB, head[2] == 0xBF { index = 3 }
        while index < head.count, head[index] <= 0x20 { index += 1 }
        guard index < head.count, head[index] == 0x3C else { return false }
        let limit = min(head.count, index + 16)
        let lower = (index..<limit).map { (0x41...0x5A).contains(head[$0]) ? head[$0] | 0x20 : head[$0] }
        let beginnings = [
            "<!doctype html", "<html", "<head", "<body", "<!--", "<meta", "<article", "<div", "<p>",
            "<script", "<title",
        ]
        return beginnings.contains { lower.starts(with: $0.utf8) }
    }

    static func documents(in bytes: [UInt8], options: ReadingOptions) -> [Result<Document, ReadingError>] {
        [Result { () throws(ReadingError) in try document(in: bytes, options: options) }]
    }

    private static func document(in bytes: [UInt8], options: ReadingOptions) throws(ReadingError) -> Document
    {
        guard bytes.count <= longestPage else {
            throw ReadingError(
                problem: "the page has more than \(longestPage >> 20) MiB",
                advice: "give the article by itself")
        }
        let decoded = try DecodedPage(bytes, options: options)
        let page = Page(try pageTree(of: SlimPage(decoded.bytes)))
        var facts = PageFacts(page)
        var metadata = facts.metadata(url: options.url)
        options.override(&metadata)
        var article = ArticleText()
        let blocks = articleBlocks(page, titleBlock: facts.isTitlePrinted ? facts.titleBlock : nil)
        if let body = linkedBody(of: facts.linked, beside: blocks, of: page.text) {
            for block in blocks where !block.kind.isBody { article.append(block, of: page.text) }
            for block in body.blocks { article.append(block, of: body.text) }
        } else {
            for block in blocks { article.append(block, of: page.text) }
        }
        var document = Document(
            kind: options.kind ?? .article, text: String(decoding: article.bytes, as: UTF8.self),
            paragraphs: article.paragraphs, metadata: metadata, warnings: decoded.warnings)
        if document.metadata.language == nil {
            let ranges = document.paragraphs.filter(\.kind.isBody).map(\.bytes)
            document.metadata.language = likelyLanguage(of: ranges, in: document.text.utf8.span)
        }
        if !document.paragraphs.contains(where: \.kind.isBody) {
            if page.text.blocks.isEmpty, metadata.title == nil {
                throw ReadingError(
                    problem: "the page holds no text", advice: "give the page as a browser shows it")
            }
            document.warnings.append("no article was found on the page; perhaps a script brings it")
        }
        return document
    }
}

/// The text of an article as it grows, paragraph by paragraph.
private struct ArticleText {
    private(set) var bytes: [UInt8] = []
    private(set) var paragraphs: [Paragraph] = []

    mutating func append(_ block: ArticleBlock, of text: PageText) {
        if !bytes.isEmpty { bytes.append(contentsOf: [0x0A, 0x0A]) }
        let start = bytes.count
        bytes.append(contentsOf: text.bytes[text.blocks[block.block].bytes])
        paragraphs.append(Paragraph(bytes: start..<bytes.count, kind: block.kind))
    }
}

/// The longest page that is read, in bytes. The longest of the web have some ten million.
private let longestPage = 48 << 20
