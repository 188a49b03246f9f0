import Statements

/// A timeline for people: date, speaker, words, source, and below it all a count and the span of time.
struct TextTimeline: TimelineWriter {
    private static let dateColumn = 24
    private let ink: TerminalInk
    private let width: Int
    private var summary = TimelineSummary()

    init(layout: Layout) {
        ink = TerminalInk(isColored: layout.isColored)
        width = min(max(layout.width ?? 80, 20), 120)
    }

    mutating func begin(into output: inout [UInt8]) {}

    mutating func add(_ page: Timeline, into output: inout [UInt8]) {
        for statement in page.statements {
            if summary.count > 0 { output.append(UInt8(ascii: "\n")) }
            summary.add(statement)
            for line in lines(of: statement, in: page) {
                output.append(contentsOf: line.utf8)
                output.append(UInt8(ascii: "\n"))
            }
        }
    }

    mutating func end(into output: inout [UInt8]) {
        guard summary.count > 0 else { return }
        output.append(UInt8(ascii: "\n"))
        for line in LineWrapping.lines(of: summary.description, width: width) {
            output.append(contentsOf: "\(ink(.quiet, line))\n".utf8)
        }
    }

    private func lines(of statement: Statement, in page: Timeline) -> [String] {
        let date = Harmless.forTerminal(
            SpokenDate.of(
                statement.occasion, posted: statement.posted, reported: statement.reported))
        let isBesideDate = width >= 60 && DisplayWidth.of(date) < TextTimeline.dateColumn
        let indent = width >= 60 ? TextTimeline.dateColumn : 2
        let margin = String(repeating: " ", count: indent)
        let column = width - indent

        let wording = Wording(of: statement, in: page)
        var block = head(of: statement, saying: wording.text, in: page, width: column)
        block += wording.passages.flatMap {
            LineWrapping.lines(of: Harmless.forTerminal($0), width: column)
        }
        let source = LineWrapping.lines(of: sourceLine(of: statement, wording), width: column)
        block += source.map { ink(.quiet, $0) }

        guard isBesideDate else {
            let dates = LineWrapping.lines(of: date, width: width).map { ink(.date, $0) }
            return dates + block.map { margin + $0 }
        }
        let gap = String(repeating: " ", count: indent - DisplayWidth.of(date))
        return block.enumerated().map { $0 == 0 ? ink(.date, date) + gap + $1 : margin + $1 }
    }

    /// Who spoke, and what they did in speaking, where, to whom.
    private func head(of statement: Statement, saying words: String, in page: Timeline, width: Int)
        -> [String]
    {
        let speaker = SpeakerLabel(of: statement, in: page)
        var circumstances = statement.telling(besides: words).map { " " + $0 } ?? ""
        if let medium = statement.medium { circumstances += " · " + medium }
        if statement.status == .rejected { circumstances += " · rejected" }
        let plain = speaker.name + speaker.mark + circumstances
        let lines = LineWrapping.lines(of: Harmless.forTerminal(plain), width: width)
        guard lines.count == 1 else { return lines }
        let name = Harmless.forTerminal(speaker.name)
        return [
            ink(speaker.isKnown ? .speaker : .quiet, name) + ink(.warning, speaker.mark)
                + Harmless.forTerminal(circumstances)
        ]
    }

    private func sourceLine(of statement: Statement, _ wording: Wording) -> String {
        var parts: [String] = []
        if let source = wording.source {
            var line = source.shortName
            if let published = source.metadata.published { line += ", " + SpokenDate.of(published) }
            if wording.otherSourceCount > 0 { line += ", and \(wording.otherSourceCount) more" }
            parts.append(line)
        }
        if statement.status == .accepted { parts.append("accepted") }
        parts.append(statement.id.text)
        return Harmless.forTerminal(parts.joined(separator: " · "))
    }
}

/// Who is said to have spoken, with a mark where that is not settled.
struct SpeakerLabel {
    /// The official name of a known speaker, else the name as printed.
    let name: String
    /// ` ?` after a name that is nobody's yet, ` (2 have this name)` after one that several share.
    let mark: String
    /// Whether the speaker is known.
    let isKnown: Bool

    init(of statement: Statement, in timeline: Timeline) {
        name = timeline.displayName(of: statement) ?? "someone not named"
        switch statement.resolution {
        case .speaker: (mark, isKnown) = ("", true)
        case .ambiguous(let speakers): (mark, isKnown) = (" (\(speakers.count) have this name)", false)
        case .unresolved: (mark, isKnown) = (statement.printedSpeaker == nil ? "" : " ?", false)
        }
    }
}
