import Publishing
import Statements
import Testing

@Suite("A statement with its evidence")
struct EvidenceTextTests {
    private func text(_ timeline: Timeline, width: Int = 72, isColored: Bool = false) -> String {
        String(EvidenceText(layout: Layout(width: width, isColored: isColored)).bytes(of: timeline))
    }

    private var papers: Timeline {
        var timeline = Harbour.timeline
        timeline.statements = [Harbour.papers]
        return timeline
    }

    @Test("The words stand in their paragraph, between brackets, and how the date was found is told")
    func brackets() {
        let shown = text(papers)
        let segments = Harbour.papers.evidence[0].quote.segments
        let places = segments.map { "\($0.start)–\($0.end)" }.joined(separator: ", ")
        #expect(
            shown.contains(
                """
                words       “⟦Give us the papers,⟧” Harbour Families told the minister
                            on Monday. “⟦We have waited for a year.⟧”
                at          \(places)

                """))
        #expect(
            shown.contains(
                """
                said        4 March 2024 (2024-03-04, from “on Monday”, counted from
                            2024-03-05, rule weekday-past)

                """))
        #expect(!shown.contains("demanded a hearing"))
    }

    @Test("With colours the words are inverse, and no line ends within them")
    func colours() {
        let shown = text(papers, width: 40, isColored: true)
        #expect(shown.contains("“\u{1B}[7mGive us the papers,\u{1B}[0m”"))
        for line in shown.split(separator: "\n") {
            #expect(line.components("\u{1B}[") == 2 * line.components("\u{1B}[0m"))
        }
    }

    @Test("Brackets and controls in the text are not taken for marks, and reach no terminal")
    func hostile() {
        let timeline = Harbour.timeline(saying: "a\u{1}b ⟦c⟧ \u{2}d\u{1B}[7m\u{202E}\u{2028}e\nf")
        let shown = text(timeline)
        #expect(shown.contains("⟦a\\u{1}b ⟦c⟧ \\u{2}d\\u{1B}[7m\\u{202E}\\u{2028}e"))
        #expect(
            shown.unicodeScalars.allSatisfy {
                $0 == "\n" || ![.control, .format].contains($0.properties.generalCategory)
            })
    }

    @Test("A quote over several paragraphs is shown with all of them")
    func paragraphs() {
        let text = "Before\n\n“One,” she said.\n\n“Two.”\n\nAfter"
        let version = Version(source: Harbour.source.id, text: text, paragraphs: [])
        let segments = [Harbour.passage("One,", in: text), Harbour.passage("Two.", in: text)]
        let quote = Quote(kind: .direct, segments: segments, confidence: 1)
        var timeline = Harbour.timeline
        timeline.versions = [version.id: version]
        timeline.statements = [
            Statement(
                id: Statement.identifier(ofQuotes: []), printedSpeaker: nil, printedKind: .unknown,
                resolution: .unresolved, act: nil, addressee: nil, medium: nil, occasion: nil, posted: nil,
                reported: nil, status: .proposed,
                evidence: [
                    Evidence(
                        id: quote.identifier(in: version.id), version: version.id, source: Harbour.source.id,
                        quote: quote)
                ])
        ]
        let shown = self.text(timeline)
        #expect(
            shown.contains(
                """
                words       “⟦One,⟧” she said.
                            “⟦Two.⟧”

                """))
        #expect(!shown.contains("Before"))
        #expect(!shown.contains("After"))
    }
}

extension Substring {
    /// How often a text stands in it.
    fileprivate func components(_ text: String) -> Int {
        var count = 0
        var rest = self
        while let range = rest.firstRange(of: text) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
