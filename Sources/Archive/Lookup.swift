import GRDB
import Statements

/// Finds things by their identifiers, or by the first letters of one.
struct Lookup {
    let db: Database

    /// The identifier that answers for this one today: another one, where it was merged.
    func current<Subject>(_ id: Identifier<Subject>) throws -> Identifier<Subject> {
        let new = try db.first("SELECT new FROM merged WHERE old = ?", .text(id.text)) { $0.text(0) }
        guard let new else { return id }
        return Identifier(stored: new)
    }

    /// The one identifier in a table that is `text` or begins with it.
    ///
    /// - Parameter table: a table with a column `id`; never a user's text.
    func unique(_ text: String, in table: String) throws -> String? {
        let merged = try db.first("SELECT new FROM merged WHERE old = ?", .text(text)) { $0.text(0) }
        let wanted = merged ?? text
        if let exact = try db.first(
            "SELECT id FROM \(table) WHERE id = ?", .text(wanted), read: { $0.text(0) })
        {
            return exact
        }
        // Identifiers are made of lower-case letters, digits and `_`, and `~` comes after all of them.
        guard wanted.utf8.count >= 5 else { return nil }
        let candidates = try db.all(
            "SELECT id FROM \(table) WHERE id >= ? AND id < ? ORDER BY id LIMIT 6", .text(wanted),
            .text(wanted + "~")
        ) { $0.text(0) }
        if candidates.count > 1 { throw ArchiveError.ambiguous(id: text, candidates: candidates) }
        return candidates.first
    }
}

/// What an identifier stands for.
public enum Found: Hashable, Sendable {
    /// A statement, alone in a timeline that has the texts of its versions.
    case statement(Timeline)
    /// A quote, in the timeline of its statement.
    case quote(Identifier<Quote>, Timeline)
    /// A source, with its versions and its statements.
    case source(HeldSource)
    /// A group or a person.
    case speaker(Speaker)
}

/// A source as the archive holds it.
public struct HeldSource: Hashable, Sendable {
    /// A version, and how it came into the archive.
    public struct Capture: Hashable, Sendable {
        /// The version, with its text.
        public let version: Version
        /// When it was first captured, in seconds since 1970-01-01T00:00:00Z.
        public let captured: Int64
        /// The engine that read it last.
        public let engine: String
        /// Whether it is the version captured last.
        public let isLatest: Bool
        /// Of a message: when it was edited to be this one, in seconds since 1970.
        public var edited: Int64?
    }

    /// The source.
    public let source: Source
    /// Its versions, in the order in which they were captured.
    public let captures: [Capture]
    /// What is known of a message, where it is one.
    public var message: HeldMessage?
    /// What is said in it, of all versions and of every status, in the order of a timeline.
    public let timeline: Timeline
}

/// What the archive knows of a message beside its words.
public struct HeldMessage: Hashable, Sendable {
    /// That a later export covers the message's place and doesn't have it. That can mean that it was deleted, and can
    /// have other reasons: a filter, or the rights of the one who exported.
    public struct Absence: Hashable, Sendable {
        /// When the export came into the archive, in seconds since 1970.
        public let captured: Int64
        /// The first and the last number that the export holds.
        public let numbers: ClosedRange<Int64>
        /// The first and the last second at which its messages were posted.
        public let posted: ClosedRange<Int64>
    }

    /// The number of the message in its chat.
    public let number: Int64
    /// What kind of entry of the chat it is.
    public let kind: Message.Kind
    /// When it was posted, and what that rests on.
    public let posted: MessageTime?
    /// Who wrote it, as printed.
    public let author: String?
    /// Whether it is not for publication.
    public let isWithheld: Bool
    /// What else is known.
    public let details: MessageDetails?
    /// That it is missing in a later export.
    public let absence: Absence?
}

extension Archive {
    /// What an identifier, or its first letters if there are at least five, stands for.
    ///
    /// - Throws: `ArchiveError.unknown` and `.ambiguous`.
    public func find(_ id: String) throws(ArchiveError) -> Found {
        try reading { db in
            let lookup = Lookup(db: db)
            if let found = try message(id, lookup, in: db) { return found }
            if let id = try lookup.unique(id, in: "statement") {
                return .statement(try statement(id, in: db))
            }
            if let id = try lookup.unique(id, in: "quote") {
                let statement = try db.first(
                    """
                    SELECT statement.id FROM quote JOIN statement ON statement.number = quote.statement
                        WHERE quote.id = ?
                    """, .text(id)
                ) { $0.text(0) }
                if let statement {
                    return .quote(Identifier(stored: id), try self.statement(statement, in: db))
                }
            }
            if let id = try lookup.unique(id, in: "source") { return .source(try source(id, in: db)) }
            if let id = try lookup.unique(id, in: "version") {
                let source = try db.first(
                    "SELECT source.id FROM version JOIN source ON source.number = source WHERE version.id = ?",
                    .text(id)
                ) { $0.text(0) }
                if let source { return .source(try self.source(source, in: db)) }
            }
            if let id = try lookup.unique(id, in: "speaker"),
                let speaker = try Registry(db: db).speaker(Identifier(stored: id))
            {
                return .speaker(speaker)
            }
            throw ArchiveError.unknown(id: id)
        }
    }

