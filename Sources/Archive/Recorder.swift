import GRDB
import Statements

import struct Statements.Statement

/// Records documents, one after the other, in one transaction.
struct Recorder {
    let db: Database
    /// The first statement that the full-text index doesn't have yet; all after it are missing, too.
    private var firstUnindexed: Int64?

    init(db: Database) {
        self.db = db
    }

    /// Does something that leaves no trace if it fails on account of the document itself. What concerns the
    /// archive ends the whole transaction.
    mutating func attempt<Success>(
        path: String, _ body: (inout Recorder) throws -> Success
    ) throws -> Result<Success, ArchiveError> {
        let firstUnindexed = firstUnindexed
        do {
            try db.execute(sql: "SAVEPOINT document")
            let result = try body(&self)
            try db.execute(sql: "RELEASE document")
            return .success(result)
        } catch {
            self.firstUnindexed = firstUnindexed
            let reason = ArchiveError(error, path: path)
            guard reason.concernsDocument else { throw reason }
            try db.execute(sql: "ROLLBACK TO document; RELEASE document")
            return .failure(reason)
        }
    }

    /// Adds to the full-text index what it lacks: one statement for the whole transaction is twice as fast as
    /// one for each row.
    mutating func index() throws {
        guard let first = firstUnindexed else { return }
        try PostJoining(db: db).join(from: first)
        try db.run(
            """
            INSERT INTO search(rowid, words, speaker)
                SELECT number, words, speaker FROM searchable WHERE number >= ?
            """, .integer(first))
        firstUnindexed = nil
    }

    mutating func record(_ recording: Recording) throws -> Outcome {
        try check(recording)
        let known = try SourceRow.find(recording.source.id, in: db)
        let version = try db.first(
            "SELECT number FROM version WHERE id = ?", .text(recording.version.id.text)
        ) { $0.integer(0) }
        guard let known else {
            let source = try insert(recording.source)
            let version = try insert(recording, source: source)
            try setLatest(of: source)
            try propose(recording, source: source, version: version)
            return .new
        }
        guard let version else {
            let version = try insert(recording, source: known.number)
            try setLatest(of: known.number)
            let isLatest = try latest(of: known.number) == version
            _ = try complete(known, with: recording.source.metadata, replacing: isLatest)
            try propose(recording, source: known.number, version: version)
            try carryDecisions(to: version, source: known.number)
            try refreshCurrency(of: known.number)
            return .newVersion
        }
        return try renew(recording, source: known, version: version)
    }

    /// A text that the archive holds: complete what is known, and replace the proposals if they differ.
    private mutating func renew(_ recording: Recording, source: SourceRow, version: Int64) throws -> Outcome {
        let isCompleted = try complete(
            source, with: recording.source.metadata, replacing: source.latest == version)
        let digest = recording.digest
        let reading = try db.first(
            "SELECT engine, findings FROM reading WHERE version = ?", .integer(version)
        ) { (engine: $0.text(0), findings: $0.text(1)) }
        // Without a date of publication, relative dates stay open: such a reading is no better than the one that
        // had the date.
        let knowsLess = recording.source.metadata.published == nil && source.source.metadata.published != nil
        let isSame = reading?.engine == recording.engine && (reading?.findings == digest || knowsLess)
        let isAccepted = try recording.acceptance == nil || !hasProposals(version)
        if isSame && isAccepted { return isCompleted ? .repaired : .unchanged }
        if !isSame {
            try removeProposals(of: version)
            try db.run(
                """
                INSERT INTO reading(version, captured, engine, findings) VALUES (?1, ?2, ?3, ?4)
                    ON CONFLICT DO UPDATE SET engine = ?3, findings = ?4
                """, .integer(version), .integer(recording.captured), .text(recording.engine), .text(digest))
            try propose(recording, source: source.number, version: version)
            try refreshCurrency(of: source.number)
        }
        try accept(recording, version: version)
        return .repaired
    }

    private func hasProposals(_ version: Int64) throws -> Bool {
        try db.first(
            """
            SELECT 1 FROM quote JOIN statement ON statement.number = quote.statement
                WHERE quote.version = ? AND status = 'proposed' LIMIT 1
            """, .integer(version)
        ) { _ in true } ?? false
    }

    /// Refuses a recording that contradicts itself: what is in the archive can be proved.
    private func check(_ recording: Recording) throws {
        func refuse(_ reason: String) -> ArchiveError {
            .unrecordable(source: recording.source.id, reason: reason)
        }
        guard recording.version.source == recording.source.id else {
            throw refuse("its version belongs to \(recording.version.source)")
        }
        let hash = sha256(of: recording.version.text)
        guard recording.version.sha256 == hash,
            recording.version.id == Identifier(content: [recording.source.id.text, hash])
        else { throw refuse("its version is known by the hash of another text") }
        let size = recording.version.text.utf8.count
        guard recording.version.paragraphs.allSatisfy({ $0.bytes.upperBound <= size }) else {
            throw refuse("a paragraph ends after the text")
        }
        guard recording.proposals.allSatisfy({ !$0.quote.segments.isEmpty }) else {
            throw refuse("a quote has no words")
        }
        var text = recording.version.text
        text.makeContiguousUTF8()
        let wrong = Readback.misreadings(
            of: recording.proposals.flatMap(\.quote.passages), in: text.utf8.span)
        if let first = wrong.first {
            throw refuse("“\(first.expected)” does not stand at code point \(first.start)")
        }
    }

