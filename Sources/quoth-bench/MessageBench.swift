import Foundation
import Reading
import Tracker

/// How fast an export of messages is read. (How fast it comes into an archive, `quoth ingest` itself shows.)
struct MessageBench {
    let path: String

    /// Writes an export of so many messages.
    func generate(_ count: Int) throws {
        var export = InventedExport()
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        var bytes = Array(export.beginning.utf8)
        for number in 1...count {
            bytes += export.message(number).utf8
            if bytes.count > 4 << 20 {
                try file.write(contentsOf: bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        bytes += export.end.utf8
        try file.write(contentsOf: bytes)
        try file.close()
    }

    /// Reads an export, and prints how many messages a second that was, on one processor.
    func read() throws {
        var input = try ByteInput(path: path)
        var slicer = MessageSlicer(isWanted: { _, _ in true })
        let reader = MessageReader()
        var messages = 0
        var length = 0
        let duration = try ContinuousClock().measure {
            while true {
                let bytes = try input.next()
                let batch = bytes.isEmpty ? slicer.finish() : slicer.feed(bytes)
                for slice in batch.slices {
                    let chat = slice.chat.map { slicer.chats[$0].chat }
                    guard let entry = try reader.message(slice, of: batch, in: chat) else { continue }
                    messages += 1
                    length += entry.message.text.utf8.count
                }
                if bytes.isEmpty { break }
            }
        }
        let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        print(
            "read \(messages) messages, \(length >> 20) MiB of words: \(Int(Double(messages) / seconds)) a second"
        )
    }
}
