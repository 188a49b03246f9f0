/// A JSON value (RFC 8259) in the bytes of an input: what stands where, in one flat list, so that nothing is built
/// but what is asked for.
///
/// It takes what exporters write and JSON forbids: `\x01` for a control character, control characters themselves,
/// and `"document_id": ` before a bare path. What it had to mend is in `repairs`.
final class JSONTape {
    /// What kind of value a token is.
    enum Kind: UInt8 {
        case object, array, string, number, word, bare
    }

    /// One value, or the key of a member.
    struct Token {
        let kind: Kind
        /// Whether a string has escapes.
        var hasEscapes = false
        /// Where it begins; a string's and a bare value's content.
        let start: Int
        /// Where it ends.
        var end: Int
        /// The token after the value and all that is in it.
        var next: Int
    }

    /// Arrays and objects may stand in one another so deep; more is taken for an attack.
    static let depthLimit = 128

    let bytes: [UInt8]
    let tokens: [Token]
    /// The ranges of `bytes` that are no JSON, and how they were read.
    let repairs: [Range<Int>]

    /// The value that takes up a range of bytes, and nothing else.
    ///
    /// - Throws: what is wrong, and at which byte of `bytes`.
    init(_ bytes: [UInt8], in range: Range<Int>) throws(JSONFault) {
        var parser = JSONParser(bytes, in: range)
        try parser.parse()
        self.bytes = bytes
        tokens = parser.tokens
        repairs = parser.repairs
    }

    /// The whole value.
    var root: JSONValue { JSONValue(tape: self, index: 0) }

    /// Whether the bytes of a range are those of a word.
    func equal(_ range: Range<Int>, _ word: StaticString) -> Bool { bytes.equal(range, word) }
}

extension [UInt8] {
    /// Whether the bytes of a range are those of a word.
    func equal(_ range: Range<Int>, _ word: StaticString) -> Bool {
        guard range.count == word.utf8CodeUnitCount else { return false }
        for offset in 0..<range.count where self[range.lowerBound + offset] != word.utf8Start[offset] {
            return false
        }
        return true
    }
}

/// What is wrong with a JSON text, and where.
struct JSONFault: Error, Hashable {
    let position: Int
    let problem: String

    init(_ position: Int, _ problem: String) {
        self.position = position
        self.problem = problem
    }
}

/// The values of `document_id` that Telegram Desktop 4.1 wrote without quotation marks (tdesktop issue 24961).
enum BarePath {
    static let key: StaticString = "document_id"

    /// Whether a value that begins with this byte is such a path, and no JSON.
    static func begins(with byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "{"),
            UInt8(ascii: "["), UInt8(ascii: ","), UInt8(ascii: "}"), 0x0A:
            false
        default: true
        }
    }
}

/// The number that hexadecimal digits stand for; nil where one is none.
func hexadecimalNumber(_ digits: ArraySlice<UInt8>) -> UInt32? {
    var number: UInt32 = 0
    for byte in digits {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number << 4 | UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "F"):
            number = number << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
        case UInt8(ascii: "a")...UInt8(ascii: "f"):
            number = number << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
        default: return nil
        }
    }
    return number
}
