extension JSONScanner {
    /// The text of a string token.
    ///
    /// A lone surrogate stands for no character; it becomes U+FFFD, one code point as it was, so that offsets
    /// in code points stay what they are for a reader that keeps it.
    func text(_ token: StringToken, _ bytes: Span<UInt8>) throws(ReadingError) -> String {
        if token.hasEscapes { return String(decoding: try unescaped(token, bytes), as: UTF8.self) }
        return Reading.text(token.bytes, bytes)
    }

    /// The UTF-8 bytes of a string token with its escapes (RFC 8259, section 7) resolved.
    func unescaped(_ token: StringToken, _ bytes: Span<UInt8>) throws(ReadingError) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(token.bytes.count)
        var index = token.bytes.lowerBound
        let end = token.bytes.upperBound
        while index < end {
            guard bytes[index] == 0x5C else {
                output.append(bytes[index])
                index += 1
                continue
            }
            let escape = bytes[index + 1]
            if escape == 0x75 {
                output.append(scalar: try escapedScalar(at: &index, end, bytes))
                continue
            }
            guard let byte = Self.escaped(escape) else { throw malformedEscape(at: index) }
            output.append(byte)
            index += 2
        }
        return output
    }

    private func malformedEscape(at index: Int) -> ReadingError {
        ReadingError(
            place: .init(byte: index), problem: "a string has an escape that JSON does not know",
            advice: "write one whole JSON object a line")
    }

    private static func escaped(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x22, 0x5C, 0x2F: byte
        case 0x62: 0x08
        case 0x66: 0x0C
        case 0x6E: 0x0A
        case 0x72: 0x0D
        case 0x74: 0x09
        default: nil
        }
    }

    /// The character of a `\u` escape, or of two that are a surrogate pair, at `index`, which moves past it.
    private func escapedScalar(
        at index: inout Int, _ end: Int, _ bytes: Span<UInt8>
    ) throws(ReadingError) -> UnicodeScalar {
        let replacement: UnicodeScalar = "\u{FFFD}"
        guard let unit = Self.codeUnit(at: index, end, bytes) else { throw malformedEscape(at: index) }
        index += 6
        guard (0xD800..<0xDC00).contains(unit) else { return UnicodeScalar(unit) ?? replacement }
        guard let low = Self.codeUnit(at: index, end, bytes), (0xDC00..<0xE000).contains(low) else {
            return replacement
        }
        index += 6
        return UnicodeScalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? replacement
    }

    /// The number of a `\uXXXX` at `index`; nil where there is none.
    private static func codeUnit(at index: Int, _ end: Int, _ bytes: Span<UInt8>) -> UInt32? {
        guard index + 6 <= end, bytes[index] == 0x5C, bytes[index + 1] == 0x75 else { return nil }
        var unit: UInt32 = 0
        for offset in 2..<6 {
            let byte = bytes[index + offset]
            switch byte {
            case 0x30...0x39: unit = unit << 4 | UInt32(byte - 0x30)
            case 0x41...0x46: unit = unit << 4 | UInt32(byte - 0x41 + 10)
            case 0x61...0x66: unit = unit << 4 | UInt32(byte - 0x61 + 10)
            default: return nil
            }
        }
        return unit
    }
}

extension [UInt8] {
    /// Adds the UTF-8 bytes of a character.
    mutating func append(scalar: UnicodeScalar) {
        append(contentsOf: UTF8.encode(scalar).unsafelyUnwrapped)
    }
}
