import EDTF
import GRDB
import Statements

extension Listing {
    /// The listing that answers a query.
    ///
    /// A statement's possible time reaches from its earliest to its latest second; an open or unknown side counts as
    /// the known one. It is in where that time overlaps the one asked for, from the first second of `since` to
    /// the last of `until`. One without a date is in only where neither is given.
    init(_ query: TimelineQuery, in db: Database) throws {
        isReversed = query.isReversed
        let plan = try QueryPlan(query, in: db)
        mayRepeat = plan.mayRepeat
        hits = try query.words.map { try Hits(words: $0, in: db) }
        let since = query.since?.earliest?.seconds
        let until = query.until?.latest?.seconds
        var dated = Condition(sql: "earliest < ?", values: [.integer(Order.undated)])
        if let until {
            dated = Condition(
                sql: "earliest <= ?", values: [.integer(min(until, Order.undated - 1))])
        }
        let isBounded = query.since != nil || query.until != nil
        let undated = Walk(
            arms: plan.arms, index: plan.index,
            range: Condition(sql: "earliest >= ?", values: [.integer(Order.undated)]), isUndated: true)
        walks = Listing.walks(plan, dated: dated, since: since)
        if isReversed { walks.reverse() }
        if !isBounded { walks.append(undated) }
    }

    /// The walks through the dated statements.
    ///
    /// Those that were possible at `since` may have begun long before. With an index of all, the short ones are found
    /// within 32 days before it, and the few long ones in an index of their own; they all come before.
    private static func walks(_ plan: QueryPlan, dated: Condition, since: Int64?) -> [Walk] {
        guard let since else {
            return [
                Walk(arms: plan.arms, index: plan.index, range: dated, messageArms: plan.messageArms)
            ]
        }
        let reaching = dated.and(Condition(sql: "latest >= ?", values: [.integer(since)]))
        guard plan.isOfAll else {
            return [
                Walk(arms: plan.arms, index: plan.index, range: reaching, messageArms: plan.messageArms)
            ]
        }
        let (first, overflows) = since.subtractingReportingOverflow(Order.short)
        let border = Value.integer(overflows ? Int64.min : first)
        let long = Condition(
            sql: "latest - earliest > \(Order.short) AND earliest < ?", values: [border])
        return [
            Walk(arms: plan.arms, index: "statementLong", range: reaching.and(long)),
            // The time of a message is never long.
            Walk(
                arms: plan.arms, index: plan.index,
                range: reaching.and(Condition(sql: "earliest >= ?", values: [border])),
                messageArms: plan.messageArms),
        ]
    }
}

/// Which index serves a query, and what is asked of the rows that it finds.
struct QueryPlan {
    let index: String
    let arms: [Filter.Alternative]
    /// The statements that are messages, each with its index.
    let messageArms: [Filter.Alternative]
    /// Whether the index has every listed statement, and the query asks for nothing but words and times.
    let isOfAll: Bool
    /// Whether two arms can find the same row.
    let mayRepeat: Bool

    init(_ query: TimelineQuery, in db: Database) throws {
        var filters: [Filter] = []
        var mayRepeat = false
        // In the order in which they are likely to find the fewest rows; the first one's index is used.
        if let source = query.source { filters.append(try QueryPlan.source(source, in: db)) }
        let speakers = SpeakerFilters(db: db)
        if let person = query.person { filters.append(try speakers.person(person)) }
        if let speaker = query.speaker { filters.append(try speakers.printed(speaker)) }
        if let group = query.group {
            let filter = try speakers.group(group, withMembers: query.includesMembers)
            mayRepeat = filter.mayRepeat
            filters.append(filter.filter)
        }
        if let status = query.status {
            let filter = Filter(
                index: "statementByStatus",
                alternatives: [
                    .init(condition: Condition(sql: "status = ?", values: [.text(status.rawValue)]))
                ], messages: QueryPlan.messages(status))
            // Only this index has the rejected ones.
            filters.insert(filter, at: status == .rejected ? 0 : filters.endIndex)
        }
        if let kind = query.kind {
            filters.append(
                Filter(
                    index: "statementByKind",
                    alternatives: [
                        .init(condition: Condition(sql: "kind = ?", values: [.text(kind.rawValue)]))
                    ], messages: kind == .message ? .all(Condition(sql: "TRUE")) : .none))
        }
        // What is listed is current and not rejected.
        let isByStatus = filters.first?.index == "statementByStatus"
        var shown = Condition(sql: isByStatus ? "current = 1" : "listed = 1")
        var shownMessages = Condition(
            sql: (query.status ?? .proposed) == .proposed ? "listed = 1" : "current = 1")
        if query.excludesWithheld {
            shown = shown.and(Condition(sql: "withheld = 0"))
            shownMessages = shownMessages.and(Condition(sql: "withheld = 0"))
        }
        messageArms = MessageFilter.arms(of: filters.map(\.messages), shown: shownMessages)
        let rest = filters.dropFirst().reduce(shown) { $0.and($1.condition) }
        if let first = filters.first {
            index = first.index
            arms = first.alternatives.map { .init(index: $0.index, condition: $0.condition.and(rest)) }
        } else {
            index = "statementInOrder"
            arms = [.init(condition: rest)]
        }
        isOfAll = filters.isEmpty
        self.mayRepeat = mayRepeat
    }

    /// Messages of a status. Only those that somebody ruled on are found by it.
    private static func messages(_ status: StatementStatus) -> MessageFilter {
        let number = Int64(MessageRow.statuses.firstIndex(of: status) ?? 0)
        let condition = Condition(sql: "status = ?", values: [.integer(number)])
        guard status != .proposed else { return .all(condition) }
        return MessageFilter(
            alternatives: [
                .init(index: "messageByStatus", condition: Condition(sql: "status <> 0").and(condition))
            ])
    }

