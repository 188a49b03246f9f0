import EDTF
import Statements
import Testing

@testable import Archive

@Suite("Speakers and names")
struct SpeakerTests {
    private func filled() throws -> (Scratch, Archive) {
        let scratch = Scratch()
        let archive = try scratch.archive()
        let reports = [
            Report("‹One,› [Lantern Circle] {said}. ‹Two,› [the Lanterns] {said}."),
            Report("‹Three,› [Ada Holm] {said}. ‹Four,› [the Lanterns] {said}.") {
                $0.url = "https://news.example/2"
            },
        ]
        for report in reports { try archive.record(report.recording) }
        return (scratch, archive)
    }

    @Test("An alias resolves past statements at once and rewrites none")
    func alias() throws {
        let (scratch, archive) = try filled()
        let before = try scratch.dump()
        let added = try archive.addSpeaker(.group, official: Name("Lantern Circle"))
        #expect(added.isNew)
        let query = TimelineQuery { $0.group = "lantern circle" }
        #expect(try archive.timeline(query).words == ["One,"])
        try archive.addName(Name("the Lanterns"), to: added.speaker.id)
        let timeline = try archive.timeline(query)
        #expect(Set(timeline.words) == ["One,", "Two,", "Four,"])
        #expect(timeline.statements.allSatisfy { $0.resolution == .speaker(added.speaker.id) })
        #expect(timeline.displayName(of: timeline.statements[0]) == "Lantern Circle")
        let after = try scratch.dump().split(separator: "\n--\n", omittingEmptySubsequences: false)
        #expect(
            before.split(separator: "\n--\n", omittingEmptySubsequences: false).dropFirst(3)
                == after.dropFirst(3))
    }

    @Test("Adding again adds only what is new")
    func addingAgain() throws {
        let (scratch, archive) = try filled()
        let first = try archive.addSpeaker(.group, official: Name("Lantern Circle"), names: [Name("LC")])
        let dump = try scratch.dump()
        let second = try archive.addSpeaker(.group, official: Name("Lantern Circle"), names: [Name("LC")])
        #expect(!second.isNew && second.added == 0 && second.speaker == first.speaker)
        #expect(try scratch.dump() == dump)
        let third = try archive.addSpeaker(
            .group, official: Name("Lantern Circle"), names: [Name("Lanterns")])
        #expect(third.speaker.names.map(\.value) == ["Lantern Circle", "LC", "Lanterns"])
    }

    @Test("A name that two speakers share resolves to neither")
    func sharedName() throws {
        let (_, archive) = try filled()
        let circle = try archive.addSpeaker(
            .group, official: Name("Lantern Circle"), names: [Name("the Lanterns")])
        let band = try archive.addSpeaker(
            .group, official: Name("Lantern Band"), names: [Name("the Lanterns")])
        #expect(circle.shared == [])
        #expect(band.shared.map(\.other.id) == [circle.speaker.id])
        #expect(try archive.timeline(TimelineQuery { $0.group = "Lantern Circle" }).words == ["One,"])
        #expect(try archive.timeline(TimelineQuery { $0.group = "Lantern Band" }).words == [])
        let shared = try archive.timeline(TimelineQuery { $0.speaker = "The Lanterns" })
        let both = [circle.speaker.id, band.speaker.id].sorted()
        #expect(shared.statements.map(\.resolution) == [.ambiguous(both), .ambiguous(both)])
        let error = #expect(throws: ArchiveError.self) { try archive.speaker("the lanterns") }
        guard case .ambiguousSpeaker(_, let candidates) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(candidates.map(\.id).sorted() == both)
    }

    @Test("Unresolved names come most frequent first, in pages, ambiguous ones marked")
    func unresolved() throws {
        let (_, archive) = try filled()
        try archive.record(
            Report("‹Five,› [Ada Holm] {said}. ‹Six› for nobody.") {
                $0.url = "https://news.example/3"
                $0.published = "2024-01-02"
            }.recording)
        try archive.record(
            Report("‹Seven,› [who knows] {said}.") {
                $0.url = "https://news.example/4"
                $0.basis = .none
            }.recording)
        let all = try archive.unresolvedNames()
        #expect(all.map(\.name) == ["Ada Holm", "the Lanterns", "Lantern Circle"])
        #expect(all.map(\.statements) == [2, 2, 1])
        #expect(all[0].span?.lowerBound == EDTFDate("2023-12-19")?.earliest)
        #expect(all[0].span?.upperBound == EDTFDate("2024-01-02")?.latest)
        let second = try archive.unresolvedNames(limit: 1, after: all[0])
        #expect(second == [all[1]])
        let one = try archive.addSpeaker(
            .group, official: Name("Lantern Circle"), names: [Name("the Lanterns")])
        #expect(try archive.unresolvedNames().map(\.name) == ["Ada Holm"])
        let two = try archive.addSpeaker(.person, official: Name("The Lanterns"))
        let ambiguous = try archive.unresolvedNames()
        #expect(ambiguous.map(\.candidates) == [[], [one.speaker.id, two.speaker.id]])
    }

    @Test("After a merge the names and the identifier of the one answer for the other")
    func merge() throws {
        let (scratch, archive) = try filled()
        let circle = try archive.addSpeaker(.group, official: Name("Lantern Circle"), note: "one").speaker
        let lanterns = try archive.addSpeaker(
            .group, official: Name("the Lanterns"), names: [Name("Lantern Circle")], note: "two"
        ).speaker
        let person = try archive.addSpeaker(
            .person, official: Name("Ada Holm"), memberships: [Membership(group: lanterns.id)]
        ).speaker
        let statement = try archive.timeline(TimelineQuery { $0.speaker = "Ada Holm" }).statements[0]
        try archive.decide(.speaker(lanterns.id), on: statement.id)
        let merged = try archive.merge(lanterns.id, into: circle.id)
        #expect(merged.names.map(\.value) == ["Lantern Circle", "the Lanterns"])
        #expect(merged.names.map(\.kind) == [.official, .alias])
        #expect(try archive.speaker(lanterns.id.text) == merged)
        #expect(try archive.find(lanterns.id.text) == .speaker(merged))
        #expect(try archive.members(of: circle.id).map(\.id) == [person.id])
        #expect(
            Set(try archive.timeline(TimelineQuery { $0.group = lanterns.id.text }).words)
                == ["One,", "Two,", "Three,", "Four,"])
        let dump = try scratch.dump()
        try archive.merge(lanterns.id, into: circle.id)
        #expect(try scratch.dump() == dump)
        #expect(try !archive.addSpeaker(.group, official: Name("the Lanterns")).isNew)
        // A chain of merges is as long as one.
        let third = try archive.addSpeaker(.group, official: Name("Circle of Light")).speaker
        try archive.merge(circle.id, into: third.id)
        #expect(try archive.speaker(lanterns.id.text).id == third.id)
        #expect(throws: ArchiveError.self) { try archive.merge(person.id, into: third.id) }
    }

    @Test("Members speak for their group where asked for, while they are members")
    func members() throws {
        let (_, archive) = try filled()
        let circle = try archive.addSpeaker(.group, official: Name("Lantern Circle")).speaker
        let query = TimelineQuery {
            $0.group = "Lantern Circle"
            $0.includesMembers = true
        }
        let ada = try archive.addSpeaker(
            .person, official: Name("Ada Holm"),
            memberships: [Membership(group: circle.id, role: nil, period: EDTFDate("2020/2021"))]
        ).speaker
        #expect(try archive.timeline(query).words == ["One,"])
        for period in ["2023/2024", "2022/2023"] {
            try archive.addMembership(
                Membership(group: circle.id, role: "chair", period: EDTFDate(period)), to: ada.id)
        }
        #expect(Set(try archive.timeline(query).words) == ["One,", "Three,"])
        #expect(try archive.timeline(query).words.count == 2)
        #expect(try archive.summary(of: query).count == 2)
        #expect(try archive.timeline(TimelineQuery { $0.group = "Lantern Circle" }).words == ["One,"])
    }

    @Test(
        "A membership of which more is told is the same one, whichever is told first",
        arguments: [true, false])
    func fullerMembership(bareFirst: Bool) throws {
        let (_, archive) = try filled()
        let circle = try archive.addSpeaker(.group, official: Name("Lantern Circle")).speaker
        let ada = try archive.addSpeaker(.person, official: Name("Ada Holm")).speaker
        let bare = Membership(group: circle.id)
        let full = Membership(group: circle.id, role: "chair", period: EDTFDate("2020/.."))
        for membership in bareFirst ? [bare, full, bare, full] : [full, bare, full] {
            try archive.addMembership(membership, to: ada.id)
        }
        let later = Membership(group: circle.id, role: "treasurer")
        try archive.addMembership(later, to: ada.id)
        guard case .person(let person) = try archive.speaker(ada.id.text) else {
            Issue.record("Ada Holm is no person")
            return
        }
        #expect(Set(person.memberships) == [full, later])
    }

    @Test("Names without letters, unknown names and wrong kinds are refused")
    func refusals() throws {
        let (_, archive) = try filled()
        let circle = try archive.addSpeaker(.group, official: Name("Lantern Circle")).speaker
        #expect(throws: ArchiveError.emptyName("")) { try archive.addSpeaker(.group, official: Name("")) }
        #expect(throws: ArchiveError.emptyName("")) { try archive.addName(Name(""), to: circle.id) }
        #expect(throws: ArchiveError.unknownSpeaker("Nemo")) { try archive.speaker("Nemo") }
        #expect(throws: ArchiveError.unknownSpeaker("Nemo")) {
            try archive.timeline(TimelineQuery { $0.group = "Nemo" })
        }
        #expect(throws: ArchiveError.wrongKind(name: "Lantern Circle", expected: .person)) {
            try archive.timeline(TimelineQuery { $0.person = "Lantern Circle" })
        }
        #expect(throws: ArchiveError.unknownSpeaker("grp_none")) {
            try archive.decide(
                .speaker(Identifier(stored: "grp_none")),
                on: try archive.timeline(TimelineQuery()).statements[0].id)
        }
    }
}
