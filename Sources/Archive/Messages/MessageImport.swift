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
    private let archive: Archive
    private let importer: String
    private let captured: Int64
    private var chats: [String: OpenChat] = [:]
    private var accounts: [Account: Int64] = [:]

    /// Messages of one chat in this input.
    fileprivate struct OpenChat {
        let number: Int64
        let importNumber: Int64
        /// Whether the archive had no message of the chat before.
        let isNew: Bool
        /// Whether its messages are not for publication.
        let isPrivate: Bool
        /// The text by which the archive knows the chat; an input can know another one.
        let identity: String
        var ids = NumberRuns()
        var posted: ClosedRange<Int64>?
        var upTo: Int64?
        var count = 0
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
        let before = (chats, accounts)
        do throws(ArchiveError) {
            return try archive.writing { db in
                // Messages come in the order of most indexes, so that a smaller cache does.
                if chats.isEmpty { try db.execute(sql: "PRAGMA cache_size = -32000") }
                var writer = Writer(db: db, batch: self)
                let outcomes = try messages.indices.map { index in
                    try writer.record(messages[index], isDoubtful: doubtful.contains(index))
                }
                try writer.finish()
                return outcomes
            }
        } catch {
            // What was rolled back must not be remembered.
            (chats, accounts) = before
            throw error
        }
    }

    /// Ends the import, and returns how many messages the archive has that should stand in this input and don't.
    ///
    /// - Parameter input: the SHA-256 of the input, in hexadecimal.
    public func finish(input: String?) throws(ArchiveError) -> Int {
        if chats.isEmpty { return 0 }
        return try archive.writing { db in
            var absent = 0
            for chat in chats.values.sorted(by: { $0.number < $1.number }) {
                try Coverage(db: db).close(chat.importNumber, chat, input: input)
                absent += try Coverage(db: db).markAbsent(in: chat)
            }
            try PostJoining(db: db).joinAll()
            return absent
        }
    }

    /// The writing of one batch.
    private struct Writer {
        let db: Database
        let batch: MessageImport
        var recorder: Recorder
        var firstNumber: Int64?
        var identities: [(hash: Int64, message: Int64)] = []

        init(db: Database, batch: MessageImport) {
            self.db = db
            self.batch = batch
            recorder = Recorder(db: db)
        }

        mutating func finish() throws {
            // In order, neighbouring entries go to the same page of the index.
            identities.sort { $0.hash < $1.hash }
            try db.repeating("INSERT OR IGNORE INTO messageIdentity(hash, message) VALUES (?, ?)") { insert in
                for entry in identities { try insert(entry.hash, entry.message) }
            }
            if let firstNumber {
                try db.run(
                    """
                    INSERT INTO messageSearch(rowid, text)
                        SELECT number, text FROM searchableMessage WHERE number >= ?
                    """, .integer(firstNumber))
            }
            try recorder.index()
        }

        private func open(_ chat: Chat, identity: String) throws -> OpenChat {
            if let open = batch.chats[identity] { return open }
            guard let account = try account(chat.account) else {
                throw ArchiveError.refused(
                    path: batch.archive.path, reason: "a chat without a name or a number")
            }
            let row = try db.first(
                "SELECT number, private, type IS NULL FROM chat WHERE account = ?", .integer(account)
            ) { (number: $0.integer(0), isPrivate: $0.bool(1), isGuess: $0.bool(2)) }
            let known = row?.number
            // An input that doesn't tell what the chat is changes nothing about it; one that does, does.
            let isPrivate =
                row.map { chat.type == nil || !$0.isGuess ? $0.isPrivate : chat.isPrivate } ?? chat.isPrivate
            if let row, chat.type != nil, row.isGuess {
                try db.run(
                    "UPDATE chat SET type = ?, private = ? WHERE number = ?", Value(chat.type),
                    Value(isPrivate),
                    .integer(row.number))
            }
            if known == nil {
                try db.run(
                    "INSERT INTO chat(account, type, private) VALUES (?, ?, ?)", .integer(account),
                    Value(chat.type), Value(chat.isPrivate))
            }
            let number = known ?? db.lastInsertedRowID
            try db.run(
                "INSERT INTO import(chat, importer, captured, messages) VALUES (?, ?, ?, 0)",
                .integer(number),
                .text(batch.importer), .integer(batch.captured))
            let open = OpenChat(
                number: number, importNumber: db.lastInsertedRowID, isNew: known == nil, isPrivate: isPrivate,
                identity: try Accounts(db: db).identity(of: account) ?? identity)
            batch.chats[identity] = open
            return open
        }

        private func account(_ account: Account?) throws -> Int64? {
            guard let account else { return nil }
            if let known = batch.accounts[account] { return known }
            let number = try Accounts(db: db).insert(account)
            batch.accounts[account] = number
            return number
        }

        mutating func record(_ prepared: PreparedMessage, isDoubtful: Bool) throws -> MessageOutcome {
            let key = prepared.chatIdentity
            var chat = try open(prepared.chat, identity: key)
            let prepared =
                chat.identity == prepared.chatIdentity ? prepared : prepared.known(by: chat.identity)
            let message = prepared.message
            let isFresh = chat.isNew && chat.ids.isBeyond(message.id)
            let known = isFresh ? [] : try versions(of: message.id, in: chat.number)
            let outcome = try record(prepared, in: chat, beside: known, isDoubtful: isDoubtful)
            if case .refused = outcome { return outcome }
            chat.note(message)
            batch.chats[key] = chat
            return outcome
        }

        private struct KnownVersion {
            let number: Int64
            let sha256: [UInt8]
            let isCurrent: Bool
            let edited: Int64?
            let importNumber: Int64
            let isAbsent: Bool
            let basis: Int64?
        }

        private func versions(of id: Int64, in chat: Int64) throws -> [KnownVersion] {
            try db.all(
                """
                SELECT number, sha256, current, edited, import, absent, basis FROM message WHERE chat = ? AND id = ?
                """, .integer(chat), .integer(id)
            ) {
                KnownVersion(
                    number: $0.integer(0), sha256: $0.blob(1), isCurrent: $0.bool(2),
                    edited: $0.optionalInteger(3), importNumber: $0.integer(4), isAbsent: !$0.isNull(5),
                    basis: $0.optionalInteger(6))
            }
        }

        private mutating func record(
            _ prepared: PreparedMessage, in chat: OpenChat, beside known: [KnownVersion], isDoubtful: Bool
        ) throws -> MessageOutcome {
            let message = prepared.message
            // What is absent from one input is there in another.
            for version in known where version.isAbsent {
                try db.run("UPDATE message SET absent = NULL WHERE number = ?", .integer(version.number))
            }
            if let same = known.first(where: { $0.sha256 == prepared.identity.digest }) {
                return .recorded(try complete(same, with: prepared))
            }
            guard let current = known.first(where: \.isCurrent) else {
                _ = try insert(prepared, in: chat, isCurrent: true)
                try note(message, in: prepared.chat)
                try recordFindings(of: prepared, isWithheld: chat.isPrivate || prepared.isPersonal)
                return .recorded(.new)
            }
            // The number without its message, as of what an exporter could not read, says nothing about the text.
            if message.kind == .unsupported { return .recorded(.unchanged) }
            if isDoubtful {
                return .refused("the number is out of order, and the archive has another text under it")
            }
            if known.contains(where: { $0.importNumber == chat.importNumber }) {
                return .refused("the number stands twice in the input, with two texts; the first is kept")
            }
            let isLater = (message.edited ?? 0) >= (current.edited ?? 0)
            if isLater {
                try db.run(
                    "UPDATE message SET current = 0, listed = 0 WHERE number = ?", .integer(current.number))
            }
            let number = try insert(prepared, in: chat, isCurrent: isLater)
            if isLater {
                try db.run(
                    "UPDATE statement SET joined = ? WHERE joined = ?", .integer(number),
                    .integer(current.number))
            }
            try recordFindings(of: prepared, isWithheld: chat.isPrivate || prepared.isPersonal)
            return .recorded(.newVersion)
        }

        /// A text that is known: its time can be known better.
        private func complete(_ known: KnownVersion, with prepared: PreparedMessage) throws -> Outcome {
            guard let posted = prepared.message.posted,
                Int64(posted.basis.rawValue) < known.basis ?? Int64.max
            else {
                return .unchanged
            }
            try db.run(
                "UPDATE message SET posted = ?, basis = ?, earliest = ?, latest = ? WHERE number = ?",
                .integer(posted.seconds), Value(posted.basis.rawValue), .integer(prepared.order.earliest),
                .integer(prepared.order.latest), .integer(known.number))
            return .repaired
        }

        private mutating func insert(
            _ prepared: PreparedMessage, in chat: OpenChat, isCurrent: Bool
        ) throws -> Int64 {
            let message = prepared.message
            let sender = try account(message.sender)
            // A post that names nobody is the channel's.
            let speaker = try account(message.origin) ?? sender ?? account(prepared.chat.account)
            try db.run(
                """
                INSERT INTO message(chat, id, import, start, "end", kind, posted, basis, edited, sender, speaker,
                        current, listed, withheld, status, earliest, latest, place, sha256, details, text)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?)
                """, .integer(chat.number), .integer(message.id), .integer(chat.importNumber),
                Value(message.place.lowerBound), Value(message.place.upperBound),
                Value(message.kind.rawValue),
                Value(message.posted?.seconds), Value(message.posted?.basis.rawValue), Value(message.edited),
                Value(sender), Value(speaker), Value(isCurrent), Value(isCurrent && message.isSaid),
                Value(chat.isPrivate || prepared.isPersonal), .integer(prepared.order.earliest),
                .integer(prepared.order.latest),
                .integer(prepared.order.place), .blob(prepared.identity.digest), Value(prepared.details),
                .text(message.text))
            let number = db.lastInsertedRowID
            firstNumber = firstNumber ?? number
            for hash in prepared.hashes { identities.append((hash, number)) }
            return number
        }

        /// A new title is a name of the account from then on.
        private func note(_ message: Message, in chat: Chat) throws {
            let actions: Set = ["edit_group_title", "create_channel", "create_group", "migrate_from_group"]
            guard let service = message.details.service, let title = service.title,
                actions.contains(service.action),
                let account = try account(chat.account)
            else { return }
            let accounts = Accounts(db: db)
            try accounts.note(title, of: account, since: message.posted?.seconds)
            try accounts.adoptNames(of: account)
        }

        private mutating func recordFindings(of prepared: PreparedMessage, isWithheld: Bool) throws {
            guard let recording = prepared.recording else { return }
            _ = try recorder.attempt(path: batch.archive.path) { recorder throws in
                try recorder.record(recording)
            }
            guard isWithheld else { return }
            try db.run(
                "UPDATE statement SET withheld = 1 WHERE source = (SELECT number FROM source WHERE id = ?)",
                .text(recording.source.id.text))
        }
    }
}

