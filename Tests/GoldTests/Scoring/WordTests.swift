import Testing

@testable import Gold

@Suite("Words, names and numbers of the scorer")
struct WordTests {
    @Test(
        "The head of a name or noun phrase",
        arguments: [
            ("Mara Lind", "lind"),
            ("Mara Lind, chair", "lind"),
            ("a spokeswoman for the port", "spokeswoman"),
            ("Lind — who left", "lind"),
            ("Lind-Aske", "lind-aske"),
            ("J.R. Lind Jr.", "lind"),
            ("Lind's", "lind"),
            ("the union of sailors", "union"),
            ("  of Lind ", "lind"),
            (", Lind", "lind"),
            ("the man who knew", "man"),
            ("—", nil),
            ("ΟΔΟΣ", "οδος"),
            ("Aske at Sea", "aske"),
            ("The Port (north)", "port"),
        ] as [(String, String?)])
    func head(phrase: String, head: String?) {
        #expect(headWord(of: Array(phrase.unicodeScalars)) == head.map { Array($0.unicodeScalars) })
    }

    @Test(
        "A share as a percentage, from the middle to the even digit",
        arguments: [
            (1, 3, "33.3"),
            (2, 3, "66.7"),
            (1, 8, "12.5"),
            (3, 8, "37.5"),
            (1, 80, "1.2"),
            (3, 800, "0.4"),
            (9, 800, "1.1"),
            (1, 2, "50.0"),
            (999, 1000, "99.9"),
            (9995, 10000, "100.0"),
            (1, 1600, "0.1"),
            (3, 1600, "0.2"),
            (5, 1600, "0.3"),
            (1, 1, "100.0"),
        ])
    func rounding(part: Int, whole: Int, text: String) {
        #expect(percentage(share(part, whole)) == text)
    }

    @Test(
        "Which characters are part of a word, a digit, a space",
        arguments: [
            ("a", true, false, false), ("Я", true, false, false), ("ª", true, false, false),
            ("7", true, true, false), ("٣", true, true, false), ("²", true, true, false),
            ("½", true, false, false), ("Ⅷ", true, false, false), ("_", false, false, false),
            ("\u{301}", false, false, false), ("-", false, false, false), (" ", false, false, true),
            ("\u{A0}", false, false, true), ("\u{1C}", false, false, true), ("\u{200B}", false, false, false),
            ("\u{1F600}", false, false, false),
        ] as [(Unicode.Scalar, Bool, Bool, Bool)])
    func characters(scalar: Unicode.Scalar, isWord: Bool, isDigit: Bool, isSpace: Bool) {
        #expect(scalar.isWordCharacter == isWord)
        #expect(scalar.isDigitCharacter == isDigit)
        #expect(scalar.isSpaceCharacter == isSpace)
    }

    @Test(
        "Names agree where one holds the other and its last word",
        arguments: [
            ("Mara Lind", "Lind", true), ("Lind", "Mara Lind", true), ("Mara Lind", "Mara", false),
            ("President Mara Lind", "Ms Lind", true), ("Mara Lind", "Jon Lind", false),
            ("the Seafarers’ Union", "Seafarers", false), ("the union", "Union", true),
            ("Mara Lind, chair", "MARA LIND (Svenholm)", true), ("the president", "President", true),
            ("—", "Lind", false),
        ])
    func names(expected: String, given: String, agree: Bool) {
        #expect(NameWords(expected).agree(with: NameWords(given)) == agree)
    }

    @Test("Pronouns are told by their letters alone")
    func pronouns() {
        #expect(NameWords.isPronoun("She"))
        #expect(NameWords.isPronoun(" (they) "))
        #expect(!NameWords.isPronoun("she who"))
        #expect(!NameWords.isPronoun("Shea"))
        #expect(!NameWords.isPronoun("…"))
    }
}
