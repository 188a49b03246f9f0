import Statements

/// Cuts an input of JSON into its messages, piece by piece, so that its length costs no memory: an export of Telegram
/// Desktop of one chat (`{"messages": […]}`) or of an account (`{"chats": {"list": […]}}`), channels with their messages by
/// number (`{"1900000001": {"text_messages": {"3": …}}}`), a list of messages, or a message a line.
///
/// It follows the path of the keys, and not the depth alone. Where the brackets don't fit, the message is given up,
/// and the next is looked for by the shape in which a message begins; one bad message costs no other.
public struct MessageSlicer: Sendable {
    /// The longest message.
    static let messageLimit = 16 << 20

    /// The conversations that were met, in their order.
    public internal(set) var chats: [FoundChat] = []
    /// Whether the input is an export of an account, of which only chats that are asked for are read.
    public internal(set) var isAccount = false
    /// The byte at which the input was cut off, if it was.
    public private(set) var cut: Int?

    let isWanted: @Sendable (_ chat: Chat, _ isOfAccount: Bool) -> Bool
    var buffer: [UInt8] = []
    var base = 0
    var position = 0
    var isAtEnd = false
    /// Whether the input is a dataset of channels under their numbers.
    var isDataset = false
    var frames: [Frame] = []
    var scan: Scan?
    /// Where the value at the top begins, as long as it may be a message itself.
    var rootStart: Int?
    /// Where bytes that belong to nothing begin.
    var lostFrom: Int?
    var batch: (slices: [MessageSlice], faults: [MessageFault]) = ([], [])

    /// A slicer that reads the chats that `isWanted` tells; it is also told whether the chat is one of an account's.
    public init(isWanted: @escaping @Sendable (_ chat: Chat, _ isOfAccount: Bool) -> Bool) {
        self.isWanted = isWanted
    }

    /// A conversation of the input.
    public struct FoundChat: Sendable {
        /// What the input says of it.
        public let chat: Chat
        /// Whether its messages are read.
        public let isRead: Bool

        /// A conversation, and whether its messages are read.
        public init(chat: Chat, isRead: Bool) {
            self.chat = chat
            self.isRead = isRead
        }
    }

    /// Takes the next bytes, and gives the messages that are whole now.
    public mutating func feed(_ bytes: [UInt8]) -> MessageBatch {
        buffer.append(contentsOf: bytes)
        return drain()
    }

    /// Ends the input.
    public mutating func finish() -> MessageBatch {
        isAtEnd = true
        let last = drain()
        return last
    }

    private mutating func drain() -> MessageBatch {
        while step() {}
        if isAtEnd { noteEnd() }
        let kept = min(scan?.value.start ?? position, rootStart ?? position, lostKept ?? position)
        var result = MessageBatch(bytes: buffer, offset: base)
        result.slices = batch.slices
        result.faults = batch.faults
        batch = ([], [])
        buffer = Array(buffer[kept...])
        base += kept
        position -= kept
        scan?.value.shift(by: kept)
        rootStart = rootStart.map { $0 - kept }
        lostFrom = lostFrom.map { $0 - kept }
        return result
    }

    /// Of what is lost, so much is kept as may hold the beginning of a chat.
    private var lostKept: Int? { lostFrom.map { max($0, position - (64 << 10), 0) } }

    private mutating func noteEnd() {
        let isWhole = frames.isEmpty && scan == nil && lostFrom == nil
        if isWhole { return }
        cut = base + buffer.count
        if let start = lostFrom {
            fail(start..<buffer.count, "no message could be found here")
            lostFrom = nil
        }
        if let scan, case .message = scan.use {
            fail(scan.value.start..<buffer.count, "the input ends within this message", id: true)
        }
        scan = nil
        frames = []
        rootStart = nil
        position = buffer.count
    }

    /// Goes one step on; false where more bytes are needed.
    private mutating func step() -> Bool {
        if lostFrom != nil { return search() }
        if scan != nil { return continueScan() }
        skipBlanks()
        guard position < buffer.count else { return false }
        guard let frame = frames.last else { return begin() }
        if buffer[position] == frame.closer {
            close(frame)
            return true
        }
        if buffer[position] == UInt8(ascii: ",") {
            position += 1
            return true
        }
        switch frame.role {
        case .messages: return beginMessage(frame)
        case .chatList: return beginChat()
        case .root, .chats, .chat, .numberedMessages: return readKey()
        case .key: return beginMember()
        }
    }

    mutating func skipBlanks() {
        while position < buffer.count {
            switch buffer[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            case 0xEF where base + position == 0 && buffer.starts(with: [0xEF, 0xBB, 0xBF]): position += 3
            default: return
            }
        }
    }

    private mutating func continueScan() -> Bool {
        guard var current = scan else { return true }
        let isMessage = if case .message = current.use { true } else { false }
        let isFlat = if case .message(_, _?) = current.use { true } else { false }
        let nestsFreely = if case .anything = current.use { true } else { false }
        let isLine = isInLine
        let (bytes, isAtEnd) = (buffer, isAtEnd)
        let progress = current.value.advance(in: bytes, isAtEnd: isAtEnd) { index in
            if nestsFreely { return false }
            if isFlat || isLine && MessageStart.isLine(at: index, in: bytes) { return true }
            return MessageStart.isAt(index, in: bytes, isAtEnd: isAtEnd)
        }
        let start = current.value.start
        switch progress {
        case .needsMore:
            scan = current
            guard isMessage, buffer.count - start > MessageSlicer.messageLimit else {
                if current.use.isPassedOver, rootStart == nil || isTooLongForRoot { forget(&current) }
                return false
            }
            position = start
            lose()
        case .broken:
            position = start
            lose()
        case .done(let end):
            scan = nil
            position = end
            finish(current.use, start..<end)
        }
        return true
    }

    /// Whether the walk is within an object that began a line, as each of a file with a message a line does.
    private var isInLine: Bool {
        guard chats.isEmpty, let start = rootStart, start + 1 < buffer.count else { return false }
        return buffer[start + 1] == UInt8(ascii: "\"")
    }

    private var isTooLongForRoot: Bool {
        rootStart.map { buffer.count - $0 > MessageSlicer.messageLimit } ?? false
    }

    /// Lets go of the bytes of a value that is passed over.
    private mutating func forget(_ current: inout Scan) {
        rootStart = nil
        current.value.forget()
        scan = current
        position = current.value.start
    }

    private mutating func finish(_ use: Scan.Use, _ range: Range<Int>) {
        switch use {
        case .message(let chat, let id):
            batch.slices.append(MessageSlice(range: range, chat: chat, id: id))
        case .header:
            let index = frames.count - 1
            frames[index].header.take(frames[index].key, buffer[range])
        case .nothing, .anything: break
        }
    }

    mutating func fail(_ range: Range<Int>, _ problem: String, id: Bool = false) {
        batch.faults.append(
            MessageFault(
                range: base + range.lowerBound..<base + range.upperBound,
                id: id ? MessageStart.id(at: range.lowerBound, in: buffer) : nil, problem: problem))
    }
}
