/// Finds out what stands where in a JSON text, and what had to be mended.
struct JSONParser {
    private let bytes: [UInt8]
    private let end: Int
    private var position: Int
    private(set) var tokens: [JSONTape.Token] = []
    private(set) var repairs: [Range<Int>] = []

    init(_ bytes: [UInt8], in range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
        tokens.reserveCapacity(range.count / 16)
    }

    /// Reads the one value that takes up all.
    mutating func parse() throws(JSONFault) {
        skipBlanks()
        try value(depth: 0)
        skipBlanks()
        if position < end { throw JSONFault(position, "something stands after the value") }
    }

    private mutating func skipBlanks() {
        var index = position
        while index < end {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            default:
                position = index
                return
            }
        }
        position = index
    }

    private mutating func value(depth: Int) throws(JSONFault) {
        guard position < end else { throw JSONFault(position, "a value is missing") }
        switch bytes[position] {
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "{"): try container(.object, until: UInt8(ascii: "}"), depth: depth)
        case UInt8(ascii: "["): try container(.array, until: UInt8(ascii: "]"), depth: depth)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
        default: try word()
        }
    }

    private mutating func container(_ kind: JSONTape.Kind, until close: UInt8, depth: Int) throws(JSONFault) {
        guard depth < JSONTape.depthLimit else {
            throw JSONFault(position, "values stand in one another more than \(JSONTape.depthLimit) deep")
        }
        let index = tokens.count
        tokens.append(JSONTape.Token(kind: kind, start: position, end: 0, next: 0))
        position += 1
        skipBlanks()
        var isFirst = true
        while position < end, bytes[position] != close {
            if !isFirst { try expect(UInt8(ascii: ",")) }
            isFirst = false
            skipBlanks()
            if kind == .object { try member(depth: depth) } else { try value(depth: depth + 1) }
            skipBlanks()
        }
        try expect(close)
        tokens[index].end = position
        tokens[index].next = tokens.count
    }

    private mutating func member(depth: Int) throws(JSONFault) {
        guard position < end, bytes[position] == UInt8(ascii: "\"") else {
            throw JSONFault(position, "a key is missing")
        }
        try string()
        let key = tokens.count - 1
        skipBlanks()
        try expect(UInt8(ascii: ":"))
        skipBlanks()
        if isBarePath(after: key) { barePath() } else { try value(depth: depth + 1) }
    }

    private mutating func expect(_ byte: UInt8) throws(JSONFault) {
        guard position < end, bytes[position] == byte else {
            throw JSONFault(position, "“\(Character(UnicodeScalar(byte)))” is missing")
        }
        position += 1
    }

    /// Whether a value that is no JSON follows `document_id`, as Telegram Desktop 4.1 writes it.
    private func isBarePath(after key: Int) -> Bool {
        guard position < end, tokens[key].end - tokens[key].start == BarePath.key.utf8CodeUnitCount,
            BarePath.begins(with: bytes[position])
        else { return false }
        return bytes.equal(tokens[key].start..<tokens[key].end, BarePath.key)
    }

    private mutating func barePath() {
        let start = position
        while position < end, bytes[position] != 0x0A { position += 1 }
        tokens.append(JSONTape.Token(kind: .bare, start: start, end: position, next: tokens.count + 1))
        repairs.append(start..<position)
    }

    private mutating func string() throws(JSONFault) {
        let start = position + 1
        var hasEscapes = false
        var index = start
        let bytes = bytes
        while index < end {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                tokens.append(
                    JSONTape.Token(
                        kind: .string, hasEscapes: hasEscapes, start: start, end: index,
                        next: tokens.count + 1))
                position = index + 1
                return
            case UInt8(ascii: "\\"):
                hasEscapes = true
                position = index
                try escape()
                index = position
            case 0..<0x20:
                repairs.append(index..<index + 1)
                index += 1
            default:
                index += 1
            }
        }
        throw JSONFault(start - 1, "a string does not end")
    }

    /// Moves past an escape, and takes note of those that JSON does not know.
    private mutating func escape() throws(JSONFault) {
        guard position + 1 < end else { throw JSONFault(position, "a string does not end") }
        switch bytes[position + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 2
        case UInt8(ascii: "x"):
            guard position + 3 < end, hexadecimal(position + 2, count: 2) != nil else {
                throw JSONFault(position, "a string has an escape that JSON does not know")
            }
            repairs.append(position..<position + 4)
            position += 4
        case UInt8(ascii: "u"):
            guard let unit = hexadecimal(position + 2, count: 4) else {
                throw JSONFault(position, "a string has an escape that JSON does not know")
            }
            noteLoneSurrogate(unit)
            position += 6
        default:
            throw JSONFault(position, "a string has an escape that JSON does not know")
        }
    }

    /// A surrogate without its other half stands for no character.
    private mutating func noteLoneSurrogate(_ unit: UInt32) {
        if (0xD800..<0xDC00).contains(unit) {
            let isPair =
                position + 11 < end && bytes[position + 6] == UInt8(ascii: "\\")
                && bytes[position + 7] == UInt8(ascii: "u")
                && hexadecimal(position + 8, count: 4).map { (0xDC00..<0xE000).contains($0) } == true
            if isPair { position += 6 } else { repairs.append(position..<position + 6) }
        } else if (0xDC00..<0xE000).contains(unit) {
            repairs.append(position..<position + 6)
        }
    }

    private func hexadecimal(_ start: Int, count: Int) -> UInt32? {
        guard start + count <= end else { return nil }
        return hexadecimalNumber(bytes[start..<start + count])
    }

    private mutating func number() throws(JSONFault) {
        let start = position
        scan: while position < end {
            switch bytes[position] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
                UInt8(ascii: "."),
                UInt8(ascii: "e"), UInt8(ascii: "E"):
                position += 1
            default: break scan
            }
        }
        tokens.append(JSONTape.Token(kind: .number, start: start, end: position, next: tokens.count + 1))
    }

    private mutating func word() throws(JSONFault) {
        for word in ["null", "true", "false"] as [StaticString] {
            let range = position..<position + word.utf8CodeUnitCount
            guard range.upperBound <= end, bytes.equal(range, word) else { continue }
            tokens.append(
                JSONTape.Token(kind: .word, start: position, end: range.upperBound, next: tokens.count + 1))
            position = range.upperBound
            return
        }
        throw JSONFault(position, "a value is malformed")
    }
}
