import Archive
import Reading
import Statements

/// The messages of a database of another program, page by page.
struct DatabaseStream {
    private static let pageSize = 1_000

    private let database: MessageDatabase
    private let name: String
    private let selection: ChatSelection
    /// The conversations of the database; nil before the first page.
    private var chats: Chats?
    private var last: MessageDatabase.Place?
    private var hasEnded = false

    /// The database at a path; nil where it is one of a program that is not known.
    init?(path: String, selection: ChatSelection) {
        guard let database = MessageDatabase(at: path) else { return nil }
        self.database = database
        name = path
        self.selection = selection
    }

    /// The next messages; nil at the end.
    mutating func next() throws(TrackerError) -> PostPage? {
        if hasEnded { return nil }
        do {
            let chats = try self.chats ?? Chats(of: database, selection)
            self.chats = chats
            var page = PostPage(name: name)
            let entries = try database.messages(
                after: last, limit: DatabaseStream.pageSize, of: chats.wanted)
            for entry in entries {
                last = entry.place
                switch entry.message {
                case .success(let message):
                    page.messages.append(ChatMessage(chat: entry.chat, message: message))
                case .failure(let fault):
                    page.faults.append(MessageFault(range: 0..<0, id: entry.id, problem: fault.problem))
                }
            }
            if entries.isEmpty {
                hasEnded = true
                page.chats = chats.found
                page.end = MessageStream.End(sha256: nil, cut: nil, isAccount: chats.isAccount)
            }
            return page
        } catch {
            hasEnded = true
            let problem = (error as? MessageDatabaseFault)?.problem ?? "\(error)"
            throw TrackerError(.badInput, problem, place: name, advice: "check the database")
        }
    }

    /// The conversations of a database, and those that are wanted of them.
    private struct Chats {
        let found: [MessageSlicer.FoundChat]
        /// By the numbers that messages have for them.
        let wanted: [Int64: Chat]

        var isAccount: Bool { found.count > 1 }

        init(of database: MessageDatabase, _ selection: ChatSelection) throws {
            let known = try database.chats()
            let isAccount = known.count > 1
            found = known.map {
                .init(chat: $0.chat, isRead: selection.isWanted($0.chat, isOfAccount: isAccount))
            }
            // Where the user tells the conversation and the database does not, all messages are of that one.
            if !isAccount, let given = selection.only {
                wanted = [known.first?.number ?? 0: given]
            } else {
                let read = zip(known, found).filter { $0.1.isRead }
                wanted = Dictionary(read.map { ($0.0.number, $0.0.chat) }) { $1 }
            }
        }
    }
}
