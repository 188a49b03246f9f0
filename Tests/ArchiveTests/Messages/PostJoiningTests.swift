import EDTF
import Statements
import Testing

import struct Statements.Statement

@testable import Archive

@Suite("Posts and the articles that quote them")
struct PostJoiningTests {
    private static let chat = Chat(
        account: Account(peer: Peer(kind: .channel, id: 5), name: "Pier Five"), type: "public_channel",
        isPrivate: false)
    private static let words =
        "Good morning. We have waited for eleven months, and we will not leave the pier before they land. Come down to us!"

    private let scratch: Scratch
    private let archive: Archive

    init() throws {
        scratch = Scratch()
        archive = try scratch.archive()
    }

    /// Records posts on 18 December 2023, a minute apart.
    private func post(_ texts: String..., first: Int64 = 1, edited: Int64? = nil) throws {
        let posts = texts.enumerated().map { index, text in
            var message = Message(id: first + Int64(index), text: text)
            message.posted = MessageTime(
                seconds: 1_702_900_800 + 60 * (first + Int64(index)), basis: .instant)
            message.edited = edited
            message.sender = PostJoiningTests.chat.account
            return PreparedMessage(message, in: PostJoiningTests.chat)
        }
        let messages = MessageImport(into: archive, importer: "test", captured: 1_702_990_000)
        _ = try messages.record(posts)
        _ = try messages.finish(input: nil)
    }

    private func report(
        _ quote: String, by name: String = "the group", at url: String = "https://news.example/1"
    ) throws {
        let report = Report("“‹\(quote)›” [\(name)] {said} on its channel.") { $0.url = url }
        try archive.record(report.recording)
    }

    /// The kinds of sources that prove each statement.
    private func evidence() throws -> [[SourceKind]] {
        let timeline = try archive.timeline(TimelineQuery())
        return timeline.statements.map { $0.evidence.compactMap { timeline.sources[$0.source]?.kind } }
    }

    @Test(
        "Words that stand in a post are the post's statement",
        arguments: [
            "we will not leave the pier before they land,",
            "We have waited for eleven months, and we will not leave",
            "WE HAVE WAITED – for eleven months – and we will not leave",
            "We have waited for twelve months, and we will not leave the pier before they land",
        ])
    func joined(quote: String) throws {
        try post(PostJoiningTests.words)
        try report(quote)
        #expect(try evidence() == [[.message, .article]])
        #expect(try archive.timeline(TimelineQuery()).statements[0].reported?.description == "2023-12-19")
    }

    @Test(
        "Other words are not",
        arguments: [
            "we will leave", "the pier before they",
            "We have waited for the ferry all night, and it did not come to the pier",
        ])
    func notJoined(quote: String) throws {
        try post(
            "Good morning. The sea is calm.",
            PostJoiningTests.words.replacing("the pier before they", with: "it"))
        try report(quote)
        #expect(try evidence() == [[.message], [.message], [.article]])
    }

    @Test("It makes no difference whether the article or the post comes first")
    func order() throws {
        try report("we will not leave the pier before they land,")
        try post(PostJoiningTests.words)
        try report("We have waited for eleven months", at: "https://news.example/2")
        #expect(try evidence() == [[.message, .article, .article]])
        try report("we will not leave the pier before they land,")
        #expect(try evidence() == [[.message, .article, .article]])
    }

    @Test(
        "The identifier of the article's statement answers for the post's, and the source's timeline has it")
    func identifiers() throws {
        try report("we will not leave the pier before they land,")
        let old = try archive.timeline(TimelineQuery()).statements[0].id
        try post(PostJoiningTests.words)
        guard case .statement(let timeline) = try archive.find(old.text) else {
            Issue.record("not found")
            return
        }
        #expect(timeline.statements[0].evidence.map(\.quote.kind) == [.message, .direct])
        let bySource = try archive.timeline(TimelineQuery { $0.source = "https://news.example/1" })
        #expect(bySource.statements.map(\.id) == timeline.statements.map(\.id))
    }

