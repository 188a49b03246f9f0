import EDTF
import Statements
import TestSupport
import Testing

@testable import Archive

@Suite("Recording")
struct RecordingTests {
    static let report = Report(
        "‹We wait at the gate,› [the Lantern Circle] {said}. ‹Come home!› [Ada Holm] {said}.")

    @Test("A document is new once, and changes nothing when it is recorded again")
    func recordingTwice() throws {
        let scratch = Scratch()
        let archive = try scratch.archive()
        #expect(try archive.record(Self.report.recording) == .new)
        let dump = try scratch.dump()
        #expect(dump.contains("We wait at the gate,"))
        var later = Self.report
        later.captured += 86_400
        let changes = try archive.writing { db in db.totalChangesCount }
        #expect(try archive.record(later.recording) == .unchanged)
        for outcome in try archive.record([Self.report.recording, later.recording]) {
            #expect(try outcome.get() == .unchanged)
        }
        #expect(try archive.writing { db in db.totalChangesCount } == changes)
        #expect(try scratch.dump() == dump)
    }

    @Test("The order in which documents come doesn't matter", arguments: 0..<8)
    func orderOfDocuments(seed: UInt64) throws {
        var recordings = (0..<12).map { number in
            Report("‹Word \(number),› [Speaker \(number % 3)] {said}. ‹And more,› [Ada Holm] {added}.") {
                $0.url = "https://news.example/\(number / 2)"
                $0.captured = Int64(1_000 + number)
                $0.published = number % 5 == 0 ? nil : "2023-12-\(10 + number / 2)"
            }.recording
        }
        let first = Scratch()
        for recording in recordings { try first.archive(recording) }
        var generator = SeededGenerator(seed: seed)
        recordings.shuffle(using: &generator)
        let second = Scratch()
        _ = try second.archive().record(recordings)
        #expect(try first.dump() == second.dump())
    }

