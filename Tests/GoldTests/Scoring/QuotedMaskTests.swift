import Testing

@testable import Gold

@Suite("Double quotation marks tell what is quoted")
struct QuotedMaskTests {
    @Test("A caret stands below what is quoted", arguments: QuotedMaskTests.cases)
    func mask(name: String, text: String, carets: String) {
        let scalars = Array(text.unicodeScalars)
        let shown = zip(scalars, QuotedMask(scalars).isQuoted).map { scalar, isQuoted in
            scalar == "\n" ? "\n" : isQuoted ? "^" : "."
        }
        #expect(shown.joined() == carets, "\(name)")
    }

    private static let cases = [
        ("curly marks", "“We wait,” she said. “No.”", "^^^^^^^^^^...........^^^^^"),
        ("straight marks", "\"We wait,\" she said. \"No.\"", "^^^^^^^^^^...........^^^^^"),
        ("guillemets", "«We wait», she said.", "^^^^^^^^^..........."),
        ("low and high marks", "„We wait“, she said.", "^^^^^^^^^^^^^^^^^^^^"),
        ("marks within marks", "“We «never» wait,” she said.", "^^^^^^^^^^^................."),
        ("backticks and apostrophes", "``We wait,'' she said.", "^^^^^^^^^^^^.........."),
        ("a mark that never closes ends with its paragraph", "“We wait,\nshe said.", "^^^^^^^^^\n........."),
        ("inches", "A 12\" pipe and a 9\" hose.", "....^^^^^^^^^^^^^^^......"),
        ("an inch mark leaves an odd number", "A 12\" pipe, \"he\" said.", "............^^^^......"),
        ("a stray mark behind a digit", "He said \"no\" in 1999\".", "........^^^^.........."),
        ("a closing mark that opens", "”We wait,” she said.", "^^^^^^^^^^.........."),
        ("a stray closing mark", "She said” we wait.", ".................."),
        ("wide and prime marks", "＂We wait＂, ″No″.", "^^^^^^^^^..^^^^."),
        ("apostrophes alone", "It's the ''old'' way.", ".........^^^^^^^....."),
    ]
}
