import CZlib
import CZstd

@testable import Reading

/// A record of a web archive, as tests write it.
struct TestRecord {
    var type = "response"
    var uri: String? = "https://quay-courier.example/1"
    var fields: [(String, String)] = []
    var contentType = "application/http; msgtype=response"
    var block: [UInt8]
    /// What the record says its length is, if that is a lie.
    var length: Int?

    /// The response of a server with a page.
    static func page(_ text: String, uri: String = "https://quay-courier.example/1") -> TestRecord {
        TestRecord(uri: uri, block: response(Array(pageOfText(text).utf8)))
    }

    /// The bytes of the record, with the line ends that follow it.
    var bytes: [UInt8] {
        var lines = ["WARC/1.1", "WARC-Type: \(type)", "WARC-Date: 2024-05-06T07:08:09Z"]
        if let uri { lines.append("WARC-Target-URI: \(uri)") }
        for (name, value) in fields { lines.append("\(name): \(value)") }
        lines.append("Content-Type: \(contentType)")
        lines.append("Content-Length: \(length ?? block.count)")
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + block + Array("\r\n\r\n".utf8)
    }
}

/// A page of HTML with one paragraph, long enough to be an article.
func pageOfText(_ text: String) -> String {
    let rest =
        "The harbour office said on Monday that the ferry would sail again, and that nobody had been hurt."
    return "<!doctype html><html><head><title>Ferry</title></head><body><p>\(text) \(rest)</p></body></html>"
}

/// A response of HTTP with a body.
func response(_ body: [UInt8], fields: [String] = ["Content-Type: text/html; charset=utf-8"]) -> [UInt8] {
    Array((["HTTP/1.1 200 OK"] + fields).joined(separator: "\r\n").utf8) + Array("\r\n\r\n".utf8) + body
}

/// A member of gzip (RFC 1952).
func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var packed = [UInt8](repeating: 0, count: Int(compressBound(uLong(bytes.count))))
    var length = uLongf(packed.count)
    compress2(&packed, &length, bytes, uLong(bytes.count), 6)
    // zlib's frame has two bytes before the data, and four after it.
    let data = packed[2..<Int(length) - 4]
    func word(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    let sum = UInt32(truncatingIfNeeded: crc32(0, bytes, uInt(bytes.count)))
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + data + word(sum)
        + word(UInt32(truncatingIfNeeded: bytes.count))
}

/// A frame of zlib (RFC 1950).
func zlib(_ bytes: [UInt8]) -> [UInt8] {
    var packed = [UInt8](repeating: 0, count: Int(compressBound(uLong(bytes.count))))
    var length = uLongf(packed.count)
    compress2(&packed, &length, bytes, uLong(bytes.count), 6)
    return Array(packed.prefix(Int(length)))
}

/// A frame of zstd (RFC 8878), made with a dictionary or without.
func zstd(_ bytes: [UInt8], dictionary: [UInt8] = []) -> [UInt8] {
    var packed = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
    let context = ZSTD_createCCtx()
    defer { ZSTD_freeCCtx(context) }
    let length = ZSTD_compress_usingDict(
        context, &packed, packed.count, bytes, bytes.count, dictionary, dictionary.count, 3)
    return Array(packed.prefix(length))
}

/// The frame for a dictionary that stands first in an archive.
func dictionaryFrame(_ dictionary: [UInt8]) -> [UInt8] {
    [0x5D, 0x2A, 0x4D, 0x18] + (0..<4).map { UInt8(truncatingIfNeeded: dictionary.count >> (8 * $0)) }
        + dictionary
}

/// What a reader tells of an archive: the addresses of records, with `!` where one is cut off, and the places of damage.
func told(_ archive: [UInt8], pieces: Int = .max) -> [String] {
    var stream = WARCStream(WARCStream.packing(ofInputBeginning: archive) ?? WARCStream.Packing(nil))
    var told: [String] = []
    func take(_ stream: inout WARCStream) {
        while let event = stream.next() {
            switch event {
            case .record(let record):
                told.append((record.isTruncated ? "!" : "") + (record.header.targetURI ?? ""))
            case .damage(let damage): told.append("damage at \(damage.offset)")
            }
        }
    }
    var position = 0
    while position < archive.count {
        let end = position + min(pieces, archive.count - position)
        stream.feed(Array(archive[position..<end]))
        take(&stream)
        position = end
    }
    stream.finish()
    take(&stream)
    return told
}
