import Statements

// The path of the keys on which a slicer stands, and what a key leads to.

extension MessageSlicer {
    /// A value that is walked over.
    struct Scan: Sendable {
        var value: ValueScan
        let use: Use

        enum Use: Sendable {
            /// A message; with its number, where its key tells it.
            case message(chat: Int?, id: Int64?)
            /// A member of a chat that tells what the chat is.
            case header
            /// Something that is passed over, in which no message can stand.
            case nothing
            /// Something that is passed over, whatever stands in it.
            case anything

            var isPassedOver: Bool {
                switch self {
                case .nothing, .anything: true
                case .message, .header: false
                }
            }
        }
    }

    /// An array or an object that has begun.
    struct Frame: Sendable {
        enum Role: Sendable {
            case root, chats, chatList, chat, messages, key
            /// Messages by their numbers, as TGDataset has them.
            case numberedMessages
        }

        let role: Role
        var key: [UInt8] = []
        var header = ChatHeader()
        /// For a list of messages: their chat.
        var chat: Int?
        /// For a list of messages: whether they are passed over.
        var isSkipped = false

        var closer: UInt8 { role == .messages || role == .chatList ? UInt8(ascii: "]") : UInt8(ascii: "}") }
    }

    /// Begins a value at the top.
    mutating func begin() -> Bool {
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

    mutating func beginMessage(_ frame: Frame, id: Int64? = nil) -> Bool {
        guard buffer[position] == UInt8(ascii: "{") else {
            lose()
            return true
        }
        begin(frame.isSkipped ? .nothing : .message(chat: frame.chat, id: id))
        return true
    }

    private mutating func begin(_ use: Scan.Use) {
        let limit =
            switch use {
            case .nothing, .anything: 1 << 20
            case .message, .header: JSONTape.depthLimit
            }
        scan = Scan(value: ValueScan(start: position, depthLimit: limit), use: use)
    }

    mutating func beginChat() -> Bool {
        guard buffer[position] == UInt8(ascii: "{") else {
            lose()
            return true
        }
        frames.append(Frame(role: .chat))
        position += 1
        return true
    }

    /// Reads a key, whose member comes next.
    mutating func readKey() -> Bool {
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
    mutating func beginMember() -> Bool {
        guard let key = frames.popLast()?.key, let parent = frames.last else { return true }
        let byte = buffer[position]
        let isList = byte == UInt8(ascii: "[")
        let isObject = byte == UInt8(ascii: "{")
        let name = String(decoding: key, as: UTF8.self)
        switch (parent.role, name) {
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
            beginList(of: parent.header, as: .messages)
        case (.chat, "text_messages") where isObject:
            beginList(of: parent.header, as: .numberedMessages)
        case (.numberedMessages, _):
            guard let id = Int64(name) else { return beginNothing() }
            return beginMessage(parent, id: id)
        case (.root, "personal_information"):
            isAccount = true
            rootStart = nil
            begin(.nothing)
        case (.root, "other_data"):
            rootStart = nil
            begin(.anything)
        case (.root, "contacts"), (.root, "sessions"):
            rootStart = nil
            begin(.nothing)
        case (.root, "name"), (.root, "type"), (.root, "id"), (.chat, "name"), (.chat, "type"), (.chat, "id"),
            (.chat, "title"), (.chat, "username"):
            frames[frames.count - 1].key = key
            begin(.header)
        case (.root, _) where isObject && parent.header.isEmpty && Int64(name) != nil:
            // A channel of TGDataset stands under its number.
            rootStart = nil
            isDataset = true
            var frame = Frame(role: .chat)
            frame.header = ChatHeader(channel: Int64(name))
            frames.append(frame)
            position += 1
        default:
            begin(.nothing)
        }
        return true
    }

    private mutating func beginNothing() -> Bool {
        begin(.nothing)
        return true
    }

    /// Begins a list of messages; a list below no chat is of messages that tell their chat themselves.
    private mutating func beginList(of header: ChatHeader, as role: Frame.Role) {
        var frame = Frame(role: role)
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

    mutating func add(_ chat: Chat, to frame: inout Frame) {
        let isRead = isWanted(chat, isAccount)
        frame.chat = chats.count
        frame.isSkipped = !isRead
        chats.append(FoundChat(chat: chat, isRead: isRead))
    }

    mutating func close(_ frame: Frame) {
        position += 1
        frames.removeLast()
        guard frames.isEmpty, let start = rootStart else { return }
        rootStart = nil
        batch.slices.append(MessageSlice(range: start..<position, chat: nil))
    }
}
