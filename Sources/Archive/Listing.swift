import GRDB
import Statements

/// A place in a listing: what statements are ordered by, and the row.
struct ListingKey: Hashable, Comparable {
    let earliest: Int64
    let latest: Int64
    let place: Int64
    let number: Int64

    var isUndated: Bool { earliest == Order.undated }

    static func < (left: ListingKey, right: ListingKey) -> Bool {
        (left.earliest, left.latest, left.place, left.number)
            < (right.earliest, right.latest, right.place, right.number)
    }
}

/// A piece of SQL that is true or false of a row of `statement`, and its values.
struct Condition {
    var sql: String
    var values: [Value] = []

    func and(_ other: Condition) -> Condition {
        Condition(sql: "\(sql) AND \(other.sql)", values: values + other.values)
    }

    /// True where one of them is.
    static func any(_ conditions: [Condition]) -> Condition {
        Condition(
            sql: "(" + conditions.map { "(\($0.sql))" }.joined(separator: " OR ") + ")",
            values: conditions.flatMap(\.values))
    }
}

/// Something that a query asks for, which an index can find: rows for which one of the alternatives is true. Each
/// alternative begins with an equality of the index's first column, and is true of few rows or none that
/// another one is true of.
struct Filter {
    let index: String
    var alternatives: [Alternative]
    /// The same among the messages.
    var messages = MessageFilter.none

    struct Alternative {
        /// Where another index than the filter's serves.
        var index: String?
        var condition: Condition
    }

    var condition: Condition { .any(alternatives.map(\.condition)) }
}

/// The rows of one walk through the archive, in order. A listing is one or more such walks, one after the other.
struct Walk {
    var arms: [Filter.Alternative]
    let index: String
    var range: Condition?
    /// Whether these are the statements without a date, which come after all others.
    var isUndated = false
    /// The statements that are messages, each with its index.
    var messageArms: [Filter.Alternative] = []
}

/// Which rows of `statement` a query lists, and in which order: as SQL that indexes serve without sorting.
///
/// The rows that one key of an index finds come in the order of the timeline. Where several keys are asked for,
/// as for a group with several names, each is an arm of a `UNION ALL`, and SQLite merges the arms as they come.
struct Listing {
    var walks: [Walk]
    let isReversed: Bool
    /// The statements that hold the words asked for; nil where none are.
    var hits: Hits?

    /// At most so many arms in one query: SQLite takes no more than 500.
    private static let armsAtOnce = 100

    /// The keys after `last` in order, at most `limit` of them.
    func page(after last: ListingKey?, limit: Int, in db: Database) throws -> [ListingKey] {
        var keys: [ListingKey] = []
        var last = last
        if let hits, hits.areFew { return try fewHits(hits, after: last, limit: limit, in: db) }
        for walk in walks {
            if let place = last, place.isUndated != walk.isUndated {
                if place.isUndated { continue }
                last = nil
            }
            while keys.count < limit {
                // With words, many rows may have to be passed over for each that has them.
                let wanted = hits == nil ? limit - keys.count : max(limit, 1_000)
                let rows = try rows(of: walk, after: last, limit: wanted, in: db)
                for row in rows where hits?.contains(row.number) ?? true {
                    if keys.count < limit { keys.append(row) }
                }
                last = rows.last ?? last
                if rows.count < wanted { break }
            }
            if keys.count >= limit { break }
        }
        return keys
    }

    private func rows(
        of walk: Walk, after last: ListingKey?, limit: Int, in db: Database
    ) throws -> [ListingKey] {
        var merged: [ListingKey] = []
        for (arms, table) in [(walk.arms, Table.statement), (walk.messageArms, .message)] {
            for start in stride(from: 0, to: arms.count, by: Listing.armsAtOnce) {
                let arms = arms[start..<min(start + Listing.armsAtOnce, arms.count)]
                let select = select(arms, from: table, of: walk, after: last, limit: limit)
                var rows: [ListingKey] = []
                try db.each(select.sql, with: select.values) { rows.append(ListingKey($0, in: table)) }
                merged = merged.isEmpty ? rows : rows.isEmpty ? merged : merge(merged, rows, limit: limit)
            }
        }
        return merged
    }

    private func merge(_ left: [ListingKey], _ right: [ListingKey], limit: Int) -> [ListingKey] {
        let all = left + right
        return Array((isReversed ? all.sorted(by: >) : all.sorted()).prefix(limit))
    }

