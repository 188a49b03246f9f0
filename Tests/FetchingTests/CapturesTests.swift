import Crypto
import Foundation
import Loopback
import TestSupport
import Testing

@testable import Fetching

@Suite("What was received is kept as WARC")
struct CapturesTests {
    /// A record as a reader of WARC sees it.
    private struct Record {
        var fields: [String: String] = [:]
        var block = ""
    }

    /// Reads a file of records by the rule alone: a header, a length, a block, two line ends.
    private static func records(_ text: String) throws -> [Record] {
        var records: [Record] = []
        var rest = Substring(text)
        while !rest.isEmpty {
            let end = try #require(rest.range(of: "\r\n\r\n"))
            let lines = rest[..<end.lowerBound].components(separatedBy: "\r\n")
            #expect(lines[0] == "WARC/1.1")
            var record = Record()
            for line in lines.dropFirst() {
                let colon = try #require(line.range(of: ": "))
                record.fields[String(line[..<colon.lowerBound])] = String(line[colon.upperBound...])
            }
            let length = try #require(record.fields["Content-Length"].flatMap { Int($0) })
            let block = rest[end.upperBound...].utf8.prefix(length)
            record.block = try #require(String(block))
            #expect(record.fields["WARC-Block-Digest"] == sha256(record.block))
            rest = rest[block.endIndex...]
            #expect(rest.utf8.starts(with: "\r\n\r\n".utf8))
            rest = rest[(rest.utf8.index(rest.startIndex, offsetBy: 4))...]
            records.append(record)
        }
        return records
    }

    private static func sha256(_ text: String) -> String {
        "sha256:" + SHA256.hash(data: Array(text.utf8)).map { String(format: "%02x", Int($0)) }.joined()
    }

    @Test(
        "Each hop as a response and its request, as they went over the wire, behind a record of who wrote them"
    )
    func records() throws {
        let folder = TemporaryFolder()
        let chunks = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\npage\r\n0\r\n\r\n"
        let server = try site(["/1": { $0.redirect(to: "/2") }, "/2": { $0.raw(chunks) }])
        let fetcher = try fetcher { $0.capturesFolder = folder.path + "/captures" }
        #expect(try fetcher.fetch(server.address("/1")).text == "page")

        let records = try CapturesTests.records(folder.read("captures/captures-00001.warc"))
        #expect(
            records.map { $0.fields["WARC-Type"] } == [
                "warcinfo", "request", "response", "request", "response",
            ])
        #expect(records[0].block == "software: Quoth/0.1.0\r\nformat: WARC File Format 1.1\r\n")
        #expect(Set(records.compactMap { $0.fields["WARC-Record-ID"] }).count == 5)
        #expect(records.allSatisfy { $0.fields["WARC-Date"] == "2024-03-05T12:00:00Z" })

        let (request, response) = (records[3], records[4])
        #expect(response.block == chunks)
        #expect(response.fields["WARC-Payload-Digest"] == CapturesTests.sha256("page"))
        #expect(response.fields["WARC-Target-URI"] == server.address("/2"))
        #expect(response.fields["WARC-IP-Address"] == "127.0.0.1")
        #expect(response.fields["Content-Type"] == "application/http;msgtype=response")
        #expect(request.block.hasPrefix("GET /2 HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n"))
        #expect(request.fields["WARC-Concurrent-To"] == response.fields["WARC-Record-ID"])
        #expect(request.fields["Content-Type"] == "application/http;msgtype=request")
        #expect(records[2].block.contains("Location: /2\r\n"))
    }

    @Test("A record's name is a UUID of chance, and says so")
    func names() {
        #expect(WARCRecord.id(high: 0, low: 0) == "<urn:uuid:00000000-0000-4000-8000-000000000000>")
        #expect(WARCRecord.id(high: .max, low: .max) == "<urn:uuid:ffffffff-ffff-4fff-bfff-ffffffffffff>")
    }

    @Test("That a document has not changed is kept, too")
    func revisit() throws {
        let folder = TemporaryFolder()
        let server = try site(["/1": { $0.raw("HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n") }])
        let fetcher = try fetcher { $0.capturesFolder = folder.path }
        _ = try fetcher.fetch(server.address("/1")) { _ in Validators(entityTag: Array("\"a\"".utf8)) }
        let records = try CapturesTests.records(folder.read("captures-00001.warc"))
        #expect(records.map { $0.fields["WARC-Type"] } == ["warcinfo", "request", "revisit"])
        #expect(
            records[2].fields["WARC-Profile"] == "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
        )
        #expect(records[1].block.contains("If-None-Match: \"a\"\r\n"))
    }

    @Test("Many who write at once do not mix, and no file grows beyond its measure")
    func together() async throws {
        let folder = TemporaryFolder()
        await withThrowingTaskGroup { group in
            for writer in 1...8 {
                group.addTask {
                    for number in 1...20 {
                        let block = Array(String(repeating: "\(writer) ", count: 500 * number).utf8)
                        let record = WARCRecord(
                            .response, id: "<\(writer)-\(number)>", at: 0, fields: [], block: block)
                        try CapturesFolder(path: folder.path, fileBytes: 400_000).add([record]) {
                            WARCRecord(.info, id: "<info>", at: 0, fields: [], block: [])
                        }
                    }
                }
            }
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names.first == "captures-00001.warc" && names.count > 1)
        var ids: [String] = []
        for name in names {
            ids += try CapturesTests.records(folder.read(name)).compactMap { $0.fields["WARC-Record-ID"] }
        }
        #expect(ids.count { $0 == "<info>" } == names.count)
        #expect(Set(ids).count == 161)
    }

    @Test("A file that was broken off is left as it is, and the next one begun")
    func brokenOff() throws {
        let folder = TemporaryFolder()
        let half = "WARC/1.1\r\nContent-Length: 100\r\n\r\nhalf"
        try Data(half.utf8).write(to: URL(fileURLWithPath: folder.path + "/captures-00001.warc"))
        let server = try site(["/1": { $0.page("page") }])
        _ = try fetcher { $0.capturesFolder = folder.path }.fetch(server.address("/1"))
        #expect(try folder.read("captures-00001.warc") == half)
        #expect(try CapturesTests.records(folder.read("captures-00002.warc")).count == 3)
    }

    @Test("Where nothing can be kept, that is said")
    func unwritable() throws {
        let server = try site(["/1": { $0.page("page") }])
        let error = failure(try fetcher { $0.capturesFolder = "/dev/null/captures" }, server.address("/1"))
        #expect(error?.kind == .captures)
    }
}
