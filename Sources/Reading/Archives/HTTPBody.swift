/// The content of an HTTP message, its transfer and content codings undone (RFC 9112, section 7; RFC 9110, section 8.4).
///
/// Archives are not always true to their headers: what is not in the coding that is named is taken as it stands.
struct HTTPBody {
    private(set) var bytes: [UInt8]
    private(set) var warnings: [String] = []

    /// More than this, once it is unpacked, is an attack.
    static let limit = 256 << 20

    /// The content of a body that followed this head.
    ///
    /// - Throws: where it holds more than `limit`.
    init(_ body: ArraySlice<UInt8>, head: HTTPHead) throws(ReadingError) {
        bytes = Array(body)
        for coding in head.codings("transfer-encoding").reversed() {
            if coding == "chunked" {
                undoChunks()
            } else {
                try undo(coding)
            }
        }
        for coding in head.codings("content-encoding").reversed() { try undo(coding) }
    }

    private mutating func undo(_ coding: String) throws(ReadingError) {
        guard let compression = Compression(contentCoding: coding) else {
            // A label such as “utf-8” or “none” is an error of the server.
            warnings.append("the content coding “\(coding.prefix(40))” is not known")
            return
        }
        var content = unpacked(bytes, compression, limit: HTTPBody.limit)
        if content.bytes.isEmpty, !content.isWhole, compression == .zlib {
            content = unpacked(bytes, .rawDeflate, limit: HTTPBody.limit)
        }
        if content.isTooLong {
            throw ReadingError(
                problem: "the document has more than \(HTTPBody.limit >> 20) MiB when it is unpacked",
                advice: "capture it again")
        }
        if !content.isWhole {
            guard !content.bytes.isEmpty else { return }
            warnings.append("the compressed content is damaged; what stands before the damage was read")
        }
        bytes = content.bytes
    }

    private mutating func undoChunks() {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var position = 0
        while true {
            guard let chunk = chunk(at: position) else {
                // What is not chunked although it should be was captured as it was read.
                if position > 0 { warnings.append("the chunks of the transfer coding are damaged") }
                output.append(contentsOf: bytes[position...])
                break
            }
            if chunk.isEmpty { break }
            let end = min(chunk.upperBound, bytes.count)
            output.append(contentsOf: bytes[chunk.lowerBound..<end])
            if end < chunk.upperBound {
                warnings.append("the content was cut off")
                break
            }
            position = end
            if position < bytes.count, bytes[position] == 0x0D { position += 1 }
            if position < bytes.count, bytes[position] == 0x0A { position += 1 }
            if position == bytes.count {
                warnings.append("the content was cut off")
                break
            }
        }
        bytes = output
    }

    /// The range of the chunk that is announced at a position, which may reach beyond the end; empty for the last one.
    private func chunk(at position: Int) -> Range<Int>? {
        guard let end = bytes[position...].prefix(1_024).firstIndex(of: 0x0A) else { return nil }
        let line = trimmed(bytes[position..<end])
        let size = line.prefix { $0 != ";" && $0 != " " }
        guard !size.isEmpty, size.utf8.count <= 12, let count = Int(size, radix: 16), count >= 0 else {
            return nil
        }
        return end + 1..<end + 1 + count
    }
}
