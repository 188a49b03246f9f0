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
    let chats: [MessageSlicer.FoundChat]
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
    let captured: Int64

    /// Reads the messages of a piece, and what they say of others.
    func read(_ piece: MessageStream.Piece) -> ReadMessages {
        var read = ReadMessages(
            name: piece.name, faults: piece.batch.faults, byteCount: piece.batch.bytes.count,
            chats: piece.chats, end: piece.end)
        read.messages.reserveCapacity(piece.batch.slices.count)
        var files = MediaFiles(besideExport: piece.name)
        for slice in piece.batch.slices {
            let chat = slice.chat.map { piece.chats[$0].chat }
            do throws(MessageFault) {
                guard var entry = try reader.message(slice, of: piece.batch, in: chat) else { continue }
                if var media = entry.message.details.media, media.path != nil {
                    files?.complete(&media)
                    entry.message.details.media = media
                }
                read.messages.append(ReadMessage(prepared: prepared(entry), chat: slice.chat ?? -1))
            } catch {
                read.faults.append(error)
            }
        }
        return read
    }

    /// Reads the messages of a page of HTML, which is an input by itself.
    func read(page bytes: [UInt8], of name: String) -> ReadMessages {
        var digest = ContentDigest()
        digest.add(bytes)
        var posts = PostPage(name: name, byteCount: bytes.count)
        posts.end = MessageStream.End(sha256: digest.hexadecimal, cut: nil, isAccount: false)
        var warnings: [String] = []
        do throws(ReadingError) {
            let page = try reader.page(bytes)
            (posts.messages, posts.faults, warnings) = (page.messages, page.faults, page.warnings)
        } catch {
            posts.faults = [MessageFault(range: 0..<bytes.count, id: nil, problem: error.problem)]
        }
        var result = read(posts)
        result.warnings = warnings
        return result
    }

    /// Prepares messages that were read already.
    func read(_ posts: PostPage) -> ReadMessages {
        var read = ReadMessages(
            name: posts.name, faults: posts.faults, byteCount: posts.byteCount, chats: [], end: posts.end)
        read.messages = posts.messages.map { ReadMessage(prepared: prepared($0), chat: -1) }
        return read
    }

    private func prepared(_ entry: ChatMessage) -> PreparedMessage {
        PreparedMessage(entry.message, in: entry.chat) { recording(of: entry.message, source: $0) }
    }

    /// What a message says of others; nil where there is nothing.
    private func recording(of message: Message, source: Source) -> Recording? {
        guard message.kind == .message, message.details.poll == nil, MessageWork.mayQuote(message.text) else {
            return nil
        }
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