    @Test("What two known groups said is not one statement")
    func otherSpeaker() throws {
        try archive.addSpeaker(.group, official: Name("Five"), names: [try #require(Account.tie("5"))])
        try archive.addSpeaker(.group, official: Name("The Union"))
        try post(PostJoiningTests.words)
        try report("we will not leave the pier before they land,", by: "The Union")
        #expect(try evidence() == [[.message], [.article]])
    }

    @Test("Of several posts with the same words, the last before the report is the one that is quoted")
    func several() throws {
        try post(PostJoiningTests.words, "Something else is said here.", PostJoiningTests.words)
        try report("we will not leave the pier before they land,")
        #expect(try evidence() == [[.message], [.message], [.message, .article]])
    }

    @Test("A new version of the post keeps its reports")
    func newVersion() throws {
        try post(PostJoiningTests.words)
        try report("we will not leave the pier before they land,")
        try post(PostJoiningTests.words + " All of you!", edited: 1_702_950_000)
        #expect(try evidence() == [[.message, .article]])
        #expect(try archive.verify { Issue.record("\($0)") }.failures == 0)
    }

    @Test("Where an article speaks of a post in another language, the posts of that day are offered")
    func candidates() throws {
        let statement = try translated()
        #expect(try archive.postCandidates(for: statement).map(\.text) == ["Мы не уйдём с причала."])
    }

    /// The statement of an article that speaks of a post in another language.
    private func translated() throws -> Statement {
        try archive.addSpeaker(
            .group, official: Name("Pier Five"), names: [try #require(Account.tie("5"))])
        try post("Мы не уйдём с причала.")
        var recording = Report("“‹We will never leave the quay›” [Pier Five] {wrote}.") {
            $0.said = "2023-12-18"
        }.recording
        var quote = recording.proposals[0].quote
        quote.medium = "Telegram"
        recording.proposals = [Recording.Proposal(quote: quote, statement: 0)]
        try archive.record(recording)
        return try #require(
            try archive.timeline(TimelineQuery()).statements.first { $0.evidence[0].quote.kind == .direct })
    }

    @Test("A person's ruling joins an article's statement to a post, and another one parts them")
    func ruling() throws {
        let statement = try translated()
        let proposal = try #require(try archive.postProposals().first)
        #expect(proposal.statement.id == statement.id)
        let post = try #require(proposal.candidates.first).statement
        let first = try archive.decide(.same(post), on: statement.id)
        #expect(try archive.decide(.same(post), on: statement.id) == first)
        #expect(try evidence() == [[.message, .article]])
        #expect(try archive.postProposals().isEmpty)
        try self.post("Мы не уйдём с причала. Никогда.", edited: 1_702_950_000)
        #expect(try evidence() == [[.message, .article]])
        try archive.decide(.distinct(post), on: statement.id)
        #expect(try evidence().count == 2)
        #expect(try archive.verify { Issue.record("\($0)") }.failures == 0)
    }

    @Test("A post that was ruled to be another is not proposed again")
    func ruledOut() throws {
        let statement = try translated()
        let post = try #require(try archive.postCandidates(for: statement).first).statement
        try archive.decide(.distinct(post), on: statement.id)
        #expect(try archive.postCandidates(for: statement).isEmpty)
        #expect(try archive.postProposals().isEmpty)
        #expect(try evidence().count == 2)
    }

    @Test("A ruling on what the archive doesn't hold is refused, and changes nothing")
    func unknown() throws {
        let statement = try translated()
        let stranger = Identifier<Statement>(stored: "sta_aaaaaaaaaaaaaaaa")
        #expect(throws: ArchiveError.self) { try archive.decide(.same(stranger), on: statement.id) }
        #expect(throws: ArchiveError.self) { try archive.decide(.same(statement.id), on: stranger) }
        #expect(try evidence().count == 2)
        #expect(throws: ArchiveError.self) { try archive.statement(matching: stranger.text) }
    }

    @Test("What was rejected is no report of a post")
    func rejected() throws {
        try post(PostJoiningTests.words)
        try report("we will not leave the pier before they land,")
        let joined = try #require(try archive.timeline(TimelineQuery()).statements.first)
        let report = Statement.identifier(ofQuotes: [joined.evidence[1].id])
        try archive.decide(.reject, on: report)
        #expect(try evidence() == [[.message]])
    }
}
