import EDTF
import Extraction
import Foundation
import Gold
import Reading
import Statements
import TestSupport
import Testing

/// The texts of the open corpus. There may be none yet.
private let folder = projectRoot.appending(path: "Fixtures/gold").path

@Suite("FIXTURES are well formed")
struct GoldFixtureTests {
    @Test("Every file in the corpus is read, and has a name in small letters and hyphens")
    func files() throws {
        let corpus = try GoldCorpus(paths: [folder])
        for text in corpus.texts {
            #expect(
                text.id.unicodeScalars.allSatisfy {
                    ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
                },
                "\(text.id)")
        }
        #expect(FileManager.default.fileExists(atPath: folder + "/GUIDELINES.md"))
    }

    @Test("Every text follows the guidelines, as far as a machine can tell")
    func texts() throws {
        for text in try GoldCorpus(paths: [folder, sampleTexts]).texts {
            for fault in Guidelines(text).faults { Issue.record("\(text.id): \(fault)") }
        }
    }

    @Test("Every text has the speakers that it lists, and comes back from marks and from JSON")
    func roundTrips() throws {
        for text in try GoldCorpus(paths: [folder, sampleTexts]).texts {
            #expect(try AnnotatedText(id: text.id, markup: text.markup(), file: text.id) == text)
            let line = try AnnotatedText.texts(jsonLines: text.jsonLine, file: text.id)
            #expect(line.map(\.quotes) == [text.quotes])
        }
    }
}

/// What the guidelines ask of a text beyond its form.
private struct Guidelines {
    let text: AnnotatedText

    init(_ text: AnnotatedText) {
        self.text = text
    }

    var faults: [String] {
        var faults: [String] = []
        let scalars = Array(text.text.unicodeScalars)
        for (index, quote) in text.quotes.enumerated() {
            for span in quote.content + quote.cue + quote.attribution {
                let words = scalars[span]
                if words.isEmpty || words.first?.properties.isWhitespace == true
                    || words.last?.properties.isWhitespace == true
                {
                    faults.append("quote \(index + 1) has a loose mark")
                }
            }
            for span in quote.attribution + quote.cue
            where quote.content.contains(where: { $0.overlaps(span) }) {
                faults.append("quote \(index + 1) has its cue or attribution within its own content")
            }
            for (one, other) in zip(quote.content, quote.content.dropFirst()) where one.overlaps(other) {
                faults.append("quote \(index + 1) has segments that overlap")
            }
            if let occasion = quote.occasion, let published = text.published,
                let first = occasion.earliest, let last = published.latest, first > last
            {
                faults.append("quote \(index + 1) was said after it was published")
            }
        }
        if !text.text.hasSuffix("\n") || text.text.hasSuffix("\n\n") {
            faults.append("the text does not end with one line end")
        }
        return faults
    }
}

@Suite("The engine does not fall below what it reached")
struct GoldGate {
    private static func quotes(in text: AnnotatedText) -> [Quote] {
        var metadata = Metadata()
        metadata.published = text.published
        let document = JSONLineReader().document(id: text.id, text: text.text, metadata: metadata)
        return Extractor().findings(in: document).quotes.map(\.quote)
    }

    /// With `QUOTH_RECORD=1` floors are raised to the figures; with `QUOTH_LOWER_FLOORS=1` they are lowered. Either way
    /// the test fails once, so that the difference is read.
    @Test("Its figures on the open corpus stand on their floors")
    func floors() throws {
        let corpus = try GoldCorpus(paths: [folder])
        if corpus.texts.isEmpty { return }
        let environment = ProcessInfo.processInfo.environment
        var permission: Floors.Permission = []
        if environment["QUOTH_RECORD"] == "1" { permission.insert(.raise) }
        if environment["QUOTH_LOWER_FLOORS"] == "1" { permission.insert(.lower) }
        let figures = Figures(of: corpus, quotes: GoldGate.quotes)
        let file = folder + "/floors.json"
        let before = try Floors(file: file)
        var floors = before
        for sentence in floors.hold(figures, permission: permission) {
            Issue.record(
                """
                Fixtures/gold: \(sentence). QUOTH_RECORD=1 raises floors, QUOTH_LOWER_FLOORS=1 lowers them; \
                quoth-train score --errors shows what is wrong.
                """)
        }
        guard floors != before else { return }
        try Data(floors.json(for: figures).utf8).write(to: URL(filePath: file))
    }

    @Test("It finds statements in the small texts of these tests, with their speakers")
    func samples() throws {
        let corpus = try GoldCorpus(paths: [sampleTexts])
        let figures = Figures(of: corpus, quotes: GoldGate.quotes)
        let direct = try #require(figures.all.first { $0.name == "direct, overlap" })
        #expect(direct.tenths == 1000)
    }
}
