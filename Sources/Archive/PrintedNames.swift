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
            let registry = Registry(db: db)
            var names: [PrintedName] = []
            // One walk through the index counts all keys.
            let rows = try db.all(
                """
                SELECT key, statements, first, last FROM (
                    SELECT key, count(*) AS statements, min(earliest) AS first,
                            max(latest) FILTER (WHERE latest < ?1) AS last
                        FROM statement INDEXED BY statementByKey
                        WHERE listed = 1 AND ruled IS NULL AND key IS NOT NULL
                        GROUP BY key
                    ) AS counted
                    WHERE (?2 IS NULL OR statements < ?2 OR (statements = ?2 AND key > ?3))
                        AND (SELECT count(DISTINCT speaker) FROM name WHERE name.key = counted.key) <> 1
                    ORDER BY statements DESC, key LIMIT ?4
                """, .integer(Order.undated), Value(last?.statements), Value(last?.key.text),
                Value(limit ?? -1)
            ) { (key: $0.text(0), count: $0.integer(1), first: $0.integer(2), last: $0.optionalInteger(3)) }
            for row in rows {
                let span = row.last.map { Instant(seconds: row.first)...Instant(seconds: max($0, row.first)) }
                let candidates = try registry.owners(of: NameKey(stored: row.key)).compactMap {
                    try registry.speaker(number: $0)?.id
                }
                names.append(
                    PrintedName(
                        name: try spelling(of: row.key, in: db), key: NameKey(stored: row.key),
                        statements: Int(row.count), span: span, candidates: candidates))
            }
            return names
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
