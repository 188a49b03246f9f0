import EDTF
import Statements

@testable import Extraction

/// What Extraction finds in a text, and the text with marks around it: `⟦words⟧`, `⟦+more words of the same quote⟧`,
/// `⟪attribution⟫` and `⟨cue⟩`.
///
/// A test writes a text with the marks where they should be; it is right where `marked` gives back what it was given.
struct MarkedQuotes {
    /// The text without marks.
    let text: String
    /// What Extraction finds in it.
    let findings: Findings

    /// Reads a text, whose marks are dropped, with a paragraph of the article a line.
    init(
        _ marked: String, published: EDTFDate? = nil, kind: ParagraphKind = .body,
        rulesOnly: Bool = true
    ) {
        text = withoutMarks(marked)
        findings = Extractor(ExtractionOptions(rulesOnly: rulesOnly)).findings(
            in: document(text, published: published, kind: kind))
    }

    /// The quotes.
    var quotes: [Quote] { findings.quotes.map(\.quote) }

    /// The speakers' names, quote by quote; “–” for none.
    var speakers: [String] { quotes.map { $0.speaker?.name ?? "–" } }

    /// The numbers of the statements, quote by quote.
    var statements: [Int?] { findings.quotes.map(\.statement) }

    /// The text with marks around what was found.
    var marked: String {
        var marks: [Mark] = []
        for quote in quotes {
            for (index, segment) in quote.segments.enumerated() {
                marks += pair(segment, index == 0 ? "⟦" : "⟦+", "⟧")
            }
            if let attribution = quote.attribution { marks += pair(attribution, "⟪", "⟫") }
            if let cue = quote.cue { marks += pair(cue.passage, "⟨", "⟩") }
        }
        marks = Array(Set(marks)).sorted()
        var result = ""
        var next = marks.startIndex
        for (offset, scalar) in text.unicodeScalars.enumerated() {
            while next < marks.endIndex, marks[next].offset == offset {
                result += marks[next].text
                next += 1
            }
            result.unicodeScalars.append(scalar)
        }
        return result + marks[next...].map(\.text).joined()
    }

    /// A mark before a code point. At one place what closes comes first, and the wider of two stands outside.
    private struct Mark: Hashable, Comparable {
        let offset: Int
        let closes: Bool
        let otherEnd: Int
        let text: String

        static func < (one: Mark, other: Mark) -> Bool {
            if one.offset != other.offset { return one.offset < other.offset }
            if one.closes != other.closes { return one.closes }
            if one.otherEnd != other.otherEnd { return one.otherEnd > other.otherEnd }
            return one.text < other.text
        }
    }

    private func pair(_ passage: Passage, _ open: String, _ close: String) -> [Mark] {
        [
            Mark(offset: passage.start, closes: false, otherEnd: passage.end, text: open),
            Mark(offset: passage.end, closes: true, otherEnd: passage.start, text: close),
        ]
    }
}

/// A document with a paragraph a line, all of one kind.
func document(_ text: String, published: EDTFDate? = nil, kind: ParagraphKind = .body) -> Document {
    var paragraphs: [Paragraph] = []
    var start = 0
    let bytes = Array(text.utf8)
    for position in 0...bytes.count where position == bytes.count || bytes[position] == UInt8(ascii: "\n") {
        if position > start { paragraphs.append(Paragraph(bytes: start..<position, kind: kind)) }
        start = position + 1
    }
    var metadata = Metadata()
    metadata.published = published
    return Document(text: text, paragraphs: paragraphs, metadata: metadata)
}

private func withoutMarks(_ marked: String) -> String {
    var text = String.UnicodeScalarView()
    var afterOpening = false
    for scalar in marked.unicodeScalars {
        switch scalar {
        case "⟧", "⟪", "⟫", "⟨", "⟩": afterOpening = false
        case "⟦": afterOpening = true
        case "+" where afterOpening: afterOpening = false
        default:
            afterOpening = false
            text.append(scalar)
        }
    }
    return String(text)
}
