import EDTF
import GRDB
import Statements

/// A printed name to which no single known speaker answers.
public struct PrintedName: Hashable, Sendable {
    /// The spelling that is printed most often.
    public let name: String
    /// The key that all its spellings share.
    public let key: NameKey
    /// How many statements are attributed to it.
    public let statements: Int
    /// The first and the last second at which one was made; nil where none is dated.
    public let span: ClosedRange<Instant>?
    /// The speakers who have the name; none or several.
    public let candidates: [Identifier<Speaker>]
}

extension Archive {
    /// Printed names that resolve to nobody, the most frequent first. Statements without a named speaker, and those
    /// that are rejected or superseded, don't count.
    ///
    /// - Parameters:
    ///   - limit: at most so many.
    ///   - last: the last of the page before.
    public func unresolvedNames(
        limit: Int? = nil, after last: PrintedName? = nil
    ) throws(ArchiveError) -> [PrintedName] {
        try reading { db in
            var counts = try statementCounts(in: db)
            for count in try messageCounts(in: db) {
                if counts[count.key]?.add(count) == nil { counts[count.key] = count }
            }
            let sorted = counts.values.sorted { ($1.statements, $0.key) < ($0.statements, $1.key) }
            let page = sorted.filter { count in
                guard let last else { return true }
                return (last.statements, count.key) > (count.statements, last.key.text)
            }
            return try page.prefix(limit ?? .max).map { try printedName($0, in: db) }
        }
    }

    private func printedName(_ count: NameCount, in db: Database) throws -> PrintedName {
        let registry = Registry(db: db)
        let span = count.last.map {
            Instant(seconds: count.first)...Instant(seconds: max($0, count.first))
        }
        let candidates = try registry.owners(of: NameKey(stored: count.key)).compactMap {
            try registry.speaker(number: $0)?.id
        }
        return PrintedName(
            name: try count.name ?? spelling(of: count.key, in: db), key: NameKey(stored: count.key),
            statements: count.statements, span: span, candidates: candidates)
    }

    /// How many statements are attributed to each key that no single speaker has. One walk through the index counts all.
    private func statementCounts(in db: Database) throws -> [String: NameCount] {
        let counts = try db.all(
            """
            SELECT key, statements, first, last FROM (
                SELECT key, count(*) AS statements, min(earliest) AS first,
                        max(latest) FILTER (WHERE latest < ?1) AS last
                    FROM statement INDEXED BY statementByKey
                    WHERE listed = 1 AND ruled IS NULL AND key IS NOT NULL
                    GROUP BY key
                ) AS counted
                WHERE (SELECT count(DISTINCT speaker) FROM name WHERE name.key = counted.key) <> 1
            """, .integer(Order.undated)
        ) {
            NameCount(
                key: $0.text(0), statements: Int($0.integer(1)), first: $0.integer(2),
                last: $0.optionalInteger(3))
        }
        return Dictionary(counts.map { ($0.key, $0) }) { first, _ in first }
    }

    /// How many messages are by each account that is no single speaker's.
    private func messageCounts(in db: Database) throws -> [NameCount] {
        let counts = try db.all(
            """
            SELECT speaker, count(*), min(earliest), max(latest) FROM message INDEXED BY messageBySpeaker
                WHERE listed = 1 AND ruled IS NULL AND speaker IS NOT NULL GROUP BY speaker
            """
        ) {
            (
                account: $0.integer(0), statements: Int($0.integer(1)), first: $0.integer(2),
                last: $0.integer(3)
            )
        }
        let accounts = Accounts(db: db)
        return try counts.compactMap { count in
            guard try accounts.owners(of: count.account).count != 1,
                let account = try accounts.row(count.account)?.account
            else { return nil }
            let name = account.displayName ?? ""
            let key = NameKey(folding: name).text
            return NameCount(
                key: key.isEmpty ? name : key, statements: count.statements, first: count.first,
                last: count.last, name: name)
        }
    }

    /// The most frequent of the first hundred spellings of a key.
    private func spelling(of key: String, in db: Database) throws -> String {
        try db.first(
            """
            SELECT speaker FROM (SELECT speaker FROM statement 
                    WHERE key = ? AND listed = 1 AND ruled IS NULL LIMIT 100)
                GROUP BY speaker ORDER BY count(*) DESC, speaker LIMIT 1
            """, .text(key)
        ) { $0.text(0) } ?? key
    }
}

/// How much is attributed to one key.
private struct NameCount {
    let key: String
    var statements: Int
    var first: Int64
    var last: Int64?
    /// The spelling, where an account has it.
    var name: String?

    mutating func add(_ other: NameCount) {
        statements += other.statements
        first = min(first, other.first)
        last = [last, other.last].compactMap(\.self).max()
        name = name ?? other.name
    }
}
