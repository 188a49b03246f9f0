import Statements
import Testing

@testable import Extraction

private func index(_ text: String) -> EntityIndex {
    EntityIndex(TokenizedText(document(text), vocabulary: .english))
}

private func entities(_ text: String) -> [String] { index(text).entities.map(\.name) }

@Test(
    "A surname finds the full name, wherever it stands",
    arguments: [
        ("Holt came first. Then Mira Holt spoke.", ["Mira Holt"]),
        ("Mira Holt met Peter Holt. Mr. Holt left, and Ms. Holt stayed.", ["Mira Holt", "Peter Holt"]),
        ("Mira J. Holt spoke. Mira Holt left.", ["Mira J. Holt"]),
        ("Peter Lind Jr. met Mira Holt. Lind left.", ["Peter Lind Jr", "Mira Holt"]),
        ("Yusuf al-Rami met Mira Holt. Rami left.", ["Yusuf al-Rami", "Mira Holt"]),
        ("They saw Aung Tha Min Lin. Min Lin left.", ["Aung Tha Min Lin"]),
        ("Mira Holt came. Mira left.", ["Mira Holt"]),
        ("HOLT: We met. Mira Holt left.", ["Mira Holt"]),
    ])
func surnames(text: String, expected: [String]) {
    #expect(entities(text) == expected)
}

@Test(
    "A body is found by what it is called for short",
    arguments: [
        ("The Larkrow Morning Post wrote. Then the Post wrote more.", ["Larkrow Morning Post"]),
        ("The Alliance to Save Our Ferries (ASOF) met. ASOF voted.", ["Alliance to Save Our Ferries"]),
        (
            "The National Union of Ferry Hands (NUFH) met. The NUFH voted.",
            ["National Union of Ferry Hands"]
        ),
        ("Iron Tide Drivers met. Iron Tide left.", ["Iron Tide Drivers"]),
        ("The Committee for a Quiet Harbour met in May.", ["Committee for a Quiet Harbour"]),
    ])
func shortNames(text: String, expected: [String]) {
    #expect(entities(text) == expected)
}

@Test(
    "A title and an office are no part of a name",
    arguments: [
        ("On Monday Secretary of State Anton Belsky spoke.", ["Anton Belsky"]),
        ("On Monday White Tower Chief of Staff Karl Lind spoke.", ["Karl Lind"]),
        ("On Monday Undersecretary for Harbour Affairs Maria Holt spoke.", ["Maria Holt"]),
        ("On Monday Republican Maria Holt spoke.", ["Maria Holt"]),
        ("On Monday the Larkrow Republican spoke.", []),
        ("The Justice Department met.", ["Justice Department"]),
        ("It was late. Said Holt: no.", ["Holt"]),
    ])
func titles(text: String, expected: [String]) {
    #expect(entities(text) == expected)
}

@Test(
    "A place is no one",
    arguments: [
        ("They met in Larkrow.", true), ("They met near Larkrow Bay.", true),
        ("LARKROW, May 3 — They met.", true), ("They met at Larkrow, Pa., in May.", true),
        ("They met Larkrow.", false), ("They met in Larkrow. Larkrow wrote. Then Larkrow left.", false),
    ])
func places(text: String, isPlace: Bool) throws {
    #expect(try #require(index(text).entities.first).isPlace == isPlace)
}

@Test(
    "Titles, given names and nouns tell whether “she” or “he” is meant",
    arguments: [
        ("Ms. Holt left.", [true, false]), ("Mr. Holt left.", [false, true]),
        ("Maria Holt left.", [true, false]), ("Peter Holt left.", [false, true]),
        ("Larkrow Holt, an actress, left.", [true, false]), ("They met Holt.", [true, true]),
    ])
func gender(text: String, expected: [Bool]) throws {
    let gender = try #require(index(text).entities.first).gender
    #expect([gender.canBeFeminine, gender.canBeMasculine] == expected)
}

@Test("A title says more than a given name, and that more than a pronoun or many")
func strengthOfGender() {
    var gender = GenderEvidence()
    for _ in 0..<3 { gender.add(isFeminine: false, from: .pronoun) }
    #expect(!gender.canBeFeminine)
    gender.add(isFeminine: true, from: .givenName)
    #expect(gender.canBeFeminine && !gender.canBeMasculine)
    gender.add(isFeminine: false, from: .title)
    #expect(!gender.canBeFeminine && gender.canBeMasculine)
}

@Test("Names that differ in marks, case and apostrophes alone have one key")
func keys() {
    let text = TokenizedText(
        document("We met Tikhiy’ Bereg and TIKHIY' BEREG and Żaneta and ŻANETA."), vocabulary: .english)
    let found = NameScanner(text).mentions()
    let words = found.map { NameKeys(text: text).words(of: $0) }
    #expect(words.count == 4)
    #expect(words[0] == words[1] && words[2] == words[3] && words[0] != words[2])
}
