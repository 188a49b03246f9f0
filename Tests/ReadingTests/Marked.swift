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

/// Pseudo-random numbers that are the same on every run: SplitMix64 (Steele, Lea, Flood, 2014).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
