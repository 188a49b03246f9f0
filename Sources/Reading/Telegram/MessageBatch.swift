import Statements

/// What stands at one place of an input of messages.
public struct MessageSlice: Sendable {
    /// Where it stands in the bytes of its batch.
    public let range: Range<Int>
    /// The number of the chat that it belongs to; nil where the message itself tells.
    public let chat: Int?
    /// The number of the message, where it stands before it.
    var id: Int64?
}

/// Something that could not be read, and where.
public struct MessageFault: Error, Hashable, Sendable {
    /// The bytes of the input that are lost.
    public let range: Range<Int>
    /// The number of the message, where it could be told.
    public var id: Int64?
    /// What is wrong, as a sentence without its full stop.
    public let problem: String

    /// A fault at some bytes of an input.
    public init(range: Range<Int>, id: Int64?, problem: String) {
        self.range = range
        self.id = id
        self.problem = problem
    }
}

extension MessageFault: CustomStringConvertible {
    /// Place and problem in one line.
    public var description: String {
        let name = id.map { "message \($0), " } ?? ""
        return "\(name)bytes \(range.lowerBound)–\(range.upperBound): \(problem)"
    }
}

/// A piece of an input of messages, cut into its messages, that can be worked on by itself.
public struct MessageBatch: Sendable {
    /// The bytes.
    public let bytes: [UInt8]
    /// Where the first of them stands in the input.
    public let offset: Int
    /// The messages in their order.
    public var slices: [MessageSlice] = []
    /// What is broken between them.
    public var faults: [MessageFault] = []
    /// The header, where the messages are rows of a table.
    public var table: TableHeader?
}
