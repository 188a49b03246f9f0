import Statements

/// Cuts an input of JSON into its messages, piece by piece, so that its length costs no memory: an export of Telegram
/// Desktop of one chat (`{"messages": […]}`) or of an account (`{"chats": {"list": […]}}`), a list of messages, or a
/// message a line.
///
/// It follows the path of the keys, and not the depth alone. Where the brackets don't fit, the message is given up,
/// and the next is looked for by the shape in which a message begins; one bad message costs no other.
public struct MessageSlicer: Sendable {
    /// The longest message.
    static let messageLimit = 16 << 20

    /// The conversations that were met, in their order.
    public private(set) var chats: [FoundChat] = []
    /// Whether the input is an export of an account, of which only chats that are asked for are read.
    public private(set) var isAccount = false
    /// The byte at which the input was cut off, if it was.
    public private(set) var cut: Int?

    private let isWanted: @Sendable (_ chat: Chat, _ isOfAccount: Bool) -> Bool
    private var buffer: [UInt8] = []
    private var base = 0
    private var position = 0
    private var isAtEnd = false
    private var frames: [Frame] = []
    private var scan: Scan?
    /// Where the value at the top begins, as long as it may be a message itself.
    private var rootStart: Int?
    /// Where bytes that belong to nothing begin.
    private var lostFrom: Int?
    private var batch: (slices: [MessageSlice], faults: [MessageFault]) = ([], [])

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
    }

    private struct Scan: Sendable {
        var value: ValueScan
        let use: Use

        enum Use: Sendable {
            /// A message.
            case message(chat: Int?)
            /// A member of a chat that tells what the chat is.
            case header
            /// Something that is passed over.
            case nothing
        }
    }

    private struct Frame: Sendable {
        enum Role: Sendable { case root, chats, chatList, chat, messages, key }
        let role: Role
        var key: [UInt8] = []
        var header = ChatHeader()
        /// For a list of messages: their chat.
        var chat: Int?
        /// For a list of messages: whether they are passed over.
        var isSkipped = false

        var closer: UInt8 { role == .messages || role == .chatList ? UInt8(ascii: "]") : UInt8(ascii: "}") }
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
        case .root, .chats, .chat: return readKey()
        case .key: return beginMember()
        }
    }

    private mutating func skipBlanks() {
        while position < buffer.count {
            switch buffer[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            case 0xEF where base + position == 0 && buffer.starts(with: [0xEF, 0xBB, 0xBF]): position += 3
            default: return
            }
        }
    }

    /// Begins a value at the top.
    private mutating func begin() -> Bool {
        switch buffer[position] {
        case UInt8(ascii: "{"):
            rootStart = position
            frames.append(Frame(role: .root))
            position += 1
        case UInt8(ascii: "["):
            frames.append(Frame(role: .messages))
            position += 1
        default:
            lose()
        }
        return true
    }

    private mutating func beginMessage(_ frame: Frame) -> Bool {
        guard buffer[position] == UInt8(ascii: "{") else {
            lose()
            return true
        }
        begin(frame.isSkipped ? .nothing : .message(chat: frame.chat))
        return true
    }

    private mutating func begin(_ use: Scan.Use) {
        let limit =
            switch use {
            case .nothing: 1 << 20
            case .message, .header: JSONTape.depthLimit
            }
        scan = Scan(value: ValueScan(start: position, depthLimit: limit), use: use)
    }

    private mutating func beginChat() -> Bool {
        guard buffer[position] == UInt8(ascii: "{") else {
            lose()
            return true
        }
        frames.append(Frame(role: .chat))
        position += 1
        return true
    }

    /// Reads a key, whose member comes next.
    private mutating func readKey() -> Bool {
        guard buffer[position] == UInt8(ascii: "\"") else {
            lose()
            return true
        }
        var walk = ValueScan(start: position, depthLimit: 1)
        switch walk.advance(in: buffer, isAtEnd: isAtEnd, startsMessage: { _ in false }) {
        case .needsMore:
            if position + MessageSlicer.messageLimit < buffer.count { lose() }
            return position + MessageSlicer.messageLimit < buffer.count
        case .broken:
            lose()
        case .done(let end):
            var index = end
            while index < buffer.count,
                buffer[index] == 0x20 || buffer[index] == 0x0A || buffer[index] == 0x0D
            {
                index += 1
            }
            guard index < buffer.count else { return false }
            guard buffer[index] == UInt8(ascii: ":") else {
                lose()
                return true
            }
            var frame = Frame(role: .key)
            frame.key = Array(buffer[position + 1..<end - 1])
            frames.append(frame)
            position = index + 1
        }
        return true
    }

    /// Begins the value of the key that was read.
    private mutating func beginMember() -> Bool {
        guard let key = frames.popLast()?.key, let parent = frames.last else { return true }
        let byte = buffer[position]
        let isList = byte == UInt8(ascii: "[")
        let isObject = byte == UInt8(ascii: "{")
        switch (parent.role, String(decoding: key, as: UTF8.self)) {
        case (.root, "chats") where isObject, (.root, "left_chats") where isObject:
            rootStart = nil
            isAccount = true
            frames.append(Frame(role: .chats))
            position += 1
        case (.chats, "list") where isList:
            frames.append(Frame(role: .chatList))
            position += 1
        case (.root, "messages") where isList, (.chat, "messages") where isList,
            (.root, "result") where isList && parent.header.isEmpty:
            rootStart = nil
            beginList(of: parent.header)
        case (.root, "personal_information"), (.root, "contacts"), (.root, "sessions"):
            rootStart = nil
            begin(.nothing)
        case (.root, "name"), (.root, "type"), (.root, "id"), (.chat, "name"), (.chat, "type"), (.chat, "id"):
            frames[frames.count - 1].key = key
            begin(.header)
        default:
            begin(.nothing)
        }
        return true
    }

    /// Begins a list of messages; a list below no chat is of messages that tell their chat themselves.
    private mutating func beginList(of header: ChatHeader) {
        var frame = Frame(role: .messages)
        position += 1
        if let chat = header.chat {
            add(chat, to: &frame)
        } else if isAccount || !header.isEmpty {
            frame.isSkipped = true
            batch.faults.append(
                MessageFault(
                    range: base + position..<base + position, id: nil,
                    problem: "a chat has no number before its messages, which are passed over"))
        }
        frames.append(frame)
    }

    private mutating func add(_ chat: Chat, to frame: inout Frame) {
        let isRead = isWanted(chat, isAccount)
        frame.chat = chats.count
        frame.isSkipped = !isRead
        chats.append(FoundChat(chat: chat, isRead: isRead))
    }

    private mutating func close(_ frame: Frame) {
        position += 1
        frames.removeLast()
        guard frames.isEmpty, let start = rootStart else { return }
        rootStart = nil
        batch.slices.append(MessageSlice(range: start..<position, chat: nil))
    }

    private mutating func continueScan() -> Bool {
        guard var current = scan else { return true }
        let isMessage = if case .message = current.use { true } else { false }
        let (bytes, isAtEnd) = (buffer, isAtEnd)
        let progress = current.value.advance(in: bytes, isAtEnd: isAtEnd) { index in
            MessageStart.isAt(index, in: bytes, isAtEnd: isAtEnd)
        }
        let start = current.value.start
        switch progress {
        case .needsMore:
            scan = current
            guard isMessage, buffer.count - start > MessageSlicer.messageLimit else {
                if case .nothing = current.use, rootStart == nil || isTooLongForRoot { forget(&current) }
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
        case .message(let chat): batch.slices.append(MessageSlice(range: range, chat: chat))
        case .header:
            let index = frames.count - 1
            frames[index].header.take(frames[index].key, buffer[range])
        case .nothing: break
        }
    }

    private mutating func fail(_ range: Range<Int>, _ problem: String, id: Bool = false) {
        batch.faults.append(
            MessageFault(
                range: base + range.lowerBound..<base + range.upperBound,
                id: id ? MessageStart.id(at: range.lowerBound, in: buffer) : nil, problem: problem))
    }
}

