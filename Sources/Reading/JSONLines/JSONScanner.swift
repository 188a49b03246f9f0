/// A position in the bytes of a JSON text (RFC 8259), moved forward by what is read there.
///
/// The bytes are passed to each call, and are known to be UTF-8. Nothing is built but what is asked for.
struct JSONScanner {
    /// Arrays and objects may stand in one another so deep; more is taken for an attack.
    static let depthLimit = 256

    /// The next byte.
    var position = 0

    /// Where a string stands, without its quotation marks.
    struct StringToken {
        let bytes: Range<Int>
        let hasEscapes: Bool
    }

    /// A fault of the JSON, at `position`.
    func fault(_ problem: String) -> ReadingError {
        ReadingError(
            place: .init(byte: position), problem: problem, advice: "write one whole JSON object a line")
    }

    /// Moves past white space.
    mutating func skipBlanks(_ bytes: Span<UInt8>) {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    /// The next byte, if there is one.
    func peek(_ bytes: Span<UInt8>) -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    /// Moves past `byte`, which must stand here.
    mutating func expect(_ byte: UInt8, _ bytes: Span<UInt8>) throws(ReadingError) {
        guard peek(bytes) == byte else {
            throw fault("“\(Character(UnicodeScalar(byte)))” is missing")
        }
        position += 1
    }

    /// Moves past a string, which must stand here.
    mutating func string(_ bytes: Span<UInt8>) throws(ReadingError) -> StringToken {
        try expect(0x22, bytes)
        let start = position
        var hasEscapes = false
        while position < bytes.count {
            switch bytes[position] {
            case 0x22:
                position += 1
                return StringToken(bytes: start..<position - 1, hasEscapes: hasEscapes)
            case 0x5C:
                hasEscapes = true
                position += 2
            case 0..<0x20:
                throw fault("a control character stands in a string")
            default:
                position += 1
            }
        }
        position = bytes.count
        throw fault("a string does not end")
    }

    /// Moves past a number, which must stand here, and says where it stood. Its size does not matter.
    mutating func number(_ bytes: Span<UInt8>) throws(ReadingError) -> Range<Int> {
        let start = position
        if peek(bytes) == 0x2D { position += 1 }
        if peek(bytes) == 0x30 { position += 1 } else { try digits(bytes) }
        if peek(bytes) == 0x2E {
            position += 1
            try digits(bytes)
        }
        if peek(bytes) == 0x65 || peek(bytes) == 0x45 {
            position += 1
            if peek(bytes) == 0x2B || peek(bytes) == 0x2D { position += 1 }
            try digits(bytes)
        }
        return start..<position
    }

    private mutating func digits(_ bytes: Span<UInt8>) throws(ReadingError) {
        let start = position
        while let byte = peek(bytes), (0x30...0x39).contains(byte) { position += 1 }
        if position == start { throw fault("a value is missing or malformed") }
    }

    /// Moves past any value.
    mutating func skipValue(_ bytes: Span<UInt8>, depth: Int = 0) throws(ReadingError) {
        guard depth < Self.depthLimit else {
            throw fault("values stand in one another more than \(Self.depthLimit) deep")
        }
        switch peek(bytes) {
        case 0x22: try skipString(bytes)
        case 0x7B: try skipObject(bytes, depth: depth)
        case 0x5B: try skipArray(bytes, depth: depth)
        case 0x74: try skipWord("true", bytes)
        case 0x66: try skipWord("false", bytes)
        case 0x6E: try skipWord("null", bytes)
        default: _ = try number(bytes)
        }
    }

    private mutating func skipString(_ bytes: Span<UInt8>) throws(ReadingError) {
        let token = try string(bytes)
        if token.hasEscapes { _ = try unescaped(token, bytes) }
    }

    /// Moves past `null`, `true` or `false`.
    mutating func skipWord(_ word: StaticString, _ bytes: Span<UInt8>) throws(ReadingError) {
        for offset in 0..<word.utf8CodeUnitCount {
            // The pointer of a StaticString is valid for its count of bytes.
            guard position + offset < bytes.count, bytes[position + offset] == word.utf8Start[offset] else {
                throw fault("a value is missing or malformed")
            }
        }
        position += word.utf8CodeUnitCount
    }

    private mutating func skipObject(_ bytes: Span<UInt8>, depth: Int) throws(ReadingError) {
        try expect(0x7B, bytes)
        skipBlanks(bytes)
        if peek(bytes) == 0x7D {
            position += 1
            return
        }
        while true {
            skipBlanks(bytes)
            try skipString(bytes)
            skipBlanks(bytes)
            try expect(0x3A, bytes)
            skipBlanks(bytes)
            try skipValue(bytes, depth: depth + 1)
            skipBlanks(bytes)
            guard peek(bytes) == 0x2C else { break }
            position += 1
        }
        try expect(0x7D, bytes)
    }

    private mutating func skipArray(_ bytes: Span<UInt8>, depth: Int) throws(ReadingError) {
        try expect(0x5B, bytes)
        skipBlanks(bytes)
        if peek(bytes) == 0x5D {
            position += 1
            return
        }
        while true {
            skipBlanks(bytes)
            try skipValue(bytes, depth: depth + 1)
            skipBlanks(bytes)
            guard peek(bytes) == 0x2C else { break }
            position += 1
        }
        try expect(0x5D, bytes)
    }
}
