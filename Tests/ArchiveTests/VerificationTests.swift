import Foundation
import Statements
import TestSupport
import Testing

@testable import Archive

@Suite("Verification")
struct VerificationTests {
    static func filled() throws -> Scratch {
        let scratch = Scratch()
        let archive = try scratch.archive()
        try archive.record(RecordingTests.report.recording)
        try archive.record(
            Report("«‹Ми чекаємо›», — {сказали} [Ліхтарі]. ‹Ще слово›, {додали} [вони].") {
                $0.url = "https://news.example/2"
            }.recording)
        try archive.addSpeaker(.group, official: Name("Lantern Circle"))
        return scratch
    }

    private func failures(_ scratch: Scratch) throws -> [VerificationFailure] {
        var failures: [VerificationFailure] = []
        let summary = try Archive.open(at: scratch.path).verify { failures.append($0) }
        #expect(summary.failures == failures.count)
        return failures
    }

    @Test("A sound archive is proved, and what was looked at is counted")
    func sound() throws {
        let scratch = try Self.filled()
        let summary = try Archive.open(at: scratch.path).verify { Issue.record("\($0)") }
        #expect(summary.sources == 2 && summary.versions == 2 && summary.quotes == 4 && summary.failures == 0)
        #expect(summary.passages == 12)
    }

    @Test("One letter changed in a text is found, with the place")
    func changedLetter() throws {
        let scratch = try Self.filled()
        try scratch.tamper(
            "DROP TRIGGER versionStays; UPDATE version SET text = replace(text, 'Come home', 'Came home')")
        let failures = try failures(scratch)
        #expect(failures.map(\.kind) == [.text, .segment])
        let segment = try #require(failures.last)
        #expect(segment.expected == "Come home!" && segment.found == "Came home!" && segment.offset == 46)
        #expect(segment.source == RecordingTests.report.recording.source.id)
        #expect(segment.version == RecordingTests.report.recording.version.id)
        #expect(segment.quote != nil)
    }

    @Test(
        "What was changed behind the program's back is found",
        arguments: [
            ("UPDATE version SET text = text || ' '", VerificationFailure.Kind.text),
            ("UPDATE version SET text = ''", .segment),
            ("UPDATE version SET text = CAST(x'ff' || CAST(text AS BLOB) AS TEXT)", .text),
            ("UPDATE version SET sha256 = 'x'", .text),
            ("UPDATE version SET paragraphs = 'body 0-9999'", .paragraph),
            ("UPDATE version SET paragraphs = 'nonsense'", .paragraph),
            ("UPDATE version SET id = id || 'x'", .identifier),
            ("UPDATE quote SET words = replace(words, 'e', 'é')", .segment),
            ("UPDATE quote SET words = words || '!'", .segment),
            ("UPDATE quote SET words = ''", .segment),
            ("UPDATE quote SET spans = '0-4'", .segment),
            ("UPDATE quote SET spans = ''", .identifier),
            ("UPDATE quote SET spans = '9223372036854775806-9223372036854775807'", .segment),
            ("UPDATE quote SET spans = '-5-3,a-b,7'", .identifier),
            ("UPDATE quote SET cue = 'denied'", .cue),
            ("UPDATE quote SET cueEnd = -1", .cue),
            ("UPDATE quote SET attribution = 'nobody'", .attribution),
            ("UPDATE quote SET id = 'quo_' || number", .identifier),
            ("UPDATE statement SET id = 'sta_' || number", .identifier),
            ("UPDATE source SET url = 'https://other.example/' || number", .identifier),
            ("UPDATE source SET id = 'src_' || number", .identifier),
            ("UPDATE statement SET key = 'someone else'", .name),
            ("UPDATE name SET key = 'someone else'", .name),
            ("DELETE FROM quote WHERE number = 1", .reference),
            ("PRAGMA foreign_keys = OFF; DELETE FROM reading", .reference),
            ("DELETE FROM statement WHERE number = 1", .reference),
            ("UPDATE statement SET speaker = 'Nobody'", .search),
            ("INSERT INTO search(search) VALUES ('delete-all')", .search),
        ])
    func tampered(sql: String, kind: VerificationFailure.Kind) throws {
        let scratch = try Self.filled()
        let archive = try Archive.open(at: scratch.path)
        try archive.queue.inDatabase { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            try db.execute(
                sql: "DROP TRIGGER versionStays; DROP TRIGGER versionRemains; DROP TRIGGER quoteStays; " + sql
            )
        }
        #expect(try failures(scratch).contains { $0.kind == kind })
        // Reading what is damaged ends no program.
        _ = try archive.timeline(TimelineQuery(), includingTexts: true)
    }

    @Test(
        "A truncated file is a failure or an error, never a crash", arguments: 0..<12)
    func truncated(page: Int) throws {
        let scratch = try Self.filled()
        let url = URL(fileURLWithPath: scratch.path)
        let bytes = try Data(contentsOf: url)
        try bytes.prefix(bytes.count * page / 12).write(to: url)
        assertNoticed(scratch)
    }

    @Test("Flipped bytes are a failure or an error, or change nothing; never a crash", arguments: 0..<60)
    func flipped(seed: UInt64) throws {
        let scratch = try Self.filled()
        let url = URL(fileURLWithPath: scratch.path)
        var bytes = try Data(contentsOf: url)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            bytes[Int.random(in: 100..<bytes.count, using: &generator)] = UInt8.random(
                in: 0...255, using: &generator)
        }
        try bytes.write(to: url)
        do {
            let archive = try Archive.open(at: scratch.path)
            var failures = 0
            try archive.verify { _ in failures += 1 }
            let timeline = try archive.timeline(TimelineQuery(), includingTexts: true)
            _ = try archive.summary(of: TimelineQuery { $0.words = "home" })
            _ = try archive.unresolvedNames()
            for statement in timeline.statements { _ = try archive.find(statement.id.text) }
            if failures == 0 { #expect(timeline.statements.count == 4) }
        } catch is ArchiveError {
        }
    }

    private func assertNoticed(_ scratch: Scratch) {
        do {
            let archive = try Archive.open(at: scratch.path)
            var failures = 0
            try archive.verify { _ in failures += 1 }
            #expect(failures > 0)
        } catch {
            #expect(error is ArchiveError)
        }
    }
}
