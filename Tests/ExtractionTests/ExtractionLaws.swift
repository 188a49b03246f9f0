import EDTF
import Statements
import TestSupport
import Testing

@testable import Extraction

/// What random articles are made of: words of saying, names, marks of every kind, and what no editor lets through.
private let pieces = [
    "said", "told", "asked", "added", "according to", "called for", "accused", "demanded that", "saying",
    "that", "to", "and", "but", "the group", "its spokesman", "she", "they", "it", "Mira Holt", "Belsky",
    "Tikhiy’ Bereg", "(Quiet Shore)", "the Ferry Union", "Mr.", "U.S.", "the mayor", "in a message",
    "on Telegram",
    "on Monday", "for weeks", "in 2023", "since May", "the boats", "would stop", "“", "”", "\"", "'", "‘",
    "’",
    "«", "»", "„", "‟", "``", "''", "—", "--", "…", "...", ",", ".", "?", "!", ":", ";", "(", ")", "6\"",
    "\n",
    "\n\n", "\t", "\r\n", "\u{0}", "\u{202E}", "\u{200B}", "é", "e\u{301}", "👨‍👩‍👧", "Путь Домой", "заявил", "的",
    "１２",
]

private func randomText(seed: UInt64, pieces count: Int) -> String {
    var random = SeededGenerator(seed: seed)
    var text = ""
    for _ in 0..<count {
        text += pieces.randomElement(using: &random) ?? ""
        if Int.random(in: 0..<4, using: &random) > 0 { text += " " }
    }
    return text
}

/// A document with a paragraph a line, of a kind at random.
private func randomDocument(seed: UInt64) throws -> Document {
    var random = SeededGenerator(seed: seed ^ 0xABCD)
    let plain = document(randomText(seed: seed, pieces: 400), published: try EDTFDate(parsing: "2024-04-16"))
    let paragraphs = plain.paragraphs.map { paragraph in
        let isBody = Int.random(in: 0..<3, using: &random) > 0
        return Paragraph(
            bytes: paragraph.bytes,
            kind: isBody ? .body : ParagraphKind.allCases.randomElement(using: &random) ?? .body)
    }
    return Document(text: plain.text, paragraphs: paragraphs, metadata: plain.metadata)
}

private func expectLaws(of findings: Findings, in document: Document) {
    let scalars = Array(document.text.unicodeScalars)
    func readsBack(_ passage: Passage) -> Bool {
        guard 0 <= passage.start, passage.start < passage.end, passage.end <= scalars.count else {
            return false
        }
        return passage.exact.unicodeScalars.elementsEqual(scalars[passage.start..<passage.end])
    }
    var statements = 0
    for found in findings.quotes {
        let quote = found.quote
        #expect(!quote.segments.isEmpty)
        for segment in quote.segments { #expect(readsBack(segment), "\(segment)") }
        for (one, next) in zip(quote.segments, quote.segments.dropFirst()) {
            #expect(one.end <= next.start, "\(one) \(next)")
        }
        if let cue = quote.cue { #expect(readsBack(cue.passage), "\(cue)") }
        if let attribution = quote.attribution { #expect(readsBack(attribution), "\(attribution)") }
        #expect((0...1).contains(quote.confidence))
        #expect(quote.speaker?.name.isEmpty != true)
        if let statement = found.statement {
            #expect((0...statements).contains(statement))
            statements = max(statements, statement + 1)
        }
    }
    for (one, next) in zip(findings.quotes, findings.quotes.dropFirst()) {
        #expect(one.quote.segments[0].start <= next.quote.segments[0].start)
    }
    for date in findings.dates { #expect(readsBack(date.passage), "\(date)") }
}

@Test("Whatever the text: all that is found reads back letter for letter, in order", arguments: 0..<200)
func laws(seed: Int) throws {
    let document = try randomDocument(seed: UInt64(seed))
    expectLaws(of: Extractor().findings(in: document), in: document)
}

@Test("No two quotes of a document have the same segments", arguments: 0..<200)
func quotesDiffer(seed: Int) throws {
    let quotes = Extractor().findings(in: try randomDocument(seed: UInt64(seed))).quotes
    #expect(Set(quotes.map(\.quote.segments)).count == quotes.count)
}

@Test("The same document gives the same findings", arguments: 0..<20)
func sameAgain(seed: Int) throws {
    let document = try randomDocument(seed: UInt64(seed))
    let findings = Extractor().findings(in: document)
    #expect(findings == Extractor().findings(in: document))
}

@Test("What is no part of the article changes nothing", arguments: 0..<50)
func furniture(seed: Int) throws {
    let document = try randomDocument(seed: UInt64(seed))
    let more = "\n“We stay,” Mira Holt said. It added: “"
    let end = document.text.utf8.count
    let longer = Document(
        text: document.text + more,
        paragraphs: document.paragraphs + [
            Paragraph(bytes: end + 1..<end + more.utf8.count, kind: .notArticle)
        ], metadata: document.metadata)
    #expect(Extractor().findings(in: document) == Extractor().findings(in: longer))
}

@Test("A document without words has no findings", arguments: ["", "\n", " \t\r\n", "\u{FEFF}", "\u{200B}"])
func empty(text: String) {
    #expect(Extractor().findings(in: document(text)) == Findings())
}

/// Repeated to 300 kB in one paragraph, what a rule looks at must stay bounded; a square of it would never end.
@Test(
    "A pattern repeated without end costs no more than its length",
    arguments: [
        "he said ", "he said, ", "said that ", "“a ", "a” ", "\" ", "' ", "'a ", "‘a", "“‘", "(", "( a ", ")",
        "John and ", "of the ", "the ", "A ", "A B (", "X (Y) ", "according to ", ", who ", ", ", ": ", "… ",
        "— ", ". ", "Mr. ", "a. ", "U.S.", "-", "a-", "1,", "she ", "it added ", "“We stay,” she said. ",
        "\"We stay,\" said Mira Holt. ", "on Monday ", "for weeks ", "last year of the ", "saying ",
        "called ",
        "demanded ", "told reporters ", "The group ", "its spokesman ", "John's ", "’", "Put’ ", "é", "的",
        "👍",
        "\u{0}", "\u{301}",
    ])
func pathological(pattern: String) throws {
    let text = String(repeating: pattern, count: 300_000 / pattern.utf8.count)
    let document = document(text, published: try EDTFDate(parsing: "2024-04-16"))
    let findings = Extractor().findings(in: document)
    #expect(findings.quotes.count <= text.utf8.count)
}

@Test(
    "Paragraphs without end cost no more than their length",
    arguments: [
        "“a\n", "a:\n", "“We stay,” she said.\n", "he said\n", "\"\n", "Mira Holt\n", "it added: “no\n",
    ])
func manyParagraphs(pattern: String) throws {
    let text = String(repeating: pattern, count: 300_000 / pattern.utf8.count)
    let findings = Extractor().findings(in: document(text))
    #expect(findings.quotes.count <= text.utf8.count)
}
