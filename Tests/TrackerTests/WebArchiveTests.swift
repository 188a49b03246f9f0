import Archive
import Foundation
import Reading
import Statements
import TestSupport
import Testing
import Tracker

/// A record of a web archive with a page.
private func record(
    _ type: String, _ address: String, digest: String, date: String = "2024-05-06T07:08:09Z", _ page: String?
) -> String {
    let body =
        page.map { "\r\n<!doctype html><title>\($0)</title><article><p>\(article(1))</p></article>" }
        ?? "\r\n"
    let block = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + body
    return """
        WARC/1.1\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(address)\r\nWARC-Date: \(date)\r
        WARC-Payload-Digest: \(digest)\r\nContent-Type: application/http; msgtype=response\r
        Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n
        """
}

@Suite("Ingest of web archives, feeds and packed files")
struct WebArchiveTests {
    let folder = TemporaryFolder()
    private let first = "https://quay-courier.example/1"
    private let second = "https://quay-courier.example/2"

    @Test("Each page is a source with its address, and a version with the time of its capture")
    func captures() async throws {
        let file = try folder.write(record("response", first, digest: "sha1:A", "One"), to: "a.warc")
        let archive = try folder.archive()
        let result = try await ingest([file], into: archive)
        #expect(result.counts.new == 1 && result.failures.isEmpty)
        #expect(try await ingest([file], into: archive).counts.unchanged == 1)
    }

    @Test("A revisit is joined with a capture in an archive given before it; without that, the user is told")
    func revisits() async throws {
        let original = try folder.write(record("response", first, digest: "sha1:A", "One"), to: "in/a.warc")
        let again = try folder.write(record("revisit", second, digest: "sha1:A", nil), to: "in/b.warc")
        let joined = try await ingest([original, again], into: folder.archive())
        #expect(joined.counts.new == 2)
        #expect(!joined.warnings.contains { $0.contains("refers to captures") })
        let alone = try await ingest([again], into: folder.archive("b.sqlite"))
        #expect(alone.counts.total == 0)
        #expect(alone.warnings.contains { $0.contains("b.warc: a record refers to captures") })
    }

    @Test("What is damaged is named with its place, and the rest goes on")
    func damage() async throws {
        let records =
            record("response", first, digest: "sha1:A", "One") + "lost\r\n"
            + record("response", second, digest: "sha1:B", "Two")
        let file = try folder.write(records, to: "a.warc")
        let result = try await ingest([file], into: folder.archive())
        #expect(result.counts.new == 2 && result.failures.count == 1)
        #expect(result.failures.first?.description.contains("a.warc: byte 0: ") == true)
    }

    @Test("A pattern stands for the paths that match it, and each entry of a feed is a source")
    func patterns() async throws {
        func feed(_ number: Int) -> String {
            "<rss><channel><item><title>T\(number)</title><link>https://quay-courier.example/\(number)</link></item></channel></rss>"
        }
        for number in 1...3 { try folder.write(feed(number), to: "in/\(number).xml") }
        let result = try await ingest([folder.path + "/in/[12].xml"], into: folder.archive())
        #expect(result.counts.new == 2)
        let none = try await ingest([folder.path + "/in/*.txt"], into: folder.archive())
        #expect(none.failures.first?.kind == .noInput)
    }
}