    /// A source by its identifier or its address, or all of an outlet by its name.
    private static func source(_ text: String, in db: Database) throws -> Filter {
        let id = try Lookup(db: db).unique(text, in: "source")
        let numbers = try db.all(
            """
            SELECT number FROM source WHERE id = ?1
                UNION SELECT number FROM source WHERE canonicalURL = ?2
                UNION SELECT number FROM source WHERE url = ?2
            """, Value(id), .text(text)
        ) { $0.integer(0) }
        var messages = try MessageFilter.source(text, in: db)
        for number in numbers {
            let condition = Condition(sql: "source = ?", values: [.integer(number)])
            messages.alternatives += try MessageFilter.joined(where: condition, in: db)
        }
        if !numbers.isEmpty {
            return Filter(
                index: "statementBySource",
                alternatives: numbers.map {
                    .init(condition: Condition(sql: "source = ?", values: [.integer($0)]))
                }, messages: messages)
        }
        let key = SourceRow.publisherKey(text) ?? text
        let publisher = Condition(sql: "publisherKey = ?", values: [.text(key)])
        messages.alternatives += try MessageFilter.joined(where: publisher, in: db)
        let isKnown = try db.first("SELECT 1 FROM source WHERE publisherKey = ?", .text(key)) { _ in true }
        guard isKnown == true || !messages.alternatives.isEmpty else {
            throw ArchiveError.unknownSource(text)
        }
        return Filter(
            index: "statementByPublisher",
            alternatives: [.init(condition: publisher)],
            messages: messages)
    }
}

/// Names turned into the keys under which statements are found. A key that two speakers share finds for neither.
struct SpeakerFilters {
    let db: Database

    func printed(_ name: String) throws -> Filter {
        let accounts = try Accounts(db: db).accounts(called: name)
        return Filter(
            index: "statementByKey",
            alternatives: [
                .init(
                    condition: Condition(
                        sql: "key = ? AND ruled IS NULL", values: [.text(NameKey(folding: name).text)]))
            ], messages: MessageFilter(alternatives: accounts.map { by($0) }))
    }

    func person(_ text: String) throws -> Filter {
        let (number, _) = try Registry(db: db).find(text, kind: .person)
        return Filter(
            index: "statementByKey", alternatives: try alternatives(number, during: nil),
            messages: MessageFilter(alternatives: try messages(number, during: nil)))
    }

    /// A group, and where asked for its members, for as long as they are known to have been members.
    func group(_ text: String, withMembers: Bool) throws -> (filter: Filter, mayRepeat: Bool) {
        let (number, _) = try Registry(db: db).find(text, kind: .group)
        var filter = Filter(
            index: "statementByKey", alternatives: try alternatives(number, during: nil),
            messages: MessageFilter(alternatives: try messages(number, during: nil)))
        guard withMembers else { return (filter, false) }
        let memberships = try db.all(
            "SELECT person, period FROM membership WHERE \"group\" = ? ORDER BY person, number",
            .integer(number)
        ) { (person: $0.integer(0), period: $0.date(1)) }
        for membership in memberships {
            filter.alternatives += try alternatives(membership.person, during: membership.period)
            filter.messages.alternatives += try messages(membership.person, during: membership.period)
        }
        let mayRepeat = Set(memberships.map(\.person)).count < memberships.count
        return (filter, mayRepeat)
    }

    /// What one speaker wrote in messages, and those that a person ruled to be the speaker's.
    private func messages(_ number: Int64, during period: EDTFDate?) throws -> [Filter.Alternative] {
        var alternatives = try Accounts(db: db).accounts(of: number).map { by($0) }
        alternatives.append(
            .init(
                index: "messageByRuling",
                condition: Condition(sql: "ruled = ? AND ruled IS NOT NULL", values: [.integer(number)])))
        return narrowed(alternatives, to: period)
    }

    private func by(_ account: Int64) -> Filter.Alternative {
        .init(
            index: "messageBySpeaker",
            condition: Condition(sql: "speaker = ? AND ruled IS NULL", values: [.integer(account)]))
    }

    /// What one speaker said: under each name that is no one else's, and what a person ruled to be the speaker's.
    private func alternatives(_ number: Int64, during period: EDTFDate?) throws -> [Filter.Alternative] {
        let keys = try db.all(
            """
            SELECT DISTINCT key FROM name WHERE speaker = ?1
                AND NOT EXISTS (SELECT 1 FROM name AS other WHERE other.key = name.key AND other.speaker <> ?1)
                ORDER BY key
            """, .integer(number)
        ) { $0.text(0) }
        var alternatives = keys.map { key in
            Filter.Alternative(
                condition: Condition(sql: "key = ? AND ruled IS NULL", values: [.text(key)]))
        }
        alternatives.append(
            .init(
                index: "statementByRuling",
                condition: Condition(sql: "ruled = ? AND ruled IS NOT NULL", values: [.integer(number)])))
        return narrowed(alternatives, to: period)
    }

    private func narrowed(
        _ alternatives: [Filter.Alternative], to period: EDTFDate?
    ) -> [Filter.Alternative] {
        guard let period else { return alternatives }
        let during = Condition(
            sql: "earliest <= ? AND latest >= ?",
            values: [
                .integer(period.latest?.seconds ?? Order.undated - 1),
                .integer(period.earliest?.seconds ?? Int64.min),
            ])
        return alternatives.map { .init(index: $0.index, condition: $0.condition.and(during)) }
    }
}
