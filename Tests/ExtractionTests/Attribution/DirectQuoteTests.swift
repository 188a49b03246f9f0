import Statements
import Testing

@testable import Extraction

@Test(
    "A cue behind the quotation tells who speaks",
    arguments: [
        "“⟦We stay on the pier,⟧” ⟪Mira Holt⟫ ⟨said⟩.",
        "“⟦We stay on the pier,⟧” ⟨said⟩ ⟪Mira Holt⟫.",
        "\"⟦We stay on the pier,⟧\" ⟪Mira Holt⟫ ⟨told⟩ reporters on Monday.",
        "“⟦Will you stay?⟧” ⟪Holt⟫ ⟨asked⟩.",
        "“⟦We stay!⟧” ⟨shouted⟩ ⟪the ferrymen⟫.",
        "“⟦We stay on the pier,⟧” ⟪she⟫ ⟨added⟩.",
        "‘⟦We stay on the pier,⟧’ ⟪Mira Holt⟫ ⟨said⟩.",
        "«⟦We stay on the pier⟧», ⟪Mira Holt⟫ ⟨said⟩.",
        "„⟦We stay on the pier⟧“, ⟨said⟩ ⟪Mira Holt⟫.",
        "“⟦We stay on the pier⟧”, ⟨said⟩ ⟪Mira Holt⟫.",
        "“⟦We stay on the pier,⟧” ⟪Mira Holt⟫, the union’s chairwoman, ⟨said⟩.",
        "“⟦We stay on the pier,⟧” ⟨said⟩ ⟪Mira Holt⟫, the union’s chairwoman.",
        "“⟦We stay on the pier,⟧” ⟪a spokesman for the Ferry Union⟫ ⟨said⟩ in a statement.",
        "“⟦We stay on the pier,⟧” ⟪Holt⟫ later ⟨wrote⟩ on Telegram.",
        "“⟦We stay on the pier,⟧” ⟪Holt⟫ has repeatedly ⟨said⟩.",
        "“⟦We stay on the pier,⟧” ⟪the group⟫ ⟨said⟩ in a message addressed to the mayor.",
    ])
func cueBehind(text: String) {
    #expect(MarkedQuotes(text).marked == text)
}

@Test(
    "A cue before the quotation tells who speaks",
    arguments: [
        "⟪Mira Holt⟫ ⟨said⟩: “⟦We stay on the pier.⟧”",
        "⟪Mira Holt⟫ ⟨said⟩, “⟦We stay on the pier.⟧”",
        "⟪Holt⟫ ⟨told⟩ reporters: \"⟦We stay on the pier.⟧\"",
        "⟪The union⟫ ⟨added⟩ in a statement: “⟦We stay on the pier.⟧”",
        "On Monday, ⟪the group⟫ ⟨wrote⟩ on Telegram: “⟦We stay on the pier.⟧”",
        "⟪Holt⟫ ⟨asked⟩ the mayor, “⟦Will you row it yourself?⟧”",
        "⟪Mira Holt⟫, the union’s chairwoman, ⟨said⟩: “⟦We stay on the pier.⟧”",
        "⟪Holt⟫ left the room, ⟨saying⟩, “⟦We stay on the pier.⟧”",
    ])
func cueBefore(text: String) {
    #expect(MarkedQuotes(text).marked == text)
}

@Test(
    "A cue between two quotations tells of both",
    arguments: [
        "“⟦We stay,⟧” ⟪Mira Holt⟫ ⟨said⟩, “⟦+and we wait.⟧”",
        "“⟦We stay,⟧” ⟨said⟩ ⟪Mira Holt⟫. “⟦+Nobody has asked us to go.⟧”",
        "“⟦We stay,⟧” ⟪Holt⟫ ⟨told⟩ the mayor on Monday. “⟦+Nobody has asked us to go.⟧”",
        "“⟦Where is the boat?\" ⟪Tikhiy' Bereg⟫ ⟨asked⟩ the port. \"⟦+Will you row it yourself?⟧”",
    ].map { $0.replacing("boat?\"", with: "boat?⟧\"") })
func cueBetween(text: String) {
    #expect(MarkedQuotes(text).marked == text)
}

