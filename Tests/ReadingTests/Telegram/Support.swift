import Foundation
import Statements
import TestSupport

@testable import Reading

/// A file of `Fixtures/telegram`.
func telegramFixture(_ name: String) throws -> [UInt8] {
    let folder = projectRoot.appending(path: "Fixtures/telegram")
    return try Array(Data(contentsOf: folder.appending(path: name)))
}

/// What is read of an input of messages.
struct ReadExport {
    var messages: [ChatMessage] = []
    var faults: [MessageFault] = []
    var chats: [MessageSlicer.FoundChat] = []
    var isAccount = false
    var cut: Int?

    /// Reads an input that comes in pieces of some length.
    init(
        _ bytes: [UInt8], pieceLength: Int = 1 << 18, options: MessageOptions = MessageOptions(),
        isWanted: @escaping @Sendable (Chat, Bool) -> Bool = { _, isOfAccount in !isOfAccount }
    ) {
        var slicer = MessageSlicer(isWanted: isWanted)
        let reader = MessageReader(options: options)
        for start in stride(from: 0, to: bytes.count, by: pieceLength) {
            take(slicer.feed(Array(bytes[start..<min(start + pieceLength, bytes.count)])), slicer, reader)
        }
        take(slicer.finish(), slicer, reader)
        (chats, isAccount, cut) = (slicer.chats, slicer.isAccount, slicer.cut)
    }

    private mutating func take(_ batch: MessageBatch, _ slicer: MessageSlicer, _ reader: MessageReader) {
        faults += batch.faults
        for slice in batch.slices {
            do throws(MessageFault) {
                let chat = slice.chat.map { slicer.chats[$0].chat }
                if let message = try reader.message(slice, of: batch, in: chat) { messages.append(message) }
            } catch {
                faults.append(error)
            }
        }
    }

    /// The message with a number.
    subscript(id: Int64) -> Message? { messages.first { $0.message.id == id }?.message }
}