    @Test("A source whose text changed gets a new version, and the old one stays with its quotes")
    func newVersion() throws {
        let scratch = Scratch()
        let archive = try scratch.archive()
        try archive.record(Self.report.recording)
        var changed = Self.report
        changed.marked = "Updated. " + changed.marked.replacing("Come home!", with: "Come home at once!")
        changed.captured += 60
        #expect(try archive.record(changed.recording) == .newVersion)
        let timeline = try archive.timeline(TimelineQuery())
        #expect(timeline.words == ["We wait at the gate,", "Come home at once!"])
        guard case .source(let held) = try archive.find(changed.recording.source.id.text) else {
            Issue.record("no source")
            return
        }
        #expect(held.captures.map(\.isLatest) == [false, true])
        #expect(
            held.captures.map(\.version.text.utf8.count)
                == held.captures.map(\.version.text.utf8.count).sorted())
        #expect(Set(held.timeline.words) == ["We wait at the gate,", "Come home!", "Come home at once!"])
        // Both texts, one after the other, as from a folder that holds both, change nothing any more.
        let dump = try scratch.dump()
        for report in [Self.report, changed] {
            #expect(try archive.record(report.recording) == .unchanged)
        }
        #expect(try scratch.dump() == dump)
        #expect(try archive.verify { Issue.record("\($0)") }.failures == 0)
    }

    @Test("An older text that comes later doesn't take the place of a newer one")
    func olderVersion() throws {
        let scratch = Scratch()
        let archive = try scratch.archive()
        try archive.record(Self.report.recording)
        var older = Self.report
        older.marked = "‹We stand at the gate,› [the Lantern Circle] {said}."
        older.captured -= 60
        #expect(try archive.record(older.recording) == .newVersion)
        #expect(try archive.timeline(TimelineQuery()).words.count == 2)
    }

    @Test("Another engine's reading replaces the proposals, and leaves what a person decided")
    func otherEngine() throws {
        let scratch = Scratch()
        let archive = try scratch.archive()
        try archive.record(Self.report.recording)
        let rejected = try archive.timeline(TimelineQuery()).statements[0].id
        try archive.decide(.reject, on: rejected, by: "Mira")
        var better = Self.report
        better.engine = "test 2"
        better.marked =
            "‹We wait at› ‹the gate,› [the Lantern Circle] {said}. ‹Come› home! [Ada Holm] {said}."
        #expect(try archive.record(better.recording) == .repaired)
        #expect(try archive.timeline(TimelineQuery()).words == ["Come"])
        let old = try archive.timeline(TimelineQuery { $0.status = .rejected })
        #expect(old.statements.map(\.id) == [rejected])
        #expect(try archive.record(better.recording) == .unchanged)
        #expect(try archive.verify { Issue.record("\($0)") }.failures == 0)
        #expect(try archive.timeline(TimelineQuery { $0.words = "home" }).words == [])
    }

    @Test("A date of publication that is given later dates the statements; it is not lost again")
    func laterPublished() throws {
        let scratch = Scratch()
        let archive = try scratch.archive()
        var report = Self.report
        report.published = nil
        try archive.record(report.recording)
        #expect(try archive.timeline(TimelineQuery { $0.since = EDTFDate("2023") }).words == [])
        report.published = "2023-12-19"
        report.said = "2023-12-18"
        #expect(try archive.record(report.recording) == .repaired)
        #expect(try archive.timeline(TimelineQuery { $0.since = EDTFDate("2023") }).words.count == 2)
        report.published = nil
        report.publisher = nil
        report.said = nil
        #expect(try archive.record(report.recording) == .unchanged)
        let timeline = try archive.timeline(TimelineQuery())
        #expect(timeline.statements.map(\.timelineDate) == [EDTFDate("2023-12-18"), EDTFDate("2023-12-18")])
        #expect(timeline.sources.values.map(\.metadata.publisher) == ["The Courier"])
    }

    @Test("A decision goes along when the same words stand in a new text")
    func decisionsAreCarried() throws {
        let scratch = Scratch()
        let archive = try scratch.archive()
        try archive.record(Self.report.recording)
        let statements = try archive.timeline(TimelineQuery()).statements
        try archive.decide(.reject, on: statements[0].id, by: "Mira", reason: "not theirs")
        try archive.decide(.accept, on: statements[1].id)
        var changed = Self.report
        changed.marked = "Updated. " + changed.marked
        changed.captured += 60
        try archive.record(changed.recording)
        #expect(try archive.timeline(TimelineQuery()).words == ["Come home!"])
        #expect(try archive.timeline(TimelineQuery { $0.status = .accepted }).words == ["Come home!"])
        #expect(
            try archive.timeline(TimelineQuery { $0.status = .rejected }).words == ["We wait at the gate,"])
        // What was accepted stays in the timeline even where the next text leaves it out.
        changed.marked = "All of it was taken back."
        changed.captured += 60
        try archive.record(changed.recording)
        #expect(try archive.timeline(TimelineQuery()).words == ["Come home!"])
    }

    @Test("A statement typed in by hand is accepted at once")
    func acceptance() throws {
        let scratch = Scratch()
        let archive = try scratch.archive()
        var note = Report("‹We will be back.› [the Lantern Circle]") { $0.kind = .note }
        note.acceptance = .init(by: "Mira")
        #expect(try archive.record(note.recording) == .new)
        let dump = try scratch.dump()
        #expect(try archive.record(note.recording) == .unchanged)
        #expect(try scratch.dump() == dump)
        let statement = try #require(try archive.timeline(TimelineQuery()).statements.first)
        #expect(statement.status == .accepted)
        #expect(try archive.decisions(on: statement.id).map(\.by) == ["Mira"])
        // The article at the same address is another source.
        try archive.record(Self.report.recording)
        #expect(try archive.timeline(TimelineQuery()).words.count == 3)
    }

    @Test("A document that contradicts itself leaves no trace, and the others of its batch are recorded")
    func badDocument() throws {
        let scratch = Scratch()
        let archive = try scratch.archive()
        var bad = Report("‹False words› [Ada Holm] {said}.") { $0.url = "https://news.example/bad" }.recording
        let segment = Segment(start: 0, end: 11, exact: "Other words")
        bad.proposals.append(
            .init(quote: Quote(kind: .direct, segments: [segment], confidence: 1), statement: 9))
        let good = Report("‹True words› [Ada Holm] {said}.") { $0.url = "https://news.example/good" }
        let outcomes = try archive.record([Self.report.recording, bad, good.recording])
        #expect(try outcomes[0].get() == .new)
        #expect(throws: ArchiveError.self) { try outcomes[1].get() }
        #expect(try outcomes[2].get() == .new)
        #expect(try archive.timeline(TimelineQuery { $0.words = "words" }).words == ["True words"])
        #expect(try !scratch.dump().contains("bad"))
        #expect(try archive.verify { Issue.record("\($0)") }.failures == 0)
    }

    @Test(
        "Any text comes back as it went in",
        arguments: [
            "a\0b", "é and e\u{301}", "👩‍👩‍👧 says", "\u{202E}back", "\u{FFFD}", "line\r\nline\n", "ї й м’ясо",
        ])
    func anyText(text: String) throws {
        let scratch = Scratch()
        let archive = try scratch.archive()
        try archive.record(Report("\(text)‹\(text)›\(text)[\(text)x]{\(text)}\(text)").recording)
        let timeline = try archive.timeline(TimelineQuery(), includingTexts: true)
        let evidence = try #require(timeline.statements.first?.evidence.first)
        #expect(Array(try #require(evidence.quote.segments.first).exact.utf8) == Array(text.utf8))
        let version = try #require(timeline.versions[evidence.version])
        #expect(version.text.utf8.count == text.utf8.count * 6 + 1)
        #expect(try archive.verify { Issue.record("\($0)") }.failures == 0)
    }

    @Test("Quotes in several pieces, of one statement, come back in their pieces")
    func pieces() throws {
        let scratch = Scratch()
        let archive = try scratch.archive()
        var recording = Report("‹We wait,› [Ada Holm] {said}, ‹and we\nstay.›").recording
        let first = recording.proposals[0].quote
        let both = Quote(
            kind: .direct, segments: first.segments + recording.proposals[1].quote.segments, cue: first.cue,
            attribution: first.attribution, speaker: first.speaker, confidence: 0.5)
        recording.proposals = [.init(quote: both, statement: 3)]
        try archive.record(recording)
        let evidence = try #require(try archive.timeline(TimelineQuery()).statements.first?.evidence)
        #expect(evidence.map(\.quote) == [both])
        #expect(evidence.map(\.id) == [both.identifier(in: recording.version.id)])
        #expect(try archive.verify { Issue.record("\($0)") }.passages == 4)
    }

    @Test(
        "What must not change, can't",
        arguments: [
            "UPDATE version SET text = 'other'", "DELETE FROM version", "UPDATE quote SET words = 'other'",
            "UPDATE decision SET ruling = 'accept'", "DELETE FROM decision",
        ])
    func guards(sql: String) throws {
        let scratch = Scratch()
        let archive = try scratch.archive()
        try archive.record(Self.report.recording)
        try archive.decide(.reject, on: try archive.timeline(TimelineQuery()).statements[0].id)
        let dump = try scratch.dump()
        #expect(throws: ArchiveError.self) { try scratch.tamper(sql) }
        #expect(try scratch.dump() == dump)
    }
}

extension Scratch {
    /// Records one document, in the archive that is here already or in a new one.
    func archive(_ recording: Recording) throws {
        try Archive.openOrCreate(at: path).record(recording)
    }
}
