/// Turns UTF-16 that comes in pieces into UTF-8. A character can be cut by the edge of a piece.
public struct UTF16Stream: Sendable {
    private let isBigEndian: Bool
    private var rest: [UInt8] = []

    /// The stream of an input that begins with these bytes; nil without the mark of UTF-16 (Unicode, “Byte order mark”).
    public init?(inputBeginning head: [UInt8]) {
        if head.starts(with: [0xFF, 0xFE]) {
            isBigEndian = false
        } else if head.starts(with: [0xFE, 0xFF]) {
            isBigEndian = true
        } else {
            return nil
        }
    }

    /// The next bytes as UTF-8, as far as they are whole characters. The mark itself becomes that of UTF-8.
    public mutating func feed(_ bytes: [UInt8]) -> [UInt8] {
        let bytes = rest + bytes
        var units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        if let last = units.last, UTF16.isLeadSurrogate(last) { units.removeLast() }
        rest = Array(bytes[(2 * units.count)...])
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
