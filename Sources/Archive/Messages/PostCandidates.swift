import EDTF
import GRDB
import Statements

import struct Statements.Statement

/// A post that may be what an article speaks of.
public struct PostCandidate: Hashable, Sendable {
    /// The statement that the post is.
    public let statement: Identifier<Statement>
    /// Where it can be read.
    public let address: String?
    /// Its words.
    public let text: String
}

/// A statement that an article says was posted, and the posts that it may be: a person can tell.
public struct PostProposal: Hashable, Sendable {
    /// The article's statement.
    public let statement: Statement
    /// The posts, in the order in which they were posted.
    public let candidates: [PostCandidate]
}

extension Archive {
    /// The posts of the same speaker on the day on which a statement was made, where an article says that it was made in
    /// a post: its words may be a translation, which only a person can tell. Those that were ruled to be something else are
    /// left out.
    public func postCandidates(for statement: Statement) throws(ArchiveError) -> [PostCandidate] {
        try reading { db in try PostCandidates(db: db).candidates(for: statement) }
    }

    /// The statements of articles that may be posts, in the order of a timeline, at most so many.
    public func postProposals(limit: Int? = nil) throws(ArchiveError) -> [PostProposal] {
        try reading { db in try PostCandidates(db: db).proposals(limit: limit ?? .max) }
    }

    /// The statement that an identifier, or its first letters, stands for, and whether it is a post.
    ///
    /// - Throws: `ArchiveError.unknown` and `.ambiguous`.
    public func statement(
        matching text: String
    ) throws(ArchiveError) -> (id: Identifier<Statement>, isPost: Bool) {
        try reading { db in
            if let id = try Lookup(db: db).unique(text, in: "statement") {
                return (Identifier(stored: id), false)
            }
            let rows = try MessageRow.numbers(withIdentifier: text, in: db).compactMap { number in
                try MessageRow.find(number: number, in: db)?.statementIdentifier
            }
            let posts = Set(rows.filter { $0.text.hasPrefix(text) })
            if posts.count > 1 {
                throw ArchiveError.ambiguous(id: text, candidates: posts.map(\.text).sorted())
            }
            guard let post = posts.first else { throw ArchiveError.unknown(id: text) }
            return (post, true)
        }
    }
}

/// Finds the posts that articles in other languages may speak of.
private struct PostCandidates {
    let db: Database

    /// Words for the means by which something is posted.
    private static let media = ["telegram", "channel", "post", "социал", "телеграм", "канал", "пост"]
    /// How many posts of a day are offered.
    private static let limit: Int64 = 5
    /// So many statements are looked at at once.
    private static let pageSize: Int64 = 200
    /// Half a day: the day of an article is that of its place.
    private static let tolerance: Int64 = 43_200

    func proposals(limit: Int) throws -> [PostProposal] {
        var proposals: [PostProposal] = []
        var last: Int64 = 0
        while proposals.count < limit {
            let numbers = try db.all(
                """
                SELECT number FROM statement WHERE number > ? AND listed = 1 AND joined IS NULL AND medium IS NOT NULL
                    ORDER BY number LIMIT ?
                """, .integer(last), .integer(PostCandidates.pageSize)
            ) { $0.integer(0) }
            guard let end = numbers.last else { break }
            last = end
            var assembler = Assembler(db: db, includesTexts: false)
            for statement in try assembler.timeline(of: numbers, query: TimelineQuery()).statements {
                let candidates = try candidates(for: statement)
                if !candidates.isEmpty {
                    proposals.append(PostProposal(statement: statement, candidates: candidates))
                }
            }
        }
        return Array(proposals.prefix(limit))
    }

    func candidates(for statement: Statement) throws -> [PostCandidate] {
        let isPosted = PostCandidates.media.contains { statement.medium?.lowercased().contains($0) ?? false }
        guard isPosted, case .speaker(let speaker) = statement.resolution,
            !statement.evidence.contains(where: { $0.quote.kind == .message }),
            let day = statement.occasion?.date, let first = day.earliest, let last = day.latest,
            let number = try Registry(db: db).number(of: speaker)
        else { return [] }
        let ruledOut = try ruledOut(of: statement.id)
        return try Accounts(db: db).accounts(of: number).flatMap { account in
            let rows = try db.all(
                """
                SELECT number FROM message INDEXED BY messageBySpeaker
                    WHERE speaker = ? AND listed = 1 AND earliest BETWEEN ? AND ?
                    ORDER BY earliest, latest, place LIMIT ?
                """, .integer(account), .integer(first.seconds - PostCandidates.tolerance),
                .integer(last.seconds + PostCandidates.tolerance), .integer(PostCandidates.limit)
            ) { $0.integer(0) }
            return try rows.compactMap { try MessageRow.find(number: $0, in: db) }.map { row in
                PostCandidate(
                    statement: row.statementIdentifier, address: row.source.metadata.url, text: row.text)
            }
        }.filter { !ruledOut.contains($0.statement.text) }
    }

    private func ruledOut(of statement: Identifier<Statement>) throws -> Set<String> {
        try Set(
            db.all(
                "SELECT value FROM decision WHERE statement = ? AND ruling = 'distinct'",
                .text(statement.text)
            ) { $0.text(0) })
    }
}
