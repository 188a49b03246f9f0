import Publishing
import TestSupport
import Testing

@Suite("Text fits the terminal")
struct LayoutTests {
    @Test(
        "Width is counted in cells",
        arguments: [
            ("plain", 5), ("naïve", 5), ("nai\u{308}ve", 5), ("日本語", 6), ("한국", 4), ("👩\u{200D}👧", 2),
            ("Ａ", 2), ("", 0), ("🇺🇦", 2), ("й", 1), ("❤\u{FE0F}", 2),
        ])
    func width(text: String, cells: Int) {
        #expect(DisplayWidth.of(text) == cells)
    }

    @Test("Characters of every block are as wide by themselves as within a text that has others")
    func blocks() {
        for value in 0x20...0x2FFF as ClosedRange<UInt32> {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let character = Character(scalar)
            guard scalar.properties.generalCategory != .control else { continue }
            #expect(DisplayWidth.of(String(character)) == DisplayWidth.of(character), "\(value)")
        }
    }

    @Test("Lines break at spaces and none is too wide")
    func words() {
        #expect(LineWrapping.lines(of: "one two  three four", width: 9) == ["one two", "three", "four"])
        #expect(LineWrapping.lines(of: "", width: 9) == [""])
    }

    @Test("A word wider than the line is broken where it must be")
    func longWords() {
        #expect(LineWrapping.lines(of: "a abcdefghij k", width: 4) == ["a", "abcd", "efgh", "ij k"])
    }

    @Test("Ideographs break between any two, but not before a mark that closes")
    func ideographs() {
        #expect(LineWrapping.lines(of: "日本語。日本", width: 6) == ["日本", "語。日", "本"])
    }

    @Test("No line of random text is wider than the width, and no letter is lost", arguments: 0..<50)
    func law(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let alphabet: [Character] = ["a", "b", " ", " ", "日", "é", "。", "👧", "\u{301}", "-"]
        let text = String((0..<200).map { _ in alphabet.randomElement(using: &generator) ?? "a" })
        let width = Int.random(in: 2...30, using: &generator)
        let lines = LineWrapping.lines(of: text, width: width)
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
}
