import Statements
import TestSupport
import Testing

@testable import Reading

/// Pieces that texts of random shape are made of.
private let pieces = [
    "\n", "\n\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{C}", " ", "\t", "\u{A0}", "\u{200B}",
    "“", "”",
    "\"", "'", "’", "«", "»", "Read more", "Support us", "By Jane Roe", "19 December 2023", "Photo:", "Q:",
    "A:",
    "- ", "1. ", "> ", "©", "$", "word", "Word", "WORD", "слово", "Слово", "ї", "漢字", "\u{1F600}", "e\u{301}",
    ".",
    "?", ":", "/", "(", ")", "—", " -- ", "said", "(Outlet)", "\0", "\u{FFFD}", "é", "É",
]

private func randomText(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...60, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
        .joined()
}

private func isBlank(_ scalar: UnicodeScalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
}

@Test(
    "Paragraphs stand in order, apart, on code point boundaries, and cover all but white space",
    arguments: 0..<400)
func paragraphsCover(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let text = randomText(&generator)
    let escaped = text.unicodeScalars.map { "\\u{\(String($0.value, radix: 16))}" }.joined()
    let document = understood(text: text, label: nil, kind: .article, metadata: Metadata(), warnings: [])
    let bytes = Array(text.utf8)
    var position = 0
    for paragraph in document.paragraphs {
        #expect(paragraph.bytes.lowerBound >= position && !paragraph.bytes.isEmpty)
        #expect(String(validating: bytes[paragraph.bytes], as: UTF8.self) != nil)
        let gap = String(decoding: bytes[position..<paragraph.bytes.lowerBound], as: UTF8.self)
        #expect(gap.unicodeScalars.allSatisfy(isBlank), "\(escaped)")
        position = paragraph.bytes.upperBound
    }
    let rest = String(decoding: bytes[position...], as: UTF8.self)
    #expect(rest.unicodeScalars.allSatisfy(isBlank), "\(escaped)")
}

@Test("Random bytes are read or refused, and never crash", arguments: 0..<400)
func randomBytes(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 0...300, using: &generator)
    let starts: [[UInt8]] = [
        [], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], Array("{\"text\":\"".utf8), Array("{\"".utf8),
    ]
    let start = starts[seed % starts.count]
    let bytes = start + (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    #expect(!readEach(bytes).isEmpty)
    for label in ["utf-16", "koi8-r", "utf-8", "shift_jis"] {
        var options = ReadingOptions()
        options.encoding = label
        #expect(!readEach(bytes, options: options).isEmpty)
    }
}

@Test("A line of JSON holds its text exactly, however it is escaped", arguments: 0..<200)
func jsonRoundTrip(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let text = randomText(&generator)
    var json = #"{"id":"\#(seed)","text":""#
    for scalar in text.unicodeScalars {
        let mustEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
        if mustEscape || Bool.random(using: &generator) {
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16)
                json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        } else {
            json.unicodeScalars.append(scalar)
        }
    }
    let document = try JSONLineReader().document(in: Array((json + "\"}").utf8)[...])
    #expect(document.text.unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(document.label == String(seed))
}

@Test("A cut line of JSON is refused at every length")
func cutLines() throws {
    let line = Array(#"{"id":"a","x":[1.5e3,{"y":null}],"text":"\ud83d\ude00 end"}"#.utf8)
    _ = try JSONLineReader().document(in: line[...])
    for length in 0..<line.count {
        #expect(throws: ReadingError.self) { try JSONLineReader().document(in: line[..<length]) }
    }
}
