/// A value on a tape.
struct JSONValue {
    let tape: JSONTape
    let index: Int

    private var token: JSONTape.Token { tape.tokens[index] }

    /// What kind of value it is.
    var kind: JSONTape.Kind { token.kind }

    /// Where it stands in the bytes of the tape; a string without its quotation marks.
    var range: Range<Int> { token.start..<token.end }

    /// Whether it is `null`.
    var isNull: Bool { kind == .word && tape.equal(range, "null") }

    /// The member of an object with this key; nil where there is none or it is `null`. Of a key that stands twice, the
    /// first counts.
    subscript(key: StaticString) -> JSONValue? {
        guard kind == .object else { return nil }
        var index = index + 1
        while index < token.next {
            let name = tape.tokens[index]
            if tape.equal(name.start..<name.end, key) {
                let value = JSONValue(tape: tape, index: index + 1)
                return value.isNull ? nil : value
            }
            index = tape.tokens[index + 1].next
        }
        return nil
    }

    /// Whether an object has a member with this key, be it `null`.
    func has(_ key: StaticString) -> Bool {
        guard kind == .object else { return false }
        var index = index + 1
        while index < token.next {
            let name = tape.tokens[index]
            if tape.equal(name.start..<name.end, key) { return true }
            index = tape.tokens[index + 1].next
        }
        return false
    }

    /// The members of an object, in their order.
    var members: [(key: JSONValue, value: JSONValue)] {
        guard kind == .object else { return [] }
        var members: [(key: JSONValue, value: JSONValue)] = []
        var index = index + 1
        while index < token.next {
            members.append((JSONValue(tape: tape, index: index), JSONValue(tape: tape, index: index + 1)))
            index = tape.tokens[index + 1].next
        }
        return members
    }

    /// The elements of an array, in their order.
    var elements: [JSONValue] {
        guard kind == .array else { return [] }
        var elements: [JSONValue] = []
        var index = index + 1
        while index < token.next {
            elements.append(JSONValue(tape: tape, index: index))
            index = tape.tokens[index].next
        }
        return elements
    }

    /// Whether it is a string with just this text, which has no escapes.
    func isText(_ text: StaticString) -> Bool { kind == .string && tape.equal(range, text) }

    /// The text of a string; nil where it is none, or no UTF-8.
    var string: String? {
        guard kind == .string || kind == .bare else { return nil }
        if token.hasEscapes { return String(validating: unescaped, as: UTF8.self) }
        let bytes = tape.bytes
        do {
            let text = try UTF8Span(validating: bytes.span.extracting(range))
            return String(copying: text)
        } catch {
            return nil
        }
    }

    /// The whole number that a number is, or a string of digits; nil where it is none.
    var integer: Int64? {
        guard kind == .number || kind == .string else { return nil }
        var range = range
        var isNegative = false
        if let first = range.first, tape.bytes[first] == UInt8(ascii: "-") {
            isNegative = true
            range = range.dropFirst()
        }
        guard !range.isEmpty else { return nil }
        var number: Int64 = 0
        for position in range {
            let digit = tape.bytes[position] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            let (tens, overflowsTens) = number.multipliedReportingOverflow(by: 10)
            let (sum, overflows) = tens.addingReportingOverflow(Int64(digit))
            if overflowsTens || overflows { return nil }
            number = sum
        }
        return isNegative ? -number : number
    }

    /// The seconds of a number that may have a fraction (`1699424100.0`), which is cut.
    var seconds: Int64? {
        if let integer { return integer }
        guard kind == .number, let text = String(validating: tape.bytes[range], as: UTF8.self),
            let number = Double(text), number.isFinite, abs(number) < 1e15
        else { return nil }
        return Int64(number)
    }

    /// Whether it is `true`.
    var isTrue: Bool { kind == .word && tape.equal(range, "true") }

    /// The bytes of a string with its escapes resolved, those too that only Telegram Desktop writes. A lone surrogate
    /// becomes U+FFFD, one code point as it was.
    private var unescaped: [UInt8] {
        let bytes = tape.bytes
        var output: [UInt8] = []
        output.reserveCapacity(range.count)
        var position = range.lowerBound
        while position < range.upperBound {
            guard bytes[position] == UInt8(ascii: "\\") else {
                output.append(bytes[position])
                position += 1
                continue
            }
            switch bytes[position + 1] {
            case UInt8(ascii: "u"):
                output.append(scalar: scalar(at: &position))
                continue
            case UInt8(ascii: "x"):
                let number = hexadecimalNumber(bytes[position + 2..<position + 4]) ?? 0xFFFD
                output.append(scalar: UnicodeScalar(number) ?? "\u{FFFD}")
                position += 4
                continue
            case UInt8(ascii: "b"): output.append(0x08)
            case UInt8(ascii: "f"): output.append(0x0C)
            case UInt8(ascii: "n"): output.append(0x0A)
            case UInt8(ascii: "r"): output.append(0x0D)
            case UInt8(ascii: "t"): output.append(0x09)
            case let byte: output.append(byte)
            }
            position += 2
        }
        return output
    }

    /// The character of a `\u` escape, or of two that are a surrogate pair; moves past it.
    private func scalar(at position: inout Int) -> UnicodeScalar {
        let bytes = tape.bytes
        func unit(_ start: Int) -> UInt32? {
            guard start + 6 <= range.upperBound, bytes[start] == UInt8(ascii: "\\"),
                bytes[start + 1] == UInt8(ascii: "u")
            else { return nil }
            return hexadecimalNumber(bytes[start + 2..<start + 6])
        }
        let first = unit(position) ?? 0xFFFD
        position += 6
        guard (0xD800..<0xDC00).contains(first), let second = unit(position),
            (0xDC00..<0xE000).contains(second)
        else { return UnicodeScalar(first) ?? "\u{FFFD}" }
        position += 6
        return UnicodeScalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }
}
