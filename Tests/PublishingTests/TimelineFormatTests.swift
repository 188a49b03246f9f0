import EDTF
import Foundation
import Publishing
import Statements
import Testing

@Suite("A timeline in each format")
struct TimelineFormatTests {
    private func text(_ format: TimelineFormat, _ timeline: Timeline = Harbour.timeline, width: Int? = nil)
        -> String
    {
        String(format.writer(layout: Layout(width: width)).bytes(of: timeline))
    }

    @Test("Text gives date, speaker, words and source, a count, and the span of time")
    func text() {
        #expect(
            text(.text, width: 72) == """
                4 March 2024            Harbour Families said to the minister
                                        “Give us the papers, […] We have waited for a
                                        year.”
                                        The Quay Courier, 5 March 2024 ·
                                        \(Harbour.papers.id)

                by 5 March 2024         Iva Lund ? demanded
                                        a hearing
                                        The Quay Courier, 5 March 2024 ·
                                        \(Harbour.hearing.id)

                2 statements, 4–5 March 2024

                """)
    }

    @Test("No line of text is wider than the terminal", arguments: [20, 40, 60, 61, 80])
    func narrow(width: Int) {
        let lines = text(.text, width: width).split(separator: "\n")
        #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= width })
    }

    @Test("Colours are used only where they are wanted")
    func colours() {
        let colored = String(
            TimelineFormat.text.writer(layout: Layout(isColored: true)).bytes(of: Harbour.timeline))
        #expect(colored.contains("\u{1B}[1mHarbour Families\u{1B}[0m"))
        #expect(!text(.text).contains("\u{1B}"))
    }

    @Test("A name that several speakers have is marked")
    func ambiguous() {
        let statement = Harbour.statement(
            Harbour.hearing.evidence.map(\.quote), speaker: "Lund",
            resolution: .ambiguous([Harbour.group.id, Group.identifier(officialName: "Lund")]))
        var timeline = Harbour.timeline
        timeline.statements = [statement]
        #expect(text(.text, timeline).contains("Lund (2 have this name)"))
    }

    @Test("A line each, with an upper bound written as one")
    func oneline() {
        #expect(
            text(.oneline) == """
                \(Harbour.papers.id) 2024-03-04 Harbour Families: “Give us the papers, […] We have waited for a year.”
                \(Harbour.hearing.id) [..2024-03-05] Iva Lund ?: a hearing

                """)
    }

    @Test("A table has the header, CR LF, and as many cells in each row")
    func csv() {
        let lines = text(.csv, Harbour.timeline(saying: "=HYPERLINK(\"x\"), he\nsaid", speaker: "@bot"))
            .components(separatedBy: "\r\n")
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("statement_id,said,"))
        #expect(lines[1].contains("\"'=HYPERLINK(\"\"x\"\"), he\nsaid\""))
        #expect(lines[1].contains(",'@bot,"))
        #expect(lines[2].isEmpty)
    }

    @Test("A page holds the words as text, their address, language and date")
    func html() {
        let page = text(.html)
        #expect(page.contains("<time datetime=\"2024-03-04\">4 March 2024</time>"))
        #expect(
            page.contains(
                "<blockquote cite=\"https://quay-courier.example/hearing?a=1&amp;b=2\" lang=\"en\" dir=\"auto\">"
            ))
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
        let hostile = text(.html, Harbour.timeline(saying: "<img src=x onerror=alert(1)>", speaker: "<b>"))
        #expect(!hostile.contains("<img"))
        #expect(!hostile.contains("<b>"))
    }

    @Test("Markdown holds the words as a block quotation, and the source as a link")
    func markdown() {
        let page = text(.markdown)
        #expect(page.contains("\n## 4 March 2024\n"))
        #expect(
            page.contains(
                "\n> “Give us the papers, […] We have waited for a year.”\n".replacing("[…]", with: "\\[…\\]")
            ))
        #expect(page.contains("[The Quay Courier](<https://quay-courier.example/hearing?a=1&b=2>)"))
    }

    @Test(
        "No format lets a control or bidirectional character through to a terminal",
        arguments: TimelineFormat.allCases)
    func hostile(format: TimelineFormat) {
        guard format.isTerminalSafe else { return }
        let output = text(
            format,
            Harbour.timeline(saying: "a\u{1B}]0;x\u{7}\u{202E}\u{9B}\u{E0041}b", speaker: "\u{2066}\u{1B}[2J")
        )
        #expect(
            output.unicodeScalars.allSatisfy {
                $0 == "\n" || ![.control, .format].contains($0.properties.generalCategory)
            })
    }
}
