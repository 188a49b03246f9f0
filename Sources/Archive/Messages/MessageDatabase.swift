import GRDB
import Statements

/// A database in which a program keeps messages of Telegram. It is only read.
public struct MessageDatabase: Sendable {
    private let queue: DatabaseQueue
    private let dialect: any MessageDatabaseDialect

    /// The place of a message: the order in which a database is read.
    public struct Place: Hashable, Sendable {
        /// The number of the message.
        let id: Int64
        /// The number of its chat, as the database has it.
        let chat: Int64
    }

    /// A message of a database, or what is wrong with it.
    public struct Entry: Sendable {
        /// Where it stands.
        public let place: Place
        /// The conversation.
        public let chat: Chat
        /// The message.
        public let message: Result<Message, MessageDatabaseFault>

        /// The number of the message.
        public var id: Int64 { place.id }
    }

    /// The database at a path; nil where it is one of a program that is not known.
    public init?(at path: String) {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.prepareDatabase { db in
            // The schema of a stranger's file can call nothing.
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
        }
        let address = ArchiveFile.readOnlyAddress(of: path)
        guard let queue = try? DatabaseQueue(path: address, configuration: configuration) else { return nil }
        let tables: Set<String>? = try? queue.read { db in
            try Set(
                db.all("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'") {
                    $0.text(0)
                })
        }
        let dialects: [any MessageDatabaseDialect] = [TgArchive(), TelegramExport()]
        guard let tables, let dialect = dialects.first(where: { tables.isSuperset(of: $0.tables) }) else {
            return nil
        }
        self.queue = queue
        self.dialect = dialect
    }

    /// The conversations of the database, as far as it tells them, with the numbers by which its messages refer to them.
    ///
    /// This may look at every message.
    public func chats() throws -> [(number: Int64, chat: Chat)] {
        try queue.read { db in try dialect.chats(in: db) }
    }

    /// The messages of some conversations, by their numbers, whose place comes after another, at most so many.
    public func messages(after last: Place?, limit: Int, of chats: [Int64: Chat]) throws -> [Entry] {
        try queue.read { db in try dialect.messages(after: last, limit: limit, of: chats, in: db) }
    }
}

/// One way in which programs keep messages in a database.
protocol MessageDatabaseDialect: Sendable {
    /// The tables by which it is known.
    var tables: Set<String> { get }
    /// The conversations, with the numbers by which messages refer to them.
    func chats(in db: Database) throws -> [(number: Int64, chat: Chat)]
    /// The next messages of some conversations, in the order of their places.
    func messages(
        after last: MessageDatabase.Place?, limit: Int, of chats: [Int64: Chat], in db: Database
    ) throws -> [MessageDatabase.Entry]
}

/// What is wrong with a message of a database, or with the whole.
public struct MessageDatabaseFault: Error, Hashable, Sendable {
    /// What it is, as a sentence without its full stop.
    public let problem: String

    /// A fault.
    public init(problem: String) { self.problem = problem }
}
