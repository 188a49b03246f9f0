import Testing

@testable import Extraction

private func tokenized(_ text: String) -> TokenizedText {
    TokenizedText(document(text), vocabulary: .english)
}

private func tokens(_ text: String) -> [String] {
    let text = tokenized(text)
    return text.tokens.indices.map { text.string($0..<$0 + 1) }
}

@Test(
    "Text is cut into words, numbers and marks",
    arguments: [
        ("It's cold.", ["It's", "cold", "."]),
        ("It’s cold…", ["It’s", "cold", "…"]),
        ("the sailors’ wives", ["the", "sailors", "’", "wives"]),
        ("a two-week, ice‑bound trip", ["a", "two-week", ",", "ice‑bound", "trip"]),
        ("10,000 of 1990s’ boats at 14:05", ["10,000", "of", "1990s", "’", "boats", "at", "14:05"]),
        ("in the U.S. at 5 p.m.", ["in", "the", "U.S.", "at", "5", "p.m."]),
        (
            "“No!” she said—twice -- then left.",
            ["“", "No", "!", "”", "she", "said", "—", "twice", "--", "then", "left", "."]
        ),
        ("``No,'' he said", ["``", "No", ",", "''", "he", "said"]),
        ("Élodie Müller-Żak", ["Élodie", "Müller-Żak"]),
        ("«Тихий берег» заявил", ["«", "Тихий", "берег", "»", "заявил"]),
        ("a\u{A0}b\u{200B}c\u{FEFF}d\te", ["a", "b", "c", "d", "e"]),
        ("€5 & 10%", ["€", "5", "&", "10", "%"]),
        ("…", ["…"]), ("....", ["...."]), ("", []), (" \n ", []),
    ])
func cutting(text: String, expected: [String]) {
    #expect(tokens(text) == expected)
}

@Test(
    "A token tells how it is written",
    arguments: [
        ("Holt", TokenShape.capitalized), ("NATO", [.capitalized, .allCapitals]),
        ("Holt's", [.capitalized, .possessive]), ("Holt’s", [.capitalized, .possessive]),
        ("U.S.", [.capitalized, .allCapitals, .dotted]), ("two-week", .hyphenated),
        ("Élan", [.capitalized, .nonASCII]), ("élan", .nonASCII), ("Берег", [.capitalized, .nonASCII]),
        ("Łukasz", [.capitalized, .nonASCII]), ("Ősz", [.capitalized, .nonASCII]),
        ("Ναί", [.capitalized, .nonASCII]),
        ("ősz", .nonASCII), ("Ștefan", [.capitalized, .nonASCII]), ("берег", .nonASCII),
        ("ŁÓDŹ", [.capitalized, .allCapitals, .nonASCII]),
    ] as [(String, TokenShape)])
func shapes(word: String, shape: TokenShape) {
    let tokens = tokenized(word).tokens
    #expect(tokens.count == 1)
    #expect(tokens[0].shape.subtracting([.afterSpace, .beforeSpace]) == shape)
}

@Test("A token knows the white space beside it")
func spaces() {
    let tokens = tokenized("a“b ”c").tokens
    #expect(tokens.map { $0.shape.contains(.afterSpace) } == [true, false, false, true, false])
    #expect(tokens.map { $0.shape.contains(.beforeSpace) } == [false, false, true, false, true])
}

@Test("A possessive is looked up as the word that it is of")
func possessiveLookUp() {
    let text = tokenized("the minister’s aide")
    #expect(text.isA(1, .person))
}
