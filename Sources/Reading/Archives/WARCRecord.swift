/// A record of a web archive: what it says of itself, and its block.
public struct WARCRecord: Sendable {
    /// What it says of itself.
    public let header: WARCHeader
    /// What was captured, with the header of HTTP before it in a response.
    public let block: [UInt8]
    /// Where the record begins: the byte of the input; in a compressed input that of the member which it begins in.
    public let offset: Int
    /// Whether the block is not all that the record promised.
    public let isTruncated: Bool
}

/// Part of a web archive that could not be read.
public struct WARCDamage: Hashable, Sendable {
    /// Where it begins: the byte of the input; in a compressed input that of the member which it begins in.
    public let offset: Int
    /// What is wrong, as a sentence without its full stop.
    public let problem: String
}

/// What a reader of web archives comes to.
public enum WARCEvent: Sendable {
    /// A record of a kind that may hold documents.
    case record(WARCRecord)
    /// Something could not be read; the reader goes on behind it.
    case damage(WARCDamage)
}
