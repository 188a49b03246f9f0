/// The shape in which a message of Telegram Desktop begins: `{"id": 3, "type": "message"`.
///
/// In a string the quotation marks would be escaped, so that a text can't look like it.
enum MessageStart {
    /// Whether a message begins at a byte; nil where the bytes don't reach.
    static func isAt(_ start: Int, in bytes: [UInt8], isAtEnd: Bool) -> Bool? {
        var cursor = Cursor(bytes: bytes, position: start + 1)
        guard cursor.take("\"id\""), cursor.take(":"), cursor.takeNumber(), cursor.take(","),
            cursor.take("\"type\""), cursor.take(":")
        else { return cursor.isExhausted && !isAtEnd ? nil : false }
        for type in ["\"message\"", "\"service\"", "\"unsupported\""] as [StaticString]
        where cursor.take(type) {
            return true
        }
        return cursor.isExhausted && !isAtEnd ? nil : false
    }

    /// Whether an object that is a line of its own begins at a byte.
    static func isLine(at start: Int, in bytes: [UInt8]) -> Bool {
        start > 0 && bytes[start - 1] == 0x0A && start + 1 < bytes.count
            && bytes[start + 1] == UInt8(ascii: "\"")
    }

    /// Whether a message of Telethon, Pyrogram or the Bot API begins at a byte, each of which tells its chat itself.
    static func isElement(at start: Int, in bytes: [UInt8]) -> Bool {
        for key in ["\"update_id\"", "\"message_id\""] as [StaticString] {
            var cursor = Cursor(bytes: bytes, position: start + 1)
            if cursor.take(key) { return true }
        }
        for key in ["\"_\"", "\"_type\""] as [StaticString] {
            for type in ["\"Message\"", "\"MessageService\"", "\"MessageEmpty\""] as [StaticString] {
                var cursor = Cursor(bytes: bytes, position: start + 1)
                if cursor.take(key), cursor.take(":"), cursor.take(type) { return true }
            }
        }
        return false
    }

    /// What a number as a key leads to in a dataset of channels.
    enum DatasetKey {
        case channel
        case message
        case none
    }

    /// What the key at a byte leads to; nil where the bytes don't reach.
    static func datasetKey(at start: Int, in bytes: [UInt8], isAtEnd: Bool) -> DatasetKey? {
        var cursor = Cursor(bytes: bytes, position: start + 1)
        guard cursor.takeNumber(), cursor.take("\""), cursor.take(":"), cursor.take("{") else {
            return cursor.isExhausted && !isAtEnd ? nil : DatasetKey.none
        }
        for key in ["\"creation_date\"", "\"username\""] as [StaticString] {
            var inner = Cursor(bytes: bytes, position: cursor.position)
            if inner.take(key) { return .channel }
        }
        if cursor.take("\"message\"") { return .message }
        return cursor.isExhausted && !isAtEnd ? nil : DatasetKey.none
    }

    /// The number of the message that begins at a byte.
    static func id(at start: Int, in bytes: [UInt8]) -> Int64? {
        var cursor = Cursor(bytes: bytes, position: start + 1)
        guard cursor.take("\"id\""), cursor.take(":") else { return nil }
        cursor.skipBlanks()
        let first = cursor.position
        guard cursor.takeNumber() else { return nil }
        return Int64(String(decoding: bytes[first..<cursor.position], as: UTF8.self))
    }

    /// A key that says what is around it.
    enum Landmark {
        /// The list of a chat's messages.
        case messages
        /// Something that only the export of an account has.
        case account
        case none
    }

    /// The key that stands at a byte; nil where the bytes don't reach.
    static func landmark(at start: Int, in bytes: [UInt8], isAtEnd: Bool) -> Landmark? {
        if start > 0, bytes[start - 1] == UInt8(ascii: "\\") { return Landmark.none }
        var cursor = Cursor(bytes: bytes, position: start)
        if cursor.take("\"messages\""), cursor.take(":"), cursor.take("[") { return .messages }
        for key in ["\"chats\"", "\"left_chats\"", "\"contacts\"", "\"personal_information\""]
            as [StaticString]
        {
            var cursor = Cursor(bytes: bytes, position: start)
            if cursor.take(key), cursor.take(":"), cursor.take("{") { return .account }
        }
        return cursor.isExhausted && !isAtEnd ? nil : Landmark.none
    }

    private struct Cursor {
        let bytes: [UInt8]
        var position: Int
        /// Whether the bytes ended before it was clear what stands there.
        var isExhausted = false

        mutating func skipBlanks() {
            while position < bytes.count {
                switch bytes[position] {
                case 0x20, 0x09, 0x0A, 0x0D: position += 1
                default: return
                }
            }
        }

        mutating func take(_ word: StaticString) -> Bool {
            skipBlanks()
            for offset in 0..<word.utf8CodeUnitCount {
                guard position + offset < bytes.count else {
                    isExhausted = true
                    return false
                }
                guard bytes[position + offset] == word.utf8Start[offset] else { return false }
            }
            position += word.utf8CodeUnitCount
            return true
        }

        mutating func takeNumber() -> Bool {
            skipBlanks()
            let start = position
            while position < bytes.count,
                bytes[position] == UInt8(ascii: "-") || (0x30...0x39).contains(bytes[position])
            {
                position += 1
            }
            if position == bytes.count { isExhausted = true }
            return position > start
        }
    }
}
