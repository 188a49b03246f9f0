import Archive
import Extraction
import Reading
import Statements

/// Some messages of an input, ready to be recorded.
struct ReadMessages: Sendable {
    let name: String
    var messages: [ReadMessage] = []
    var faults: [MessageFault] = []
    var warnings: [String] = []
    let byteCount: Int
    /// How much of the input was read, from 0 to 1, where that is known.
    var share: Double?
    let chats: [MessageSlicer.FoundChat]
    /// Whether it is a page, which knows of no other.
    var isPage = false
    let end: MessageStream.End?
}

/// A message as it was read, and ready to be recorded.
struct ReadMessage: Sendable {
    let prepared: PreparedMessage
    /// The number of the chat in the input.
    let chat: Int
}

/// The work on messages that many processors can share.
struct MessageWork: Sendable {
    let reader: MessageReader
    let extractor: Extractor
    let selection: ChatSelection
    let captured: Int64

    /// Reads the messages of a piece, and what they say of others.
    func read(_ piece: MessageStream.Piece) -> ReadMessages {
        var read = ReadMessages(
            name: piece.name, faults: piece.batch.faults, byteCount: piece.batch.bytes.count,
            share: piece.share, chats: piece.chats, end: piece.end)
        read.messages.reserveCapacity(piece.batch.slices.count)
        var files = MediaFiles(besideExport: piece.name)
        for slice in piece.batch.slices {
            let chat = slice.chat.map { piece.chats[$0].chat }
            do throws(MessageFault) {
                guard let entry = try reader.message(slice, of: piece.batch, in: chat) else { continue }
                read.messages.append(
                    ReadMessage(prepared: prepared(entry, with: &files), chat: slice.chat ?? -1))
            } catch {
                read.faults.append(error)
            }
        }
        return read
    }

    /// Reads the messages of a page of HTML.
    func read(_ input: MessagePageInput) -> ReadMessages {
        var posts = PostPage(name: input.name, byteCount: input.bytes.count)
        if input.isLast {
            var digest = ContentDigest()
            digest.add(input.bytes)
            posts.end = MessageStream.End(sha256: digest.hexadecimal, cut: nil, isAccount: input.isAccount)
        }
        var warnings: [String] = []
        do throws(ReadingError) {
            let page = try reader.page(input.bytes)
            (posts.messages, posts.faults, warnings) = (page.messages, page.faults, page.warnings)
        } catch {
            posts.faults = [MessageFault(range: 0..<input.bytes.count, id: nil, problem: error.problem)]
        }
        choose(&posts, isAccount: input.isAccount)
        var result = read(posts)
        result.isPage = true
        result.warnings = warnings
        return result
    }

    /// Keeps the messages of chats that are read.
    private func choose(_ posts: inout PostPage, isAccount: Bool) {
        guard let chat = posts.messages.first?.chat else { return }
        // Where the user says which chat the page is of, it is of that.
        let isRead = selection.isWanted(chat, isOfAccount: isAccount) || reader.knowsChat && !isAccount
        posts.chats = [.init(chat: chat, isRead: isRead)]
        if !isRead { posts.messages = [] }
    }

    /// Prepares messages that were read already.
    func read(_ posts: PostPage) -> ReadMessages {
        var read = ReadMessages(
            name: posts.name, faults: posts.faults, byteCount: posts.byteCount, chats: posts.chats,
            end: posts.end)
        var files = MediaFiles(besideExport: posts.name)
        read.messages = posts.messages.map { ReadMessage(prepared: prepared($0, with: &files), chat: -1) }
        return read
    }

    private func prepared(_ entry: ChatMessage, with files: inout MediaFiles) -> PreparedMessage {
        var entry = entry
        if var media = entry.message.details.media, media.path != nil {
            files.complete(&media)
            entry.message.details.media = media
        }
        return PreparedMessage(entry.message, in: entry.chat) { source in
            guard entry.message.kind == .message, entry.message.details.poll == nil,
                MessageWork.mayQuote(entry.message.text)
            else { return nil }
            return recording(of: entry.message, source: source())
        }
    }

    /// What a message says of others; nil where there is nothing.
    private func recording(of message: Message, source: Source) -> Recording? {
        var options = ReadingOptions()
        options.kind = .message
        options.published = source.metadata.published
        let document = JSONLineReader(options: options).document(id: nil, text: message.text)
        let proposals = extractor.findings(in: document).quotes.compactMap { found in
            found.statement.map { Recording.Proposal(quote: found.quote, statement: $0) }
        }
        guard !proposals.isEmpty else { return nil }
        return Recording(
            source: source,
            version: Version(source: source.id, text: document.text, paragraphs: document.paragraphs),
            proposals: proposals, engine: extractor.engine, captured: captured)
    }

    /// Whether a text has a quotation mark: without one, a message is its author's own words and reports nobody's.
    private static func mayQuote(_ text: String) -> Bool {
        let bytes = text.utf8.span
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "\""): return true
            case 0xC2 where index + 1 < bytes.count:
                if bytes[index + 1] == 0xAB || bytes[index + 1] == 0xBB { return true }
            case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
                // “ ” „ ‟ ‹ ›
                if (0x9C...0x9F).contains(bytes[index + 2]) || (0xB9...0xBA).contains(bytes[index + 2]) {
                    return true
                }
            default: break
            }
        }
        return false
    }
}
