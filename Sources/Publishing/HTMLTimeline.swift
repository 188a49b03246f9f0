import EDTF
import Statements

/// A timeline as a page of its own: no script, nothing loaded, readable on paper and by a screen reader.
struct HTMLTimeline: TimelineWriter {
    private var summary = TimelineSummary()

    mutating func begin(into output: inout [UInt8]) {
        output.append(contentsOf: HTMLTimeline.head.utf8)
    }

    mutating func add(_ page: Timeline, into output: inout [UInt8]) {
        for statement in page.statements {
            summary.add(statement)
            output.append(contentsOf: entry(for: statement, in: page).utf8)
        }
    }

    mutating func end(into output: inout [UInt8]) {
        let summary = Harmless.forHTML(summary.description)
        let footer = "</ol>\n<footer><p>\(summary)</p></footer>\n</body>\n</html>\n"
        output.append(contentsOf: footer.utf8)
    }

    private func entry(for statement: Statement, in page: Timeline) -> String {
        let wording = Wording(of: statement, in: page)
        let speaker = SpeakerLabel(of: statement, in: page)
        let date = SpokenDate.of(
            statement.occasion, posted: statement.posted, reported: statement.reported)
        var head = time(date, statement.timelineDate)
        head += " <b class=\"speaker\" dir=\"auto\">\(Harmless.forHTML(speaker.name))</b>"
        if !speaker.mark.isEmpty { head += "<span class=\"mark\">\(Harmless.forHTML(speaker.mark))</span>" }
        if let telling = statement.telling(besides: wording.text) { head += " " + Harmless.forHTML(telling) }
        if let medium = statement.medium { head += " · " + Harmless.forHTML(medium) }
        return """
            <li id="\(Harmless.forHTML(statement.id.text))">
            <p class="head">\(head)</p>
            <blockquote\(attributes(of: wording.source)) dir="auto">\
            <p>\(Harmless.forHTML(wording.text))</p></blockquote>
            <p class="source">\(sourceLine(of: statement, wording))</p>
            </li>

            """
    }

    /// The address and the language of the words.
    private func attributes(of source: Source?) -> String {
        var attributes = ""
        if let link = Harmless.link(source?.address) { attributes += " cite=\"\(Harmless.forHTML(link))\"" }
        if let language = source?.metadata.language, HTMLTimeline.isLanguageTag(language) {
            attributes += " lang=\"\(language)\""
        }
        return attributes
    }

    private func sourceLine(of statement: Statement, _ wording: Wording) -> String {
        var line = ""
        if let source = wording.source {
            let name = "<cite dir=\"auto\">\(Harmless.forHTML(source.shortName))</cite>"
            let link = Harmless.link(source.address).map(Harmless.forHTML)
            line += link.map { "<a href=\"\($0)\" rel=\"noreferrer\">\(name)</a>" } ?? name
            if let published = source.metadata.published {
                line += ", " + time(SpokenDate.of(published), published)
            }
            if wording.otherSourceCount > 0 { line += ", and \(wording.otherSourceCount) more" }
            line += " · "
        }
        return line + "<code>\(Harmless.forHTML(statement.id.text))</code>"
    }

    /// A date, for machines too where HTML has a form for it: a day, a month or a year.
    private func time(_ spoken: String, _ date: EDTFDate?) -> String {
        let spoken = Harmless.forHTML(spoken)
        guard let written = date?.description, HTMLTimeline.isDateString(written) else {
            return "<span class=\"time\">\(spoken)</span>"
        }
        return "<time datetime=\"\(written)\">\(spoken)</time>"
    }

    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (HTML, “The time element”).
    private static func isDateString(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return false }
        let lengths = parts.map(\.utf8.count)
        guard [[4], [4, 2], [4, 2, 2]].contains(lengths), parts[0] != "0000" else { return false }
        return parts.count < 2 || (1...12).contains(Int(parts[1]) ?? 0)
    }

    /// A language tag of letters, digits and hyphens (BCP 47).
    private static func isLanguageTag(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 35
            && text.unicodeScalars.allSatisfy {
                $0 == "-" || ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
            }
    }

    private static let head = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Timeline</title>
        <style>
        body { font: 1.05rem/1.5 Georgia, serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #222; \
        background: #fff }
        ol { list-style: none; padding: 0; border-left: 2px solid #bbb }
        li { padding: 0 0 1rem 1.2rem }
        p { margin: .2rem 0 }
        time, .time, .speaker, .source, .mark, footer { font-family: system-ui, sans-serif }
        .head { font-size: .95rem }
        .head time, .head .time { color: #555 }
        .mark { color: #8a5300 }
        blockquote { margin: .3rem 0; unicode-bidi: isolate }
        .source, footer { font-size: .85rem; color: #555 }
        a { color: inherit }
        code { font-size: .9em }
        @media (prefers-color-scheme: dark) {
        body { color: #ddd; background: #111 }
        .head time, .head .time, .source, footer { color: #aaa }
        .mark { color: #e0a040 }
        }
        </style>
        </head>
        <body>
        <h1>Timeline</h1>
        <ol>

        """
}
