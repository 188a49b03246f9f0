import Statements

/// A timeline in Markdown (CommonMark): a heading a date, the speaker, the words as a block quotation, the source.
struct MarkdownTimeline: TimelineWriter {
    private var summary = TimelineSummary()
    private var lastDate: String?

    mutating func begin(into output: inout [UInt8]) {
        output.append(contentsOf: "# Timeline\n".utf8)
    }

    mutating func add(_ page: Timeline, into output: inout [UInt8]) {
        for statement in page.statements {
            summary.add(statement)
            let date = SpokenDate.of(
                statement.occasion, posted: statement.posted, reported: statement.reported)
            if date != lastDate { output.append(contentsOf: "\n## \(Harmless.forMarkdown(date))\n".utf8) }
            lastDate = date
            output.append(contentsOf: entry(for: statement, in: page).utf8)
        }
    }

    mutating func end(into output: inout [UInt8]) {
        output.append(contentsOf: "\n\(Harmless.forMarkdown(summary.description))\n".utf8)
    }

    private func entry(for statement: Statement, in page: Timeline) -> String {
        let wording = Wording(of: statement, in: page)
        let speaker = SpeakerLabel(of: statement, in: page)
        var head = "**\(Harmless.forMarkdown(speaker.name))**\(Harmless.forMarkdown(speaker.mark))"
        if let telling = statement.telling(besides: wording.text) {
            head += " " + Harmless.forMarkdown(telling)
        }
        if let medium = statement.medium { head += " · " + Harmless.forMarkdown(medium) }
        let words = Harmless.forMarkdown(wording.text)
        return "\n\(head)\n\n> \(words)\n\n\(sourceLine(of: statement, wording))\n"
    }

    private func sourceLine(of statement: Statement, _ wording: Wording) -> String {
        var line = ""
        if let source = wording.source {
            let name = Harmless.forMarkdown(source.shortName)
            line += Harmless.link(source.address).map { "[\(name)](<\(escapedLink($0))>)" } ?? name
            if let published = source.metadata.published {
                line += ", " + Harmless.forMarkdown(SpokenDate.of(published))
            }
            if wording.otherSourceCount > 0 { line += ", and \(wording.otherSourceCount) more" }
            line += " · "
        }
        return line + "`" + statement.id.text.filter { $0 != "`" } + "`"
    }

    private func escapedLink(_ address: String) -> String {
        var output = ""
        for character in address {
            if character == "<" || character == ">" || character == "\\" { output += "\\" }
            output.append(character)
        }
        return output
    }
}
