import Statements

/// What the user knows of an export of messages.
public struct MessageOptions: Sendable {
    /// The seconds since 1970 in UTC of a clock time, which is given as if it were UTC; nil where the zone of the clock
    /// is not known.
    public var instant: (@Sendable (Int64) -> Int64)?
    /// The chat, where the input doesn't tell.
    public var chat: Chat?

    /// Nothing known.
    public init() {}
}

/// A message with its conversation.
public struct ChatMessage: Hashable, Sendable {
    /// The conversation.
    public var chat: Chat
    /// The message.
    public var message: Message

    /// A message of a conversation.
    public init(chat: Chat, message: Message) {
        self.chat = chat
        self.message = message
    }
}

/// Reads the messages that a slicer cut out. Pure: the same bytes give the same messages.
public struct MessageReader: Sendable {
    let options: MessageOptions

    /// A reader for messages of which the user knows this much.
    public init(options: MessageOptions = MessageOptions()) {
        self.options = options
    }

    /// Whether the user said which chat the messages are of.
    public var knowsChat: Bool { options.chat != nil }

    /// The message at a place of a batch.
    ///
    /// - Parameter chat: the conversation that the slice belongs to.
    /// - Returns: nil for something that is no message, such as padding.
    /// - Throws: what is wrong with it.
    public func message(
        _ slice: MessageSlice, of batch: MessageBatch, in chat: Chat?
    ) throws(MessageFault) -> ChatMessage? {
        let place = batch.offset + slice.range.lowerBound..<batch.offset + slice.range.upperBound
        if let table = batch.table { return try row(table, batch.bytes[slice.range], at: place) }
        let tape: JSONTape
        do throws(JSONFault) {
            tape = try JSONTape(batch.bytes, in: slice.range)
        } catch {
            throw MessageFault(
                range: place, id: MessageStart.id(at: slice.range.lowerBound, in: batch.bytes),
                problem: "\(error.problem) at byte \(batch.offset + error.position)")
        }
        var entry = MessageEntry(root: tape.root, number: slice.id, place: place, options: options)
        entry.repairs = tape.repairs.map { $0.lowerBound + batch.offset..<$0.upperBound + batch.offset }
        guard let dialect = MessageDialect.of(entry, in: chat) else {
            throw entry.fault("this is no message of a form that is known")
        }
        guard var read = try dialect.read(entry, chat ?? options.chat) else { return nil }
        read.message.repairs = entry.repairs
        read.message.noteLosses()
        return read
    }
}

extension MessageReader {
    private func row(
        _ table: TableHeader, _ bytes: ArraySlice<UInt8>, at place: Range<Int>
    ) throws(MessageFault) -> ChatMessage? {
        guard let cells = table.row(bytes) else {
            throw MessageFault(
                range: place, id: nil, problem: "the row has not as many cells as the header has columns")
        }
        let row = TableRow(cells: cells, place: place)
        guard let dialect = TableDialect.all.first(where: { $0.recognises(table) }) else {
            throw row.fault("this is no table of messages that is known")
        }
        var read = try dialect.read(row)
        read?.message.noteLosses()
        return read
    }
}

extension Message {
    /// Takes note of what the source has lost: the zone of its clock, or the encoding of its text.
    mutating func noteLosses() {
        if posted?.basis == .unknownZone {
            details.losses = ((details.losses ?? []) + ["time zone"]).sorted()
        }
        if Mojibake.stands(in: text) { details.isGarbled = true }
    }
}

/// One way in which programs write messages as JSON.
struct MessageDialect: Sendable {
    /// Whether an object is a message of this kind.
    let recognises: @Sendable (JSONValue) -> Bool
    /// The message.
    let read: @Sendable (MessageEntry, Chat?) throws(MessageFault) -> ChatMessage?

    /// The dialects, the most particular first.
    static let all: [MessageDialect] = [.telethon, .pyrogram, .snscrape, .botAPI, .desktop]

    /// The dialect of a message. Only TGDataset has the number before the message, and Telegram Desktop the chat alone.
    static func of(_ entry: MessageEntry, in chat: Chat?) -> MessageDialect? {
        if entry.number != nil { return .tgDataset }
        return chat != nil ? .desktop : all.first { $0.recognises(entry.root) }
    }
}

/// An object that is to be read as a message.
struct MessageEntry {
    let root: JSONValue
    /// The number that stands before it.
    let number: Int64?
    let place: Range<Int>
    let options: MessageOptions
    var repairs: [Range<Int>] = []

    /// That it can't be read.
    func fault(_ problem: String) -> MessageFault {
        MessageFault(
            range: place, id: number ?? (root["id"] ?? root["message_id"])?.integer, problem: problem)
    }

    /// The text of a member; nil where there is none.
    ///
    /// - Throws: where it is no UTF-8.
    func text(_ key: StaticString) throws(MessageFault) -> String? {
        guard let value = root[key] else { return nil }
        return try text(value)
    }

    /// The text of the first of two members that is there.
    func text(_ key: StaticString, or other: StaticString) throws(MessageFault) -> String? {
        if let text = try text(key) { return text }
        return try text(other)
    }

    func text(_ value: JSONValue) throws(MessageFault) -> String {
        if let text = value.string { return text }
        guard value.kind == .string || value.kind == .bare else { throw fault("a text is no string") }
        throw fault("a text is not UTF-8")
    }
}
