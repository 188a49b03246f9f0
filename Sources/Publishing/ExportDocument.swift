import Statements

/// The export for researchers, as `timeline-1.schema.json` describes it, written part by part.
///
/// Call `begin`, `addStatements` for each page, `addSpeakers`, `addSource` for each source, `end`, in this order;
/// take the bytes away as often as you like. The statements come before what they refer to, so that one walk
/// through the archive does, and only what they refer to has to be remembered. Nothing in it comes from a clock or
/// from this machine, so that one archive gives the same bytes each time.
public struct ExportDocument: Sendable {
    /// The name of the format, and of its schema, in each export.
    public static let schemaName = "timeline-1.schema.json"
    /// What has been written; the caller may take it away at any time.
    public var bytes: [UInt8] {
        get { statements.json.bytes }
        set { statements.json.bytes = newValue }
    }
    private var statements = StatementJSON()
    private var statementCount = 0
    private var quoteCount = 0
    private var sourceCount = 0

    /// An export of which nothing is written.
    public init() {}

    /// Writes what the export is, and which statements it holds; with `stamp`, when it was made (RFC 3339).
    public mutating func begin(query: TimelineQuery, generator: String, stamp: String? = nil) {
        json.beginObject()
        member("$schema", ExportDocument.schemaName)
        member("format", "quoth-timeline")
        json.lineBreak()
        json.member("version", 1)
        member("generator", generator)
        if let stamp { member("generated", stamp) }
        json.lineBreak()
        json.key("query")
        write(query)
        beginList("statements")
    }

    /// Writes a page of statements; they come in the order of the timeline.
    public mutating func addStatements(_ page: Timeline) {
        statements.turnPage()
        for statement in page.statements {
            json.lineBreak()
            statements.write(statement, in: page)
            statementCount += 1
            quoteCount += statement.evidence.count
        }
    }

    /// Writes the groups and the people, each in the order of their identifiers.
    public mutating func addSpeakers(_ speakers: some Sequence<Speaker>) {
        json.endArray()
        let sorted = speakers.sorted { $0.id < $1.id }
        beginList("groups")
        for case .group(let group) in sorted {
            json.lineBreak()
            json.group(group)
        }
        json.endArray()
        beginList("people")
        for case .person(let person) in sorted {
            json.lineBreak()
            json.person(person)
        }
        json.endArray()
        beginList("sources")
    }

    /// Writes a source; they come in the order of their identifiers.
    public mutating func addSource(_ source: Source, versions: [(id: Identifier<Version>, sha256: String)]) {
        json.lineBreak()
        json.source(source, versions: versions)
        sourceCount += 1
    }

    /// Writes the counts, by which a reader knows that nothing is missing, and the end.
    ///
    /// - Parameter withheld: how many statements were left out since they are not for publication.
    public mutating func end(withheld: Int = 0) {
        json.endArray()
        json.lineBreak()
        json.key("counts")
        let counts = (sources: sourceCount, statements: statementCount, quotes: quoteCount)
        json.object { json in
            json.member("sources", counts.sources)
            json.member("statements", counts.statements)
            json.member("quotes", counts.quotes)
            if withheld > 0 { json.member("withheld", withheld) }
        }
        json.lineBreak(isEnd: true)
        json.endObject()
        json.lineBreak(isEnd: true)
    }

    private var json: JSONWriter {
        get { statements.json }
        _modify { yield &statements.json }
    }

    private mutating func member(_ name: StaticString, _ value: String) {
        json.lineBreak()
        json.member(name, value)
    }

    private mutating func beginList(_ name: StaticString) {
        json.lineBreak()
        json.key(name)
        json.beginArray()
    }

    private mutating func write(_ query: TimelineQuery) {
        let texts: [(StaticString, String?)] = [
            ("words", query.words), ("group", query.group), ("person", query.person),
            ("speaker", query.speaker), ("since", query.since?.description),
            ("until", query.until?.description), ("source", query.source), ("kind", query.kind?.rawValue),
            ("status", query.status?.rawValue),
        ]
        json.object { json in
            for case (let name, let value?) in texts { json.member(name, value) }
            if query.includesMembers { json.member("members", true) }
            if let limit = query.limit { json.member("limit", limit) }
            if query.isReversed { json.member("reversed", true) }
        }
    }
}
