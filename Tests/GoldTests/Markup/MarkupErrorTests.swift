import Gold
import Testing

@Suite("What is wrong with a file is told with its line")
struct MarkupErrorTests {
    @Test(
        "In the text",
        arguments: [
            ("⟪1 Lind⟫ ⟨1 said⟩ ⟦so⟧.", 10, "no number"),
            ("⟪1 Lind⟫ ⟨1 said⟩ ⟦1so⟧.", 10, "no number"),
            ("⟪1 Lind⟫ ⟨1 said⟩\n\n⟦1,  so⟧.", 12, "no number"),
            ("⟪1 Lind⟫ ⟨1 said⟩ ⟦99999999999999999999 so⟧.", 10, "no number"),
            ("⟪1 Lind ⟨1 said⟫⟩ ⟦1 so⟧.", 10, "crosses another"),
            ("⟪1 Lind⟫ said⟩ ⟦1 so⟧.", 10, "closes nothing"),
            ("Lind\n⟨1 said⟩ ⟦1 so.\nAnd so on.", 11, "never closed"),
            ("⟪1 Lind⟫ ⟨1 said⟩ ⟦1 so ⟧.", 10, "white space"),
            ("⟪1 Lind⟫ ⟨1 said⟩ ⟦1  so⟧.", 10, "white space"),
            ("⟪1 Lind⟫ ⟨1 said⟩\n⟦1 ⟧.", 11, "nothing"),
            ("⟪1 Lind⟫ ⟨1 said⟩ ⟦1 so⟧. ⟦2 And so.⟧", 10, "quote 2 is not listed"),
            ("Lind said so.", 8, "quote 1 is not marked"),
            ("⟪1 Lind⟫ ⟨1 said⟩ so.", 10, "no content"),
            ("⟪1 Lind⟫ ⟨1 said⟩ and ⟨1 swore⟩ ⟦1 so⟧.", 10, "two cues"),
            ("⟪1 Lind⟫ ⟪1 Mara⟫ ⟨1 said⟩ ⟦1 so⟧.", 10, "two attributions"),
            ("⟪2 Lind⟫ ⟨2 said⟩ ⟦2 so⟧.", 8, "quote 1 is not marked"),
            ("Lind said:\r\n⟦1 so⟧.", 10, "carriage return"),
        ])
    func text(body: String, line: Int, problem: String) {
        expect(file(body), line, problem)
    }

    @Test(
        "In the list of quotes",
        arguments: [
            ("  1: {speaker: Jon Aske}", 8, "“Jon Aske” is not listed"),
            ("  1: {occasion: 2025-03-12}", 8, "“speaker” is missing"),
            ("  1: {speaker: Mara Lind, class: speech}", 8, "not belief"),
            ("  1: {speaker: Mara Lind, occasion: Wednesday}", 8, "“occasion” is no date"),
            ("  1: {speaker: Mara Lind, medium: letter}", 8, "“medium” is no key"),
            ("  1: {speaker: [Mara Lind]}", 8, "“speaker” is no text"),
            ("  1: Mara Lind", 8, "keys and values are missing"),
            ("  one: {speaker: Mara Lind}", 8, "no number"),
            ("  1: {speaker: Mara Lind}\n  1: {speaker: unknown}", nil, "stands twice"),
            ("  1: {speaker: Mara Lind", nil, "not YAML"),
        ] as [(String, Int?, String)])
    func quotes(quotes: String, line: Int?, problem: String) {
        expect(file("⟪1 Lind⟫ ⟨1 said⟩ ⟦1 so⟧.", quotes: quotes), line, problem)
    }

    @Test(
        "In the list of speakers",
        arguments: [
            ("  Mara Lind: {aliases: [Lind]}", 6, "“kind” is missing"),
            ("  Mara Lind: {kind: sailor}", 6, "neither person nor group"),
            ("  Mara Lind: {kind: person, aliases: Lind}", 6, "no list"),
            ("  Mara Lind: {kind: person, age: 41}", 6, "“age” is no key"),
        ])
    func speakers(speakers: String, line: Int, problem: String) {
        expect(file("⟪1 Lind⟫ ⟨1 said⟩ ⟦1 so⟧.", speakers: speakers), line, problem)
    }

    @Test(
        "In the front matter as a whole",
        arguments: [
            ("Lind said so.", 1, "no front matter"),
            ("---\ngenre: letter\n", 1, "does not end"),
            ("---\n---\nLind said so.", 1, "empty"),
            ("---\ngenre: letter\n---\nLind said so.", 1, "“outlet” is missing"),
            ("---\ngenre: letter\ngender: f\n---\nLind said so.", 3, "“gender” is no key"),
            ("", 1, "no front matter"),
        ])
    func frontMatter(markup: String, line: Int, problem: String) {
        expect(markup, line, problem)
    }

    @Test("Quotes are numbered in the order of the text")
    func order() {
        let quotes = "  1: {speaker: Mara Lind}\n  2: {speaker: Mara Lind}"
        expect(file("⟦2 We wait.⟧\n\n⟦1 No.⟧", quotes: quotes), 11, "quote 2 is out of order")
        let gap = "  1: {speaker: Mara Lind}\n  3: {speaker: Mara Lind}"
        expect(file("⟦1 We wait.⟧\n\n⟦3 No.⟧", quotes: gap), 13, "quote 3 is out of order")
    }

    private func expect(
        _ markup: String, _ line: Int?, _ problem: String, at location: SourceLocation = #_sourceLocation
    ) {
        let error = #expect(throws: GoldError.self, sourceLocation: location) {
            try AnnotatedText(id: "a", markup: markup, file: "a.txt")
        }
        guard let error else { return }
        #expect(error.file == "a.txt", sourceLocation: location)
        if let line { #expect(error.line == line, "\(error)", sourceLocation: location) }
        #expect(error.problem.contains(problem), "\(error)", sourceLocation: location)
        #expect(!error.advice.isEmpty, sourceLocation: location)
    }
}
