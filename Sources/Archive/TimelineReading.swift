import EDTF
import GRDB
import Statements

/// How many statements a query finds, and the time that they span.
public struct TimelineSummary: Hashable, Sendable {
    /// How many there are.
    public let count: Int
    /// The first second of the first dated statement; nil where none is dated.
    public let first: Instant?
    /// The last second of the last dated statement.
    public let last: Instant?
}

extension Archive {
    /// The statements that a query asks for, in order, with all that they refer to. Memory grows with their number;
    /// `forEachPage` is for many.
    ///
    /// Only statements whose evidence stands in the latest version of a source are shown, and accepted ones that
    /// the latest version no longer has. Versions come without their paragraphs where they come without their text.
    ///
    /// - Throws: where the query names a speaker or a source that isn't known or isn't the only one.
    public func timeline(
        _ query: TimelineQuery, includingTexts: Bool = false
    ) throws(ArchiveError) -> Timeline {
        try reading { db in
            let listing = try Listing(query, in: db)
            let limit = min(max(query.limit ?? .max, 0), Int(Int32.max))
            let numbers = try listing.numbers(limit: limit, in: db)
            var assembler = Assembler(db: db, includesTexts: includingTexts)
            var timeline = try assembler.timeline(of: numbers, query: query)
            var unlimited = query
            unlimited.excludesWithheld = false
            if unlimited == TimelineQuery() { try addAllSpeakers(to: &timeline, in: db) }
            return timeline
        }
    }

    /// Visits the statements that a query asks for, page by page, in one consistent state of the archive.
    ///
    /// A page has what its own statements refer to; the query's limit holds for all pages together.
    public func forEachPage(
        of query: TimelineQuery, size: Int = 500, includingTexts: Bool = false,
        _ body: (Timeline) throws -> Void
    ) throws {
        // The body's own errors go through as they are.
        var failure: (any Error)?
        try reading { db in
            let listing = try Listing(query, in: db)
            var left = query.limit ?? .max
            var last: ListingKey?
            while left > 0 {
                let wanted = min(size, left)
                let keys = try listing.page(after: last, limit: wanted, in: db)
                if keys.isEmpty { break }
                let numbers = keys.map(\.number).removingRepeats(of: last?.number)
                left -= numbers.count
                last = keys.last
                var assembler = Assembler(db: db, includesTexts: includingTexts)
                let page = try assembler.timeline(of: numbers, query: query)
                do { try body(page) } catch {
                    failure = error
                    break
                }
            }
        }
        if let failure { throw failure }
    }

    /// How many statements a query finds, its limit aside, and the time that they span.
    public func summary(of query: TimelineQuery) throws(ArchiveError) -> TimelineSummary {
        try reading { db in
            var ascending = query
            ascending.isReversed = false
            var descending = query
            descending.isReversed = true
            let listing = try Listing(ascending, in: db)
            let count = try listing.count(in: db)
            let first = try listing.page(after: nil, limit: 1, in: db).first
            let last = try Listing(descending, in: db).page(after: nil, limit: 1, in: db).first
            func instant(_ second: Int64?) -> Instant? {
                second.flatMap { $0 == Order.undated ? nil : Instant(seconds: $0) }
            }
            return TimelineSummary(
                count: count, first: instant(first?.earliest), last: instant(last?.latest))
        }
    }

    private func addAllSpeakers(to timeline: inout Timeline, in db: Database) throws {
        let registry = Registry(db: db)
        for number in try db.all("SELECT number FROM speaker", read: { $0.integer(0) }) {
            guard let speaker = try registry.speaker(number: number) else { continue }
            timeline.speakers[speaker.id] = speaker
        }
    }
}

extension Listing {
    /// The rows of the first `limit` statements.
    func numbers(limit: Int, in db: Database) throws -> [Int64] {
        var numbers: [Int64] = []
        var last: ListingKey?
        while numbers.count < limit {
            let wanted = min(limit - numbers.count, 10_000)
            let keys = try page(after: last, limit: wanted, in: db)
            numbers += keys.map(\.number).removingRepeats(of: last?.number)
            last = keys.last
            if keys.count < wanted { break }
        }
        return numbers
    }
}

extension [Int64] {
    /// Without those that are equal to the one before: the same row found by two arms.
    fileprivate func removingRepeats(of previous: Int64?) -> [Int64] {
        var previous = previous
        return filter { number in
            defer { previous = number }
            return number != previous
        }
    }
}
