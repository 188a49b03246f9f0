import Testing

@testable import Extraction

/// What is printed as the attribution of the first quote.
private func attribution(_ text: String) -> String? {
    MarkedQuotes(text).quotes.first?.attribution?.exact
}

@Test(
    "The speaker is found behind an apposition",
    arguments: [
        (
            "“We stay and we wait,” Mira Holt, 30, of Larkrow, who was among those asked, said on Monday.",
            "Mira Holt"
        ),
        ("“We stay and we wait,” the tall, 71-year-old sailor said.", "the tall, 71-year-old sailor"),
        ("“We stay and we wait,” the senator and candidate said.", "the senator and candidate"),
    ])
func behind(text: String, source: String) {
    #expect(attribution(text) == source)
}

@Test(
    "Words quoted within a sentence are its subject's",
    arguments: [
        (
            "On Monday, Mira Holt groused to the crowd that the ferry “does not treat us well at all.”",
            "Mira Holt"
        ),
        ("Last year, Mira Holt played it down as “just a part of the ferry trade” and left.", "Mira Holt"),
    ])
func within(text: String, source: String) {
    #expect(attribution(text) == source)
}

@Test(
    "A source that can't be a subject gives way to the one that is",
    arguments: [
        ("Mira Holt, during a town meeting in Larkrow, said that the ferry was late.", "Mira Holt"),
        ("Mira Holt, facing a hard race in Larkrow, said that the ferry was late.", "Mira Holt"),
        ("They met the architect, who said that the ferry was late.", "the architect, who"),
    ])
func repairs(text: String, source: String) {
    #expect(attribution(text) == source)
}
