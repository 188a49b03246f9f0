import Foundation
import GRDB
import Statements
import Testing

@testable import Archive

/// A channel that nobody has.
private let channel = Chat(
    account: Account(peer: Peer(kind: .channel, id: 77), name: "Pier Seven"), type: "public_channel",
    isPrivate: false)

private func post(_ id: Int64, _ text: String, edited: Int64? = nil, in chat: Chat = channel)
    -> PreparedMessage
{
    var message = Message(id: id, text: text)
    message.posted = MessageTime(seconds: 1_700_000_000 + id * 60, basis: .instant)
    message.edited = edited
    message.sender = chat.account
    return PreparedMessage(message, in: chat)
}

@Suite("Messages in the archive")
struct MessageImportTests {
    private let scratch: Scratch
    private let archive: Archive

    init() throws {
        scratch = Scratch()
        archive = try scratch.archive()
    }

    @discardableResult
    private func record(_ posts: [PreparedMessage]) throws -> (outcomes: [MessageOutcome], absent: Int) {
        let messages = MessageImport(into: archive, importer: "test", captured: 1_700_500_000)
        let outcomes = try messages.record(posts)
        return (outcomes, try messages.finish(input: nil))
    }

    @Test("Somebody who can't be told is withheld like any person")
    func unknownSender() throws {
        var message = Message(id: 1, text: "We wait.")
        message.posted = MessageTime(seconds: 1_700_000_000, basis: .instant)
        message.sender = Account()
        try record([PreparedMessage(message, in: channel), post(2, "We stay.")])
        var query = TimelineQuery()
        query.excludesWithheld = true
        #expect(
            try archive.timeline(query).statements.map { $0.evidence[0].quote.segments[0].exact } == [
                "We stay."
            ])
    }

    @Test("Recording messages again changes nothing")
    func again() throws {
        let posts = [post(1, "We are on the pier."), post(2, "We stay.")]
        #expect(try record(posts).outcomes == [.recorded(.new), .recorded(.new)])
        #expect(try record(posts).outcomes == [.recorded(.unchanged), .recorded(.unchanged)])
        #expect(try archive.summary(of: TimelineQuery()).count == 2)
        #expect(try archive.verify { Issue.record("\($0)") }.quotes == 2)
    }

    @Test("Messages are found by their identifiers, be they recorded by the thousand or one by one")
    func identifiers() throws {
        try record([post(1, "We are on the pier.")])
        try record((2...1_200).map { post($0, "Day \($0) on the pier.") })
        try record([post(1_201, "We stay.")])
        let runs = try archive.reading { db in
            try db.all("SELECT DISTINCT run FROM messageIdentity ORDER BY run") { $0.integer(0) }
        }
        #expect(runs == [0, 2])
        for statement in try archive.timeline(TimelineQuery()).statements where statement.id.text < "sta_c" {
            for id in [statement.id.text, statement.evidence[0].source.text, statement.evidence[0].id.text] {
                switch try archive.find(id) {
                case .statement(let found), .quote(_, let found):
                    #expect(found.statements.map(\.id) == [statement.id])
                case .source(let found): #expect(found.timeline.statements.map(\.id) == [statement.id])
                case .speaker: Issue.record("\(id) is no speaker")
                }
            }
        }
        #expect(try archive.verify { Issue.record("\($0)") }.quotes == 1_201)
    }

    @Test("An edited text is a new version, whichever comes first")
    func versions() throws {
        try record([post(1, "We stay.")])
        #expect(
            try record([post(1, "We stay here.", edited: 1_700_000_900)]).outcomes == [.recorded(.newVersion)]
        )
        #expect(try record([post(1, "We stay.")]).outcomes == [.recorded(.unchanged)])
        let statements = try archive.timeline(TimelineQuery()).statements
        #expect(statements.map { $0.evidence[0].quote.segments[0].exact } == ["We stay here."])
        guard case .source(let held) = try archive.find(statements[0].evidence[0].source.text) else {
            Issue.record("no source")
            return
        }
        #expect(held.captures.map(\.version.text) == ["We stay.", "We stay here."])
    }

    @Test("A number that stands twice in one input keeps its first text")
    func twice() throws {
        let outcomes = try record([post(1, "We stay."), post(1, "We go.")]).outcomes
        #expect(outcomes[0] == .recorded(.new))
        guard case .refused = outcomes[1] else {
            Issue.record("\(outcomes[1])")
            return
        }
    }

    @Test("A doubtful number makes no other text give way")
    func doubtful() throws {
        try record([post(1, "We stay.")])
        let messages = MessageImport(into: archive, importer: "test", captured: 1_700_500_000)
        guard case .refused = try messages.record([post(1, "We go.")], doubtful: [0])[0] else {
            Issue.record("the text gave way")
            return
        }
        #expect(try archive.summary(of: TimelineQuery()).count == 1)
    }

    @Test("What a later export covers and lacks is marked; what it doesn't cover is not")
    func absent() throws {
        try record((1...6).map { post($0, "Post \($0).") })
        #expect(try record([post(3, "Post 3."), post(5, "Post 5."), post(7, "Post 7.")]).absent == 2)
        #expect(try record([post(4, "Post 4."), post(8, "Post 8.")]).absent == 2)
        let absent = try archive.reading { db in
            try Int64.fetchAll(db, sql: "SELECT id FROM message WHERE absent IS NOT NULL ORDER BY id")
        }
        #expect(absent == [5, 6, 7])
    }

    @Test("A speaker is tied to an account by its number or its user name")
    func ties() throws {
        var named = channel
        named.account.username = "pier_seven"
        try record([post(1, "We stay.", in: named)])
        for tie in ["77", "channel77", "-1000000000077", "@pier_seven", "https://t.me/pier_seven"] {
            let name = try #require(Account.tie(tie))
            let addition = try archive.addSpeaker(.group, official: Name("Group of \(tie)"), names: [name])
            var query = TimelineQuery()
            query.group = addition.speaker.id.text
            #expect(try archive.timeline(query).statements.count == 1, "\(tie)")
            try archive.writing { db in try db.execute(sql: "DELETE FROM name; DELETE FROM speaker") }
        }
    }

    @Test("A chat that is known by its user name is the same when its number comes, and the other way round")
    func userName() throws {
        var named = Chat(account: Account(username: "pier_seven"), isPrivate: false)
        try record([post(1, "We stay.", in: named)])
        named.account.peer = Peer(kind: .channel, id: 77)
        try record([post(1, "We stay.", in: named), post(2, "We wait.", in: named)])
        named.account.peer = nil
        #expect(try record([post(2, "We wait.", in: named)]).outcomes == [.recorded(.unchanged)])
        #expect(try archive.summary(of: TimelineQuery()).count == 2)
        #expect(try archive.verify { Issue.record("\($0)") }.failures == 0)
        try archive.addSpeaker(.group, official: Name("Seven"), names: [try #require(Account.tie("77"))])
        #expect(try archive.summary(of: TimelineQuery { $0.group = "Seven" }).count == 2)
    }

    @Test("A ruling on a message holds")
    func rulings() throws {
        try record([post(1, "We stay."), post(2, "We wait.")])
        let first = try archive.timeline(TimelineQuery()).statements[0]
        try archive.decide(.reject, on: first.id)
        #expect(try archive.timeline(TimelineQuery()).statements.count == 1)
        var query = TimelineQuery()
        query.status = .rejected
        #expect(try archive.timeline(query).statements.map(\.id) == [first.id])
        try record([post(1, "We stay."), post(2, "We wait.")])
        #expect(try archive.timeline(TimelineQuery()).statements.count == 1)
    }

    @Test("Indexes serve the listing of messages, and nothing is sorted")
    func plans() throws {
        try record([post(1, "We stay.")])
        let speaker = try archive.addSpeaker(
            .group, official: Name("Seven"), names: [try #require(Account.tie("77"))]
        ).speaker
        var byGroup = TimelineQuery()
        byGroup.group = speaker.id.text
        for query in [TimelineQuery(), byGroup] {
            try archive.reading { db in
                let listing = try Listing(query, in: db)
                for walk in listing.walks where !walk.messageArms.isEmpty {
                    let select = listing.select(
                        walk.messageArms, from: .message, of: walk, after: nil, limit: 50)
                    var plan: [String] = []
                    try db.each("EXPLAIN QUERY PLAN " + select.sql, with: select.values) {
                        plan.append($0.text(3))
                    }
                    #expect(
                        !plan.contains { $0.contains("TEMP B-TREE") || $0.hasPrefix("SCAN message ") },
                        "\(plan)")
                }
            }
        }
    }

    @Test("Runs of numbers hold just what was put in, in whatever order", arguments: 0..<20)
    func runs(seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        var runs = NumberRuns()
        var known: Set<Int64> = []
        for _ in 0..<200 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let number = Int64(state >> 33) % 100
            runs.insert(number)
            known.insert(number)
        }
        #expect((-1...101).allSatisfy { runs.contains($0) == known.contains($0) })
        #expect(runs.first == known.min() && runs.last == known.max())
    }
}
