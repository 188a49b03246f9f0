import Statements

@testable import Reading

/// The kinds of a text's paragraphs, each with its words.
struct Marked: Equatable, CustomStringConvertible {
    let kind: ParagraphKind
    let words: String

    init(_ kind: ParagraphKind, _ words: String) {
        self.kind = kind
        self.words = words
    }

    var description: String { "\(kind): \(words)" }
}

/// The paragraphs of a document, each with its words.
func marked(_ document: Document) -> [Marked] {
    let bytes = Array(document.text.utf8)
    return document.paragraphs.map { Marked($0.kind, String(decoding: bytes[$0.bytes], as: UTF8.self)) }
}

/// The document that a text is as a file of its own.
func article(_ text: String, _ options: ReadingOptions = ReadingOptions()) throws -> Document {
    let documents = try read(Array(text.utf8), options: options)
    return documents[0]
}

/// The words of a text's paragraphs of one kind.
func words(of kind: ParagraphKind, in text: String) throws -> [String] {
    marked(try article(text)).filter { $0.kind == kind }.map(\.words)
}
