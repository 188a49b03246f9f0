import Testing

@testable import Extraction

@Test("A table of words gives back what was put in, and nothing else")
func table() {
    var table = WordTable()
    let words = (0..<2_000).map { "word\($0)" }
    for (number, word) in words.enumerated() { table.insert(Array(word.utf8), value: Int16(number)) }
    for (number, word) in words.enumerated() {
        let bytes = Array("…\(word)…".utf8)
        #expect(table.value(bytes, 3..<bytes.count - 3) == Int16(number))
        #expect(table.value(bytes, 3..<bytes.count - 2) == nil)
    }
}
