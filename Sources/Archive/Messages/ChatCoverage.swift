import GRDB
import Statements

/// What one input holds of a chat: which messages, posted when, up to when.
struct ChatCoverage {
    private(set) var ids = NumberRuns()
    private var posted: ClosedRange<Int64>?
    private var upTo: Int64?
    private var count = 0

    mutating func add(_ message: Message) {
        ids.insert(message.id)
        count += 1
        guard let seconds = message.posted?.seconds else { return }
        posted = posted.map { min($0.lowerBound, seconds)...max($0.upperBound, seconds) } ?? seconds...seconds
        upTo = max(upTo ?? seconds, seconds, message.edited ?? seconds)
    }

    /// Keeps what the input covers.
    func keep(as chat: MessageImport.OpenChat, input: String?, in db: Database) throws {
        try db.run(
            """
            UPDATE import SET input = ?, firstId = ?, lastId = ?, firstPosted = ?, lastPosted = ?, upTo = ?, messages = ?
                WHERE number = ?
            """, Value(input), Value(ids.first), Value(ids.last), Value(posted?.lowerBound),
            Value(posted?.upperBound), Value(upTo), Value(count), .integer(chat.importNumber))
    }

    /// Marks what should stand in a later export and doesn't: in this one, and, where this is the earlier one, what came with
    /// it and is missing in those.
    func markAbsent(in chat: MessageImport.OpenChat, _ db: Database) throws -> Int {
        guard let first = ids.first, let last = ids.last, let posted else { return 0 }
        var absent = 0
        let laterUpTo = try db.first(
            "SELECT max(upTo) FROM import WHERE chat = ? AND number <> ?", .integer(chat.number),
            .integer(chat.importNumber)
        ) { $0.optionalInteger(0) }.flatMap(\.self)
        if let upTo, laterUpTo == nil || upTo >= laterUpTo ?? upTo, !chat.isNew {
            let numbers = try db.all(
                """
                SELECT number, id FROM message WHERE chat = ? AND id BETWEEN ? AND ? AND current = 1 AND absent IS NULL
                    AND (posted IS NULL OR posted BETWEEN ? AND ?)
                """, .integer(chat.number), .integer(first), .integer(last), .integer(posted.lowerBound),
                .integer(posted.upperBound)
            ) { (number: $0.integer(0), id: $0.integer(1)) }
            for missing in numbers where !ids.contains(missing.id) {
                try db.run(
                    "UPDATE message SET absent = ? WHERE number = ?", .integer(chat.importNumber),
                    .integer(missing.number))
                absent += 1
            }
        }
        guard let upTo, !chat.isNew else { return absent }
        try db.run(
            """
            UPDATE message SET absent = (
                SELECT later.number FROM import AS later WHERE later.chat = ?1 AND later.upTo > ?3
                    AND message.id BETWEEN later.firstId AND later.lastId
                    AND message.posted BETWEEN later.firstPosted AND later.lastPosted
                    ORDER BY later.upTo LIMIT 1
            ) WHERE chat = ?1 AND import = ?2 AND absent IS NULL AND current = 1 AND NOT EXISTS (
                SELECT 1 FROM message AS other
                    WHERE other.chat = ?1 AND other.id = message.id AND other.import <> ?2)
            """, .integer(chat.number), .integer(chat.importNumber), .integer(upTo))
        return absent
    }
}
