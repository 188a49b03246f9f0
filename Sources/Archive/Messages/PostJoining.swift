import EDTF
import GRDB
import Statements

import struct Statements.Statement

/// Finds the posts whose words articles quote, and makes the article's quote evidence of the post's statement.
///
/// A statement that is joined is no longer listed; the message is its statement, and its primary source.
struct PostJoining {
    let db: Database

    /// How many posts are looked at for one quote.
    private static let candidateLimit = 50
    /// How many runs of a quote are looked for where it stands in no post as it is.
    private static let runLimit = 6
    /// A day: the clocks of outlets are not always in UTC.
    private static let tolerance: Int64 = 86_400

    /// Joins the statements from a row on that are not joined yet: those that came with a document, or all after messages came.
    func join(from first: Int64 = 0) throws {
        guard try db.first("SELECT 1 FROM message LIMIT 1", read: { _ in true }) == true else { return }
        let numbers = try db.all(
            """
            SELECT statement.number FROM statement JOIN source ON source.number = statement.source
                WHERE statement.number >= ? AND listed = 1 AND joined IS NULL AND statement.kind <> 'indirect'
                    AND source.kind <> 'message'
            """, .integer(first)
        ) { $0.integer(0) }
        for number in numbers { _ = try join(number) }
    }

    private struct Candidate {
        let row: MessageRow
        let match: PostMatch
        let isSameSpeaker: Bool

        /// The better match first, then the speaker's own, then the latest, which is the nearest to the report.
        var rank: (Int, Double, Int, Int, Int64) {
            (
                match.kind.rawValue, match.share, isSameSpeaker ? 1 : 0, row.details?.forward == nil ? 1 : 0,
                row.posted?.seconds ?? Int64.min
            )
        }
    }

    /// Joins a statement to the post that it quotes, and tells whether there is one.
    func join(_ statement: Int64) throws -> Bool {
        let segments = try db.all(
            "SELECT spans, words FROM quote WHERE statement = ? AND kind <> 'indirect'", .integer(statement)
        ) { Spans.segments($0.text(0), words: $0.text(1)) }
        guard let quoted = QuotedWords(segments.flatMap(\.self)),
            let row = try db.first(
                "SELECT id, key, reported FROM statement WHERE number = ?", .integer(statement),
                read: { (id: $0.text(0), key: $0.optionalText(1), reported: $0.date(2)) })
        else { return false }
        let owners = try row.key.map { try Registry(db: db).owners(of: NameKey(stored: $0)) } ?? []
        let limit = row.reported?.latest.map { $0.seconds + PostJoining.tolerance } ?? Int64.max
        var best: Candidate?
        func consider(_ number: Int64) throws {
            guard let post = try current(number), (post.posted?.seconds ?? Int64.max) <= limit,
                let match = PostMatch(quoted, in: post.text)
            else { return }
            let others = try post.speaker.map { try Accounts(db: db).owners(of: $0.number) } ?? []
            // What two known speakers said is not one statement, be the words the same.
            if owners.count == 1, others.count == 1, owners != others { return }
            if try isRuledDistinct(row.id, post) { return }
            let candidate = Candidate(
                row: post, match: match, isSameSpeaker: owners == others && !owners.isEmpty)
            if best.map({ candidate.rank > $0.rank }) ?? true { best = candidate }
        }
        for number in try wholly(quoted) { try consider(number) }
        if best.map({ $0.match.kind == .near }) ?? true {
            for number in try nearly(quoted) { try consider(number) }
        }
        guard let best else { return false }
        try db.run(
            "UPDATE statement SET joined = ?, current = 0, listed = 0 WHERE number = ?",
            .integer(best.row.number), .integer(statement))
        return true
    }

    /// The rows of posts in which all the words may stand. A few long ones, which are the rarest, are found faster than all;
    /// where they stand in many posts, all tell.
    private func wholly(_ quoted: QuotedWords) throws -> [Int64] {
        let few = try hits(quoted.tellingRun.joined(separator: " "))
        if few.count < PostJoining.candidateLimit { return few }
        return try hits(quoted.words.prefix(12).joined(separator: " "))
    }

    /// The rows of posts in which most runs of the words may stand.
    private func nearly(_ quoted: QuotedWords) throws -> [Int64] {
        guard quoted.words.count >= PostMatch.leastWordsNear else { return [] }
        let runs = QuotedWords.runs(of: quoted.words)
        let step = max(1, runs.count / PostJoining.runLimit)
        var counts: [Int64: Int] = [:]
        for index in stride(from: 0, to: runs.count, by: step) {
            for number in try hits(runs[index]) { counts[number, default: 0] += 1 }
        }
        let sorted = counts.filter { $0.value >= 2 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return sorted.prefix(5).map(\.key)
    }

    /// The rows in which words stand in this order.
    private func hits(_ words: String) throws -> [Int64] {
        guard let expression = SearchExpression("\"\(words)\"") else { return [] }
        return try db.all(
            "SELECT rowid FROM messageSearch WHERE messageSearch MATCH ? LIMIT ?", .text(expression.text),
            .integer(Int64(PostJoining.candidateLimit))
        ) { $0.integer(0) }
    }

    /// The version of a message that is shown, where the message is a statement.
    private func current(_ number: Int64) throws -> MessageRow? {
        guard let row = try MessageRow.find(number: number, in: db) else { return nil }
        if row.isCurrent { return row.status == .rejected ? nil : row }
        return try row.versions(in: db).first { $0.isCurrent && $0.status != .rejected }
    }

    private func isRuledDistinct(_ statement: String, _ post: MessageRow) throws -> Bool {
        try db.first(
            "SELECT 1 FROM decision WHERE statement = ? AND ruling = 'distinct' AND value = ?",
            .text(statement),
            .text(post.statementIdentifier.text)
        ) { _ in true } ?? false
    }
}