@Test(
    "Words half in quotation marks are one mixed quote",
    arguments: [
        "⟪Holt⟫ ⟨said⟩ ⟦that the mayor was “asleep at the oar” and should resign⟧.",
        "⟦The ferry⟧, ⟪she⟫ ⟨said⟩, ⟦+“is a wreck.”⟧",
        "⟪They⟫ ⟨accused⟩ ⟦the mayor of “trading boats for votes”⟧.",
        "⟪The union⟫ ⟨called for⟩ ⟦an end to the “silent ferry”⟧.",
        "⟪Holt⟫ ⟨said⟩ ⟦the plan was “a bad joke,” and should be dropped⟧.",
    ])
func mixed(text: String) {
    let found = MarkedQuotes(text)
    #expect(found.marked == text)
    #expect(found.quotes.map(\.kind) == [.mixed])
}

@Test("All words in quotation marks are direct, none are indirect")
func kinds() {
    #expect(MarkedQuotes("“We stay on the pier,” Holt said.").quotes.map(\.kind) == [.direct])
    #expect(MarkedQuotes("Holt said that they would stay.").quotes.map(\.kind) == [.indirect])
}

@Test(
    "A quotation without a cue goes on from the one before",
    arguments: [
        "“⟦We stay,⟧” ⟪Mira Holt⟫ ⟨said⟩.\n“⟦Nobody has asked us to go, and nobody will.⟧”",
        "“⟦We stay,⟧” ⟪the group⟫ ⟨said⟩ on Monday.\n“⟦Will you row it yourself? Well, we will not.⟧”",
    ])
func continuation(text: String) {
    let found = MarkedQuotes(text)
    #expect(found.marked == text)
    #expect(found.quotes.map { $0.speaker?.basis.rawValue }.last == "continuation")
    #expect(found.speakers[0] == found.speakers[1])
}

@Test("The paragraphs of one long quotation are its segments")
func severalParagraphsAreOneQuote() {
    let text = """
        “⟦We came in May.⟧
        “⟦+We ate turnips.⟧
        “⟦+We left in June,⟧” ⟪Mira Holt⟫ ⟨said⟩.
        """
    #expect(MarkedQuotes(text).marked == text)
}

@Test("A quotation that the first paragraph attributes goes on to the last")
func attributedInTheFirstParagraph() {
    let text = """
        “⟦We came in May,⟧” ⟪Mira Holt⟫ ⟨said⟩. “⟦+We ate turnips.⟧
        “⟦+We left in June.⟧”
        """
    #expect(MarkedQuotes(text).marked == text)
}

@Test(
    "The paragraph before can announce who speaks",
    arguments: [
        "⟪Holt⟫ ⟨continued⟩:\n“⟦We stay on the pier until the last boat is in.⟧”",
        "⟪The union⟫ ⟨said⟩ in a statement:\n“⟦We stay on the pier until the last boat is in.⟧”",
    ])
func announced(text: String) {
    #expect(MarkedQuotes(text).marked == text)
}

@Test(
    "A name behind a dash signs a quotation",
    arguments: [
        "“⟦We stay on the pier until the last boat is in.⟧” — ⟪Mira Holt⟫",
        "“⟦We stay on the pier until the last boat is in.⟧” – ⟪Mira Holt⟫, ferrywoman",
        "\"⟦We stay on the pier until the last boat is in.⟧\" -- ⟪Mira Holt⟫",
    ])
func signature(text: String) {
    #expect(MarkedQuotes(text).marked == text)
}

@Test(
    "Scare quotes, titles and nicknames are nobody's words",
    arguments: [
        "Some boats have been held since the port’s “temporary” order of May.",
        "She read from “The Salt Road” at the library.",
        "The song “Nine Winters” was played twice.",
        "Anton “Tosha” Belsky took calls in his yearly “Open Harbour” broadcast.",
        "The ‘night ferry’ runs on Sundays.",
        "The so-called “silent boats” came back.",
    ])
func scareQuotes(text: String) {
    #expect(MarkedQuotes(text).marked == text)
}

@Test("Where no paragraph speaks, nothing is said")
func onlyWhatSpeaks() {
    let text = "“We stay on the pier,” Mira Holt said."
    for kind in [ParagraphKind.title, .heading, .byline, .caption, .notArticle] {
        #expect(MarkedQuotes(text, kind: kind).quotes.isEmpty, "\(kind)")
    }
    for kind in [ParagraphKind.body, .standfirst, .blockQuotation, .listItem, .turn] {
        #expect(MarkedQuotes(text, kind: kind).quotes.count == 1, "\(kind)")
    }
}
