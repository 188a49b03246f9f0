import Archive
import Reading
import Statements

/// Messages of an input that is no stream of bytes: of a database, or of a page.
struct PostPage: Sendable {
    let name: String
    var messages: [ChatMessage] = []
    var faults: [MessageFault] = []
    var byteCount = 0
    /// What is known when the input has ended.
    var end: MessageStream.End?
}

/// The messages of a database of tg-archive, page by page.
struct DatabaseStream {
    private static let pageSize = 1_000

    private let database: TgArchive
    private let name: String
    private let given: Chat?
    private var last = Int64.min
    private var hasEnded = false

    /// The database at a path; nil where it is another one. `chat` is the group, where the user tells.
    init?(path: String, chat: Chat?) {
        guard let database = TgArchive(at: path) else { return nil }
        self.database = database
        name = path
        given = chat
    }

    /// The next messages; nil at the end.
    mutating func next() throws(TrackerError) -> PostPage? {
        if hasEnded { return nil }
        do {
            guard let chat = try given ?? database.chat() else {
                throw TgArchiveFault(problem: "the database does not tell its group; name it with --chat")
            }
            var page = PostPage(name: name)
            for entry in try database.messages(after: last, limit: DatabaseStream.pageSize, in: chat) {
                last = entry.id
                switch entry.message {
                case .success(let message): page.messages.append(ChatMessage(chat: chat, message: message))
                case .failure(let fault):
                    page.faults.append(MessageFault(range: 0..<0, id: entry.id, problem: fault.problem))
                }
            }
            if page.messages.isEmpty, page.faults.isEmpty {
                hasEnded = true
                page.end = MessageStream.End(sha256: nil, cut: nil, isAccount: false)
            }
            return page
        } catch {
            hasEnded = true
            let problem = (error as? TgArchiveFault)?.problem ?? "\(error)"
            throw TrackerError(.badInput, problem, place: name, advice: "check the database")
        }
    }
}