    /// The query for the rows of some arms of a walk.
    func select(
        _ arms: some Collection<Filter.Alternative>, from table: Table = .statement, of walk: Walk,
        after last: ListingKey?, limit: Int
    ) -> Condition {
        let direction = isReversed ? "DESC" : "ASC"
        var sql = ""
        var values: [Value] = []
        for arm in arms {
            let condition = condition(of: arm, in: walk, after: last?.in(table))
            if !sql.isEmpty { sql += " UNION ALL " }
            sql += "SELECT earliest, latest, place, number FROM \(table.rawValue) "
            sql += "INDEXED BY \(arm.index ?? walk.index) WHERE \(condition.sql)"
            values += condition.values
        }
        sql += " ORDER BY earliest \(direction), latest \(direction), place \(direction), number \(direction)"
        sql += " LIMIT ?"
        values.append(.integer(Int64(limit)))
        return Condition(sql: sql, values: values)
    }

    private func condition(
        of arm: Filter.Alternative, in walk: Walk, after last: ListingKey?
    ) -> Condition {
        var condition = arm.condition
        if let range = walk.range { condition = condition.and(range) }
        guard let last else { return condition }
        let comparison = isReversed ? "<" : ">"
        return condition.and(
            Condition(
                sql: "(earliest, latest, place, number) \(comparison) (?, ?, ?, ?)",
                values: [
                    .integer(last.earliest), .integer(last.latest), .integer(last.place),
                    .integer(last.number),
                ]))
    }

    /// How many rows there are.
    func count(in db: Database) throws -> Int {
        if hits != nil || mayRepeat {
            var count = 0
            var last: ListingKey?
            while true {
                let keys = try page(after: last, limit: 10_000, in: db)
                count += Set(keys.map(\.number)).count
                guard keys.count == 10_000 else { return count }
                last = keys.last
            }
        }
        var count: Int64 = 0
        for walk in walks {
            for (arms, table) in [(walk.arms, Table.statement), (walk.messageArms, .message)] {
                for arm in arms {
                    let condition = condition(of: arm, in: walk, after: nil)
                    try db.each(
                        """
                        SELECT count(*) FROM \(table.rawValue) INDEXED BY \(arm.index ?? walk.index)
                            WHERE \(condition.sql)
                        """, with: condition.values
                    ) { count += $0.integer(0) }
                }
            }
        }
        return Int(count)
    }

    /// Whether two arms can find the same row.
    var mayRepeat = false
}

/// The tables that hold statements.
enum Table: String {
    case statement
    case message

    /// What the numbers of its rows begin with in a listing.
    var offset: Int64 { self == .message ? MessageSchema.offset : 0 }
}

extension ListingKey {
    init(_ row: Columns, in table: Table) {
        earliest = row.integer(0)
        latest = row.integer(1)
        place = row.integer(2)
        number = row.integer(3) + table.offset
    }

    /// The same place with the number that a row of a table would have there.
    fileprivate func `in`(_ table: Table) -> ListingKey {
        ListingKey(earliest: earliest, latest: latest, place: place, number: number - table.offset)
    }
}

extension Listing {
    /// Few hits are looked up and sorted.
    private func fewHits(
        _ hits: Hits, after last: ListingKey?, limit: Int, in db: Database
    ) throws -> [ListingKey] {
        var keys: Set<ListingKey> = []
        for walk in walks {
            for (arms, table) in [(walk.arms, Table.statement), (walk.messageArms, .message)]
            where !arms.isEmpty {
                let condition = Condition.any(arms.map { self.condition(of: $0, in: walk, after: nil) })
                try db.each(
                    """
                    SELECT earliest, latest, place, number FROM \(table.rawValue)
                        WHERE number IN (SELECT value FROM json_each(?)) AND \(condition.sql)
                    """, with: [.text(hits.json(in: table))] + condition.values
                ) { keys.insert(ListingKey($0, in: table)) }
            }
        }
        let sorted = keys.sorted { left, right in
            left.isUndated != right.isUndated ? right.isUndated : isReversed ? right < left : left < right
        }
        guard let last else { return Array(sorted.prefix(limit)) }
        let index = sorted.firstIndex(of: last).map { $0 + 1 } ?? 0
        return Array(sorted.dropFirst(index).prefix(limit))
    }
}
