import GRDB

/// The way from the identifiers of messages back to their rows.
///
/// Identifiers are hashes: put into one index, the entries of each batch of a large import would touch all its pages.
/// So a batch is a *run* of its own, in order, which is written once and stays; a search looks at every run. What comes in
/// small numbers goes to the run 0.
struct MessageIdentities {
    let db: Database

    /// A number that an identifier stands for, and the row of the message.
    struct Entry {
        let hash: Int64
        let message: Int64
    }

    /// So many entries are worth a run of their own: the search of a run costs as much as a few pages.
    private static let runCount = 4_000

    /// All runs, each found by a step in the index.
    private static let runs = """
        WITH RECURSIVE runs(run) AS (
            SELECT min(run) FROM messageIdentity
            UNION ALL SELECT (SELECT min(run) FROM messageIdentity WHERE run > runs.run) FROM runs WHERE run IS NOT NULL
        )
        """

    /// Adds the entries of a batch of messages.
    func insert(_ entries: [Entry]) throws {
        // A run has the number of its first message.
        let run =
            entries.count < MessageIdentities.runCount ? 0 : entries.lazy.map(\.message).min() ?? 0
        let sorted = entries.sorted { ($0.hash, $0.message) < ($1.hash, $1.message) }
        try db.repeating(
            "INSERT OR IGNORE INTO messageIdentity(run, hash, message) VALUES (?3, ?1, ?2)", .integer(run)
        ) { insert in
            for entry in sorted { try insert(entry.hash, entry.message) }
        }
    }

    /// The rows of messages with a number in a range, at most a hundred.
    func messages(in range: ClosedRange<Int64>) throws -> [Int64] {
        try db.all(
            MessageIdentities.runs + """
                SELECT DISTINCT message FROM runs JOIN messageIdentity USING (run) WHERE hash BETWEEN ? AND ? LIMIT 100
                """, .integer(range.lowerBound), .integer(range.upperBound)
        ) { $0.integer(0) }
    }

    /// Whether a number leads to a message.
    func leads(_ hash: Int64, to message: Int64) throws -> Bool {
        try db.first(
            """
            SELECT 1 FROM messageIdentity WHERE hash = ?1 AND message = ?2
                AND run IN (0, (SELECT max(run) FROM messageIdentity WHERE run <= ?2))
            """, .integer(hash), .integer(message)
        ) { _ in true } ?? false
    }
}
