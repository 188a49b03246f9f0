import EDTF
import GRDB
import Statements

import struct Statements.Statement

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A version of a message in its row.
struct MessageRow {
    let number: Int64
    let id: Int64
    let kind: Message.Kind
    let posted: MessageTime?
    let edited: Int64?
    let isCurrent: Bool
    let isWithheld: Bool
    let status: StatementStatus
    let ruled: Int64?
    let ruledDate: EDTFDate?
    let absentFrom: Int64?
    let sha256: [UInt8]
    let detailsText: String?
    let text: String
    let importNumber: Int64
    let chat: Accounts.Row
    let speaker: Accounts.Row?

    private static let columns = """
        message.number, message.id, message.kind, posted, basis, edited, current, withheld, status, ruled, ruledDate, \
        absent, sha256, details, text, import, \(Accounts.columns), \
        speaker.number, speaker.identity, speaker.name, speaker.username
        """

    private static let tables = """
        message JOIN chat ON chat.number = message.chat JOIN account ON account.number = chat.account
            LEFT JOIN account AS speaker ON speaker.number = message.speaker
        """

    private init(_ row: Columns) {
        number = row.integer(0)
        id = row.integer(1)
        kind = Message.Kind(rawValue: Int(row.integer(2))) ?? .message
        posted = row.optionalInteger(3).map {
            MessageTime(seconds: $0, basis: MessageTime.Basis(rawValue: Int(row.integer(4))) ?? .unknownZone)
        }
        edited = row.optionalInteger(5)
        isCurrent = row.bool(6)
        isWithheld = row.bool(7)
        status = MessageRow.statuses[min(max(Int(row.integer(8)), 0), 2)]
        ruled = row.optionalInteger(9)
        ruledDate = row.date(10)
        absentFrom = row.optionalInteger(11)
        sha256 = row.blob(12)
        detailsText = row.optionalText(13)
        text = row.text(14)
        importNumber = row.integer(15)
        chat = Accounts.row(row, at: 16)
        speaker = row.isNull(20) ? nil : Accounts.row(row, at: 20)
    }

    /// The statuses by their numbers in the column `status`.
    static let statuses: [StatementStatus] = [.proposed, .accepted, .rejected]

    static func find(number: Int64, in db: Database) throws -> MessageRow? {
        try db.first(
            "SELECT \(columns) FROM \(tables) WHERE message.number = ?", .integer(number),
            read: MessageRow.init)
    }

    /// The versions of the message of which this is one, in the order in which they were written.
    func versions(in db: Database) throws -> [MessageRow] {
        try db.all(
            """
            SELECT \(MessageRow.columns) FROM \(MessageRow.tables)
                WHERE message.chat = (SELECT chat FROM message WHERE number = ?1)
                    AND message.id = (SELECT id FROM message WHERE number = ?1)
                ORDER BY coalesce(edited, 0), import, message.number
            """, .integer(number), read: MessageRow.init)
    }

    /// The rows of the messages that have an identifier, or one that begins so. The current version comes first.
    static func numbers(withIdentifier text: String, in db: Database) throws -> [Int64] {
        guard let range = MessageIdentity.range(of: text) else { return [] }
        let candidates = try MessageIdentities(db: db).messages(in: range)
        let rows = try candidates.compactMap { try MessageRow.find(number: $0, in: db) }
        return rows.filter { row in row.identifiers.contains { $0.hasPrefix(text) } }
            .sorted { ($0.isCurrent ? 0 : 1, $0.number) < ($1.isCurrent ? 0 : 1, $1.number) }.map(\.number)
    }

    /// The row of the message that is a statement.
    static func number(ofStatement id: Identifier<Statement>, in db: Database) throws -> Int64? {
        try numbers(withIdentifier: id.text, in: db).first
    }

    /// The identifiers of the source, the version, the quote and the statement.
    private var identifiers: [String] {
        [identity.source.text, identity.version.text, evidence.id.text, statementIdentifier.text]
    }

    var identity: MessageIdentity {
        MessageIdentity(chat: chat.identity, id: id, text: text)
    }

    var evidence: Evidence {
        let identity = identity
        let quote = identity.quote(of: text)
        return Evidence(
            id: quote.identifier(in: identity.version), version: identity.version, source: identity.source,
            quote: quote)
    }

    var statementIdentifier: Identifier<Statement> { Statement.identifier(ofQuotes: [evidence.id]) }

    var version: Version {
        let identity = identity
        return Version(
            id: identity.version, source: identity.source, sha256: identity.sha256, text: text,
            paragraphs: text.isEmpty ? [] : [Paragraph(bytes: 0..<text.utf8.count, kind: .body)])
    }

    var source: Source {
        var metadata = Metadata()
        metadata.canonicalURL = MessageIdentity.address(chat: chat.identity, id: id)
        metadata.url = Permalink.of(chat.account, message: id)
        metadata.publisher = chat.account.displayName
        metadata.published = posted?.date
        metadata.modified = edited.flatMap { EDTFDate("\(Instant(seconds: $0))") }
        return Source(id: self.identity.source, kind: .message, metadata: metadata)
    }

    var details: MessageDetails? {
        detailsText.flatMap { try? JSONDecoder().decode(MessageDetails.self, from: Data($0.utf8)) }
    }

    /// The message as a statement: its author's own words, said when they were posted, with the articles that report it.
    func statement(resolution: Resolution, reports: [Evidence], reported: EDTFDate?) -> Statement {
        let said =
            ruledDate.map { Occasion(date: $0, phrase: nil, anchor: nil, rule: "decision") }
            ?? posted.map { Occasion(date: $0.date, phrase: nil, anchor: nil, rule: "posted") }
        return Statement(
            id: statementIdentifier, printedSpeaker: speaker?.account.displayName,
            printedKind: speakerKind, resolution: resolution, act: nil, addressee: nil, medium: "Telegram",
            occasion: said, posted: posted?.date, reported: reported, status: status,
            evidence: [evidence] + reports)
    }

    /// What is known beside the words.
    func held(in db: Database) throws -> HeldMessage {
        let absence = try absentFrom.flatMap { number in
            try db.first(
                "SELECT captured, firstId, lastId, firstPosted, lastPosted FROM import WHERE number = ?",
                .integer(number)
            ) { row in
                HeldMessage.Absence(
                    captured: row.integer(0),
                    numbers: row.integer(1)...max(row.integer(1), row.integer(2)),
                    posted: row.integer(3)...max(row.integer(3), row.integer(4)))
            }
        }
        return HeldMessage(
            number: id, kind: kind, posted: posted,
            author: speaker?.account.displayName,
            isWithheld: isWithheld, details: details, absence: absence)
    }

    private var speakerKind: SpeakerKind {
        switch speaker?.account.peer?.kind {
        case .user: .person
        case .chat, .channel: .group
        case nil: .unknown
        }
    }
}
