import EDTF
import Statements
import Testing

@testable import Archive

@Suite("Timelines")
struct TimelineTests {
    /// Three outlets, four speakers, dates of every precision, some undated.
    static func filled(count: Int = 60) throws -> (Scratch, Archive) {
        let scratch = Scratch()
        let archive = try scratch.archive()
        let dates: [String?] = [
            "2023-12-18", "2023-12", "2023", nil, "2023-12-19T10:00:00Z", "2024-01/..", "../2022",
        ]
        let speakers = ["Lantern Circle", "the Lanterns", "Ada Holm", "Ministry of Tides"]
        let recordings = (0..<count).map { number in
            Report("‹Words \(number) of bread,› [\(speakers[number % 4])] {said}. ‹More,› [Ada Holm] {said}.")
            {
                $0.url = "https://news.example/\(number)"
                $0.publisher = ["The Courier", "The Tide", "Porridge Daily"][number % 3]
                $0.published = number % 10 == 3 ? nil : "2023-11-\(10 + number % 20)"
                $0.said = dates[number % 7]
                $0.quoteKind = [.direct, .mixed, .indirect][number % 3]
            }.recording
        }
        _ = try archive.record(recordings)
        try archive.addSpeaker(.group, official: Name("Lantern Circle"), names: [Name("the Lanterns")])
        try archive.addSpeaker(.person, official: Name("Ada Holm"))
        for (index, statement) in try archive.timeline(TimelineQuery()).statements.enumerated() {
            if index % 9 == 0 { try archive.decide(.accept, on: statement.id) }
            if index % 9 == 1 { try archive.decide(.reject, on: statement.id) }
            if index % 9 == 2 {
                try archive.decide(.speaker(Person.identifier(officialName: "Ada Holm")), on: statement.id)
            }
        }
        return (scratch, archive)
    }

    /// One archive for the tests that only read.
    static let shared = Result { try filled() }

    /// A change to a query, with the word that failures name it by.
    struct Narrowing: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let change: @Sendable (inout TimelineQuery) -> Void
        /// What the query means, said again without SQL.
        let isIn: @Sendable (Statement, Timeline) -> Bool

