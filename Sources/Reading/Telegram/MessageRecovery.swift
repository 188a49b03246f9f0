import Statements

// What is broken: how the next message is found.

extension MessageSlicer {
    /// Gives up what stands at `position`.
    mutating func lose() {
        lostFrom = position
        scan = nil
        rootStart = nil
        // The line that follows a broken one is whole.
        if position < buffer.count, buffer[position] == UInt8(ascii: "{"), startsLine { return }
        position += 1
    }

    /// Looks for the next message, or, in what is lost, for the beginning of another chat.
    mutating func search() -> Bool {
        guard let start = lostFrom else { return true }
        while position < buffer.count {
            switch buffer[position] {
            case UInt8(ascii: "{") where !isDataset:
                guard let isStart = MessageStart.isAt(position, in: buffer, isAtEnd: isAtEnd) else {
                    return false
                }
                if startsLine {
                    fail(start..<position, "what stands here is broken")
                    (frames, lostFrom) = ([], nil)
                    return true
                }
                if isStart || startsElement {
                    resume(from: start)
                    return true
                }
            case UInt8(ascii: "\""):
                if isDataset || chats.isEmpty {
                    guard let found = MessageStart.datasetKey(at: position, in: buffer, isAtEnd: isAtEnd)
                    else {
                        return false
                    }
                    if resume(from: start, at: found) { return true }
                }
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
        guard chats.isEmpty, frames.allSatisfy({ $0.role == .root || $0.role == .key }) else { return false }
        return MessageStart.isLine(at: position, in: buffer)
    }

    /// Whether an element of a list of messages that tell their chat themselves begins here.
    private var startsElement: Bool {
        guard let list = frames.last(where: { $0.role == .messages }), list.chat == nil, !list.isSkipped
        else {
            return false
        }
        return MessageStart.isElement(at: position, in: buffer)
    }

    /// Goes on with a channel of a dataset, or, where the channel is still the same, with its next message.
    private mutating func resume(from start: Int, at key: MessageStart.DatasetKey) -> Bool {
        switch key {
        case .none: return false
        case .message:
            while let last = frames.last, last.role == .key { frames.removeLast() }
            guard frames.last?.role == .numberedMessages else { return false }
        case .channel:
            isDataset = true
            frames = [Frame(role: .root)]
        }
        fail(start..<position, "what stands here is broken")
        lostFrom = nil
        return true
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
