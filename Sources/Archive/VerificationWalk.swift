import GRDB
import Statements

import struct Statements.Statement

/// One walk through the archive that holds everything against what it was made from.
struct VerificationWalk {
    let db: Database
    let report: (VerificationFailure) throws -> Void
    var summary = VerificationSummary()

    init(db: Database, report: @escaping (VerificationFailure) throws -> Void) {
        self.db = db
        self.report = report
    }

    mutating func run() throws {
        try checkFile()
        try checkSources()
        var last = Int64.min
        while let version = try nextVersion(after: last) {
            last = version.number
            try check(version)
        }
        try checkMessages()
        try checkOrphans()
        try checkNames()
        try checkStatements()
    }

    private mutating func fail(_ failure: VerificationFailure) throws {
        summary.failures += 1
        try report(failure)
    }

    private mutating func checkMessages() throws {
        var failures = 0
        let found = try MessageVerification(db: db).run { failure in
            failures += 1
            try report(failure)
        }
        summary.failures += failures
        summary.sources += found.sources
        summary.versions += found.versions
        summary.quotes += found.quotes
        summary.passages += found.quotes
    }

    private mutating func checkFile() throws {
        for message in try db.all("PRAGMA integrity_check(20)", read: { $0.text(0) }) where message != "ok" {
            try fail(VerificationFailure(kind: .file, found: message))
        }
        let dangling = try db.all("PRAGMA foreign_key_check") { row in
            "row \(row.integer(1)) of \(row.text(0)) refers to a row of \(row.text(2)) that is not there"
        }
        for message in dangling.prefix(20) { try fail(VerificationFailure(kind: .reference, found: message)) }
    }

    /// A source is known by its address; one without an address by its first text, which `check` looks at.
    private mutating func checkSources() throws {
        var wrong: [VerificationFailure] = []
        var count = 0
        try db.each("SELECT \(SourceRow.columns) FROM source") { row in
            let source = SourceRow(row).source
            // A message that reports what others said is counted among the messages.
            if !MessageIdentity.isAddress(source.metadata.canonicalURL) { count += 1 }
            guard let address = source.metadata.canonicalURL ?? source.metadata.url,
                let expected = Source.identifier(address: address, kind: source.kind)
            else { return }
            if source.id != expected {
                wrong.append(
                    VerificationFailure(
                        kind: .identifier, source: source.id, expected: expected.text, found: source.id.text))
            }
        }
        summary.sources = count
        for failure in wrong { try fail(failure) }
    }

    private struct HeldVersion {
        let number: Int64
        let id: Identifier<Version>
        let source: Identifier<Source>
        let sha256: String
        let paragraphs: String
        let text: [UInt8]
        let address: String?
    }

    private func nextVersion(after last: Int64) throws -> HeldVersion? {
        try db.first(
            """
            SELECT \(VersionRow.columns(withText: true)), source.canonicalURL FROM version
                LEFT JOIN source ON source.number = version.source
                WHERE version.number > ? ORDER BY version.number LIMIT 1
            """, .integer(last)
        ) { row in
            HeldVersion(
                number: row.integer(0), id: Identifier(stored: row.text(1)),
                source: Identifier(stored: row.text(2)),
                sha256: row.text(3), paragraphs: row.text(4), text: row.bytes(5),
                address: row.optionalText(6))
        }
    }

    private mutating func check(_ version: HeldVersion) throws {
        if !MessageIdentity.isAddress(version.address) { summary.versions += 1 }
        var failure = VerificationFailure(kind: .text, source: version.source, version: version.id)
        // What is no UTF-8 must not pass for the replacement characters that it would be read as.
        let hash = String(validating: version.text, as: UTF8.self).map { sha256(of: $0) }
        if hash != version.sha256 {
            failure.expected = version.sha256
            failure.found = hash ?? "bytes that are no UTF-8"
            try fail(failure)
        }
        let id = Identifier<Version>(content: [version.source.text, version.sha256])
        if id != version.id {
            try fail(
                VerificationFailure(
                    kind: .identifier, source: version.source, version: version.id, expected: id.text,
                    found: version.id.text))
        }
        let paragraphs = VersionRow.paragraphs(version.paragraphs)
        let isWhole = VersionRow.text(of: paragraphs) == version.paragraphs
        if !isWhole || paragraphs.contains(where: { $0.bytes.upperBound > version.text.count }) {
            try fail(
                VerificationFailure(
                    kind: .paragraph, source: version.source, version: version.id, found: version.paragraphs))
        }
        try checkQuotes(of: version)
    }

