import EDTF
import Statements

/// A source for people: what is known of it, its versions, and the statements in it.
public struct SourceText: Sendable {
    private let layout: Layout

    /// Text in a layout.
    public init(layout: Layout) {
        self.layout = layout
    }

    /// A source with the hashes of its versions, and the statements that it reports.
    public func bytes(of source: Source, versions: [(version: Version, remark: String)], timeline: Timeline)
        -> [UInt8]
    {
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
        for (version, remark) in versions {
            lines.add("version", version.id.text + (remark.isEmpty ? "" : ", " + remark))
            lines.add("", "SHA-256 \(version.sha256)")
        }
        var output = Array(lines.text.utf8)
        output.append(UInt8(ascii: "\n"))
        output += TextTimeline(layout: layout).bytes(of: timeline)
        return output
    }
}
