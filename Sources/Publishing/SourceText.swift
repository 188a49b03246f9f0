import EDTF
import Statements

/// A source for people: what is known of it, its versions, and the statements in it.
public struct SourceText: Sendable {
    private let layout: Layout

    /// Text in a layout.
    public init(layout: Layout) {
        self.layout = layout
    }

    /// A source with the hashes of its versions, and the statements that it reports; of a message, with its words in
    /// every version, and what changed between them.
    ///
    /// - Parameter facts: what else is known, line by line.
    public func bytes(
        of source: Source, versions: [(version: Version, remark: String)],
        facts: [(label: String, text: String?)] = [], timeline: Timeline
    ) -> [UInt8] {
        var lines = LabelledLines(layout: layout)
        let metadata = source.metadata
        lines.add("source", "\(source.id), \(source.kind.rawValue)")
        lines.add("title", metadata.title)
        lines.add("byline", metadata.byline)
        lines.add("publisher", metadata.publisher)
        lines.add("published", metadata.published.map { SpokenDate.of($0) })
        lines.add("modified", metadata.modified.map { SpokenDate.of($0) })
        lines.add("address", source.address)
        lines.add("language", metadata.language)
        for fact in facts { lines.add(fact.label, fact.text) }
        var previous: Version?
        for (version, remark) in versions {
            lines.add("version", version.id.text + (remark.isEmpty ? "" : ", " + remark))
            lines.add("", "SHA-256 \(version.sha256)")
            guard source.kind == .message else { continue }
            if !version.text.isEmpty { lines.add("words", version.text) }
            lines.add("changed", previous.flatMap { WordChanges.marked(from: $0.text, to: version.text) })
            previous = version
        }
        var output = Array(lines.text.utf8)
        output.append(UInt8(ascii: "\n"))
        output += TextTimeline(layout: layout).bytes(of: timeline)
        return output
    }
}
