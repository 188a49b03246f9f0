import Statements
import Testing

@testable import Reading

@Test("A line of JSON becomes a document with its text unchanged")
func lineOfJSON() throws {
    let line = Array(
        #"{"id": 7, "text": "A \"b\"\r\n\u0414 \ud83d\ude00 \ud800.", "extra": [1, {"a": null}]}"#
            .utf8)
    let document = try JSONLineReader().document(in: line[...])
    #expect(document.label == "7")
    #expect(document.text == "A \"b\"\r\n\u{414} \u{1F600} \u{FFFD}.")
    #expect(document.paragraphs.count == 2)
}
