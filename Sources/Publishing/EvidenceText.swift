import EDTF
import Statements

/// One statement for people, with all that proves it: the quotes in their paragraphs, and how the speaker and the
/// date were found.
public struct EvidenceText: Sendable {
    private let layout: Layout

    /// Text in a layout.
    public init(layout: Layout) {
        self.layout = layout
    }

    /// The statements of a timeline, which has the texts of its versions; with `only`, that quote alone.
    public func bytes(of timeline: Timeline, only quote: Identifier<Quote>? = nil) -> [UInt8] {
        var lines = LabelledLines(layout: layout)
        for statement in timeline.statements {
            if !lines.text.isEmpty { lines.skip() }
            add(statement, in: timeline, to: &lines)
            let evidence = statement.evidence.filter { quote == nil || $0.id == quote }
            for item in evidence {
                lines.skip()
                add(item, in: timeline, to: &lines)
            }
        }
        return Array(lines.text.utf8)
    }

    private func add(_ statement: Statement, in timeline: Timeline, to lines: inout LabelledLines) {
        lines.add("statement", statement.id.text)
        lines.add("speaker", speaker(of: statement, in: timeline))
        lines.add("said", EvidenceText.derivation(of: statement.occasion))
        lines.add("posted", statement.posted.map { SpokenDate.of($0) })
        lines.add("reported", statement.reported.map { SpokenDate.of($0) })
        lines.add("act", statement.act?.rawValue)
        lines.add("to", statement.addressee)
        lines.add("medium", statement.medium)
        lines.add("status", statement.status.rawValue)
    }

    private func speaker(of statement: Statement, in timeline: Timeline) -> String {
        let label = SpeakerLabel(of: statement, in: timeline)
        switch statement.resolution {
        case .speaker(let id):
            let printed =
                statement.printedSpeaker.map { $0 == label.name ? "" : ", printed as “\($0)”" } ?? ""
            return "\(label.name) (\(id))\(printed)"
        case .ambiguous(let ids):
            return "\(label.name), a name of \(ids.map(\.text).joined(separator: ", "))"
        case .unresolved:
            return statement.printedSpeaker == nil ? label.name : "\(label.name), a name that nobody has yet"
        }
    }

    /// A date with where it came from.
    static func derivation(of occasion: Occasion?) -> String? {
        guard let occasion else { return nil }
        var parts: [String] = []
        if let date = occasion.date, date.description != SpokenDate.of(date) {
            parts.append(date.description)
        }
        if let phrase = occasion.phrase { parts.append("from “\(phrase)”") }
        if let anchor = occasion.anchor { parts.append("counted from \(anchor)") }
        parts.append("rule \(occasion.rule)")
        let spoken = occasion.date.map { SpokenDate.of($0) } ?? "not resolved"
        return "\(spoken) (\(parts.joined(separator: ", ")))"
    }

    private func add(_ evidence: Evidence, in timeline: Timeline, to lines: inout LabelledLines) {
        let quote = evidence.quote
        let source = timeline.sources[evidence.source]
        lines.add("quote", "\(evidence.id), \(quote.kind.rawValue), \(percent(quote.confidence))")
        lines.add("source", source.map(EvidenceText.description(of:)))
        lines.add("", source?.address)
        lines.add("", "\(evidence.source), \(evidence.version)")
        if let version = timeline.versions[evidence.version] {
            let context = ParagraphContext(of: quote.segments, in: version)
            lines.add("words", context.text, evidence: context.evidence)
        }
        lines.add("at", quote.segments.map { "\($0.start)–\($0.end)" }.joined(separator: ", "))
        lines.add("cue", quote.cue.map { "“\($0.passage.exact)”, \($0.act.rawValue)" })
        lines.add("printed", quote.attribution.map { "“\($0.exact)”" })
        lines.add(
            "read as", quote.speaker.map { "\($0.name), by \($0.basis.rawValue), \(percent($0.confidence))" })
    }

    private func percent(_ confidence: Double) -> String {
        "\(Int((min(max(confidence, 0), 1) * 100).rounded())) % sure"
    }

    /// The outlet, the headline and the date of a source, as far as they are known.
    static func description(of source: Source) -> String {
        let metadata = source.metadata
        let title = metadata.title.map { "“\($0)”" }
        let parts = [metadata.publisher, title, metadata.published.map { SpokenDate.of($0) }]
        let known = parts.compactMap(\.self).joined(separator: ", ")
        return known.isEmpty ? source.kind.rawValue : known
    }
}

/// The paragraphs of a text in which a quote stands.
struct ParagraphContext {
    /// The paragraphs.
    let text: String
    /// The segments in `text`, in code points.
    let evidence: [Range<Int>]

    init(of segments: [Segment], in version: Version) {
        let scalars = Array(version.text.unicodeScalars)
        let first = min(max(segments.map(\.start).min() ?? 0, 0), scalars.count)
        let last = min(max(segments.map(\.end).max() ?? 0, first), scalars.count)
        let start = scalars[..<first].lastIndex(of: "\n").map { $0 + 1 } ?? 0
        let end = scalars[last...].firstIndex(of: "\n") ?? scalars.count
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars[start..<end])
        self.text = text
        evidence = segments.compactMap { segment in
            let range = max(segment.start - start, 0)..<max(segment.end - start, segment.start - start, 0)
            return range.isEmpty ? nil : range
        }
    }
}
