import EDTF
import GRDB
import Statements

/// What recording a message did.
public enum MessageOutcome: Hashable, Sendable {
    /// The archive did what it did for any document.
    case recorded(Outcome)
    /// It was not recorded, and why.
    case refused(String)
}

/// One input of messages on its way into the archive: batches of messages, and at its end, what can only be told then.
public final class MessageImport {
    let archive: Archive
    let importer: String
    let captured: Int64
    /// What is remembered from batch to batch.
    var memory = Memory()

    /// The chats of an input, and the rows of accounts.
    struct Memory {
        /// The places of chats in `chats`, by the texts by which the input knows them.
        var places: [String: Int] = [:]
        var chats: [OpenChat] = []
        /// What the input holds of each chat, at the same place; it changes with each message.
        var coverage: [ChatCoverage] = []
        var accounts: [Account: Int64] = [:]
    }

    /// A chat of this input.
    struct OpenChat {
        let number: Int64
        let importNumber: Int64
        /// Whether the archive had no message of the chat before.
        let isNew: Bool
        /// Whether its messages are not for publication.
        let isPrivate: Bool
        /// The text by which the archive knows the chat; an input can know another one.
        let identity: String
    }

    /// An import into an archive; `importer` names the reader and its version, `captured` is the time in seconds since
    /// 1970-01-01T00:00:00Z.
    public init(into archive: Archive, importer: String, captured: Int64) {
        self.archive = archive
        self.importer = importer
        self.captured = captured
    }

    /// Records messages in one transaction, and says of each what that did.
    ///
    /// - Parameter doubtful: the places of messages whose number may be another one's; for them no other text under that
    ///   number makes way.
    public func record(
        _ messages: [PreparedMessage], doubtful: Set<Int> = []
    ) throws(ArchiveError) -> [MessageOutcome] {
        if messages.isEmpty { return [] }
        let before = memory
        do throws(ArchiveError) {
            return try archive.writing { db in
                // Messages come in the order of all indexes but one, so that a smaller cache does.
                if memory.chats.isEmpty { try db.execute(sql: "PRAGMA cache_size = -32000") }
                var writer = MessageWriter(db: db, batch: self)
                let outcomes = try messages.indices.map { index in
                    try writer.record(messages[index], isDoubtful: doubtful.contains(index))
                }
                try writer.finish()
                return outcomes
            }
        } catch {
            // What was rolled back must not be remembered.
            memory = before
            throw error
        }
    }

    /// Ends the import, and returns how many messages the archive has that should stand in this input and don't.
    ///
    /// - Parameter input: the SHA-256 of the input, in hexadecimal.
    public func finish(input: String?) throws(ArchiveError) -> Int {
        if memory.chats.isEmpty { return 0 }
        return try archive.writing { db in
            var absent = 0
            for (chat, coverage) in zip(memory.chats, memory.coverage) {
                try coverage.keep(as: chat, input: input, in: db)
                absent += try coverage.markAbsent(in: chat, db)
            }
            try PostJoining(db: db).join()
            return absent
        }
    }
}
