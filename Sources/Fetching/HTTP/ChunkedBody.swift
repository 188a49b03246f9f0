/// The body within its chunks (RFC 9112 §7.1); nil where they are not whole.
func unchunked(_ bytes: [UInt8]) -> [UInt8]? {
    var body: [UInt8] = []
    body.reserveCapacity(bytes.count)
    var position = 0
    while let size = chunkSize(bytes, &position) {
        if size == 0 { return body }
        guard size <= bytes.count - position else { return nil }
        body += bytes[position..<position + size]
        position += size
        // The line end behind the chunk.
        if position < bytes.count, bytes[position] == 0x0D { position += 1 }
        guard position < bytes.count, bytes[position] == 0x0A else { return nil }
        position += 1
    }
    return nil
}

/// Reads the line that tells the size of a chunk.
private func chunkSize(_ bytes: [UInt8], _ position: inout Int) -> Int? {
    var size = 0
    var digits = 0
    while position < bytes.count, let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue {
        // No body is so long; and it must not overflow.
        guard digits < 12 else { return nil }
        size = size * 16 + digit
        digits += 1
        position += 1
    }
    guard digits > 0, let end = bytes[position...].firstIndex(of: 0x0A) else { return nil }
    position = end + 1
    return size
}
