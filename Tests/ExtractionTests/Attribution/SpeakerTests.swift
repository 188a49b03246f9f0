import Statements
import Testing

@testable import Extraction

@Test(
    "A speaker is called by the fullest name that the text gives",
    arguments: [
        ("Mira Holt came late. “We stay,” Holt said.", "Mira Holt"),
        ("The Northern Ferry Union (NFU) met. “We stay,” the NFU said.", "Northern Ferry Union"),
        (
            "Members of Tikhiy Bereg (Quiet Shore), a group of sisters, met. “We stay,” Quiet Shore said.",
            "Tikhiy Bereg"
        ),
        ("“We stay,” Mayor Anton Belsky said.", "Anton Belsky"),
        ("“We stay,” Belsky’s spokesman said.", "Belsky"),
        ("“We stay,” said Mira Holt, a ferrywoman.", "Mira Holt"),
        ("“We stay,” said its president, Mira Holt.", "Mira Holt"),
        ("“We stay,” the union’s chairwoman, Mira Holt, said.", "Mira Holt"),
        ("A spokesman for the firm, Karl Lind, said that the ferries would stop.", "Karl Lind"),
        ("The owner of the pier, the property firm Gläser & Fils, said that it was closed.", "Gläser & Fils"),
        ("One of them, Vera Roth, said that the ferries would stop.", "Vera Roth"),
        ("Friends of the Ferry, an association of neighbours, said it would sue.", "Friends of the Ferry"),
        ("The Lowland Insurers’ Council denied the charge.", "Lowland Insurers’ Council"),
    ])
func fullestName(text: String, speaker: String) {
    #expect(MarkedQuotes(text).speakers == [speaker])
}

@Test(
    "“I” and “we” in a turn of an interview are whoever has the turn",
    arguments: [
        "HOLT: I said that the ferry was late.", "HOLT: It rained. We have told the mayor that we will stay.",
    ])
func firstPersonOfTurn(text: String) {
    #expect(MarkedQuotes(text, kind: .turn, rulesOnly: false).speakers == ["HOLT", "HOLT"])
}

@Test(
    "A pronoun is the person or the group before it",
    arguments: [
        ("Maria Holt came late. “We stay,” she said.", ["Maria Holt"]),
        ("Maria Holt met Peter Lind. “We stay,” he said.", ["Peter Lind"]),
        ("“We stay,” Maria Holt said.\n“We wait,” she added.", ["Maria Holt", "Maria Holt"]),
        ("“We stay,” the Ferry Union said.\n“We wait,” it added.", ["Ferry Union", "Ferry Union"]),
        (
            "“Go,” the Ferry Union said. “Why?” Peter Lind asked. They said the ferry was late.",
            ["Ferry Union", "Peter Lind", "Ferry Union"]
        ),
        (
            "The Ferry Union met. Others complained that it was late. The union was founded in 1921. It said it would stop.",
            ["Others", "Ferry Union"]
        ),
        (
            "Peter Lind said Maria Holt was late. “I missed the boat,” she said.",
            ["Peter Lind", "Maria Holt"]
        ),
    ])
func pronouns(text: String, speakers: [String]) {
    #expect(MarkedQuotes(text).speakers == speakers)
}

@Test(
    "A description is the one whom the text describes so",
    arguments: [
        ("Tikhiy Bereg, a group of sisters, met the mayor. “We stay,” the group said.", ["Tikhiy Bereg"]),
        ("The union Larkrow met the mayor. “We stay,” the union said.", ["Larkrow"]),
        ("“We stay,” the Ferry Union said. “We wait,” its spokesman said.", ["Ferry Union", "Ferry Union"]),
        ("“We stay,” one woman said.", ["one woman"]),
        ("“We stay,” a spokeswoman for the Ferry Union said.", ["Ferry Union"]),
        ("“We stay,” members of Tikhiy Bereg (Quiet Shore) said.", ["Tikhiy Bereg"]),
        ("“We stay,” residents said.", ["residents"]),
        (
            "A group of sisters demanded that the port release the boats.\nTikhiy Bereg (Quiet Shore), a group of sailors’ sisters, met on Monday.",
            ["Tikhiy Bereg"]
        ),
        ("“Go,” the town’s mayor said.\nMayor Anton Belsky met nobody.", ["Anton Belsky"]),
        (
            "The Ferry Union said it was late. The police said the pier was closed.",
            ["Ferry Union", "The police"]
        ),
        (
            "The transport office said it was late. The office said no more.",
            ["The transport office", "The transport office"]
        ),
    ])
func descriptions(text: String, speakers: [String]) {
    #expect(MarkedQuotes(text).speakers == speakers)
}

@Test(
    "Whether a speaker is a group or a person follows from the words around the name",
    arguments: [
        ("“We stay,” Mira Holt said.", SpeakerKind.person), ("“We stay,” Mr. Holt said.", .person),
        ("“We stay,” the Ferry Union said.", .group), ("“We stay,” the NFU said.", .group),
        ("Tikhiy Bereg, a group of sisters, met. “We stay,” Tikhiy Bereg said.", .group),
        ("“We stay,” the movement said.", .group), ("“We stay,” a fisherman’s wife said.", .person),
        ("“We stay,” Larkrow said.", .unknown),
    ])
func kindOfSpeaker(text: String, kind: SpeakerKind) {
    #expect(MarkedQuotes(text).quotes.map { $0.speaker?.kind } == [kind])
}

@Test(
    "What a speaker rests on is told",
    arguments: [
        ("“We stay,” Mira Holt said.", [SpeakerBasis.name]),
        ("Maria Holt came. “We stay,” she said.", [.pronoun]),
        ("“We stay,” the movement said.", [.description]),
        (
            "“We stay,” Mira Holt said.\n“Nobody has asked us to go, and nobody will.”",
            [.name, .continuation]
        ),
    ])
func basis(text: String, basis: [SpeakerBasis]) {
    #expect(MarkedQuotes(text).quotes.map { $0.speaker?.basis } == basis)
}

@Test("A quotation of which nothing tells has no speaker, and little confidence")
func noSpeaker() throws {
    let quote = try #require(MarkedQuotes("“Nobody has asked us to go, and nobody will.”").quotes.first)
    #expect(quote.speaker == nil)
    #expect(quote.confidence < 0.5)
}

@Test("Every confidence lies between nothing and one")
func confidences() {
    let text = "“We stay,” Mira Holt said. She said they would wait.\nThe union demanded an end.\n“No.”"
    for quote in MarkedQuotes(text).quotes {
        #expect((0...1).contains(quote.confidence))
        #expect((0...1).contains(quote.speaker?.confidence ?? 0))
    }
}
