import EDTF
import Statements
import Testing

@testable import Extraction

/// A text in which the expected expression stands between ⟦ and ⟧, and what it should mean.
struct DateCase: Sendable, CustomTestStringConvertible {
    var marked: String
    var value: String
    var edtf: String?
    var rule: TemporalRule
    var type: TimexType
    var anchor: String?

    init(
        _ marked: String, _ value: String, _ edtf: String? = nil, _ rule: TemporalRule,
        type: TimexType = .date,
        anchor: String? = "2023-12-19"
    ) {
        self.marked = marked
        self.value = value
        self.edtf = edtf
        self.rule = rule
        self.type = type
        self.anchor = anchor
    }

    var testDescription: String { marked }

    /// The text without the marks, and what stands between them.
    var parts: (text: String, marked: String) {
        let pieces = marked.split(separator: "⟦", omittingEmptySubsequences: false)
        guard pieces.count == 2 else { return (marked, "") }
        let rest = pieces[1].split(separator: "⟧", omittingEmptySubsequences: false)
        guard rest.count == 2 else { return (marked, "") }
        return (String(pieces[0] + rest[0] + rest[1]), String(rest[0]))
    }
}

/// A document of one paragraph a line.
func document(_ text: String, published: String?, language: String? = nil) -> Document {
    var paragraphs: [Paragraph] = []
    var start = 0
    let bytes = Array(text.utf8)
    for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: "\n") {
        if end > start { paragraphs.append(Paragraph(bytes: start..<end, kind: .body)) }
        start = end + 1
    }
    var document = Document(text: text, paragraphs: paragraphs)
    document.metadata.published = published.flatMap { EDTFDate($0) }
    document.metadata.language = language
    return document
}

/// The temporal expressions of a text, with the text as its tokens see it.
func temporalExpressions(_ text: String, published: String?, language: String = "en") -> (
    text: TokenizedText, found: [TemporalExpression]
) {
    let document = document(text, published: published)
    let tokens = TokenizedText(document, vocabulary: .of(language: language))
    return (tokens, TemporalTagger().expressions(in: tokens, published: document.metadata.published))
}

/// The words of an expression, without a possessive ending.
func words(_ expression: TemporalExpression, in text: TokenizedText) -> String {
    String(decoding: text.bytes[expression.byteRange(in: text)], as: UTF8.self)
}
