import Testing

@testable import Extraction

@Test(
    "A byte's place is counted in code points",
    arguments: [
        "", "plain", "Élodie said “no”", "Тихий берег", "family 👨‍👩‍👧 and flag 🇨🇭", "e\u{301}\u{FEFF}\r\n",
        String(repeating: "a“б👍", count: 200),
    ])
func codePoints(text: String) {
    let bytes = Array(text.utf8)
    let index = CodePointIndex(bytes)
    var byte = 0
    for (number, scalar) in text.unicodeScalars.enumerated() {
        #expect(index.offset(ofByte: byte, in: bytes) == number)
        byte += UTF8.width(scalar)
    }
    #expect(index.offset(ofByte: bytes.count, in: bytes) == text.unicodeScalars.count)
}

@Test("A passage tells its place and its words")
func passage() {
    let bytes = Array("Élodie said “no”".utf8)
    let passage = CodePointIndex(bytes).passage(13..<21, in: bytes)
    #expect(passage.exact == "“no”")
    #expect(passage.start == 12 && passage.end == 16)
}
