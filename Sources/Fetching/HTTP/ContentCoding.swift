import CCurl

/// A way of packing a body that both sides of HTTP know.
enum ContentCoding: String, CaseIterable, Sendable {
    case gzip
    case brotli = "br"
    case zstd

    /// Why a body could not be unpacked.
    enum Failure: Error, Hashable {
        /// It is packed again and again.
        case nested
        /// There is more of it than the limit.
        case tooLarge
        /// It ends too early.
        case truncated
        /// It is not what it should be.
        case damaged
    }

    /// The codings that a server is told of.
    static var offered: String {
        allCases.filter { ccurl_can_decode($0.library) }.map(\.rawValue).joined(separator: ", ")
    }

    /// Undoes the codings, which were applied in this order (RFC 9110 §8.4). Servers that name none of those they were
    /// told of name what is none, such as “utf-8” or “none”; that is passed over.
    static func decode(
        _ bytes: [UInt8], codings: [String], limit: Int
    ) throws(Failure) -> [UInt8] {
        let codings = codings.compactMap { ContentCoding(name: $0) }.filter { ccurl_can_decode($0.library) }
        // More than two are no page, but someone's joke: each can blow a body up a thousandfold.
        guard codings.count <= 3 else { throw .nested }
        var bytes = bytes
        for coding in codings.reversed() { bytes = try coding.decode(bytes, limit: limit) }
        return bytes
    }

    private init?(name: String) {
        switch name {
        case "x-gzip", "deflate": self = .gzip
        default: self.init(rawValue: name)
        }
    }

    private var library: ccurl_coding {
        switch self {
        case .gzip: CCURL_GZIP
        case .brotli: CCURL_BROTLI
        case .zstd: CCURL_ZSTD
        }
    }

    /// Unpacks a body, but no more than `limit` bytes of it.
    private func decode(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
        /// What was unpacked so far.
        struct Sink {
            var bytes: [UInt8] = []
            let limit: Int
        }
        // A body without a byte says nothing, in any coding.
        if bytes.isEmpty { return [] }
        var sink = Sink(limit: limit)
        let outcome = withUnsafeMutablePointer(to: &sink) { sink in
            ccurl_decode(
                library, bytes, bytes.count,
                { context, piece, count in
                    guard let sink = context?.assumingMemoryBound(to: Sink.self) else { return false }
                    guard sink.pointee.bytes.count + count <= sink.pointee.limit else { return false }
                    sink.pointee.bytes.append(contentsOf: UnsafeBufferPointer(start: piece, count: count))
                    return true
                }, sink)
        }
        switch outcome {
        case CCURL_DECODED: return sink.bytes
        case CCURL_STOPPED, CCURL_EXHAUSTED: throw .tooLarge
        case CCURL_TRUNCATED: throw .truncated
        default: throw .damaged
        }
    }
}