        init(
            _ description: String, _ change: @escaping @Sendable (inout TimelineQuery) -> Void,
            isIn: @escaping @Sendable (Statement, Timeline) -> Bool
        ) {
            testDescription = description
            self.change = change
            self.isIn = isIn
        }
    }

    private static func bounds(_ statement: Statement) -> ClosedRange<Int64>? {
        let date = statement.timelineDate
        guard let first = (date?.earliest ?? date?.latest)?.seconds,
            let last = (date?.latest ?? date?.earliest)?.seconds
        else { return nil }
        return first...last
    }

    private static func overlaps(_ statement: Statement, since: String?, until: String?) -> Bool {
        guard let bounds = bounds(statement) else { return false }
        let first = since.flatMap { EDTFDate($0)?.earliest?.seconds } ?? .min
        let last = until.flatMap { EDTFDate($0)?.latest?.seconds } ?? .max
        return bounds.lowerBound <= last && bounds.upperBound >= first
    }

    static let ada = Resolution.speaker(Person.identifier(officialName: "Ada Holm"))
    static let circle = Resolution.speaker(Group.identifier(officialName: "Lantern Circle"))

    static let narrowings: [Narrowing] = [
        Narrowing("everything", { _ in }) { _, _ in true },
        Narrowing("group", { $0.group = "the lanterns" }) { statement, _ in statement.resolution == circle },
        Narrowing("person", { $0.person = "ada holm" }) { statement, _ in statement.resolution == ada },
        Narrowing("speaker", { $0.speaker = "The Lanterns" }) { statement, _ in
            statement.printedSpeaker == "the Lanterns" && statement.resolution == circle
        },
        Narrowing("since", { $0.since = EDTFDate("2023-12") }) { statement, _ in
            overlaps(statement, since: "2023-12", until: nil)
        },
        Narrowing("until", { $0.until = EDTFDate("2023-11-15") }) { statement, _ in
            overlaps(statement, since: nil, until: "2023-11-15")
        },
        Narrowing(
            "since and until",
            {
                $0.since = EDTFDate("2023-06")
                $0.until = EDTFDate("2023-11-12")
            }
        ) { statement, _ in overlaps(statement, since: "2023-06", until: "2023-11-12") },
        Narrowing("address", { $0.source = "https://news.example/7" }) { statement, timeline in
            timeline.sources[statement.evidence[0].source]?.metadata.url == "https://news.example/7"
        },
        Narrowing("outlet", { $0.source = "the tide" }) { statement, timeline in
            timeline.sources[statement.evidence[0].source]?.metadata.publisher == "The Tide"
        },
        Narrowing("kind", { $0.kind = .mixed }) { statement, _ in statement.evidence[0].quote.kind == .mixed
        },
        Narrowing("accepted", { $0.status = .accepted }) { statement, _ in statement.status == .accepted },
        Narrowing("proposed", { $0.status = .proposed }) { statement, _ in statement.status == .proposed },
        Narrowing("rejected", { $0.status = .rejected }) { statement, _ in statement.status == .rejected },
        Narrowing("words", { $0.words = "BREAD" }) { statement, _ in
            statement.evidence[0].quote.segments[0].exact.contains("bread")
        },
        Narrowing(
            "words of a person since",
            {
                $0.words = "bread"
                $0.person = "Ada Holm"
                $0.since = EDTFDate("2023-11-15")
            }
        ) { statement, _ in
            statement.evidence[0].quote.segments[0].exact.contains("bread") && statement.resolution == ada
                && overlaps(statement, since: "2023-11-15", until: nil)
        },
        Narrowing(
            "kind of a group in an outlet until",
            {
                $0.kind = .direct
                $0.group = "Lantern Circle"
                $0.source = "The Courier"
                $0.until = EDTFDate("2023")
            }
        ) { statement, timeline in
            statement.evidence[0].quote.kind == .direct && statement.resolution == circle
                && timeline.sources[statement.evidence[0].source]?.metadata.publisher == "The Courier"
                && overlaps(statement, since: nil, until: "2023")
        },
        Narrowing(
            "rejected of a person",
            {
                $0.status = .rejected
                $0.person = "Ada Holm"
            }
        ) { statement, _ in statement.status == .rejected && statement.resolution == ada },
    ]

    @Test("A query finds what it means, in order, either way and in pages of any size", arguments: narrowings)
    func queries(narrowing: Narrowing) throws {
        let (_, archive) = try Self.shared.get()
        var everything = try archive.timeline(TimelineQuery()).statements
        everything += try archive.timeline(TimelineQuery { $0.status = .rejected }).statements
        var query = TimelineQuery(narrowing.change)
        let timeline = try archive.timeline(query)
        let context = timelineOf(archive)
        let wanted = everything.filter { statement in
            (statement.status != .rejected || query.status == .rejected)
                && narrowing.isIn(statement, context)
        }
        #expect(Set(timeline.statements.map(\.id)) == Set(wanted.map(\.id)))
        #expect(timeline.statements.count == wanted.count)
        #expect(!wanted.isEmpty)
        let bounds = timeline.statements.map { Self.bounds($0) }
        let dated = bounds.compactMap(\.self).map { ($0.lowerBound, $0.upperBound) }
        #expect(zip(dated, dated.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(bounds.drop { $0 != nil }.allSatisfy { $0 == nil }, "undated statements come last")

        let summary = try archive.summary(of: query)
        #expect(summary.count == wanted.count)
        #expect(summary.first?.seconds == dated.first?.0)
        #expect(summary.last?.seconds == dated.last?.1)

        query.isReversed = true
        let reversed = try archive.timeline(query).statements
        let undated = bounds.count - dated.count
        #expect(
            reversed.prefix(dated.count) == ArraySlice(timeline.statements.prefix(dated.count).reversed()))
        #expect(Set(reversed.suffix(undated).map(\.id)) == Set(timeline.statements.suffix(undated).map(\.id)))
        for (isReversed, all) in [(false, timeline.statements), (true, reversed)] {
            query.isReversed = isReversed
            for size in [1, 7, 100] {
                var paged: [Statement] = []
                try archive.forEachPage(of: query, size: size) { page in
                    #expect(page.statements.count <= size)
                    paged += page.statements
                }
                #expect(paged == all)
            }
            query.limit = 5
            #expect(try archive.timeline(query).statements == Array(all.prefix(5)))
            query.limit = nil
        }
    }

    /// Sources of all statements, for what a narrowing asks of them.
    private func timelineOf(_ archive: Archive) -> Timeline {
        var timeline =
            (try? archive.timeline(TimelineQuery()))
            ?? Timeline(query: TimelineQuery(), statements: [], speakers: [:], sources: [:], versions: [:])
        let rejected = try? archive.timeline(TimelineQuery { $0.status = .rejected })
        timeline.sources.merge(rejected?.sources ?? [:]) { first, _ in first }
        return timeline
    }

    @Test(
        "Every filter is served by an index that has the rows in order", arguments: narrowings, [false, true])
    func plans(narrowing: Narrowing, isReversed: Bool) throws {
        let (_, archive) = try Self.shared.get()
        var query = TimelineQuery(narrowing.change)
        query.isReversed = isReversed
        let plans = try archive.reading { db in
            let listing = try Listing(query, in: db)
            let last = ListingKey(earliest: 1, latest: 2, place: 3, number: 4)
            return try listing.walks.flatMap { walk in
                try [nil, last].map { last in
                    let select = listing.select(walk.arms, of: walk, after: last, limit: 50)
                    return try db.all("EXPLAIN QUERY PLAN " + select.sql, read: { $0.text(3) })
                }
            }
        }
        #expect(!plans.isEmpty)
        for step in plans.joined() {
            #expect(!step.contains("TEMP B-TREE"), "\(step)")
            // A walk through an index in order, with a limit, is what a listing without a filter is.
            #expect(!step.contains("SCAN") || step.contains("statementInOrder"), "\(step)")
            #expect(
                !step.hasPrefix("SCAN") || step.contains("USING INDEX") || step.contains("COVERING"),
                "\(step)")
        }
    }

    @Test("A group with hundreds of names is listed in order")
    func manyNames() throws {
        let scratch = Scratch()
        let archive = try scratch.archive()
        let names = (0..<600).map { "Lantern \($0)" }
        _ = try archive.record(
            names.enumerated().map { index, name in
                Report("‹Word \(index),› [\(name)] {said}.") {
                    $0.url = "https://news.example/\(index)"
                    $0.published = "20\(10 + index % 10)-01-01"
                }.recording
            })
        try archive.addSpeaker(.group, official: Name("Lanterns"), names: names.map { Name($0) })
        var query = TimelineQuery { $0.group = "Lanterns" }
        let timeline = try archive.timeline(query)
        #expect(timeline.statements == (try archive.timeline(TimelineQuery()).statements))
        query.limit = 10
        #expect(try archive.timeline(query).statements == Array(timeline.statements.prefix(10)))
    }

    @Test("The body of a page may ask the archive more, and its errors come through")
    func nestedQuestions() throws {
        struct Enough: Error {}
        let (_, archive) = try Self.filled(count: 5)
        #expect(throws: Enough.self) {
            try archive.forEachPage(of: TimelineQuery(), size: 2) { _ in
                #expect(try archive.speakers().count == 2)
                throw Enough()
            }
        }
        #expect(try archive.record(RecordingTests.report.recording) == .newVersion)
    }

    @Test("Identifiers are found by their first letters, and quotes and versions by theirs")
    func finding() throws {
        let (_, archive) = try Self.filled(count: 30)
        let statement = try archive.timeline(TimelineQuery()).statements[3]
        for text in [statement.id.text, String(statement.id.text.prefix(12))] {
            guard case .statement(let timeline) = try archive.find(text) else {
                Issue.record("\(text)")
                continue
            }
            #expect(timeline.statements == [statement])
            #expect(timeline.versions[statement.evidence[0].version]?.text.contains("said") == true)
        }
        guard case .quote(let quote, let timeline) = try archive.find(statement.evidence[0].id.text) else {
            Issue.record("no quote")
            return
        }
        #expect(quote == statement.evidence[0].id && timeline.statements == [statement])
        guard case .source(let held) = try archive.find(statement.evidence[0].version.text) else {
            Issue.record("no source")
            return
        }
        #expect(held.source.id == statement.evidence[0].source)
        #expect(held.captures.map(\.engine) == ["test 1"])
        #expect(throws: ArchiveError.unknown(id: "sta_nothing")) { try archive.find("sta_nothing") }
        #expect(throws: ArchiveError.unknown(id: "sta")) { try archive.find("sta") }
        #expect(throws: ArchiveError.unknownSource("The Void")) {
            try archive.timeline(TimelineQuery { $0.source = "The Void" })
        }
    }

    @Test("A date that a person ruled moves the statement")
    func ruledDate() throws {
        let scratch = Scratch()
        let archive = try scratch.archive()
        try archive.record(RecordingTests.report.recording)
        let statement = try archive.timeline(TimelineQuery()).statements[0]
        let date = try #require(EDTFDate("1999-05"))
        try archive.decide(.date(date), on: statement.id)
        let moved = try archive.timeline(TimelineQuery { $0.until = date }).statements
        #expect(moved.map(\.id) == [statement.id])
        #expect(moved.map(\.timelineDate) == [date] && moved.map(\.status) == [.accepted])
        // Ruling the same once more adds nothing.
        try archive.decide(.date(date), on: statement.id)
        #expect(try archive.decisions(on: statement.id).map(\.ruling) == [.date(date)])
    }
}
