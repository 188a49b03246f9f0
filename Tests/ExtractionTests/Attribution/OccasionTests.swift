import EDTF
import Testing

@testable import Extraction

/// The occasions that a text published on Tuesday, 2024-04-16, gives its quotes; “–” for none.
private func occasions(_ text: String) throws -> [String] {
    let published = try EDTFDate(parsing: "2024-04-16")
    return MarkedQuotes(text, published: published).quotes.map { $0.occasion?.date?.description ?? "–" }
}

@Test(
    "A date beside the cue is when it was said",
    arguments: [
        ("“We stay,” Holt said on Monday.", "2024-04-15"),
        ("On Sunday, the union said that the ferries would stop.", "2024-04-14"),
        ("“We stay,” Holt told reporters yesterday.", "2024-04-15"),
        ("Holt said on 2 March 2023 that the pier was wet.", "2023-03-02"),
        ("On Sunday, they accused the mayor of theft.", "2024-04-14"),
        ("According to a statement that the union gave on Monday, the ferries will stop.", "2024-04-15"),
        ("The union announced the plan April 2.", "2024-04-02"),
        ("“We will win,” Maria Holt said in a 2019 interview.", "2019"),
        ("On Monday, according to the union, two ships sank.", "2024-04-16?"),
        ("“We stay,” Holt said.", "2024-04-16?"),
        ("Holt said the ferries would stop on Friday.", "2024-04-16?"),
        ("“We leave on Friday,” Holt said.", "2024-04-16?"),
        ("Holt, who was elected on Monday, said the pier was wet.", "2024-04-16?"),
        ("Holt had said that the pier was wet.", "–"),
    ])
func besideTheCue(text: String, occasion: String) throws {
    #expect(try occasions(text) == [occasion])
}

@Test(
    "Words that go on from others of the same speaker were said then too",
    arguments: [
        ("“We stay,” Maria Holt said on Monday. “We wait,” she added.", ["2024-04-15", "2024-04-15"]),
        (
            "On Sunday, the union accused the mayor of theft.\n“We stay,” the union said.",
            ["2024-04-14", "2024-04-14"]
        ),
        ("“We stay,” Maria Holt said on Monday.\n“Go,” said Peter Lind.", ["2024-04-15", "2024-04-16?"]),
    ])
func carriedOver(text: String, expected: [String]) throws {
    #expect(try occasions(text) == expected)
}

@Test("What has been said for weeks has been said up to the publication")
func forWeeks() throws {
    let text = "For two weeks, the union has called for the return of the boats."
    #expect(try occasions(text) == ["2024-04-02/2024-04-16"])
    #expect(try occasions(text.replacing("two weeks", with: "weeks")) == ["/2024-04-16"])
}

@Test("Without a date of publication, a relative date stays a phrase")
func unresolved() throws {
    let quote = try #require(MarkedQuotes("“We stay,” Holt said on Monday.").quotes.first)
    let occasion = try #require(quote.occasion)
    #expect(occasion.date == nil)
    #expect(occasion.phrase == "on Monday")
    #expect(occasion.anchor == nil)
}

@Test("Where nothing is written, the date of publication is the bound, and its rule says so")
func bound() throws {
    let published = try EDTFDate(parsing: "2024-04-16T08:00:00+02:00")
    let quote = try #require(MarkedQuotes("“We stay,” Holt said.", published: published).quotes.first)
    let occasion = try #require(quote.occasion)
    #expect(occasion.date?.description == "2024-04-16?")
    #expect(occasion.phrase == nil)
    #expect(occasion.anchor == published)
    #expect(occasion.isBound)
}

@Test("An occasion tells its phrase, its anchor and its rule")
func provenance() throws {
    let published = try EDTFDate(parsing: "2024-04-16")
    let quote = try #require(
        MarkedQuotes("“We stay,” Holt said on Monday.", published: published).quotes.first)
    let occasion = try #require(quote.occasion)
    #expect(occasion.phrase == "on Monday")
    #expect(occasion.anchor == published)
    #expect(occasion.rule == "weekday-past")
}