    /// The message that an identifier, or its address, stands for.
    private func message(_ id: String, _ lookup: Lookup, in db: Database) throws -> Found? {
        let address = MessageAddress(id)
        let numbers =
            try address.map { try MessageFilter.numbers(at: $0, in: db) }
            ?? MessageRow.numbers(withIdentifier: id, in: db)
        let rows = try numbers.compactMap { try MessageRow.find(number: $0, in: db) }
        let places = Set(rows.map(\.identity.source))
        guard let first = rows.first, places.count == 1 else {
            if places.isEmpty { return nil }
            throw ArchiveError.ambiguous(id: id, candidates: places.map(\.text).sorted())
        }
        let table = id.hasPrefix("sta_") ? "statement" : id.hasPrefix("quo_") ? "quote" : nil
        if let table, let other = try lookup.unique(id, in: table) {
            throw ArchiveError.ambiguous(id: id, candidates: [first.identity.source.text, other])
        }
        if table == nil { return .source(try heldSource(first, in: db)) }
        var assembler = Assembler(db: db, includesTexts: true)
        let timeline = try assembler.timeline(
            of: [first.number + MessageSchema.offset], query: TimelineQuery())
        return table == "quote" ? .quote(first.evidence.id, timeline) : .statement(timeline)
    }

    /// A message with its versions, with the statement that it is and those that it reports.
    private func heldSource(_ row: MessageRow, in db: Database) throws -> HeldSource {
        let versions = try row.versions(in: db)
        let captures = try versions.map { version in
            let capture = try db.first(
                "SELECT captured, importer FROM import WHERE number = ?", .integer(version.importNumber)
            ) { (captured: $0.integer(0), importer: $0.text(1)) }
            return HeldSource.Capture(
                version: version.version, captured: capture?.captured ?? 0, engine: capture?.importer ?? "",
                isLatest: version.isCurrent, edited: version.edited)
        }
        let current = versions.first(where: \.isCurrent) ?? row
        var numbers = current.text.isEmpty ? [] : [current.number + MessageSchema.offset]
        numbers += try db.all(
            """
            SELECT statement.number FROM statement JOIN source ON source.number = statement.source
                WHERE source.id = ? ORDER BY earliest, statement.latest, place, statement.number
            """, .text(row.identity.source.text)
        ) { $0.integer(0) }
        var assembler = Assembler(db: db, includesTexts: false)
        var query = TimelineQuery()
        query.source = row.identity.source.text
        return HeldSource(
            source: current.source, captures: captures, message: try current.held(in: db),
            timeline: try assembler.timeline(of: numbers, query: query))
    }

    private func statement(_ id: String, in db: Database) throws -> Timeline {
        // A statement that quotes a post is the post's.
        let number = try db.first(
            "SELECT coalesce(joined + ?1, number) FROM statement WHERE id = ?2",
            .integer(MessageSchema.offset),
            .text(id)
        ) { $0.integer(0) }
        var assembler = Assembler(db: db, includesTexts: true)
        return try assembler.timeline(of: [number].compactMap(\.self), query: TimelineQuery())
    }

    private func source(_ id: String, in db: Database) throws -> HeldSource {
        guard let row = try SourceRow.find(Identifier(stored: id), in: db) else {
            throw ArchiveError.unknown(id: id)
        }
        let captures = try db.all(
            """
            SELECT \(VersionRow.columns(withText: true)), captured, engine
                FROM version JOIN source ON source.number = version.source
                LEFT JOIN reading ON reading.version = version.number
                WHERE version.source = ? ORDER BY captured, version.number
            """, .integer(row.number)
        ) {
            HeldSource.Capture(
                version: VersionRow.version($0), captured: $0.integer(6), engine: $0.text(7),
                isLatest: $0.integer(0) == row.latest)
        }
        let numbers = try db.all(
            """
            SELECT coalesce(joined + ?1, number) FROM statement WHERE source = ?2
                ORDER BY earliest, latest, place, number
            """, .integer(MessageSchema.offset), .integer(row.number)
        ) { $0.integer(0) }
        var assembler = Assembler(db: db, includesTexts: false)
        var query = TimelineQuery()
        query.source = id
        return HeldSource(
            source: row.source, captures: captures,
            timeline: try assembler.timeline(of: numbers, query: query))
    }
}
