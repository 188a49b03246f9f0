import Statements
import Testing

@testable import Reading

private func document(_ line: String) throws(ReadingError) -> Document {
    try JSONLineReader().document(in: Array(line.utf8)[...])
}

@Test(
    "The text of a line is the string that the JSON stands for, code point for code point",
    arguments: [
        (#""""#, ""),
        (#""plain""#, "plain"),
        (#""a \"b\" \\ \/ \b\f\n\r\t""#, "a \"b\" \\ / \u{8}\u{C}\n\r\t"),
        (#""\r\nkept\u0020 ""#, "\r\nkept  "),
        (#""\u0414\u043e\u043cой""#, "Домой"),
        (#""\ud83d\ude00""#, "\u{1F600}"),
        (#""\uD83D\uDE00!""#, "\u{1F600}!"),
        (#""\ud800""#, "\u{FFFD}"),
        (#""\ud800\ud83d\ude00""#, "\u{FFFD}\u{1F600}"),
        (#""\udc00x""#, "\u{FFFD}x"),
        (#""\u0000""#, "\0"),
    ])
func textOfLine(string: String, expected: String) throws {
    let text = try document(#"{"id":"1","text":\#(string)}"#).text
    #expect(Array(text.unicodeScalars) == Array(expected.unicodeScalars))
}

@Test("Known keys fill the metadata, wherever they stand, and unknown keys are passed over")
func metadataOfLine() throws {
    let read = try document(
        #" {"x":{"text":[1,-2.5e+9,true,null,{}]},"title":"T","language":"en","publisher":"P","#
            + #""url":"https://example.org/","published":"2023-12-19","text":"Words.","id":12e3} "#)
    #expect(read.label == "12e3")
    #expect(read.text == "Words.")
    #expect(read.metadata.title == "T")
    #expect(read.metadata.language == "en")
    #expect(read.metadata.publisher == "P")
    #expect(read.metadata.url == "https://example.org/")
    #expect(read.metadata.published?.description == "2023-12-19")
}

@Test("A key that is written with escapes is the same key, and the last of two counts")
func repeatedKeys() throws {
    #expect(try document(#"{"text":"first","te\u0078t":"second"}"#).text == "second")
}

@Test("What the user gives wins over what the line says")
func optionsWin() throws {
    var options = ReadingOptions()
    options.title = "Mine"
    options.language = "uk"
    options.kind = .message
    let line = Array(#"{"text":"a","title":"Theirs","language":"en"}"#.utf8)
    let read = try JSONLineReader(options: options).document(in: line[...])
    #expect(read.metadata.title == "Mine")
    #expect(read.metadata.language == "uk")
    #expect(read.kind == .message)
}

@Test(
    "A line that is no such object is refused with the byte, and with the id where it can be told",
    arguments: [
        ("", nil, 0), ("7", nil, 0), ("[]", nil, 0), ("{", nil, 1), (#"{"id":"a""#, "a", 9),
        (#"{"id":"a","text":"x"} y"#, "a", 22), (#"{"id":"a","text":"x"#, "a", 19),
        (#"{"id":"a","text":"\q"}"#, "a", 18), (#"{"id":"a","text":"\u12g4"}"#, "a", 18),
        (#"{"text":7,"id":"late"}"#, "late", 8), (#"{"id":["a"],"text":"x"}"#, nil, 6),
        (#"{"id":"a","x":01}"#, "a", 15), (#"{"id":"a","x":nul}"#, "a", 14), (#"{"id":"a",}"#, "a", 10),
        ("{\"id\":\"a\",\"text\":\"\n\"}", "a", 18),
    ] as [(String, String?, Int)])
func badLine(line: String, id: String?, byte: Int) {
    let error = #expect(throws: ReadingError.self) { try document(line) }
    #expect(error?.label == id)
    #expect(error?.place.byte == byte)
}

@Test("An object without a text is refused")
func lineWithoutText() {
    let error = #expect(throws: ReadingError.self) { try document(#"{"id":3}"#) }
    #expect(error?.label == "3")
    #expect(error?.problem == "the object has no “text”")
}

@Test("A line that is not UTF-8 is refused with the byte")
func lineNotUTF8() {
    let line = Array(#"{"text":"ab"#.utf8) + [0xFF] + Array(#""}"#.utf8)
    let error = #expect(throws: ReadingError.self) { try JSONLineReader().document(in: line[...]) }
    #expect(error?.place.byte == 11)
}

@Test("Ten million brackets are refused, and do not exhaust the stack", arguments: ["[", #"{"a":"#])
func deepNesting(opening: String) {
    let line = #"{"id":"deep","x":"# + String(repeating: opening, count: 10_000_000 / opening.utf8.count)
    let error = #expect(throws: ReadingError.self) { try document(line) }
    #expect(error?.label == "deep")
}

@Test("Of lines in a file each is read for itself, and an error has the number of its line")
func linesOfFile() throws {
    let file = "\u{FEFF}{\"id\":1,\"text\":\"a\"}\r\n\n{oops}\n{\"id\":2,\"text\":\"b\"}"
    let results = readEach(Array(file.utf8))
    try #require(results.count == 3)
    #expect(try results[0].get().label == "1")
    #expect(throws: ReadingError.self) { try results[1].get() }
    if case .failure(let error) = results[1] { #expect(error.place.line == 3) }
    #expect(try results[2].get().label == "2")
}

@Test("One object over several lines is one document, or one error")
func objectOverLines() throws {
    let object = "{\n  \"id\": 1,\n  \"text\": \"a\"\n}\n"
    #expect(try read(Array(object.utf8)).map(\.text) == ["a"])
    let other = "{\n  \"name\": \"Channel\",\n  \"messages\": [\n  ]\n}\n"
    #expect(readEach(Array(other.utf8)).count == 1)
    #expect(throws: ReadingError.self) { try read(Array(other.utf8)) }
}

@Test("A date of publication that is none is warned of")
func badPublished() throws {
    let read = try document(#"{"text":"a","published":"yesterday"}"#)
    #expect(read.metadata.published == nil)
    #expect(read.warnings.count == 1)
}
