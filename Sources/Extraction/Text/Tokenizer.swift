/// Cuts UTF-8 text into tokens in one pass.
struct Tokenizer {
    /// Where the words are looked up.
    let vocabulary: Vocabulary

    /// Appends the tokens of `range`, which must begin and end at a code point.
    func tokenize(_ bytes: [UInt8], in range: Range<Int>, into tokens: inout [Token]) {
        var position = range.lowerBound
        var afterSpace = true
        while position < range.upperBound {
            let scanned = scan(bytes, at: position, limit: range.upperBound)
            guard let kind = scanned.kind else {
                position = scanned.end
                afterSpace = true
                continue
            }
            var shape = scanned.shape
            if afterSpace {
                shape.insert(.afterSpace)
                if position > range.lowerBound, let last = tokens.indices.last {
                    tokens[last].shape.insert(.beforeSpace)
                }
            }
            var token = Token(
                start: Int32(truncatingIfNeeded: position), end: Int32(truncatingIfNeeded: scanned.end),
                kind: kind,
                shape: shape, entry: Vocabulary.unknown)
            if kind == .word || kind == .symbol {
                token.entry = vocabulary.lookUp(bytes, token.bytes)
                if token.entry == Vocabulary.unknown, shape.contains(.possessive) {
                    token.entry = vocabulary.lookUp(bytes, position..<withoutPossessive(bytes, token.bytes))
                }
            }
            tokens.append(token)
            position = scanned.end
            afterSpace = false
        }
        if let last = tokens.indices.last { tokens[last].shape.insert(.beforeSpace) }
    }

    /// A token or, with no kind, white space.
    private struct Scanned {
        var kind: TokenKind?
        var end: Int
        var shape: TokenShape = []
    }

    private func scan(_ bytes: [UInt8], at position: Int, limit: Int) -> Scanned {
        let byte = bytes[position]
        switch byte {
        case 0x41...0x5A, 0x61...0x7A:
            return scanWord(bytes, at: position, limit: limit)
        case 0x00...0x20, 0x7F:
            return Scanned(kind: nil, end: position + 1)
        case 0x30...0x39:
            return scanNumber(bytes, at: position, limit: limit)
        case 0x80...0xFF:
            return scanNonASCII(bytes, at: position, limit: limit)
        case UInt8(ascii: ","):
            return Scanned(kind: .comma, end: position + 1)
        case UInt8(ascii: "."):
            var end = position + 1
            while end < limit, bytes[end] == byte { end += 1 }
            return Scanned(kind: end - position > 1 ? .ellipsis : .stop, end: end)
        case UInt8(ascii: "?"), UInt8(ascii: "!"):
            return Scanned(kind: .stop, end: position + 1)
        case UInt8(ascii: ":"):
            return Scanned(kind: .colon, end: position + 1)
        case UInt8(ascii: ";"):
            return Scanned(kind: .semicolon, end: position + 1)
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
            return Scanned(kind: .openBracket, end: position + 1)
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
            return Scanned(kind: .closeBracket, end: position + 1)
        case UInt8(ascii: "\""):
            return Scanned(kind: .mark, end: position + 1)
        case UInt8(ascii: "'"), UInt8(ascii: "`"):
            // Two of them are a double mark, as in plain-text news and in LaTeX.
            let isDouble = position + 1 < limit && bytes[position + 1] == byte
            return Scanned(kind: .mark, end: position + (isDouble ? 2 : 1))
        case UInt8(ascii: "-"):
            var end = position + 1
            while end < limit, bytes[end] == byte { end += 1 }
            return Scanned(kind: .dash, end: end)
        default:
            return Scanned(kind: .symbol, end: position + 1)
        }
    }

    // MARK: Words and numbers

