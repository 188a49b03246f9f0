import Statements

/// Turns byte offsets of a text into offsets in code points.
///
/// It keeps the number of code points before every 64th byte, so that a look-up counts 64 bytes at the most; for text in
/// ASCII the two are the same.
struct CodePointIndex: Sendable {
    private static let stride = 64
    private let counts: [Int32]

    /// The index of a text in valid UTF-8.
    init(_ bytes: [UInt8]) {
        var counts: [Int32] = []
        counts.reserveCapacity(bytes.count / Self.stride + 1)
        var count: Int32 = 0
        var position = 0
        while position < bytes.count {
            counts.append(count)
            let limit = min(position + Self.stride, bytes.count)
            var starts: Int32 = 0
            for offset in position..<limit { starts += bytes[offset] & 0xC0 == 0x80 ? 0 : 1 }
            count += starts
            position = limit
        }
        counts.append(count)
        self.counts = counts
    }

    /// The number of code points before a byte.
    func offset(ofByte byte: Int, in bytes: [UInt8]) -> Int {
        let block = byte / Self.stride
        guard block < counts.count else { return Int(counts[counts.count - 1]) }
        var count = Int(counts[block])
        for position in block * Self.stride..<byte { count += bytes[position] & 0xC0 == 0x80 ? 0 : 1 }
        return count
    }

    /// The passage that stands at some bytes.
    func passage(_ range: Range<Int>, in bytes: [UInt8]) -> Passage {
        Passage(
            start: offset(ofByte: range.lowerBound, in: bytes),
            end: offset(ofByte: range.upperBound, in: bytes),
            exact: String(decoding: bytes[range], as: UTF8.self))
    }
}
