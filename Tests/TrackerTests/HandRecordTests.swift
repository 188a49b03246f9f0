import Archive
import EDTF
import Statements
import TestSupport
import Testing
import Tracker

@Suite("A statement recorded by hand")
struct HandRecordTests {
    let folder = TemporaryFolder()

    private func record(_ words: String, by speaker: String = "Harbour Families") -> HandRecord {
        var record = HandRecord(words: words, speaker: speaker, speakerKind: .group)
        record.said = EDTFDate("2024-03-04")
        record.medium = "Telegram"
        return record
    }

    @Test("Its words are the evidence, and it is accepted at once")
    func accepted() throws {
        let archive = try folder.archive()
        let (id, outcome) = try record("  We will not leave the quay.\n").record(in: archive, captured: 1)
        #expect(outcome == .new)
        let timeline = try archive.timeline(TimelineQuery(), includingTexts: true)
        let statement = try #require(timeline.statements.first)
        #expect(statement.id == id)
        #expect(statement.status == .accepted)
        #expect(statement.occasion?.date == EDTFDate("2024-03-04"))
        #expect(statement.medium == "Telegram")
        #expect(statement.evidence.first?.quote.segments.first?.exact == "We will not leave the quay.")
        #expect(try archive.verify { _ in }.failures == 0)
    }

    @Test("Recording it again changes nothing; the same words of another speaker are another statement")
    func again() throws {
        let archive = try folder.archive()
        let first = try record("No comment").record(in: archive, captured: 1)
        #expect(try record("No comment").record(in: archive, captured: 2).outcome == .unchanged)
        let other = try record("No comment", by: "Dockers’ Union").record(in: archive, captured: 3)
        #expect(other.outcome == .new)
        #expect(other.id != first.id)
        #expect(try archive.timeline(TimelineQuery()).statements.count == 2)
    }

    @Test("Without words there is no statement")
    func empty() throws {
        let archive = try folder.archive()
        #expect(throws: TrackerError.self) { try record(" \n").record(in: archive, captured: 1) }
    }
}
