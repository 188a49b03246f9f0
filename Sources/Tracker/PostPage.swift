import Reading
import Statements

/// Messages of an input that is no stream of bytes: of a database, or of a page.
struct PostPage: Sendable {
    let name: String
    var messages: [ChatMessage] = []
    var faults: [MessageFault] = []
    var byteCount = 0
    /// The conversations that were met.
    var chats: [MessageSlicer.FoundChat] = []
    /// What is known when the input has ended.
    var end: MessageStream.End?
}

/// A page of HTML with messages, which can be one of several that are one input.
struct MessagePageInput: Sendable {
    let name: String
    let bytes: [UInt8]
    var isAccount = false
    var isLast = true
}

/// The pages of an export, one after the other.
struct MessagePageRun {
    /// Pages of Telegram Desktop have a thousand messages.
    private static let sizeLimit = 256 << 20

    private let pages: ExportFolder.Pages
    private var index = 0

    init(_ pages: ExportFolder.Pages) { self.pages = pages }

    /// The next page; nil at the end. A page that can't be read is empty, which is told with its name.
    mutating func next() throws(TrackerError) -> MessagePageInput? {
        guard index < pages.paths.count else { return nil }
        let path = pages.paths[index]
        index += 1
        var bytes: [UInt8] = []
        if var input = try? ByteInput(path: path) {
            bytes = (try? input.rest(limit: MessagePageRun.sizeLimit)) ?? []
        }
        return MessagePageInput(
            name: path, bytes: bytes, isAccount: pages.isAccount, isLast: index == pages.paths.count)
    }
}
