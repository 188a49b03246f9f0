import Crypto

/// Something that has an identifier made from its content.
public protocol Identified {
    /// The word before the underscore, `sta` in `sta_5tq2ojbw6m4xk3ha`.
    static var identifierPrefix: String { get }
}

/// The identifier of one `Subject`: a prefix, an underscore, and 16 characters of base32.
///
/// Identifiers are made from content, never from a clock or a counter, so that the same input has the same
/// identifiers on every machine, in whatever order it came.
public struct Identifier<Subject: Identified>: Hashable, Sendable, Comparable {
    /// The identifier as it is printed and stored.
    public let text: String

    /// The identifier that stands in `text`, which must have come from this type.
    public init(stored text: String) {
        self.text = text
    }

    /// The identifier of the subject with this content. The parts are kept apart by their lengths, so that no
    /// two lists of parts have the same content.
    public init(content parts: [String], prefix: String = Subject.identifierPrefix) {
        var hash = SHA256()
        for part in parts {
            let bytes = Array(part.utf8)
            hash.update(data: Array("\(bytes.count):".utf8))
            hash.update(data: bytes)
        }
        self.text = prefix + "_" + base32(hash.finalize().prefix(10))
    }

    /// The order of the printed form, byte by byte.
    public static func < (left: Identifier, right: Identifier) -> Bool {
        left.text < right.text
    }
}

extension Identifier: CustomStringConvertible {
    /// The identifier as it is printed and stored.
    public var description: String { text }
}

/// The lower-case base32 of RFC 4648, section 6, without padding.
func base32(_ bytes: some Sequence<UInt8>) -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    var output: [UInt8] = []
    var buffer: UInt32 = 0
    var bits = 0
    for byte in bytes {
        buffer = buffer << 8 | UInt32(byte)
        bits += 8
        while bits >= 5 {
            bits -= 5
            output.append(alphabet[Int(buffer >> UInt32(bits)) & 31])
        }
        buffer &= (1 << UInt32(bits)) - 1
    }
    if bits > 0 { output.append(alphabet[Int(buffer << UInt32(5 - bits)) & 31]) }
    return String(decoding: output, as: UTF8.self)
}

/// The SHA-256 (FIPS 180-4) of the text's UTF-8 bytes, as 64 lower-case hexadecimal digits.
public func sha256(of text: String) -> String {
    hexadecimal(SHA256.hash(data: Array(text.utf8)))
}

private func hexadecimal(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

/// The SHA-256 (FIPS 180-4) of bytes that come in pieces.
public struct ContentDigest: Sendable {
    private var hash = SHA256()

    /// The digest of nothing.
    public init() {}

    /// Adds bytes.
    public mutating func add(_ bytes: [UInt8]) { hash.update(data: bytes) }

    /// The digest of all that was added, as 64 lower-case hexadecimal digits.
    public var hexadecimal: String { Statements.hexadecimal(hash.finalize()) }
}
