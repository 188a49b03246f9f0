import Foundation
import Testing

@testable import Fetching

private let sentence = "The families of pier 7 met the minister on Monday. "
/// A text for packing.
let packedText = String(repeating: sentence, count: 3)

/// The text, packed by the tools of the codings.
let packed = [
    "gzip":
        "H4sIAAAAAAACAwvJSFVIS8zNzMlMLVbIT1MoyEwtUjBXyE0tUSgBSuVm5mUWlwCF8vMUfPPzUhIr9RRC6KIFADeCHn6ZAAAA",
    "deflate": "eJwLyUhVSEvMzczJTC1WyE9TKMhMLVIwV8hNLVEoAUrlZuZlFpcAhfLzFHzz81ISK/UUQuiiBQAcnTVl",
    "br": "G5gA+AXKbaleSKsraW2hDHzQoIpYbBRMMSg1KcRDLJldVCDO0MWZeosS9iIGrb4B",
    "zstd":
        "KLUv/QRY3QEANANUaGUgZmFtaWxpZXMgb2YgcGllciA3IG1ldCB0aGUgbWluaXN0ZXIgb24gTW9uZGF5LiABADNsqqCVOFFO",
].mapValues { Data(base64Encoded: $0).map(Array.init) ?? [] }

/// Zeros, as a stream of gzip with the codes that RFC 1951 §3.2.6 fixes: one zero, then copies of 258.
func packedZeros(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    var bits: UInt64 = 0
    var length = 0
    /// Adds bits, the lowest first.
    func add(_ value: UInt64, _ width: Int) {
        bits |= value << UInt64(length)
        length += width
        while length >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: bits))
            bits >>= 8
            length -= 8
        }
    }
    add(0b011, 3)
    add(0b0000_1100, 8)
    // The code of the length 258, 11000101, and of the distance 1, 00000; codes begin with their highest bit.
    for _ in 0..<(count - 1) / 258 { add(0b00000_10100011, 13) }
    add(0, 7)
    add(0, 8)
    return bytes + [UInt8](repeating: 0, count: 8)
}

@Test("A packed body is unpacked", arguments: ["gzip", "deflate", "br", "zstd"])
func unpacked(coding: String) throws {
    let bytes = try #require(packed[coding])
    #expect(try ContentCoding.decode(bytes, codings: [coding], limit: 1_000) == Array(packedText.utf8))
    #expect(try ContentCoding.decode([], codings: [coding], limit: 1_000) == [])
}

@Test("Several codings are undone from the last to the first, and a file of several members is one")
func nested() throws {
    let gzip = try #require(packed["gzip"])
    #expect(
        try ContentCoding.decode(gzip, codings: ["identity", "utf-8", "x-gzip", ""], limit: 1_000)
            == Array(packedText.utf8))
    #expect(
        try ContentCoding.decode(gzip + gzip, codings: ["gzip"], limit: 1_000)
            == Array((packedText + packedText).utf8))
}

@Test("Half a body is not taken for a whole one", arguments: ["gzip", "deflate", "br", "zstd"])
func half(coding: String) throws {
    let bytes = try #require(packed[coding])
    for count in 1..<bytes.count - 8 {
        let error = #expect(throws: ContentCoding.Failure.self) {
            try ContentCoding.decode(Array(bytes.prefix(count)), codings: [coding], limit: 1_000)
        }
        #expect(error == .truncated || error == .damaged, "\(count) bytes")
    }
}

@Test("A body that is something else is refused", arguments: ["gzip", "deflate", "br", "zstd"])
func notPacked(coding: String) throws {
    #expect(throws: ContentCoding.Failure.self) {
        try ContentCoding.decode(Array("<!DOCTYPE html><p>".utf8), codings: [coding], limit: 1_000)
    }
}

@Test("A body that is larger than the limit is given up", arguments: ["gzip", "deflate", "br", "zstd"])
func tooLarge(coding: String) throws {
    let bytes = try #require(packed[coding])
    #expect(throws: ContentCoding.Failure.tooLarge) {
        try ContentCoding.decode(bytes, codings: [coding], limit: packedText.utf8.count - 1)
    }
}

@Test("A body that is packed again and again is refused")
func packedAgain() {
    #expect(throws: ContentCoding.Failure.nested) {
        try ContentCoding.decode([1], codings: ["gzip", "gzip", "br", "gzip"], limit: 1_000)
    }
}

@Test(
    "Chunks become a body again, and half of them do not",
    arguments: [
        ("5\r\nships\r\n0\r\n\r\n", "ships"), ("3;x=\"y\"\r\nabc\r\n2\nde\n0\r\nTrailer: x\r\n\r\n", "abcde"),
        ("A\r\n0123456789\r\n0\r\n\r\n", "0123456789"), ("0\r\n\r\n", ""), ("5\r\nshi", nil),
        ("5\r\nships", nil),
        ("5\r\nshipsX\r\n0\r\n", nil), ("", nil), ("x\r\n", nil), ("FFFFFFFFFFFFFFFFFF\r\nx", nil),
        ("FFFFFFFFFFF\r\nx", nil), ("5\r\nships\r\n", nil),
    ] as [(String, String?)])
func chunks(wire: String, body: String?) {
    #expect(unchunked(Array(wire.utf8)) == body.map { Array($0.utf8) })
}

@Test("A header gives its fields, whatever their case and blanks")
func header() {
    let header = HTTPHeader(
        Array("HTTP/1.1 200 OK\r\nETag:  \"a b\" \r\nX: 1\r\nnonsense\r\nvary: A, b\r\nVary:C\r\n\r\n".utf8))
    #expect(header.text(of: "etag") == "\"a b\"")
    #expect(header.list(of: "vary") == ["a", "b", "c"])
    #expect(header.text(of: "none") == nil)
    #expect(HTTPHeader(Array("HTTP/1.1 200\r\nX: caf".utf8) + [0xE9]).text(of: "x") == "café")
}
