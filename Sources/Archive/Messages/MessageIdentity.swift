import Statements

/// What a message is to the archive: its identifiers, made from its chat, its number and its text.
public struct MessageIdentity: Hashable, Sendable {
    /// The source that the message is.
    public let source: Identifier<Source>
    /// The version that this text is.
    public let version: Identifier<Version>
    /// The SHA-256 of the text, in hexadecimal.
    public let sha256: String
    /// The same as bytes.
    let digest: [UInt8]

    /// The identifiers of a message with this text.
    init(chat identity: String, id: Int64, text: String) {
        let address = MessageIdentity.address(chat: identity, id: id)
        source = Identifier(content: ["address", address])
        var content = ContentDigest()
        content.add(text)
        digest = content.bytes
        sha256 = content.hexadecimal
        version = Identifier(content: [source.text, sha256])
    }

    /// The address by which a message is known, whatever its chat is called today.
    static func address(chat identity: String, id: Int64) -> String { "tg:\(identity)/\(id)" }

    /// Whether an address is one by which a message is known.
    static func isAddress(_ address: String?) -> Bool { address?.hasPrefix("tg:") ?? false }

    /// The quote that the whole text is.
    func quote(of text: String) -> Quote {
        let count = text.codePointCount
        return Quote(kind: .message, segments: [Segment(start: 0, end: count, exact: text)], confidence: 1)
    }

    /// The numbers under which the archive finds the message by its identifiers.
    func hashes(of text: String) -> [Int64] {
        let quote = quote(of: text).identifier(in: version)
        let statement = Statement.identifier(ofQuotes: [quote])
        return [source.text, version.text, quote.text, statement.text].compactMap {
            MessageIdentity.range(of: $0)?.lowerBound
        }
    }

    /// The numbers that an identifier, or its beginning, stands for: two bits for its prefix, then the first 60 of its
    /// base32; nil where it is none of a message's.
    static func range(of text: String) -> ClosedRange<Int64>? {
        let prefixes = ["src_", "ver_", "quo_", "sta_"]
        guard let kind = prefixes.firstIndex(where: { text.hasPrefix($0) }) else { return nil }
        var number = Int64(kind)
        var count = 0
        for byte in text.utf8.dropFirst(4).prefix(12) {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): number = number << 5 | Int64(byte - UInt8(ascii: "a"))
            case UInt8(ascii: "2")...UInt8(ascii: "7"):
                number = number << 5 | Int64(byte - UInt8(ascii: "2") + 26)
            default: return nil
            }
            count += 1
        }
        let missing = Int64(5 * (12 - count))
        return number << missing...(number << missing | ((1 << missing) - 1))
    }
}
