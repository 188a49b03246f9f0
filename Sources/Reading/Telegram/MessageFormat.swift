import Statements

/// The forms in which messages of Telegram are read piece by piece.
public enum MessageFormat: Sendable {
    /// JSON: one object, a list, or an object a line.
    case json
    /// A table with a header.
    case table
}

/// The form in which an input that begins with these bytes holds messages of Telegram; nil where it doesn't. Only content
/// counts.
public func messageFormat(of head: [UInt8]) -> MessageFormat? {
    if holdsMessages(head) { return .json }
    let mark = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let header = TableHeader(head[mark...].prefix(8 << 10)) else { return nil }
    return TableDialect.all.contains { $0.recognises(header) } ? .table : nil
}

/// Whether an input begins as JSON with messages in it.
private func holdsMessages(_ head: [UInt8]) -> Bool {
    guard let first = head.first(where: { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }),
        first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    else { return false }
    var slicer = MessageSlicer(isWanted: { _, _ in true })
    var start = 0
    // The first message is mostly near, and what has none is looked at to the end.
    for length in [16 << 10, 256 << 10, head.count] where start < head.count {
        let batch = slicer.feed(Array(head[start..<min(length, head.count)]))
        start = min(length, head.count)
        if slicer.isAccount || !slicer.chats.isEmpty { return true }
        if let slice = batch.slices.first {
            guard let tape = try? JSONTape(batch.bytes, in: slice.range) else { return false }
            return MessageDialect.all.contains { $0.recognises(tape.root) }
        }
    }
    return false
}
