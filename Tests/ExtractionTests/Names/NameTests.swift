import Statements
import Testing

@testable import Extraction

private func index(_ text: String) -> (index: EntityIndex, text: TokenizedText) {
    let tokenized = TokenizedText(document(text), vocabulary: .english)
    return (EntityIndex(tokenized), tokenized)
}

/// The names in a text as they stand there.
private func mentions(_ text: String) -> [String] {
    let (index, text) = index(text)
    return index.mentions.map { text.string($0.tokens) }
}

/// The names of the groups and people of a text.
private func entities(_ text: String) -> [String] { index(text).index.entities.map(\.name) }

@Test(
    "Names are found by their capitals",
    arguments: [
        ("On Monday Mira Holt met Anton Belsky.", ["Mira Holt", "Anton Belsky"]),
        ("The ferry of Zaliv Severny is late.", ["Zaliv Severny"]),
        ("Governor Anton Belsky and Mr. Holt spoke.", ["Anton Belsky", "Holt"]),
        ("The Union of Night Drivers met.", ["Union of Night Drivers"]),
        ("Members of Put’ Morya and Tikhiy' Bereg met.", ["Put’ Morya", "Tikhiy' Bereg"]),
        ("Ursula van der Lind met J. R. Holt.", ["Ursula van der Lind", "J. R. Holt"]),
        ("We met Żaneta Müller-Żak and Élodie Ney.", ["Żaneta Müller-Żak", "Élodie Ney"]),
        ("They met Путь Моря in the hall.", ["Путь Моря"]),
        ("The NFU met in May.", ["NFU"]),
        ("Yesterday it rained. But nobody left.", []),
        ("He said Holt’s boat sank.", ["Holt’s"]),
    ])
func names(text: String, expected: [String]) {
    #expect(mentions(text) == expected)
}

@Test(
    "Names of one are gathered below the fullest",
    arguments: [
        ("Mira Holt came. Holt left. Then Holt’s boat sank.", ["Mira Holt"]),
        ("The Northern Ferry Union met. The NFU voted.", ["Northern Ferry Union"]),
        ("We met Tikhiy Bereg (Quiet Shore). Later Quiet Shore left.", ["Tikhiy Bereg"]),
        ("We met Tikhiy Bereg (“Quiet Shore”). Later Quiet Shore left.", ["Tikhiy Bereg"]),
        ("We met the Northern Ferry Union (NFU). The NFU voted.", ["Northern Ferry Union"]),
        ("We met Tikhiy’ Bereg. Later Tikhiy' Bereg left.", ["Tikhiy’ Bereg"]),
        ("Mira Holt came. Anton Belsky left.", ["Mira Holt", "Anton Belsky"]),
    ])
func clusters(text: String, expected: [String]) {
    #expect(entities(text) == expected)
}

@Test(
    "What a text calls its groups and people is kept",
    arguments: [
        ("Tikhiy Bereg, a group of sisters, met.", "group", SpeakerKind.group),
        ("The union Larkrow met.", "union", .group),
        ("Mira Holt, a lawyer from Elin, left.", "lawyer", .person),
        ("Their lawyer, Sani Roth, left.", "lawyer", .person),
        ("Tikhiy Bereg (Quiet Shore), a movement of sisters, met.", "movement", .group),
    ])
func descriptions(text: String, noun: String, kind: SpeakerKind) throws {
    let entity = try #require(index(text).index.entities.first)
    let bytes = Array(noun.utf8)
    #expect(entity.descriptors.contains(Vocabulary.english.lookUp(bytes, 0..<bytes.count)))
    #expect(entity.kind == kind)
}

@Test("A mention can be looked up by its place")
func places() {
    let (index, text) = index("Mira Holt met Anton Belsky on the Larkrow.")
    #expect(index.lastMention(before: 0) == nil)
    #expect(index.lastMention(before: 1) == 0)
    #expect(index.lastMention(before: text.tokens.count) == 2)
    #expect(index.mentions(in: 0..<4) == 0..<2)
    #expect(index.mentions(in: 1..<3).isEmpty)
}