extension MessageSlicer {
    /// Gives up what stands at `position`.
    private mutating func lose() {
        lostFrom = position
        scan = nil
        rootStart = nil
        position += 1
    }

    /// Looks for the next message, or, in what is lost, for the beginning of another chat.
    private mutating func search() -> Bool {
        guard let start = lostFrom else { return true }
        while position < buffer.count {
            switch buffer[position] {
            case UInt8(ascii: "{"):
                guard let isStart = MessageStart.isAt(position, in: buffer, isAtEnd: isAtEnd) else {
                    return false
                }
                if isStart || startsLine {
                    resume(from: start)
                    return true
                }
            case UInt8(ascii: "\""):
                guard let landmark = MessageStart.landmark(at: position, in: buffer, isAtEnd: isAtEnd) else {
                    return false
                }
                if landmark == .account { isAccount = true }
                if landmark == .messages { enterChat(lostFrom: start) }
            default: break
            }
            position += 1
        }
        return false
    }

    /// Whether an object that is a line of its own begins here: the next of a file with a message a line.
    private var startsLine: Bool {
        guard chats.isEmpty, frames.allSatisfy({ $0.role == .root }) else { return false }
        return position > 0 && buffer[position - 1] == 0x0A && position + 1 < buffer.count
            && buffer[position + 1] == UInt8(ascii: "\"")
    }

    private mutating func resume(from start: Int) {
        fail(start..<position, "what stands here is broken", id: true)
        lostFrom = nil
        while let last = frames.last, last.role != .messages {
            if let chat = last.header.chat {
                // The beginning of the list is lost; its chat is known.
                var frame = Frame(role: .messages)
                if chats.last?.chat == chat {
                    frame.chat = chats.count - 1
                    frame.isSkipped = chats.last?.isRead == false
                } else {
                    add(chat, to: &frame)
                }
                frames.append(frame)
                return
            }
            frames.removeLast()
        }
    }

    /// Takes note that the messages that follow belong to a chat whose beginning is damaged.
    private mutating func enterChat(lostFrom start: Int) {
        var header = ChatHeader(damaged: buffer[max(start, position - (64 << 10))..<position])
        while let last = frames.last, last.role == .messages || last.role == .key { frames.removeLast() }
        if let last = frames.last, last.header.chat == nil || last.header.chat != chats.last?.chat {
            header.complete(with: last.header)
        }
        var frame = Frame(role: .messages)
        if let chat = header.chat {
            add(chat, to: &frame)
        } else {
            frame.isSkipped = true
            fail(
                start..<position,
                "the chat of the messages that follow cannot be told, and they are passed over")
        }
        frames.append(frame)
    }
}
