import Crypto

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A record of WARC/1.1 (ISO 28500:2017), ready to be written.
struct WARCRecord: Sendable {
    /// What a record holds.
    enum Kind: String {
        case info = "warcinfo"
        case request
        case response
        case revisit
    }

    /// The identifier that other records refer to.
    let id: String
    /// The record, with the two line ends behind it.
    let bytes: [UInt8]

    /// An identifier made of 128 bits of chance: a UUID of version 4 (RFC 9562 §5.4).
    static func id(high: UInt64, low: UInt64) -> String {
        let numbers = [high & ~0xF000 | 0x4000, low & ~(3 << 62) | 2 << 62]
        let digits = Array(
            numbers.map { number in
                let digits = String(number, radix: 16)
                return String(repeating: "0", count: 16 - digits.count) + digits
            }.joined())
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
        return "<urn:uuid:\(groups.joined(separator: "-"))>"
    }

    /// A record with this content; `fields` are the lines of its header beside those of every record.
    init(_ kind: Kind, id: String, at date: Double, fields: [(String, String)], block: [UInt8]) {
        self.id = id
        let fields =
            [
                ("WARC-Type", kind.rawValue), ("WARC-Record-ID", id), ("WARC-Date", warcDate(date)),
                ("WARC-Block-Digest", digest(block)),
            ] + fields + [("Content-Length", String(block.count))]
        var bytes = Array("WARC/1.1\r\n".utf8)
        for (name, value) in fields { bytes += Array("\(name): \(value)\r\n".utf8) }
        bytes += Array("\r\n".utf8) + block + Array("\r\n\r\n".utf8)
        self.bytes = bytes
    }
}

/// A digest as WARC writes it: the name of its algorithm, and its value in hexadecimal.
func digest(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef")
    return "sha256:"
        + String(SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
}

/// An instant as WARC writes it: `2024-03-05T09:41:07Z`.
private func warcDate(_ seconds: Double) -> String {
    var time = time_t(seconds)
    var parts = tm()
    gmtime_r(&time, &parts)
    func padded(_ number: Int32, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return padded(parts.tm_year + 1900, 4) + "-" + padded(parts.tm_mon + 1) + "-" + padded(parts.tm_mday)
        + "T"
        + padded(parts.tm_hour) + ":" + padded(parts.tm_min) + ":" + padded(parts.tm_sec) + "Z"
}
