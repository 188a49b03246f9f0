#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The part of an unpacked archive that is held, addressed by positions in the whole of it.
struct RecordBuffer {
    private var bytes: [UInt8] = []
    /// The position of the first byte that is held.
    private(set) var start = 0

    /// One past the last byte that is held.
    var end: Int { start + bytes.count }

    /// Adds what follows.
    mutating func append(_ more: [UInt8]) {
        if bytes.isEmpty { bytes = more } else { bytes.append(contentsOf: more) }
    }

    /// Lets go of what stands before a position.
    mutating func drop(before position: Int) {
        guard position > start else { return }
        bytes.removeFirst(min(position, end) - start)
        start = position
    }

    /// The byte at a position that is held.
    subscript(position: Int) -> UInt8 { bytes[position - start] }

    /// The bytes of a range that is held.
    subscript(range: Range<Int>) -> ArraySlice<UInt8> {
        bytes[(range.lowerBound - start)..<(range.upperBound - start)]
    }

    /// Whether these bytes stand at a position; nil where that cannot be told yet.
    func holds(_ word: StaticString, at position: Int) -> Bool? {
        let count = min(word.utf8CodeUnitCount, end - position)
        for offset in 0..<count where self[position + offset] != word.utf8Start[offset] { return false }
        return count == word.utf8CodeUnitCount ? true : nil
    }

    /// The position of the first of these bytes in a range, if they stand there whole.
    func find(_ word: StaticString, in range: Range<Int>) -> Int? {
        let length = word.utf8CodeUnitCount
        return bytes.withUnsafeBytes { buffer in
            var index = range.lowerBound - start
            let last = range.upperBound - start - length
            while index <= last, let base = buffer.baseAddress,
                let found = memchr(base + index, Int32(word.utf8Start[0]), last + 1 - index)
            {
                index = UnsafeRawPointer(found) - base
                if memcmp(base + index, word.utf8Start, length) == 0 { return start + index }
                index += 1
            }
            return nil
        }
    }

    /// The first position from `position` on where no line end stands.
    func skipLineEnds(from position: Int) -> Int {
        var position = position
        while position < end, self[position] == 0x0D || self[position] == 0x0A { position += 1 }
        return position
    }
}
