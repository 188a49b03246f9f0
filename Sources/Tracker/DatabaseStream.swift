import Archive
import Reading
import Statements

/// The messages of a database of another program, page by page.
struct DatabaseStream {
    private static let pageSize = 1_000

    private let database: MessageDatabase
    private let name: String
    private let selection: ChatSelection
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
            let chats = try database.chats()
            let isAccount = chats.count > 1
            var page = PostPage(name: name)
            let entries = try database.messages(
                after: last, limit: DatabaseStream.pageSize, given: isAccount ? nil : selection.only,
                isWanted: { selection.isWanted($0, isOfAccount: isAccount) })
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
                page.chats = chats.map { chat in
                    .init(chat: chat, isRead: selection.isWanted(chat, isOfAccount: isAccount))
                }
                page.end = MessageStream.End(sha256: nil, cut: nil, isAccount: isAccount)
            }
            return page
        } catch {
            hasEnded = true
            let problem = (error as? MessageDatabaseFault)?.problem ?? "\(error)"
            throw TrackerError(.badInput, problem, place: name, advice: "check the database")
        }
    }
}
