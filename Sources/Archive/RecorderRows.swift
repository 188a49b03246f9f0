import GRDB
import Statements

extension Recorder {
    func insert(_ source: Source) throws -> Int64 {
        try db.run(
            """
            INSERT INTO source(id, kind, url, canonicalURL, title, byline, authors, publisher, published,
                    modified, language, excerpt, publisherKey)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            with: [.text(source.id.text), .text(source.kind.rawValue)] + SourceRow.values(source.metadata))
        return db.lastInsertedRowID
    }

    /// Inserts the version of a recording, and that it was read.
    func insert(_ recording: Recording, source: Int64) throws -> Int64 {
        let version = recording.version
        try db.run(
            "INSERT INTO version(id, source, sha256, paragraphs, text) VALUES (?, ?, ?, ?, ?)",
            .text(version.id.text), .integer(source), .text(version.sha256),
            .text(VersionRow.text(of: version.paragraphs)), .text(version.text))
        let number = db.lastInsertedRowID
        try db.run(
            "INSERT INTO reading(version, captured, engine, findings) VALUES (?, ?, ?, ?)",
            .integer(number), .integer(recording.captured), .text(recording.engine), .text(recording.digest))
        return number
    }

    func insert(_ draft: Draft, source: SourceRow, isCurrent: Bool) throws -> Int64 {
        let metadata = source.source.metadata
        let isMessage = source.source.kind == .message
        let order = Order(
            date: draft.occasion?.knownDate ?? metadata.published, source: source.source.id,
            start: draft.start)
        var values: [Value] = [
            .text(draft.id.text), Value(draft.speaker?.name),
            .text((draft.speaker?.kind ?? .unknown).rawValue), Value(draft.key),
            Value(draft.act?.rawValue), Value(draft.addressee), Value(draft.medium),
        ]
        values += Value.occasion(draft.occasion)
        values += [
            Value(isMessage ? metadata.published?.description : nil),
            Value(isMessage ? nil : metadata.published?.description), "proposed",
            .text(draft.kind.rawValue), .integer(source.number),
            Value(SourceRow.publisherKey(metadata.publisher)), Value(isCurrent), Value(isCurrent),
            .integer(order.earliest), .integer(order.latest), .integer(order.place),
        ]
        try db.run(
            """
            INSERT INTO statement(id, speaker, speakerKind, key, act, addressee, medium, date, phrase, anchor,
                    rule, posted, reported, status, kind, source, publisherKey, current, listed, earliest,
                    latest, place)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, with: values)
        return db.lastInsertedRowID
    }

    func insert(_ quote: Quote, id: Identifier<Quote>, statement: Int64, version: Int64) throws {
        try db.run(
            """
            INSERT INTO quote(statement, version, id, kind, spans, words, cueStart, cueEnd, cue, act,
                    attributionStart, attributionEnd, attribution, speaker, speakerKind, basis,
                    speakerConfidence, addressee, medium, date, phrase, anchor, rule, confidence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, with: [.integer(statement), .integer(version)] + QuoteRow.values(quote, id: id))
    }

    func latest(of source: Int64) throws -> Int64? {
        try db.first("SELECT latest FROM source WHERE number = ?", .integer(source)) { $0.optionalInteger(0) }
            ?? nil
    }

    /// The latest version is the one that was captured last for the first time; of two captures in the same
    /// second, the one that was recorded later.
    func setLatest(of source: Int64) throws {
        try db.run(
            """
            UPDATE source SET latest = (
                SELECT version.number FROM version JOIN reading ON reading.version = version.number
                    WHERE version.source = source.number
                    ORDER BY captured DESC, version.number DESC LIMIT 1
            ) WHERE number = ?
            """, .integer(source))
    }

    /// Completes what is known of a source. Nothing known is forgotten; what differs is replaced only by what the
    /// latest version says. Tells whether anything changed.
    func complete(_ row: SourceRow, with other: Metadata, replacing: Bool) throws -> Bool {
        let old = row.source.metadata
        let new = replacing ? other.completed(with: old) : old.completed(with: other)
        guard new != old else { return false }
        try db.run(
            """
            UPDATE source SET url = ?, canonicalURL = ?, title = ?, byline = ?, authors = ?, publisher = ?,
                published = ?, modified = ?, language = ?, excerpt = ?, publisherKey = ? WHERE number = ?
            """, with: SourceRow.values(new) + [.integer(row.number)])
        if new.published != old.published || new.publisher != old.publisher {
            try redate(row.number, source: row.source, metadata: new)
        }
        return true
    }

    /// Gives the statements of a source the dates and the publisher that it has now.
    private func redate(_ number: Int64, source: Source, metadata: Metadata) throws {
        let isMessage = source.kind == .message
        let published = metadata.published?.description
        let statements = try db.all(
            """
            SELECT number, coalesce(ruledDate, date),
                (SELECT spans FROM quote WHERE statement = statement.number ORDER BY number LIMIT 1)
                FROM statement WHERE source = ?
            """, .integer(number)
        ) { (number: $0.integer(0), date: $0.date(1), spans: $0.text(2)) }
        for statement in statements {
            let start = Spans.segments(statement.spans, words: "").first?.start ?? 0
            let order = Order(
                date: statement.date ?? metadata.published, source: source.id, start: start)
            try db.run(
                """
                UPDATE statement SET posted = ?, reported = ?, publisherKey = ?, earliest = ?, latest = ?
                    WHERE number = ?
                """, Value(isMessage ? published : nil), Value(isMessage ? nil : published),
                Value(SourceRow.publisherKey(metadata.publisher)), .integer(order.earliest),
                .integer(order.latest), .integer(statement.number))
        }
    }

    /// Says anew which statements of a source are current: those whose evidence stands in its latest version,
    /// and those that a person accepted and that no later version has in the same words.
    func refreshCurrency(of source: Int64) throws {
        try db.run(
            """
            UPDATE statement SET (current, listed) = (
                SELECT state.current AND joined IS NULL,
                    state.current AND joined IS NULL AND statement.status <> 'rejected' FROM (
                    SELECT EXISTS (
                        SELECT 1 FROM quote
                            WHERE quote.statement = statement.number AND quote.version = source.latest
                    ) OR statement.status = 'accepted' AND NOT EXISTS (
                        SELECT 1 FROM quote AS old
                            JOIN reading AS oldReading ON oldReading.version = old.version
                            JOIN version AS later ON later.source = source.number
                            JOIN reading AS laterReading ON laterReading.version = later.number
                            JOIN quote AS new ON new.version = later.number AND new.words = old.words
                            JOIN statement AS twin ON twin.number = new.statement
                            WHERE old.statement = statement.number AND twin.key IS statement.key
                                AND (laterReading.captured, later.number) > (oldReading.captured, old.version)
                    ) AS current FROM source WHERE source.number = statement.source
                ) AS state
            ) WHERE source = ?
            """, .integer(source))
    }
}

extension Metadata {
    /// This, and where it says nothing, what `other` says.
    func completed(with other: Metadata) -> Metadata {
        var result = self
        result.url = url ?? other.url
        result.canonicalURL = canonicalURL ?? other.canonicalURL
        result.title = title ?? other.title
        result.byline = byline ?? other.byline
        result.authors = authors.isEmpty ? other.authors : authors
        result.publisher = publisher ?? other.publisher
        result.published = published ?? other.published
        result.modified = modified ?? other.modified
        result.language = language ?? other.language
        result.excerpt = excerpt ?? other.excerpt
        return result
    }
}