    private func scanWord(_ bytes: [UInt8], at start: Int, limit: Int) -> Scanned {
        var position = start
        var shape: TokenShape = []
        var capitals = 0
        var letters = 0
        while position < limit {
            let byte = bytes[position]
            if byte < 0x80 {
                if byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A {
                    letters += 1
                    if byte < 0x60 { capitals += 1 }
                    if position == start && byte < 0x60 { shape.insert(.capitalized) }
                    position += 1
                } else if byte >= 0x30 && byte <= 0x39 {
                    position += 1
                } else if let end = joint(bytes, at: position, limit: limit, start: start, shape: &shape) {
                    position = end
                } else {
                    break
                }
            } else if let apostrophe = apostropheLength(bytes, at: position, limit: limit) {
                guard isLetter(bytes, at: position + apostrophe, limit: limit) else { break }
                if isPossessive(bytes, after: position + apostrophe, limit: limit) {
                    shape.insert(.possessive)
                }
                position += apostrophe
            } else if bytes.isHyphen(at: position, limit: limit) {
                guard isLetter(bytes, at: position + 3, limit: limit) else { break }
                shape.insert(.hyphenated)
                position += 3
            } else if let length = letterLength(bytes, at: position, limit: limit) {
                letters += 1
                shape.insert(.nonASCII)
                if isNonASCIICapital(bytes, at: position) {
                    capitals += 1
                    if position == start { shape.insert(.capitalized) }
                }
                position += length
            } else {
                break
            }
        }
        if letters > 1, capitals == letters - (shape.contains(.possessive) ? 1 : 0) {
            shape.insert(.allCapitals)
        }
        return Scanned(kind: .word, end: position, shape: shape)
    }

    /// The end of an ASCII apostrophe, hyphen or abbreviating dot that joins what stands before and behind it to one
    /// word; nil where it joins nothing.
    private func joint(
        _ bytes: [UInt8], at position: Int, limit: Int, start: Int, shape: inout TokenShape
    ) -> Int? {
        switch bytes[position] {
        case UInt8(ascii: "'"):
            guard isLetter(bytes, at: position + 1, limit: limit) else { return nil }
            if isPossessive(bytes, after: position + 1, limit: limit) { shape.insert(.possessive) }
            return position + 1
        case UInt8(ascii: "-"):
            guard position + 1 < limit, bytes[position + 1] != UInt8(ascii: "-"),
                isLetter(bytes, at: position + 1, limit: limit)
                    || isDigit(bytes, at: position + 1, limit: limit)
            else { return nil }
            shape.insert(.hyphenated)
            return position + 1
        case UInt8(ascii: "."):
            // Single letters with dots between them, and the dot behind the last: `U.S.`, `a.m.`
            let isSingle =
                position - start == 1 || (position >= 2 && bytes[position - 2] == UInt8(ascii: "."))
            guard isSingle else { return nil }
            if shape.contains(.dotted) { return position + 1 }
            let next = position + 1
            guard next + 1 < limit, bytes[next] | 0x20 >= 0x61, bytes[next] | 0x20 <= 0x7A,
                bytes[next + 1] == UInt8(ascii: ".")
            else { return nil }
            shape.insert(.dotted)
            return position + 1
        default:
            return nil
        }
    }

