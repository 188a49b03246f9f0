import Statements

/// Statements as the objects that `timeline-1.schema.json` describes.
struct StatementJSON: Sendable {
    /// The code points of context on each side of a segment (W3C Web Annotation, `TextQuoteSelector`).
    private static let contextLength = 32
    var json = JSONWriter()
    private var texts: [Identifier<Version>: SlicedText] = [:]

    /// Forgets the texts of the page before.
    mutating func turnPage() { texts.removeAll(keepingCapacity: true) }

    mutating func write(_ statement: Statement, in page: Timeline) {
        json.beginObject()
        json.member("id", statement.id.text)
        json.key("speaker")
        json.object { $0.speaker(of: statement, in: page) }
        json.member("kinds", statement.kinds.map(\.rawValue))
        json.member("act", statement.act?.rawValue)
        json.member("addressee", statement.addressee)
        json.member("medium", statement.medium)
        json.key("occasion")
        json.occasion(statement.occasion)
        json.member("posted", statement.posted?.description)
        json.member("reported", statement.reported?.description)
        json.member("status", statement.status.rawValue)
        json.key("quotes")
        json.beginArray()
        for evidence in statement.evidence { write(evidence, in: page) }
        json.endArray()
        json.endObject()
    }

    private mutating func write(_ evidence: Evidence, in page: Timeline) {
        let quote = evidence.quote
        let text = text(of: evidence.version, in: page)
        json.object { json in
            json.member("id", evidence.id.text)
            json.member("source", evidence.source.text)
            json.member("version", evidence.version.text)
            json.member("kind", quote.kind.rawValue)
            json.member("segments", objects: quote.segments) { json, segment in
                json.place(of: segment)
                guard let text else { return }
                let context = Self.contextLength
                json.member("prefix", text.slice(from: segment.start - context, to: segment.start))
                json.member("suffix", text.slice(from: segment.end, to: segment.end + context))
            }
            json.circumstances(of: quote)
            json.member("confidence", fraction: quote.confidence)
        }
    }

    private mutating func text(of version: Identifier<Version>, in page: Timeline) -> SlicedText? {
        if let known = texts[version] { return known }
        guard let text = page.versions[version]?.text, !text.isEmpty else { return nil }
        let sliced = SlicedText(text)
        texts[version] = sliced
        return sliced
    }
}

extension JSONWriter {
    fileprivate mutating func speaker(of statement: Statement, in page: Timeline) {
        var id: String?
        var candidates: [String] = []
        switch statement.resolution {
        case .speaker(let speaker): id = speaker.text
        case .ambiguous(let speakers): candidates = speakers.sorted().map(\.text)
        case .unresolved: break
        }
        member("id", id)
        member("candidates", candidates)
        member("name", page.displayName(of: statement))
        member("printed", statement.printedSpeaker)
        member("kind", statement.printedKind.rawValue)
    }
}
