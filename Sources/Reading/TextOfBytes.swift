/// The text of a range of UTF-8 bytes that begins and ends on code point boundaries.
func text(_ range: Range<Int>, _ bytes: Span<UInt8>) -> String {
    let slice = bytes.extracting(range)
    return String(unsafeUninitializedCapacity: slice.count) { buffer in
        for index in slice.indices { buffer[index] = slice[index] }
        return slice.count
    }
}
