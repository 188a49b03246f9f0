import EDTF
import GRDB
import Statements

/// The accounts that the archive knows, and whose they are.
struct Accounts {
    let db: Database

    /// An account in its row.
    struct Row {
        let number: Int64
        /// The text by which the archive knows it.
        let identity: String
        let account: Account
    }

    static let columns = "account.number, account.identity, account.name, account.username"

    static func row(_ columns: Columns, at column: Int32 = 0) -> Row {
        Row(
            number: columns.integer(column), identity: columns.text(column + 1),
            account: Account(
                peer: Peer(columns.text(column + 1)), username: columns.optionalText(column + 3),
                name: columns.optionalText(column + 2)))
    }

    func row(_ number: Int64) throws -> Row? {
        try db.first("SELECT \(Accounts.columns) FROM account WHERE number = ?", .integer(number)) {
            Accounts.row($0)
        }
    }

    /// The text by which the archive knows an account.
    func identity(of number: Int64) throws -> String? {
        try db.first("SELECT identity FROM account WHERE number = ?", .integer(number)) { $0.text(0) }
    }

    /// The row of an account. One that is known by its user name alone is the one that has the name.
    func number(of account: Account) throws -> Int64? {
        guard let identity = account.identity else { return nil }
        let known = try db.first("SELECT number FROM account WHERE identity = ?", .text(identity)) {
            $0.integer(0)
        }
        if let known { return known }
        guard let username = account.username else { return nil }
        // One whose number is known can be that of which only the name was, but not another with a number.
        return try db.first(
            "SELECT number FROM account WHERE handle = ? AND (? OR kind IS NULL) ORDER BY number LIMIT 1",
            .text(Accounts.handle(username)), Value(account.peer == nil)
        ) { $0.integer(0) }
    }

    /// The row of an account, which is made where it is new and completed where more is known now.
    func insert(_ account: Account) throws -> Int64? {
        guard let identity = account.identity else { return nil }
        if let number = try number(of: account) {
            try complete(number, with: account)
            return number
        }
        try db.run(
            "INSERT INTO account(identity, kind, name, username, tie, handle, key) VALUES (?, ?, ?, ?, ?, ?, ?)",
            .text(identity), Value(account.peer?.kind.rawValue), Value(account.name), Value(account.username),
            Value(account.peer.map { Account.tie($0).key.text }),
            Value(account.username.map(Accounts.handle)), Value(Accounts.key(account.name)))
        let number = db.lastInsertedRowID
        try note(account.name, of: number, since: nil)
        return number
    }

    private func complete(_ number: Int64, with account: Account) throws {
        guard let known = try row(number)?.account else { return }
        if let name = account.name, name != known.name {
            try db.run(
                "UPDATE account SET name = ?, key = ? WHERE number = ?", .text(name),
                Value(Accounts.key(name)), .integer(number))
            try note(name, of: number, since: nil)
        }
        if let peer = account.peer, known.peer == nil {
            try db.run(
                "UPDATE account SET kind = ?, tie = ? WHERE number = ?", .text(peer.kind.rawValue),
                .text(Account.tie(peer).key.text), .integer(number))
        }
        if let username = account.username, username != known.username {
            try db.run(
                "UPDATE account SET username = ?, handle = ? WHERE number = ?", .text(username),
                .text(Accounts.handle(username)), .integer(number))
        }
    }

    /// Takes note of a name that an account has or had, with the second from which on it had it, where that is known.
    func note(_ name: String?, of number: Int64, since: Int64?) throws {
        guard let name, !name.isEmpty else { return }
        try db.run(
            """
            INSERT INTO accountName(account, value, since) VALUES (?1, ?2, ?3)
                ON CONFLICT DO UPDATE SET since = min(coalesce(since, ?3), coalesce(?3, since))
            """, .integer(number), .text(name), Value(since))
    }

    /// Gives the speaker to whom an account is tied the names that the account had, each with its time, as far as it
    /// is known.
    func adoptNames(of account: Int64) throws {
        let keys = try db.first("SELECT tie, handle FROM account WHERE number = ?", .integer(account)) {
            [$0.optionalText(0), $0.optionalText(1)].compactMap(\.self)
        }
        let owners = try (keys ?? []).map { try Registry(db: db).owners(of: NameKey(stored: $0)) }.first {
            !$0.isEmpty
        }
        guard let owners, owners.count == 1 else { return }
        let names = try db.all(
            "SELECT value, since FROM accountName WHERE account = ? ORDER BY since, value", .integer(account)
        ) { (value: $0.text(0), since: $0.optionalInteger(1)) }
        for (index, name) in names.enumerated() where !NameKey(folding: name.value).isEmpty {
            let start = name.since.map { Instant(seconds: $0).day.description }
            let end = names[(index + 1)...].compactMap(\.since).first.map {
                Instant(seconds: $0).day.description
            }
            let period = start.flatMap { EDTFDate("\($0)/\(end ?? "..")") }
            let isNew = try Registry(db: db).insert(Name(name.value, period: period), of: owners[0])
            guard !isNew, let period else { continue }
            try db.run(
                """
                UPDATE name SET period = ? WHERE speaker = ? AND value = ? AND kind = 'alias' AND period LIKE '%/..'
                """, .text(period.description), .integer(owners[0]), .text(name.value))
        }
    }

    /// The accounts that a name ties to a speaker.
    func tied(by key: NameKey) throws -> [Int64] {
        try db.all(
            "SELECT number FROM account WHERE tie = ?1 UNION SELECT number FROM account WHERE handle = ?1",
            .text(key.text)
        ) {
            $0.integer(0)
        }
    }

    private static func handle(_ username: String) -> String { NameKey(folding: "@" + username).text }

    private static func key(_ name: String?) -> String? {
        guard let key = name.map({ NameKey(folding: $0) }), !key.isEmpty else { return nil }
        return key.text
    }

    /// Those to whom an account is tied by its number, else by its user name, else those who have its name.
    func owners(of number: Int64) throws -> [Int64] {
        let keys = try db.first("SELECT tie, handle, key FROM account WHERE number = ?", .integer(number)) {
            [$0.optionalText(0), $0.optionalText(1), $0.optionalText(2)]
        }
        for key in (keys ?? []).compactMap(\.self) {
            let owners = try Registry(db: db).owners(of: NameKey(stored: key))
            if !owners.isEmpty { return owners }
        }
        return []
    }

    /// The accounts that are one speaker's and no one else's.
    func accounts(of speaker: Int64) throws -> [Int64] {
        let candidates = try db.all(
            """
            SELECT account.number FROM name JOIN account ON account.tie = name.key WHERE speaker = ?1
            UNION SELECT account.number FROM name JOIN account ON account.handle = name.key WHERE speaker = ?1
            UNION SELECT account.number FROM name JOIN account ON account.key = name.key WHERE speaker = ?1
            """, .integer(speaker)
        ) { $0.integer(0) }
        return try candidates.filter { try owners(of: $0) == [speaker] }
    }

    /// The accounts that have a name, or are called so by number or user name.
    func accounts(called name: String) throws -> [Int64] {
        let keys = [NameKey(folding: name).text] + [Account.tie(name)?.key.text].compactMap(\.self)
        var numbers: Set<Int64> = []
        for key in keys where !key.isEmpty {
            for column in ["tie", "handle", "key"] {
                numbers.formUnion(
                    try db.all("SELECT number FROM account WHERE \(column) = ?", .text(key)) { $0.integer(0) }
                )
            }
        }
        return numbers.sorted()
    }
}