    private mutating func propose(_ recording: Recording, source: Int64, version: Int64) throws {
        let decided = try decidedSpans(in: version)
        var drafts = Draft.all(of: recording)
        if !decided.isEmpty { drafts = drafts.compactMap { $0.removing { $0.overlaps(decided) } } }
        if drafts.isEmpty { return }
        guard let row = try SourceRow.find(number: source, in: db) else { return }
        let isCurrent = row.latest == version
        for draft in drafts {
            let number = try insert(draft, source: row, isCurrent: isCurrent)
            for (id, quote) in draft.quotes { try insert(quote, id: id, statement: number, version: version) }
            firstUnindexed = firstUnindexed ?? number
        }
        try accept(recording, version: version)
    }

    /// The words of a version on which a person has ruled: no proposal about them is wanted any more.
    private func decidedSpans(in version: Int64) throws -> [Range<Int>] {
        let spans = try db.all(
            """
            SELECT spans FROM quote JOIN statement ON statement.number = quote.statement
                WHERE quote.version = ? AND EXISTS (SELECT 1 FROM decision WHERE statement = statement.id)
            """, .integer(version)
        ) { $0.text(0) }
        return spans.flatMap { $0.split(separator: ",").compactMap { Spans.range($0) } }
    }

    /// Removes what a machine read in a version and nobody ruled on.
    private mutating func removeProposals(of version: Int64) throws {
        // What the index lacks can't be taken out of it.
        try index()
        let numbers = try db.all(
            """
            SELECT DISTINCT statement.number FROM quote JOIN statement ON statement.number = quote.statement
                WHERE quote.version = ? AND NOT EXISTS (SELECT 1 FROM decision WHERE statement = statement.id)
            """, .integer(version)
        ) { $0.integer(0) }
        for number in numbers {
            try db.run(
                """
                INSERT INTO search(search, rowid, words, speaker)
                    SELECT 'delete', number, words, speaker FROM searchable WHERE number = ?
                """, .integer(number))
            try db.run("DELETE FROM quote WHERE statement = ?", .integer(number))
            try db.run("DELETE FROM statement WHERE number = ?", .integer(number))
        }
    }

    private func accept(_ recording: Recording, version: Int64) throws {
        guard let acceptance = recording.acceptance else { return }
        let proposed = try db.all(
            """
            SELECT DISTINCT statement.id FROM quote JOIN statement ON statement.number = quote.statement
                WHERE quote.version = ? AND status = 'proposed' ORDER BY statement.id
            """, .integer(version)
        ) { Identifier<Statement>(stored: $0.text(0)) }
        for id in proposed {
            _ = try Judge(db: db).decide(.accept, on: id, by: acceptance.by, reason: nil)
        }
    }

    /// What a person ruled about words of an older text holds for the same words, of the same speaker, in the
    /// new one.
    private func carryDecisions(to version: Int64, source: Int64) throws {
        let twins = try db.all(
            """
            SELECT DISTINCT old.id, new.id FROM quote AS oldQuote
                JOIN version ON version.number = oldQuote.version
                JOIN statement AS old ON old.number = oldQuote.statement
                JOIN quote AS newQuote ON newQuote.version = ?1 AND newQuote.words = oldQuote.words
                JOIN statement AS new ON new.number = newQuote.statement
                WHERE version.source = ?2 AND version.number <> ?1 AND old.key IS new.key
                    AND EXISTS (SELECT 1 FROM decision WHERE statement = old.id)
                    AND NOT EXISTS (SELECT 1 FROM decision WHERE statement = new.id)
                ORDER BY old.number, new.id
            """, .integer(version), .integer(source)
        ) { (old: Identifier<Statement>(stored: $0.text(0)), new: Identifier<Statement>(stored: $0.text(1))) }
        var given: Set<Identifier<Statement>> = []
        for twin in twins where given.insert(twin.new).inserted {
            let judge = Judge(db: db)
            for decision in try judge.decisions(on: twin.old) {
                _ = try judge.decide(decision.ruling, on: twin.new, by: decision.by, reason: decision.reason)
            }
        }
    }
}

extension ArchiveError {
    /// Whether the fault lies with one document, so that others can still be recorded.
    var concernsDocument: Bool {
        switch self {
        case .unrecordable, .refused: true
        default: false
        }
    }
}
