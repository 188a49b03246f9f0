import Archive
import EDTF
import Foundation
import Loopback
import Reading
import TestSupport
import Testing
import Tracker

@Suite("Documents at addresses")
struct AddressTests {
    let folder = TemporaryFolder()

    /// An article that its server knows again.
    private func articleServer(_ texts: [String: String]) throws -> LoopbackServer {
        try LoopbackServer { request, connection in
            guard let text = texts[request.target] else { return connection.answer("404 Not Found") }
            let tag = "\"\(text.utf8.count)\""
            if request.field("If-None-Match") == tag { return connection.answer("304 Not Modified") }
            connection.answer("200 OK", ["Content-Type: text/plain", "ETag: \(tag)"], Array(text.utf8))
        }
    }

    @Test("They are recorded with their address; what has not changed is not sent a second time")
    func twice() async throws {
        let server = try articleServer(["/1": article(1), "/2": article(2)])
        let archive = try folder.archive()
        let addresses = [server.address("/1"), server.address("/2#top")]
        let first = try await ingest(addresses, into: archive)
        #expect(first.counts.new == 2)
        #expect(try export(archive).contains("\"\(server.address("/2"))\""))
        let before = try export(archive)

        let second = try await ingest(addresses, into: archive)
        #expect(second.counts.unchanged == 2)
        #expect(try export(archive) == before)
        #expect(server.requests.suffix(2).allSatisfy { $0.field("If-None-Match") != nil })
    }

    @Test("What the user tells of a document is recorded, though its server knows nothing new")
    func toldLater() async throws {
        let server = try articleServer(["/1": article(1)])
        let archive = try folder.archive()
        #expect(try await ingest([server.address("/1")], into: archive).counts.undated == 1)
        var options = ReadingOptions()
        options.published = EDTFDate("2024-03-05")
        let second = try await ingest([server.address("/1")], into: archive, options: options)
        #expect(second.counts.repaired == 1)
    }

    @Test("What can't be read is asked for again the next time")
    func unreadable() async throws {
        let server = try articleServer(["/1": " "])
        let archive = try folder.archive()
        for _ in 1...2 { #expect(try await ingest([server.address("/1")], into: archive).counts.failed == 1) }
        #expect(server.requests.allSatisfy { $0.field("If-None-Match") == nil })
    }

    @Test("An address that leads nowhere is named, and the rest goes on")
    func nowhere() async throws {
        let server = try articleServer(["/1": article(1)])
        let result = try await ingest([server.address("/9"), server.address("/1")], into: folder.archive())
        #expect(result.counts.new == 1)
        #expect(result.failures.map(\.place) == [server.address("/9")])
        #expect(result.failures.map(\.kind) == [.unreachable])
    }
}
