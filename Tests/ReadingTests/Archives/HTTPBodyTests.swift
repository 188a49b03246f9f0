import Testing

@testable import Reading

private let text = Array(String(repeating: "The ferry sails again. ", count: 40).utf8)

private func chunked(_ bytes: [UInt8], size: Int = 100) -> [UInt8] {
    var output: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
        let end = min(start + size, bytes.count)
        output +=
            Array((String(end - start, radix: 16) + ";name=value\r\n").utf8) + bytes[start..<end] + [13, 10]
    }
    return output + Array("0\r\n\r\n".utf8)
}

private func body(_ bytes: [UInt8], _ fields: String...) throws -> HTTPBody {
    let head = try #require(HTTPHead(response([], fields: fields)[...]))
    return try HTTPBody(bytes[...], head: head)
}

@Suite("Bodies of HTTP") struct HTTPBodyTests {
    @Test("The codings of transfer and content are undone")
    func codings() throws {
        #expect(try body(chunked(text), "Transfer-Encoding: chunked").bytes == text)
        #expect(try body(gzip(text), "Content-Encoding: gzip").bytes == text)
        #expect(try body(zlib(text), "Content-Encoding: deflate").bytes == text)
        #expect(try body(Array(zlib(text).dropFirst(2)), "Content-Encoding: deflate").bytes == text)
        #expect(try body(zstd(text), "Content-Encoding: zstd").bytes == text)
        let brotli: [UInt8] = [0x0B, 0x02, 0x80] + Array("hello".utf8) + [0x03]
        #expect(try body(brotli, "Content-Encoding: br").bytes == Array("hello".utf8))
        #expect(try body(gzip(zlib(text)), "Content-Encoding: deflate, gzip").bytes == text)
        #expect(
            try body(chunked(gzip(text)), "Transfer-Encoding: chunked", "Content-Encoding: gzip").bytes
                == text)
    }

    @Test("What is not in the coding that its header names is taken as it stands")
    func falseHeaders() throws {
        for field in ["Transfer-Encoding: chunked", "Content-Encoding: gzip", "Content-Encoding: br"] {
            #expect(try body(text, field).bytes == text)
        }
        #expect(try body(text, "Content-Encoding: utf-8").bytes == text)
    }

    @Test("Of damaged content what stands before the damage is read, with a warning")
    func damage() throws {
        let cut = try body(Array(chunked(text).prefix(250)), "Transfer-Encoding: chunked")
        #expect(text.starts(with: cut.bytes) && cut.bytes.count > 200 && !cut.warnings.isEmpty)
        let packed = gzip(text)
        let half = try body(Array(packed.dropLast(12)), "Content-Encoding: gzip")
        #expect(text.starts(with: half.bytes) && !half.bytes.isEmpty && !half.warnings.isEmpty)
    }

    @Test("A small body that unpacks to more than the limit is refused")
    func bomb() throws {
        let zeros = gzip([UInt8](repeating: 0x20, count: 1 << 20))
        let result = unpacked(zeros, .gzip, limit: 1 << 19)
        #expect(result.isTooLong && result.bytes.count == 1 << 19)
    }
}
