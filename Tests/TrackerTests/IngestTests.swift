import Archive
import EDTF
import Foundation
import Reading
import Statements
import TestSupport
import Testing
import Tracker

@Suite("Ingest")
struct IngestTests {
    let folder = TemporaryFolder()

    private var dated: ReadingOptions {
        var options = ReadingOptions()
        options.published = EDTFDate("2024-03-05")
        return options
    }

    @Test("Files, folders and lines of JSON are recorded; a second time changes nothing")
    func twice() async throws {
        let file = try folder.write(article(1), to: "one.txt")
        try folder.write(article(2), to: "more/two.txt")
        try folder.write(article(3), to: "more/deep/three.txt")
        let lines = try folder.write(line(4) + "\n\n" + line(5) + "\n", to: "lines.jsonl")
        let archive = try folder.archive()
        let paths = [file, folder.path + "/more", lines]
        let first = try await ingest(paths, into: archive, options: dated)
        #expect(first.counts.new == 5)
        #expect(first.failures.isEmpty)
        let before = try export(archive)
        #expect(before.contains("Give us the papers of pier 3,"))
        let second = try await ingest(paths, into: archive, options: dated)
        #expect(second.counts.unchanged == 5)
        #expect(second.counts.total == 5)
        #expect(try export(archive) == before)
    }

    @Test("Hidden files, the archive itself, and folders that go round in circles are passed over")
    func passedOver() async throws {
        try folder.write(article(1), to: "in/one.txt")
        try folder.write(article(2), to: "in/.hidden.txt")
        try folder.write(article(3), to: "in/.git/three.txt")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/in/loop", withDestinationPath: folder.path + "/in")
        let archive = try Archive.openOrCreate(at: folder.path + "/in/quoth.sqlite")
        let result = try await ingest([folder.path + "/in"], into: archive, options: dated)
        #expect(result.counts.new == 1)
        #expect(result.failures.isEmpty)
    }

    @Test("A file whose name is not UTF-8 is named, and not passed over in silence")
    func brokenName() async throws {
        try folder.write(article(1), to: "in/a.txt")
        let name = (folder.path + "/in/").utf8CString.dropLast() + [CChar(bitPattern: 0xCF), 0x2E, 0x74, 0]
        let file = open(Array(name), O_CREAT | O_WRONLY, 0o600)
        try #require(file >= 0)
        close(file)
        let result = try await ingest([folder.path + "/in"], into: try folder.archive(), options: dated)
        #expect(result.counts.new == 1)
        #expect(result.failures.map(\.problem) == ["the file's name is not UTF-8"])
    }

    @Test("A bad document is named, with its place, and the rest goes on")
    func badDocuments() async throws {
        try folder.write(article(1), to: "in/a.txt")
        try folder.write("", to: "in/b.txt")
        try folder.write(
            line(2) + "\n{\"id\": \"broken\", \"text\": 3}\nnonsense\n" + line(3), to: "in/c.jsonl")
        let archive = try folder.archive()
        let result = try await ingest(
            [folder.path + "/in", folder.path + "/missing.txt"], into: archive, options: dated)
        #expect(result.counts.new == 3)
        #expect(result.counts.failed == 4)
        let messages = result.failures.map(\.description)
        #expect(messages.contains { $0.contains("b.txt") })
        #expect(messages.contains { $0.contains("c.jsonl (broken): line 2") })
        #expect(messages.contains { $0.contains("c.jsonl: line 3") })
        #expect(
            result.failures.contains { $0.kind == .noInput && $0.place?.hasSuffix("missing.txt") == true })
    }

    @Test("A changed text is a new version of its source")
    func newVersion() async throws {
        let archive = try folder.archive()
        let file = try folder.write(line(1) + "\n", to: "a.jsonl")
        _ = try await ingest([file], into: archive)
        try folder.write(line(1).replacingOccurrences(of: "a year", with: "two years") + "\n", to: "a.jsonl")
        let result = try await ingest([file], into: archive)
        #expect(result.counts.newVersion == 1)
        #expect(try archive.verify { _ in }.versions == 2)
    }

    @Test("Documents without a date are counted, and dated by what the archive knows")
    func undated() async throws {
        let archive = try folder.archive()
        let file = try folder.write(line(1, published: nil) + "\n", to: "a.jsonl")
        #expect(try await ingest([file], into: archive).counts.undated == 1)
        #expect(try await ingest([file], into: archive, options: dated).counts.undated == 0)
        #expect(try await ingest([file], into: archive).counts.undated == 0)
    }

    @Test("The order of the input and the number of workers do not matter", arguments: 0..<4)
    func order(seed: Int) async throws {
        var names: [String] = []
        for number in 0..<40 { names.append(try folder.write(article(number), to: "in/\(number).txt")) }
        names.append(try folder.write((40..<260).map { line($0) }.joined(separator: "\n"), to: "in/x.jsonl"))
        let reference = try folder.archive("reference.sqlite")
        _ = try await ingest(names, into: reference, options: dated, jobs: 1)
        var generator = SeededGenerator(seed: UInt64(seed))
        let other = try folder.archive("other.sqlite")
        let result = try await ingest(
            names.shuffled(using: &generator), into: other, options: dated, jobs: 1 + seed)
        #expect(result.counts.new == 260)
        #expect(try export(other) == export(reference))
    }

    @Test("Lines of JSON that are too many for one piece are all recorded, once")
    func longInput() async throws {
        let padding = String(repeating: "The tide went out and came in again. ", count: 500)
        let lines = (0..<300).map { number in
            line(number).replacingOccurrences(of: "met the minister", with: padding + "met the minister")
        }
        let file = try folder.write(lines.joined(separator: "\n"), to: "long.jsonl")
        let archive = try folder.archive()
        let result = try await ingest([file], into: archive)
        #expect(result.counts.new == 300)
        #expect(result.failures.isEmpty)
    }
}
