/// JSON (RFC 8259) written byte by byte: keys in the order of the calls, UTF-8, nothing between the tokens.
///
/// The output of the filters goes through here, so it is written by hand; `JSONEncoder` is seven times slower.
public struct JSONWriter: Sendable {
    /// What has been written; the caller may take it away at any time.
    public var bytes: [UInt8] = []
    private var needsComma = false

    /// A writer that has written nothing.
    public init() {}

    /// Begins an object.
    public mutating func beginObject() { open(UInt8(ascii: "{")) }
    /// Ends the object that was begun last.
    public mutating func endObject() { close(UInt8(ascii: "}")) }
    /// Begins an array.
    public mutating func beginArray() { open(UInt8(ascii: "[")) }
    /// Ends the array that was begun last.
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    /// The key of the value that is written next; it needs no escapes.
    public mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A string, or null.
    public mutating func string(_ value: String?) {
        separate()
        if let value { quoted(value) } else { literal("null") }
    }

    /// A whole number.
    public mutating func integer(_ value: Int) {
        separate()
        digits(value)
    }

    /// A number between 0 and 1, to three places.
    public mutating func fraction(_ value: Double) {
        separate()
        let thousandths = value.isFinite ? Int((min(max(value, 0), 1) * 1000).rounded()) : 0
        if thousandths % 1000 == 0 { return digits(thousandths / 1000) }
        literal("0.")
        var rest = thousandths
        var unit = 100
        while rest > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(rest / unit))
            rest %= unit
            unit /= 10
        }
    }

    /// `true` or `false`.
    public mutating func boolean(_ value: Bool) {
        separate()
        literal(value ? "true" : "false")
    }

    /// `null`.
    public mutating func null() {
        separate()
        literal("null")
    }

    /// A line end, between the members of an array or after the last token; with `isEnd` what follows is a
    /// value of its own.
    public mutating func lineBreak(isEnd: Bool = false) {
        if needsComma, !isEnd { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func literal(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func digits(_ value: Int) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = value.magnitude
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    private mutating func quoted(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        var value = value
        value.withUTF8 { text in
            var copied = 0
            var index = 0
            while index < text.count {
                let length = escapeLength(text, at: index)
                guard length > 0 else {
                    index += 1
                    continue
                }
                bytes.append(contentsOf: text[copied..<index])
                escape(text[index..<index + length])
                index += length
                copied = index
            }
            bytes.append(contentsOf: text[copied...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// How many bytes from here on are to be written as an escape. JSON asks for it for controls, the quotation
    /// mark and the backslash; the characters that hide or reorder text are escaped too, so that JSON is as
    /// harmless on a terminal as plain text, and means the same.
    private func escapeLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        func byte(_ offset: Int) -> UInt8 { index + offset < text.count ? text[index + offset] : 0 }
        switch text[index] {
        case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: return 1
        case 0x21..<0xC2: return 0
        case 0xC2: return byte(1) < 0xA0 ? 2 : 0
        case 0xD8: return byte(1) == 0x9C ? 2 : 0
        case 0xE2:
            switch byte(1) {
            case 0x80: return (0x8B...0x8F).contains(byte(2)) || (0xA8...0xAE).contains(byte(2)) ? 3 : 0
            case 0x81: return (0xA0...0xAF).contains(byte(2)) ? 3 : 0
            default: return 0
            }
        case 0xEF: return byte(1) == 0xBB && byte(2) == 0xBF ? 3 : 0
        case 0xF3: return byte(1) == 0xA0 ? 4 : 0
        default: return 0
        }
    }

    private mutating func escape(_ sequence: Slice<UnsafeBufferPointer<UInt8>>) {
        switch sequence.first {
        case UInt8(ascii: "\""): return literal("\\\"")
        case UInt8(ascii: "\\"): return literal("\\\\")
        case UInt8(ascii: "\n"): return literal("\\n")
        case UInt8(ascii: "\r"): return literal("\\r")
        case UInt8(ascii: "\t"): return literal("\\t")
        default: break
        }
        let hexadecimal = Array("0123456789abcdef".utf8)
        for unit in String(decoding: sequence, as: UTF8.self).utf16 {
            literal("\\u")
            for shift in [12, 8, 4, 0] { bytes.append(hexadecimal[Int(unit >> UInt16(shift)) & 15]) }
        }
    }
}