    private func scanNumber(_ bytes: [UInt8], at start: Int, limit: Int) -> Scanned {
        var position = start
        while position < limit {
            let byte = bytes[position]
            if (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) {
                position += 1
            } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") {
                guard isDigit(bytes, at: position + 1, limit: limit) else { break }
                position += 1
            } else {
                break
            }
        }
        return Scanned(kind: .number, end: position)
    }

    /// Where the word without its possessive ending ends.
    private func withoutPossessive(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        let beforeS = range.upperBound - 1
        return bytes[beforeS - 1] == UInt8(ascii: "'") ? beforeS - 1 : beforeS - 3
    }

    private func isPossessive(_ bytes: [UInt8], after position: Int, limit: Int) -> Bool {
        bytes[position] | 0x20 == UInt8(ascii: "s") && !isLetter(bytes, at: position + 1, limit: limit)
    }

    // MARK: Beyond ASCII

    private func scanNonASCII(_ bytes: [UInt8], at position: Int, limit: Int) -> Scanned {
        let length = bytes.codePointLength(at: position, limit: limit)
        switch bytes.codePoint(at: position, limit: limit) {
        case 0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF, 0x85, 0xAD:
            return Scanned(kind: nil, end: position + length)
        case 0xAB, 0xBB, 0x2018...0x201F, 0x2033, 0x2036, 0x2039, 0x203A, 0x300C...0x300F, 0xFF02:
            return Scanned(kind: .mark, end: position + length)
        case 0x2010...0x2015, 0x2212:
            return Scanned(kind: .dash, end: position + length)
        case 0x2026:
            return Scanned(kind: .ellipsis, end: position + length)
        case 0x3001, 0xFF0C:
            return Scanned(kind: .comma, end: position + length)
        case 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0x203C...0x203D, 0x2047...0x2049:
            return Scanned(kind: .stop, end: position + length)
        default:
            guard letterLength(bytes, at: position, limit: limit) != nil else {
                return Scanned(kind: .symbol, end: position + length)
            }
            return scanWord(bytes, at: position, limit: limit)
        }
    }

    /// The length of an apostrophe beyond ASCII that may stand within a word: U+2019, U+2018 or U+02BC.
    private func apostropheLength(_ bytes: [UInt8], at position: Int, limit: Int) -> Int? {
        if bytes[position] == 0xCA, position + 1 < limit, bytes[position + 1] == 0xBC { return 2 }
        guard bytes[position] == 0xE2, position + 2 < limit, bytes[position + 1] == 0x80,
            bytes[position + 2] == 0x99 || bytes[position + 2] == 0x98
        else { return nil }
        return 3
    }

    /// The length of the letter or combining mark beyond ASCII at a place; nil where there is none.
    private func letterLength(_ bytes: [UInt8], at position: Int, limit: Int) -> Int? {
        let length = bytes.codePointLength(at: position, limit: limit)
        switch bytes[position] {
        case 0xC3...0xDF: return bytes[position] == 0xC3 && bytes[position + 1] == 0x97 ? nil : length
        case 0xC2: return bytes[position + 1] == 0xAA || bytes[position + 1] == 0xBA ? length : nil
        case 0xE2, 0xEF: return nil
        case 0xE3: return bytes[position + 1] == 0x80 ? nil : length
        case 0xE0...0xEE: return length
        default: return nil
        }
    }

    private func isNonASCIICapital(_ bytes: [UInt8], at position: Int) -> Bool {
        let codePoint = bytes.codePoint(at: position, limit: bytes.count)
        // Latin, Greek and Cyrillic; where capitals and small letters alternate, the parity tells.
        return switch codePoint {
        case 0xC0...0xDE, 0x386...0x38F, 0x391...0x3AB, 0x400...0x42F: codePoint != 0xD7
        case 0x139...0x148, 0x179...0x17E, 0x4C1...0x4CE: codePoint & 1 == 1
        case 0x178: true
        case 0x100...0x177, 0x1DE...0x233, 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F, 0x1E00...0x1EFF:
            codePoint & 1 == 0
        default: false
        }
    }

    private func isLetter(_ bytes: [UInt8], at position: Int, limit: Int) -> Bool {
        guard position < limit else { return false }
        let byte = bytes[position]
        if byte < 0x80 { return byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
        return letterLength(bytes, at: position, limit: limit) != nil
    }

    private func isDigit(_ bytes: [UInt8], at position: Int, limit: Int) -> Bool {
        position < limit && bytes[position] >= 0x30 && bytes[position] <= 0x39
    }
}

extension [UInt8] {
    /// The length in bytes of the code point that begins at a place.
    @inline(__always)
    func codePointLength(at position: Int, limit: Int) -> Int {
        let byte = self[position]
        let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        return Swift.min(length, limit - position)
    }

    /// The code point that begins at a place of valid UTF-8.
    func codePoint(at position: Int, limit: Int) -> UInt32 {
        let length = codePointLength(at: position, limit: limit)
        let first = UInt32(self[position])
        var value =
            length == 1 ? first : length == 2 ? first & 0x1F : length == 3 ? first & 0x0F : first & 0x07
        for offset in 1..<Swift.max(length, 1) { value = value << 6 | UInt32(self[position + offset] & 0x3F) }
        return value
    }

    /// Whether a hyphen (U+2010) or a non-breaking hyphen (U+2011) begins at a place.
    func isHyphen(at position: Int, limit: Int) -> Bool {
        position + 2 < limit && self[position] == 0xE2 && self[position + 1] == 0x80
            && (self[position + 2] == 0x90 || self[position + 2] == 0x91)
    }
}
