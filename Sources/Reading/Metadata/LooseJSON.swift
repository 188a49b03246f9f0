/// A value of JSON as pages carry it.
indirect enum LooseJSON: Sendable {
    case null
    case boolean(Bool)
    case number(String)
    case string(String)
    case array([LooseJSON])
    case object([(key: String, value: LooseJSON)])

    /// Reads the first value of a text, however broken: raw line ends in strings, quotation marks without an escape,
    /// commas too many or too few, comments around it, an end that is missing. Nil where there is none.
    init?(_ bytes: [UInt8]) {
        // Where JSON stands in XML, `<![CDATA[` may stand around it.
        let section = Array("[CDATA[".utf8)
        guard let first = bytes.firstIndex(where: { $0 == 0x7B || $0 == 0x5B }),
            let start = bytes[first...].starts(with: section)
                ? bytes[(first + section.count)...].firstIndex(where: { $0 == 0x7B || $0 == 0x5B }) : first
        else { return nil }
        var reader = LooseJSONReader(position: start)
        guard let value = bytes.withUnsafeBufferPointer({ reader.value($0.span, depth: 0) }) else {
            return nil
        }
        self = value
    }

    /// The member with this name, of an object.
    subscript(key: String) -> LooseJSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The text of a string or a number.
    var text: String? {
        switch self {
        case .string(let text), .number(let text):
            let bytes = Array(text.utf8)
            let folded = foldedText(of: [0..<bytes.count], in: bytes.span)
            return folded.isEmpty ? nil : folded
        default: return nil
        }
    }

    /// A string as it stands, with its line ends.
    var verbatim: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The values of an array; any other value is a list of itself.
    var list: [LooseJSON] {
        switch self {
        case .array(let values): values
        case .null: []
        default: [self]
        }
    }
}

/// A position in JSON that may be broken.
private struct LooseJSONReader {
    /// Values may stand in one another so deep; what is deeper is passed over.
    private static let depthLimit = 64

    var position: Int

    mutating func value(_ bytes: Span<UInt8>, depth: Int) -> LooseJSON? {
        skipBlanks(bytes)
        guard position < bytes.count, depth < Self.depthLimit else { return nil }
        switch bytes[position] {
        case 0x7B: return object(bytes, depth: depth)
        case 0x5B: return array(bytes, depth: depth)
        case 0x22: return .string(string(bytes))
        default: return bare(bytes)
        }
    }

    private mutating func object(_ bytes: Span<UInt8>, depth: Int) -> LooseJSON {
        position += 1
        var members: [(key: String, value: LooseJSON)] = []
        while let byte = next(bytes) {
            switch byte {
            case 0x7D:
                position += 1
                return .object(members)
            case 0x22:
                let key = string(bytes)
                guard next(bytes) == 0x3A else { continue }
                position += 1
                guard let value = value(bytes, depth: depth + 1) else { return .object(members) }
                members.append((key, value))
            default: position += 1
            }
        }
        return .object(members)
    }

    private mutating func array(_ bytes: Span<UInt8>, depth: Int) -> LooseJSON {
        position += 1
        var values: [LooseJSON] = []
        while let byte = next(bytes) {
            switch byte {
            case 0x5D:
                position += 1
                return .array(values)
            case 0x2C, 0x7D, 0x3A: position += 1
            default:
                guard let value = value(bytes, depth: depth + 1) else { return .array(values) }
                values.append(value)
            }
        }
        return .array(values)
    }

    /// A number or a word.
    private mutating func bare(_ bytes: Span<UInt8>) -> LooseJSON {
        let start = position
        loop: while position < bytes.count {
            switch bytes[position] {
            case 0...0x20, 0x2C, 0x7D, 0x5D, 0x3A: break loop
            default: position += 1
            }
        }
        // Whatever stands here, something must be read, so that the reader comes to an end.
        if position == start { position += 1 }
        switch Reading.text(start..<position, bytes) {
        case "null": return .null
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        case let word: return .number(word)
        }
    }

    private mutating func string(_ bytes: Span<UInt8>) -> String {
        position += 1
        var output: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case 0x22 where endsString(bytes):
                position += 1
                return String(decoding: output, as: UTF8.self)
            case 0x5C: escape(bytes, &output)
            default:
                output.append(byte)
                position += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Whether a quotation mark is the end of its string, and not one that should have been escaped.
    private func endsString(_ bytes: Span<UInt8>) -> Bool {
        var index = position + 1
        while index < bytes.count, index - position < 64 {
            switch bytes[index] {
            case 0...0x20: index += 1
            case 0x2C, 0x7D, 0x5D, 0x3A, 0x22: return true
            default: return false
            }
        }
        return true
    }

    private mutating func escape(_ bytes: Span<UInt8>, _ output: inout [UInt8]) {
        guard position + 1 < bytes.count else {
            position += 1
            return
        }
        let byte = bytes[position + 1]
        switch byte {
        case 0x62, 0x66, 0x6E, 0x72, 0x74:
            output.append(0x0A)
            position += 2
        case 0x75:
            guard let unit = codeUnit(at: position, bytes) else { fallthrough }
            position += 6
            if (0xD800..<0xDC00).contains(unit), let low = codeUnit(at: position, bytes),
                (0xDC00..<0xE000).contains(low)
            {
                position += 6
                output.append(
                    scalar: UnicodeScalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}")
            } else {
                output.append(scalar: UnicodeScalar(unit) ?? "\u{FFFD}")
            }
        default:
            output.append(byte)
            position += 2
        }
    }

    private func codeUnit(at index: Int, _ bytes: Span<UInt8>) -> UInt32? {
        guard index + 6 <= bytes.count, bytes[index] == 0x5C, bytes[index + 1] == 0x75 else { return nil }
        return UInt32(Reading.text(index + 2..<index + 6, bytes), radix: 16)
    }

    private mutating func next(_ bytes: Span<UInt8>) -> UInt8? {
        skipBlanks(bytes)
        return position < bytes.count ? bytes[position] : nil
    }

    private mutating func skipBlanks(_ bytes: Span<UInt8>) {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }
}
