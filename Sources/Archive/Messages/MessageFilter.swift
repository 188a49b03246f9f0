import GRDB
import Statements

/// Which messages a part of a query asks for: those for which one of the alternatives is true; none where there is no
/// alternative.
struct MessageFilter {
    /// The alternatives; those with an index are found by it.
    var alternatives: [Filter.Alternative]

    /// No message.
    static let none = MessageFilter(alternatives: [])

    /// Messages for which something is true.
    static func all(_ condition: Condition) -> MessageFilter {
        MessageFilter(alternatives: [.init(condition: condition)])
    }

    /// The messages that all parts of a query ask for, as arms of a listing. The first part that an index serves narrows
    /// the walk; the others are asked of each row.
    static func arms(of filters: [MessageFilter], shown: Condition) -> [Filter.Alternative] {
        var narrowing = [Filter.Alternative(index: "messageInOrder", condition: shown)]
        var conditions: [Condition] = []
        var isNarrowed = false
        for filter in filters {
            if filter.alternatives.isEmpty { return [] }
            if !isNarrowed, filter.alternatives.allSatisfy({ $0.index != nil }) {
                isNarrowed = true
                narrowing = filter.alternatives.map {
                    .init(index: $0.index, condition: $0.condition.and(shown))
                }
            } else {
                conditions.append(.any(filter.alternatives.map(\.condition)))
            }
        }
        return narrowing.map { arm in
            .init(index: arm.index, condition: conditions.reduce(arm.condition) { $0.and($1) })
        }
    }

    /// The messages that stand in a source: one message by its identifier or address, or all of a chat by its name.
    static func source(_ text: String, in db: Database) throws -> MessageFilter {
        let byIdentifier = try MessageRow.numbers(withIdentifier: text, in: db)
        if text.hasPrefix("src_"), !byIdentifier.isEmpty {
            let places = try byIdentifier.compactMap { number in
                try db.first("SELECT chat, id FROM message WHERE number = ?", .integer(number)) {
                    [$0.integer(0), $0.integer(1)]
                }
            }
            return MessageFilter(alternatives: Set(places).map { one($0[0], $0[1]) })
        }
        let address = MessageAddress(text)
        let accounts = try Accounts(db: db).accounts(called: address?.chat ?? text)
        let chats = try accounts.compactMap { account in
            try db.first("SELECT number FROM chat WHERE account = ?", .integer(account)) { $0.integer(0) }
        }
        return MessageFilter(
            alternatives: chats.map { chat in
                guard let message = address?.message else {
                    return .init(condition: Condition(sql: "chat = ?", values: [.integer(chat)]))
                }
                return one(chat, message)
            })
    }

    /// The messages that the sources quote for which a condition on their statements is true.
    static func joined(where condition: Condition, in db: Database) throws -> [Filter.Alternative] {
        var places: Set<[Int64]> = []
        try db.each(
            """
            SELECT message.chat, message.id FROM statement JOIN message ON message.number = joined
                WHERE statement.joined IS NOT NULL AND statement.\(condition.sql)
            """, with: condition.values
        ) { places.insert([$0.integer(0), $0.integer(1)]) }
        return places.map { one($0[0], $0[1]) }
    }

    /// The rows of the message at an address, the current version first.
    static func numbers(at address: MessageAddress, in db: Database) throws -> [Int64] {
        try Accounts(db: db).accounts(called: address.chat).flatMap { account in
            try db.all(
                """
                SELECT message.number FROM message JOIN chat ON chat.number = message.chat
                    WHERE account = ? AND id = ? ORDER BY current DESC, message.number
                """, .integer(account), .integer(address.message)
            ) { $0.integer(0) }
        }
    }

    private static func one(_ chat: Int64, _ message: Int64) -> Filter.Alternative {
        .init(
            index: "messageById",
            condition: Condition(sql: "chat = ? AND id = ?", values: [.integer(chat), .integer(message)]))
    }
}

/// The address of a message: `https://t.me/name/3`, `https://t.me/c/1900000001/3`, `tg:channel1900000001/3`.
struct MessageAddress {
    let chat: String
    let message: Int64

    init?(_ text: String) {
        var rest = text[...]
        if let query = rest.firstIndex(of: "?") { rest = rest[..<query] }
        let isTelegram = ["https://t.me/", "http://t.me/", "t.me/", "tg:"].contains { rest.hasPrefix($0) }
        let parts = rest.split(separator: "/")
        guard isTelegram, parts.count >= 2, let last = parts.last, let message = Int64(last) else {
            return nil
        }
        let chat = parts.dropLast().last { $0 != "s" && $0 != "c" && $0 != "t.me" } ?? ""
        self.chat = chat.hasPrefix("tg:") ? String(chat.dropFirst(3)) : String(chat)
        self.message = message
    }
}