extension MessageImport.OpenChat {
    fileprivate mutating func note(_ message: Message) {
        ids.insert(message.id)
        count += 1
        guard let seconds = message.posted?.seconds else { return }
        posted = posted.map { min($0.lowerBound, seconds)...max($0.upperBound, seconds) } ?? seconds...seconds
        upTo = max(upTo ?? seconds, seconds, message.edited ?? seconds)
    }
}

/// What an import covers, and what is missing in it.
private struct Coverage {
    let db: Database

    func close(_ number: Int64, _ chat: MessageImport.OpenChat, input: String?) throws {
        try db.run(
            """
            UPDATE import SET input = ?, firstId = ?, lastId = ?, firstPosted = ?, lastPosted = ?, upTo = ?, messages = ?
                WHERE number = ?
            """, Value(input), Value(chat.ids.first), Value(chat.ids.last), Value(chat.posted?.lowerBound),
            Value(chat.posted?.upperBound), Value(chat.upTo), Value(chat.count), .integer(number))
    }

    /// Marks what should stand in a later export and doesn't: in this one, and, where this is the earlier one, what came with
    /// it and is missing in those.
    func markAbsent(in chat: MessageImport.OpenChat) throws -> Int {
        guard let first = chat.ids.first, let last = chat.ids.last, let posted = chat.posted else { return 0 }
        var absent = 0
        let laterUpTo = try db.first(
            "SELECT max(upTo) FROM import WHERE chat = ? AND number <> ?", .integer(chat.number),
            .integer(chat.importNumber)
        ) { $0.optionalInteger(0) }.flatMap(\.self)
        if let upTo = chat.upTo, laterUpTo == nil || upTo >= laterUpTo ?? upTo, !chat.isNew {
            let numbers = try db.all(
                """
                SELECT number, id FROM message WHERE chat = ? AND id BETWEEN ? AND ? AND current = 1 AND absent IS NULL
                    AND (posted IS NULL OR posted BETWEEN ? AND ?)
                """, .integer(chat.number), .integer(first), .integer(last), .integer(posted.lowerBound),
                .integer(posted.upperBound)
            ) { (number: $0.integer(0), id: $0.integer(1)) }
            for missing in numbers where !chat.ids.contains(missing.id) {
                try db.run(
                    "UPDATE message SET absent = ? WHERE number = ?", .integer(chat.importNumber),
                    .integer(missing.number))
                absent += 1
            }
        }
        guard let upTo = chat.upTo, !chat.isNew else { return absent }
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

/// A set of numbers that mostly follow each other, as runs.
struct NumberRuns {
    private var runs: [ClosedRange<Int64>] = []

    var first: Int64? { runs.first?.lowerBound }
    var last: Int64? { runs.last?.upperBound }

    /// Whether a number is greater than all.
    func isBeyond(_ number: Int64) -> Bool { last.map { number > $0 } ?? true }

    mutating func insert(_ number: Int64) {
        if let last = runs.last, number > last.upperBound {
            if number == last.upperBound + 1 {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
            return
        }
        let index = place(of: number)
        if index < runs.count, runs[index].contains(number) { return }
        var run = number...number
        var replaced = index..<index
        if index < runs.count, runs[index].lowerBound == number + 1 {
            run = number...runs[index].upperBound
            replaced = index..<index + 1
        }
        if index > 0, runs[index - 1].upperBound == number - 1 {
            run = runs[index - 1].lowerBound...run.upperBound
            replaced = index - 1..<replaced.upperBound
        }
        runs.replaceSubrange(replaced, with: [run])
    }

    func contains(_ number: Int64) -> Bool {
        let index = place(of: number)
        return index < runs.count && runs[index].contains(number)
    }

    /// The first run that does not end before a number.
    private func place(of number: Int64) -> Int {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].upperBound < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
