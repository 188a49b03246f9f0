import Statements

/// A timeline with a statement a line: id, date, speaker, words; cut to the width where there is one.
struct OnelineTimeline: TimelineWriter {
    private let ink: TerminalInk
    private let width: Int?

    init(layout: Layout) {
        ink = TerminalInk(isColored: layout.isColored)
        width = layout.width
    }

    mutating func begin(into output: inout [UInt8]) {}
    mutating func end(into output: inout [UInt8]) {}

    mutating func add(_ page: Timeline, into output: inout [UInt8]) {
        for statement in page.statements {
            output.append(contentsOf: line(of: statement, in: page).utf8)
            output.append(UInt8(ascii: "\n"))
        }
    }

    private func line(of statement: Statement, in page: Timeline) -> String {
        // A date that is only an upper bound is written as the standard writes one.
        let known = (statement.occasion?.knownDate ?? statement.posted)?.description
        let date = known ?? statement.reported.map { "[..\($0)]" } ?? "undated"
        let speaker = SpeakerLabel(of: statement, in: page)
        let id = Harmless.forTerminal(statement.id.text)
        let plainDate = Harmless.forTerminal(date)
        let name = Harmless.forTerminal(speaker.name)
        let words = Harmless.forTerminal(Wording(of: statement, in: page).text)
        let taken = DisplayWidth.of("\(id) \(plainDate) \(name)\(speaker.mark): ")
        return ink(.quiet, id) + " " + ink(.date, plainDate) + " "
            + ink(speaker.isKnown ? .speaker : .quiet, name) + ink(.warning, speaker.mark) + ": "
            + cut(words, to: width.map { max($0 - taken, 20) })
    }

    private func cut(_ text: String, to width: Int?) -> String {
        guard let width, DisplayWidth.of(text) > width else { return text }
        var kept = ""
        var used = 1
        for character in text {
            used += DisplayWidth.of(character)
            if used > width { break }
            kept.append(character)
        }
        return kept + "…"
    }
}
