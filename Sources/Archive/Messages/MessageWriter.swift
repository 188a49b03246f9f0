import EDTF
import GRDB
import Statements

/// Writes one batch of messages.
struct MessageWriter {
    private let db: Database
    private let batch: MessageImport
    private var recorder: Recorder
    private var firstNumber: Int64?
    private var identities: [MessageIdentities.Entry] = []

    init(db: Database, batch: MessageImport) {
        self.db = db
        self.batch = batch
        recorder = Recorder(db: db)
    }

    mutating func finish() throws {
        try MessageIdentities(db: db).insert(identities)
        if let firstNumber {
            try db.run(
                """
                INSERT INTO messageSearch(rowid, text)
                    SELECT number, text FROM searchableMessage WHERE number >= ?
                """, .integer(firstNumber))
        }
        try recorder.index()
    }

    /// The place of a chat among those of the input.
    private func open(_ chat: Chat, identity: String) throws -> Int {
        if let place = batch.memory.places[identity] { return place }
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
        let open = MessageImport.OpenChat(
            number: number, importNumber: db.lastInsertedRowID, isNew: known == nil, isPrivate: isPrivate,
            identity: try Accounts(db: db).identity(of: account) ?? identity)
        batch.memory.places[identity] = batch.memory.chats.count
        batch.memory.chats.append(open)
        batch.memory.coverage.append(ChatCoverage())
        return batch.memory.chats.count - 1
    }

    private func account(_ account: Account?) throws -> Int64? {
        guard let account else { return nil }
        if let known = batch.memory.accounts[account] { return known }
        let number = try Accounts(db: db).insert(account)
        batch.memory.accounts[account] = number
        return number
    }

    /// Records a message, and says what that did.
    mutating func record(_ prepared: PreparedMessage, isDoubtful: Bool) throws -> MessageOutcome {
        let place = try open(prepared.chat, identity: prepared.chatIdentity)
        let chat = batch.memory.chats[place]
        let prepared =
            chat.identity == prepared.chatIdentity ? prepared : prepared.known(by: chat.identity)
        let message = prepared.message
        let isFresh = chat.isNew && batch.memory.coverage[place].ids.isBeyond(message.id)
        let known = isFresh ? [] : try versions(of: message.id, in: chat.number)
        let outcome = try record(prepared, in: chat, beside: known, isDoubtful: isDoubtful)
        if case .refused = outcome { return outcome }
        batch.memory.coverage[place].add(message)
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
        _ prepared: PreparedMessage, in chat: MessageImport.OpenChat, beside known: [KnownVersion],
        isDoubtful: Bool
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
        _ prepared: PreparedMessage, in chat: MessageImport.OpenChat, isCurrent: Bool
    ) throws -> Int64 {
        let message = prepared.message
        let sender = try account(message.sender)
        let speaker = try account(message.author(in: prepared.chat))
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
        for hash in prepared.hashes { identities.append(.init(hash: hash, message: number)) }
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
