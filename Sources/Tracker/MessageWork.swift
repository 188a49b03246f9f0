import Archive
import Extraction
import Reading
import Statements

/// Some messages of an input, ready to be recorded.
struct ReadMessages: Sendable {
    let name: String
    var messages: [ReadMessage] = []
    var faults: [MessageFault] = []
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
        for slice in piece.batch.slices {
            let chat = slice.chat.map { piece.chats[$0].chat }
            do throws(MessageFault) {
                guard let entry = try reader.message(slice, of: piece.batch, in: chat) else { continue }
                read.messages.append(ReadMessage(prepared: prepared(entry), chat: slice.chat ?? -1))
            } catch {
                read.faults.append(error)
            }
        }
        return read
    }

    private func prepared(_ entry: ChatMessage) -> PreparedMessage {
        var prepared = PreparedMessage(entry.message, in: entry.chat)
        guard entry.message.kind == .message, entry.message.details.poll == nil,
            MessageWork.mayQuote(entry.message.text)
        else { return prepared }
        let source = prepared.source
        var options = ReadingOptions()
        options.kind = .message
        options.published = source.metadata.published
        let document = JSONLineReader(options: options).document(id: nil, text: entry.message.text)
        let proposals = extractor.findings(in: document).quotes.compactMap { found in
            found.statement.map { Recording.Proposal(quote: found.quote, statement: $0) }
        }
        guard !proposals.isEmpty else { return prepared }
        prepared.recording = Recording(
            source: source,
            version: Version(source: source.id, text: document.text, paragraphs: document.paragraphs),
            proposals: proposals, engine: extractor.engine, captured: captured)
        return prepared
    }

    /// Whether a text has a quotation mark: without one, a message is its author's own words and reports nobody's.
    private static func mayQuote(_ text: String) -> Bool {
        var previous: (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            switch (previous.0, previous.1, byte) {
            case (_, _, UInt8(ascii: "\"")), (_, 0xC2, 0xAB), (_, 0xC2, 0xBB), (0xE2, 0x80, 0x9C...0x9F),
                (0xE2, 0x80, 0xB9), (0xE2, 0x80, 0xBA):
                return true
            default: previous = (previous.1, byte)
            }
        }
        return false
    }
}