    private mutating func checkQuotes(of version: HeldVersion) throws {
        let quotes = try db.all(
            "SELECT \(QuoteRow.columns) FROM quote WHERE version = ?", .integer(version.number)
        ) { (id: Identifier<Quote>(stored: $0.text(0)), quote: QuoteRow.quote($0, at: 0)) }
        summary.quotes += quotes.count
        var passages: [Passage] = []
        var owners: [(id: Identifier<Quote>, kind: VerificationFailure.Kind)] = []
        for (id, quote) in quotes {
            let expected = quote.identifier(in: version.id)
            if id != expected {
                try fail(
                    VerificationFailure(
                        kind: .identifier, source: version.source, version: version.id, quote: id,
                        expected: expected.text, found: id.text))
            }
            for segment in quote.segments {
                passages.append(segment)
                owners.append((id, .segment))
            }
            if let cue = quote.cue {
                passages.append(cue.passage)
                owners.append((id, .cue))
            }
            if let attribution = quote.attribution {
                passages.append(attribution)
                owners.append((id, .attribution))
            }
        }
        summary.passages += passages.count
        for misreading in Readback.misreadings(of: passages, in: version.text.span) {
            let owner = owners[misreading.index]
            try fail(
                VerificationFailure(
                    kind: owner.kind, source: version.source, version: version.id, quote: owner.id,
                    offset: misreading.start, expected: misreading.expected, found: misreading.found))
        }
    }

    /// Quotes of versions that are gone, statements without a quote, and versions that no engine has read.
    private mutating func checkOrphans() throws {
        let orphans = try db.all(
            """
            SELECT id, 'its version is not there' FROM quote
                WHERE NOT EXISTS (SELECT 1 FROM version WHERE number = quote.version)
            UNION ALL SELECT id, 'it has no quote' FROM statement
                WHERE NOT EXISTS (SELECT 1 FROM quote WHERE quote.statement = statement.number)
            UNION ALL SELECT id, 'nothing says what read it' FROM version
                WHERE NOT EXISTS (SELECT 1 FROM reading WHERE version = version.number)
            """
        ) { "\($0.text(0)): \($0.text(1))" }
        for orphan in orphans { try fail(VerificationFailure(kind: .reference, found: orphan)) }
    }

    private mutating func checkNames() throws {
        let names = try db.all("SELECT value, key FROM name") { (value: $0.text(0), key: $0.text(1)) }
        for name in names where NameKey(folding: name.value).text != name.key {
            try fail(
                VerificationFailure(
                    kind: .name, expected: NameKey(folding: name.value).text,
                    found: "\(name.value): \(name.key)"))
        }
    }

    private mutating func checkStatements() throws {
        var wrong: [VerificationFailure] = []
        try db.each(
            """
            SELECT statement.id, speaker, key, (SELECT min(quote.id) FROM quote WHERE statement = statement.number),
                source.id FROM statement LEFT JOIN source ON source.number = statement.source
            """
        ) { row in
            let id = row.text(0)
            let expected = row.optionalText(3).map {
                Statement.identifier(ofQuotes: [Identifier(stored: $0)]).text
            }
            let source = Identifier<Source>(stored: row.text(4))
            if let expected, expected != id {
                wrong.append(
                    VerificationFailure(kind: .identifier, source: source, expected: expected, found: id))
            }
            guard let key = row.optionalText(2) else { return }
            let folded = NameKey(folding: row.text(1)).text
            if folded != key {
                wrong.append(
                    VerificationFailure(
                        kind: .name, source: source, expected: folded, found: "\(row.text(1)): \(key)"))
            }
        }
        for failure in wrong { try fail(failure) }
    }
}
