import GRDB
import Statements

/// One walk through the messages that holds every text against the hash under which it was recorded.
struct MessageVerification {
    let db: Database

    /// What a walk looked at.
    struct Summary {
        var sources = 0
        var versions = 0
        var quotes = 0
    }

    private struct Row {
        let number: Int64
        let chat: String
        let id: Int64
        let isSaid: Bool
        let isCurrent: Bool
        let sha256: [UInt8]
        let text: [UInt8]
    }

    private static let pageSize: Int64 = 1_000

    func run(report: (VerificationFailure) throws -> Void) throws -> Summary {
        var summary = Summary()
        var last: Int64 = 0
        while true {
            let rows = try db.all(
                """
                SELECT message.number, account.identity, message.id, message.kind = 0 AND text <> '' AND posted IS NOT NULL,
                    current, sha256, text
                    FROM message LEFT JOIN chat ON chat.number = message.chat
                    LEFT JOIN account ON account.number = chat.account
                    WHERE message.number > ? ORDER BY message.number LIMIT ?
                """, .integer(last), .integer(MessageVerification.pageSize)
            ) {
                Row(
                    number: $0.integer(0), chat: $0.text(1), id: $0.integer(2), isSaid: $0.bool(3),
                    isCurrent: $0.bool(4), sha256: $0.blob(5), text: $0.bytes(6))
            }
            guard let end = rows.last?.number else { return summary }
            last = end
            for row in rows {
                summary.sources += row.isCurrent ? 1 : 0
                summary.versions += 1
                summary.quotes += row.isSaid ? 1 : 0
                if let failure = try failure(of: row) { try report(failure) }
            }
        }
    }

    private func failure(of row: Row) throws -> VerificationFailure? {
        guard let text = String(validating: row.text, as: UTF8.self) else {
            return VerificationFailure(
                kind: .text, found: "bytes that are no UTF-8 in message \(row.id) of \(row.chat)")
        }
        let identity = MessageIdentity(chat: row.chat, id: row.id, text: text)
        let stored = row.sha256.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        var failure = VerificationFailure(kind: .text, source: identity.source, version: identity.version)
        if stored != identity.sha256 {
            failure.expected = stored
            failure.found = identity.sha256
            return failure
        }
        guard row.isSaid else { return nil }
        for hash in identity.hashes(of: text) {
            if try MessageIdentities(db: db).leads(hash, to: row.number) { continue }
            return VerificationFailure(
                kind: .identifier, source: identity.source, version: identity.version,
                found: "an identifier that does not lead back to the message")
        }
        return nil
    }
}
