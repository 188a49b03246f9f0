import Foundation
import Statements
import TestSupport
import Testing

@testable import Reading

private let three = [
    TestRecord.page("One.", uri: "https://quay-courier.example/1"),
    TestRecord.page("Two.", uri: "https://quay-courier.example/2"),
    TestRecord.page("Three.", uri: "https://quay-courier.example/3"),
]
private let addresses = (1...3).map { "https://quay-courier.example/\($0)" }

@Suite("Web archives") struct WARCTests {
    @Test("An archive is read record by record, packed or not, whatever pieces it comes in")
    func packings() {
        let plain = three.flatMap(\.bytes)
        let dictionary = Array("<!doctype html><html><head><title>Ferry</title></head><body><p>".utf8)
        let archives = [
            plain, gzip(plain), three.flatMap { gzip($0.bytes) }, zstd(plain),
            three.flatMap { zstd($0.bytes) },
            dictionaryFrame(dictionary) + three.flatMap { zstd($0.bytes, dictionary: dictionary) },
            dictionaryFrame(zstd(dictionary)) + three.flatMap { zstd($0.bytes, dictionary: dictionary) },
        ]
        for archive in archives {
            for pieces in [1, 7, 1_000, Int.max] { #expect(told(archive, pieces: pieces) == addresses) }
        }
    }

    @Test("Members that end within records, as parallel packers make them, are no damage")
    func membersWithinRecords() {
        let plain = three.flatMap(\.bytes)
        let archive = stride(from: 0, to: plain.count, by: 100).flatMap {
            gzip(Array(plain[$0..<min($0 + 100, plain.count)]))
        }
        #expect(told(archive) == addresses)
    }

    @Test(
        "A record that says it is longer than it is ends where the next begins",
        arguments: [40, 400, 1 << 40])
    func tooLong(excess: Int) {
        var records = three
        records[0].length = records[0].block.count + excess
        for archive in [records.flatMap(\.bytes), records.flatMap { gzip($0.bytes) }] {
            let found = told(archive)
            #expect(found.filter { !$0.hasPrefix("damage") }.suffix(2) == addresses.suffix(2))
            #expect(found.contains("damage at 0"))
        }
    }

    @Test("A record that says it is shorter than it is ends where the next begins", arguments: [1, 40, 200])
    func tooShort(lack: Int) {
        var records = three
        records[1].length = records[1].block.count - lack
        let found = told(records.flatMap(\.bytes))
        #expect(found.filter { !$0.hasPrefix("damage") } == addresses)
        #expect(found.contains("damage at \(records[0].bytes.count)"))
    }

    @Test("What is damaged is passed over, and its place is told")
    func damage() {
        let first = gzip(three[0].bytes)
        var second = gzip(three[1].bytes)
        for index in 60..<90 { second[index] = 0xFF }
        let found = told(first + second + gzip(three[2].bytes))
        #expect(
            found.filter { !$0.hasPrefix("damage") && !$0.hasPrefix("!") } == [addresses[0], addresses[2]])
        #expect(found.contains("damage at \(first.count)"))

        let junk = Array("this is no record\r\n".utf8)
        let plain = three[0].bytes + junk + three[1].bytes
        #expect(
            told(plain) == ["damage at 0"] + addresses.prefix(2) || told(plain).suffix(1) == [addresses[1]])
    }

    @Test("Requests, pictures, redirects and pages that were not found are no documents")
    func otherRecords() {
        let moved = Array("HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\n<p>Moved".utf8)
        let missing = Array("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>No".utf8)
        let records = [
            TestRecord(type: "warcinfo", contentType: "application/warc-fields", block: Array("a: b".utf8)),
            TestRecord(type: "request", block: Array("GET / HTTP/1.1\r\n\r\n".utf8)),
            TestRecord(block: response([0x89, 0x50], fields: ["Content-Type: image/png"])),
            TestRecord(block: moved), TestRecord(block: missing), three[0],
        ]
        #expect(told(records.flatMap(\.bytes)) == [addresses[0]])
    }

    @Test("A revisit is joined with the capture that it refers to")
    func revisit() throws {
        var original = three[0]
        original.fields = [("WARC-Record-ID", "<urn:uuid:1>"), ("WARC-Payload-Digest", "sha1:ABC")]
        var again = TestRecord(type: "revisit", uri: "https://quay-courier.example/again", block: [])
        again.fields = [("WARC-Payload-Digest", "sha1:ABC"), ("WARC-Profile", "identical-payload-digest")]
        var named = again
        named.uri = "https://quay-courier.example/named"
        named.fields = [("WARC-Refers-To", "<urn:uuid:1>")]
        let documents = try read(original.bytes + again.bytes + named.bytes)
        #expect(documents.map(\.metadata.url) == [original.uri, again.uri, named.uri])
        #expect(Set(documents.map(\.text)).count == 1)
    }

    @Test("What is in an archive is of its own format, also where that of the archive is given")
    func givenFormat() {
        var options = ReadingOptions()
        options.format = .webArchive
        let results = readEach(three[0].bytes, options: options)
        #expect(results.compactMap { try? $0.get().metadata.url } == Array(addresses.prefix(1)))
    }

    @Test("Of a record in segments the first is read, and where the others stand is told")
    func segments() throws {
        var start = three[0]
        start.fields = [("WARC-Segment-Number", "1")]
        let rest = TestRecord(type: "continuation", block: Array("and more</p>".utf8))
        let bytes = start.bytes + rest.bytes + three[1].bytes
        let results = readEach(bytes)
        #expect(results.compactMap { try? $0.get().metadata.url } == Array(addresses.prefix(2)))
        #expect(try results[0].get().warnings.contains("the record is cut off"))
        guard case .failure(let error) = results[1] else {
            Issue.record("nothing is told of the segment")
            return
        }
        #expect(error.description.contains("byte \(start.bytes.count): a record goes on in segments"))
    }

    @Test("A page is read with its address, the charset of its header and the time of its capture")
    func capture() throws {
        let body = pageOfText("One.").utf8.flatMap { $0 == 0x4F ? [0xCF, 0xEE, 0xF0, 0xF2] : [$0] }
        let block = response(body, fields: ["Content-Type: text/html; charset=windows-1251"])
        var stream = WARCStream(WARCStream.Packing(nil))
        stream.feed(TestRecord(block: block).bytes)
        stream.finish()
        guard case .record(let record) = stream.next(), let capture = try Capture(record) else {
            Issue.record("there is no capture")
            return
        }
        #expect(capture.captured == 1_714_979_289)
        let document = try capture.documents(options: ReadingOptions())[0].get()
        #expect(document.metadata.url == "https://quay-courier.example/1")
        #expect(document.text.contains("Порт"))
    }

    @Test("Texts of pages by themselves, as in WET files, are documents")
    func conversion() throws {
        let text = Array(
            "The ferry sails again\n\nThe harbour office said on Monday that it would sail.".utf8)
        let record = TestRecord(type: "conversion", contentType: "text/plain", block: text)
        #expect(try read(record.bytes).map(\.metadata.url) == ["https://quay-courier.example/1"])
    }

    @Test("Archives of other tools are read to their last sound record", arguments: sampleArchives)
    func samples(sample: SampleArchive) throws {
        let file = fixtures.appending(path: "webarchives/\(sample.name)")
        #expect(told(Array(try Data(contentsOf: file))) == sample.told)
    }
}

/// An archive of the fixtures, and what is told of it.
struct SampleArchive: Sendable, CustomTestStringConvertible {
    let name: String
    let told: [String]
    var testDescription: String { name }
}

private let sampleArchives = [
    SampleArchive(name: "example.warc.gz", told: ["http://example.com/", "http://example.com/"]),
    SampleArchive(name: "example-trunc.warc", told: ["damage at 1197", "http://example.com/"]),
    SampleArchive(
        name: "example-bad.warc.gz.bad",
        told: ["http://example.com?example=1", "http://example.com?example=1"]),
    SampleArchive(name: "example-iana.org-chunked.warc", told: ["http://www.iana.org/"]),
    SampleArchive(name: "example-wrong-chunks.warc.gz", told: ["http://example.com/"]),
    SampleArchive(name: "example.arc.gz", told: ["http://example.com/"]),
]

private let fixtures = projectRoot.appending(path: "Fixtures")
