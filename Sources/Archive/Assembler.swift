import EDTF
import GRDB
import Statements

import struct Statements.Statement

/// Puts statements together from their rows, with all that they refer to; what several refer to is read once.
struct Assembler {
    private let db: Database
    private let includesTexts: Bool
    private var resolutions: [String: Resolution] = [:]
    private var accountResolutions: [Int64: Resolution] = [:]
    private var speakers: [Int64: Speaker] = [:]
    private var sources: [Identifier<Source>: Source] = [:]
    private var versions: [Identifier<Version>: Version] = [:]
    private var versionNumbers: [Int64: (version: Identifier<Version>, source: Identifier<Source>)] = [:]

    init(db: Database, includesTexts: Bool) {
        self.db = db
        self.includesTexts = includesTexts
    }

    /// The timeline of the statements with these numbers, in this order.
    mutating func timeline(of numbers: [Int64], query: TimelineQuery) throws -> Timeline {
        var statements: [Statement] = []
        statements.reserveCapacity(numbers.count)
        for number in numbers {
            let isMessage = number >= MessageSchema.offset
            let statement = try isMessage ? message(number - MessageSchema.offset) : statement(number)
            if let statement { statements.append(statement) }
        }
        let speakers = Dictionary(self.speakers.values.map { ($0.id, $0) }) { first, _ in first }
        return Timeline(
            query: query, statements: statements, speakers: speakers, sources: sources, versions: versions)
    }

    private mutating func statement(_ number: Int64) throws -> Statement? {
        let row = try db.first(
            """
            SELECT id, speaker, speakerKind, key, act, addressee, medium, date, phrase, anchor, rule, posted,
                reported, status, ruled, ruledDate FROM statement WHERE number = ?
            """, .integer(number), read: StatementRow.init)
        guard let row else { return nil }
        let evidence = try evidence(of: number)
        let resolution: Resolution =
            if let ruled = row.ruled, let speaker = try speaker(ruled) {
                .speaker(speaker.id)
            } else {
                try resolution(of: row.key)
            }
        return Statement(
            id: row.id, printedSpeaker: row.speaker, printedKind: row.speakerKind, resolution: resolution,
            act: row.act, addressee: row.addressee, medium: row.medium, occasion: row.occasion,
            posted: row.posted, reported: row.reported, status: row.status, evidence: evidence)
    }

    /// The statement that a message is.
    private mutating func message(_ number: Int64) throws -> Statement? {
        guard let row = try MessageRow.find(number: number, in: db) else { return nil }
        let version = row.version
        versions[version.id] =
            includesTexts
            ? version
            : Version(
                id: version.id, source: version.source, sha256: version.sha256, text: "", paragraphs: [])
        sources[version.source] = row.source
        let joined = try db.all(
            "SELECT number, reported FROM statement WHERE joined = ? AND status <> 'rejected' ORDER BY id",
            .integer(number)
        ) { (number: $0.integer(0), reported: $0.date(1)) }
        let reports = try joined.flatMap { try evidence(of: $0.number) }
        let reported = joined.compactMap(\.reported).min {
            ($0.earliest?.seconds ?? .max, $0.description) < ($1.earliest?.seconds ?? .max, $1.description)
        }
        return row.statement(resolution: try resolution(of: row), reports: reports, reported: reported)
    }

    /// Whose a message is: a person's ruling tells, then the ties of the account, then its name.
    private mutating func resolution(of row: MessageRow) throws -> Resolution {
        if let ruled = row.ruled, let speaker = try speaker(ruled) { return .speaker(speaker.id) }
        guard let account = row.speaker?.number else { return .unresolved }
        if let known = accountResolutions[account] { return known }
        let resolution = resolution(
            ofOwners: try Accounts(db: db).owners(of: account).compactMap { try speaker($0)?.id })
        accountResolutions[account] = resolution
        return resolution
    }

    private func resolution(ofOwners owners: [Identifier<Speaker>]) -> Resolution {
        switch owners.count {
        case 0: .unresolved
        case 1: .speaker(owners[0])
        default: .ambiguous(owners.sorted())
        }
    }

    private mutating func evidence(of number: Int64) throws -> [Evidence] {
        let rows = try db.all(
            "SELECT version, \(QuoteRow.columns) FROM quote WHERE statement = ?", .integer(number)
        ) { row in
            (
                version: row.integer(0), id: Identifier<Quote>(stored: row.text(1)),
                quote: QuoteRow.quote(row, at: 1)
            )
        }
        var evidence: [Evidence] = []
        for row in rows {
            guard let place = try place(of: row.version) else { continue }
            evidence.append(
                Evidence(id: row.id, version: place.version, source: place.source, quote: row.quote))
        }
        return evidence.sorted {
            ($0.source.text, $0.version.text, $0.quote.start, $0.id.text)
                < ($1.source.text, $1.version.text, $1.quote.start, $1.id.text)
        }
    }

    private mutating func place(
        of number: Int64
    ) throws -> (version: Identifier<Version>, source: Identifier<Source>)? {
        if let known = versionNumbers[number] { return known }
        let columns =
            includesTexts
            ? VersionRow.columns(withText: true) : "version.number, version.id, source.id, sha256, '', ''"
        let version = try db.first(
            """
            SELECT \(columns) FROM version JOIN source ON source.number = version.source
                WHERE version.number = ?
            """, .integer(number), read: VersionRow.version)
        guard let version else { return nil }
        versions[version.id] = version
        versionNumbers[number] = (version.id, version.source)
        if sources[version.source] == nil {
            sources[version.source] = try SourceRow.find(version.source, in: db)?.source
        }
        return (version.id, version.source)
    }

    private mutating func speaker(_ number: Int64) throws -> Speaker? {
        if let known = speakers[number] { return known }
        let speaker = try Registry(db: db).speaker(number: number)
        speakers[number] = speaker
        return speaker
    }

    /// Whom a printed name resolves to today.
    private mutating func resolution(of key: String?) throws -> Resolution {
        guard let key else { return .unresolved }
        if let known = resolutions[key] { return known }
        let owners = try Registry(db: db).owners(of: NameKey(stored: key)).compactMap { try speaker($0)?.id }
        let resolution = resolution(ofOwners: owners)
        resolutions[key] = resolution
        return resolution
    }
}

/// A statement's own columns.
private struct StatementRow {
    let id: Identifier<Statement>
    let speaker: String?
    let speakerKind: SpeakerKind
    let key: String?
    let act: SpeechAct?
    let addressee: String?
    let medium: String?
    let occasion: Occasion?
    let posted: EDTFDate?
    let reported: EDTFDate?
    let status: StatementStatus
    let ruled: Int64?

    init(_ row: Columns) {
        id = Identifier(stored: row.text(0))
        speaker = row.optionalText(1)
        speakerKind = SpeakerKind(rawValue: row.text(2)) ?? .unknown
        key = row.optionalText(3)
        act = row.optionalText(4).flatMap(SpeechAct.init(rawValue:))
        addressee = row.optionalText(5)
        medium = row.optionalText(6)
        let read = row.occasion(7)
        // A date that a person ruled stands before the one that was read.
        occasion =
            row.date(15).map {
                Occasion(date: $0, phrase: read?.phrase, anchor: read?.anchor, rule: "decision")
            } ?? read
        posted = row.date(11)
        reported = row.date(12)
        status = StatementStatus(rawValue: row.text(13)) ?? .proposed
        ruled = row.optionalInteger(14)
    }
}
