import Testing

@testable import Extraction

@Test(
    "A word is found in capitals too, in Latin and in Cyrillic letters, with any apostrophe",
    arguments: [
        ("monday", "MONDAY"), ("среда", "Среда"), ("ёлка", "ЁЛКА"), ("їжак", "ЇЖАК"), ("ґанок", "Ґанок"),
        ("п'ятниця", "П’ЯТНИЦЯ"), ("п'ятниця", "пʼятниця"), ("рябь", "РЯБЬ"),
    ])
func folding(word: String, written: String) {
    var table = WordTable()
    table.insert(Array(word.utf8), value: 7)
    let bytes = Array(written.utf8)
    #expect(table.value(bytes, 0..<bytes.count) == 7)
}

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
