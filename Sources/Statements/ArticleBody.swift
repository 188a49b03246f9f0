/// The body of a document: its running text, with the headlines within it, and nothing else.
public struct ArticleBody: Hashable, Sendable {
    /// A paragraph of the body.
    public struct Paragraph: Hashable, Sendable {
        /// The code points of the body's text that it takes up.
        public let codePoints: Range<Int>
        /// What it is to the article.
        public let kind: ParagraphKind
    }

    /// The text: the paragraphs with a blank line between them.
    public let text: String
    /// The paragraphs in their order.
    public let paragraphs: [Paragraph]

    /// The body of a document.
    public init(of document: Document) {
        let source = document.text.utf8
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        var paragraphs: [Paragraph] = []
        var count = 0
        source.withContiguousStorageIfAvailable { source in
            for paragraph in document.paragraphs where paragraph.kind.isBody {
                if !bytes.isEmpty {
                    bytes.append(contentsOf: [0x0A, 0x0A])
                    count += 2
                }
                let start = count
                bytes.append(contentsOf: source[paragraph.bytes])
                count += source[paragraph.bytes].count { $0 & 0xC0 != 0x80 }
                paragraphs.append(Paragraph(codePoints: start..<count, kind: paragraph.kind))
            }
        }
        text = String(decoding: bytes, as: UTF8.self)
        self.paragraphs = paragraphs
    }
}
