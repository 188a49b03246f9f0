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
        var content: [UInt8] = []
        content.reserveCapacity(parts.reduce(0) { $0 + $1.utf8.count + 8 })
        for part in parts {
            content.append(contentsOf: String(part.utf8.count).utf8)
            content.append(UInt8(ascii: ":"))
            content.append(contentsOf: part.utf8)
        }
        let digest = SHA256.hash(data: content)
        self.text = prefix + "_" + base32(Array(digest.prefix(10)))
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
func base32(_ bytes: some Collection<UInt8>) -> String {
    String(unsafeUninitializedCapacity: (bytes.count * 8 + 4) / 5) { output in
        var count = 0
        var buffer: UInt32 = 0
        var bits = 0
        func put(_ value: UInt32) {
            let value = UInt8(value & 31)
            output[count] = value < 26 ? UInt8(ascii: "a") + value : UInt8(ascii: "2") + value - 26
            count += 1
        }
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                put(buffer >> UInt32(bits))
            }
            buffer &= (1 << UInt32(bits)) - 1
        }
        if bits > 0 { put(buffer << UInt32(5 - bits)) }
        return count
    }
}

/// The SHA-256 (FIPS 180-4) of the text's UTF-8 bytes, as 64 lower-case hexadecimal digits.
public func sha256(of text: String) -> String {
    var digest = ContentDigest()
    digest.add(text)
    return digest.hexadecimal
}

/// The SHA-256 (FIPS 180-4) of bytes that come in pieces.
public struct ContentDigest: Sendable {
    private var hash = SHA256()

    /// The digest of nothing.
    public init() {}

    /// Adds bytes.
    public mutating func add(_ bytes: [UInt8]) { hash.update(data: bytes) }

    /// Adds the UTF-8 bytes of a text.
    public mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    }

    /// The digest of all that was added.
    public var bytes: [UInt8] { Array(hash.finalize()) }

    /// The digest of all that was added, as 64 lower-case hexadecimal digits.
    public var hexadecimal: String {
        let digest = hash.finalize()
        func digit(_ value: UInt8) -> UInt8 {
            value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
        }
        return String(unsafeUninitializedCapacity: 2 * SHA256.byteCount) { output in
            var count = 0
            for byte in digest {
                output[count] = digit(byte >> 4)
                output[count + 1] = digit(byte & 15)
                count += 2
            }
            return count
        }
    }
}
