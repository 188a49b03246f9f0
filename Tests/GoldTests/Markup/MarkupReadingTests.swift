import EDTF
import Gold
import Statements
import Testing

@Suite("A file with marks is read as an annotated text")
struct MarkupReadingTests {
    private func sample(_ id: String) throws -> AnnotatedText {
        try #require(GoldCorpus(paths: [sampleTexts]).texts.first { $0.id == id })
    }

    @Test("The front matter tells of the text and its speakers")
    func frontMatter() throws {
        let text = try sample("ferry-inspection")
        #expect(text.genre == "wire report")
        #expect(text.outlet == "Sound Wire")
        #expect(text.published == EDTFDate("2025-03-14"))
        #expect(
            text.speakers == [
                AnnotatedSpeaker(name: "Mara Lind", kind: .person, aliases: ["Lind", "the union’s chair"]),
                AnnotatedSpeaker(name: "Seafarers’ Union", kind: .group, aliases: ["the union"]),
            ])
        #expect(text.text.hasPrefix("Ferry crews walk out\n\nSVENHOLM"))
        #expect(!text.text.unicodeScalars.contains { "⟦⟧⟨⟩⟪⟫".unicodeScalars.contains($0) })
    }

    @Test("Quotes have the words that are marked")
    func quotes() throws {
        let text = try sample("ferry-inspection")
        func all(_ spans: [Range<Int>]) -> [String] { spans.map { words($0, of: text.text) } }
        #expect(text.quotes.count == 4)
        #expect(all(text.quotes[0].content) == ["We will not sail on Monday", "The boats are unsafe."])
        #expect(all(text.quotes[0].cue) == ["told"])
        #expect(all(text.quotes[0].attribution) == ["Mara Lind"])
        #expect(text.quotes[0].occasion == EDTFDate("2025-03-12"))
        #expect(all(text.quotes[2].content) == ["the inspection “a joke”"])
        #expect(text.quotes[2].attribution == text.quotes[3].attribution)
        #expect(text.quotes.map(\.category) == [.speech, .speech, .speech, .belief])
        #expect(text.quotes[1].speaker?.name == "Seafarers’ Union")
    }

    @Test("It is told how an attribution refers to the speaker")
    func references() throws {
        #expect(
            try sample("ferry-inspection").quotes.map(\.reference) == [.name, .description, .name, .name])
        #expect(
            try sample("school-roof").quotes.map(\.reference) == [.description, .description, .unresolved])
    }

    @Test("Marks may stand in one another, and a mark may serve several quotes")
    func nesting() throws {
        let body = "⟪1 She⟫ ⟨1 said⟩ ⟦1 ⟪2,3 Aske⟫ ⟨2 said⟩ ⟦2 so⟧ and ⟨3 swore⟩ ⟦3 it⟧⟧"
        let speakers = "  Mara Lind: {kind: person}\n  Aske: {kind: person, aliases: []}"
        let quotes = "  1: {speaker: Mara Lind}\n  2: {speaker: Aske}\n  3: {speaker: Aske}"
        let text = try AnnotatedText(
            id: "a", markup: file(body, speakers: speakers, quotes: quotes), file: "a.txt")
        #expect(text.text == "She said Aske said so and swore it")
        #expect(text.quotes.map(\.content) == [[9..<34], [19..<21], [32..<34]])
        #expect(text.quotes.map(\.attribution) == [[0..<3], [9..<13], [9..<13]])
    }

    @Test("A text without quotes is one, too")
    func noQuotes() throws {
        let markup = file("Nothing was said.\n", speakers: "", quotes: "")
        let text = try AnnotatedText(id: "a", markup: markup, file: "a.txt")
        #expect(text.quotes.isEmpty)
        #expect(text.speakers.isEmpty)
        #expect(text.text == "Nothing was said.\n")
    }
}
