import EDTF
import GRDB
import Statements

import struct Statements.Statement

extension Archive {
    /// Adds a decision about a statement. Ruling once more what was ruled last changes nothing.
    ///
    /// `accept` and `reject` set the status. `speaker` and `date` correct the statement, which thereby stands as
    /// accepted. `same` joins an article's statement to the post that it names, and `distinct` takes it away from that; with
    /// other statements than posts they are kept for who joins statements.
    @discardableResult
    public func decide(
        _ ruling: Decision.Ruling, on statement: Identifier<Statement>, by: String? = nil,
        reason: String? = nil
    ) throws(ArchiveError) -> Decision {
        try writing { db in try Judge(db: db).decide(ruling, on: statement, by: by, reason: reason) }
    }

    /// What was ruled about a statement, the oldest first.
    public func decisions(on statement: Identifier<Statement>) throws(ArchiveError) -> [Decision] {
        try reading { db in
            try Judge(db: db).decisions(on: Lookup(db: db).current(statement))
        }
    }
}

/// Appends decisions, and gives statements the state that follows from them.
struct Judge {
    let db: Database

    func decisions(on statement: Identifier<Statement>) throws -> [Decision] {
        try db.all(
            "SELECT id, ruling, value, by, reason FROM decision WHERE statement = ? ORDER BY number",
            .text(statement.text)
        ) { row in
            Decision.Ruling(stored: row.text(1), value: row.optionalText(2)).map {
                Decision(
                    id: Identifier(stored: row.text(0)), statement: statement, ruling: $0,
                    by: row.optionalText(3), reason: row.optionalText(4))
            }
        }.compactMap(\.self)
    }

    func decide(
        _ ruling: Decision.Ruling, on given: Identifier<Statement>, by: String?, reason: String?
    ) throws -> Decision {
        let lookup = Lookup(db: db)
        let statement = try lookup.current(given)
        let row = try db.first(
            "SELECT number, source FROM statement WHERE id = ?", .text(statement.text)
        ) { (number: $0.integer(0), source: $0.integer(1)) }
        let message = row == nil ? try MessageRow.number(ofStatement: statement, in: db) : nil
        if row == nil, message == nil { throw ArchiveError.unknown(id: given.text) }
        try checkReferences(of: ruling, lookup)
        let last = try decisions(on: statement).last
        if let last, last.ruling == ruling, last.by == by, last.reason == reason { return last }
        let decision = Decision(
            id: Identifier(content: [statement.text, ruling.name, ruling.value ?? "", last?.id.text ?? ""]),
            statement: statement, ruling: ruling, by: by, reason: reason)
        try db.run(
            "INSERT INTO decision(id, statement, ruling, value, by, reason) VALUES (?, ?, ?, ?, ?, ?)",
            .text(decision.id.text), .text(statement.text), .text(ruling.name), Value(ruling.value),
            Value(by),
            Value(reason))
        if let message { try apply(ruling, toMessage: message) }
        if let row {
            try apply(ruling, to: row.number)
            try Recorder(db: db).refreshCurrency(of: row.source)
        }
        return decision
    }

    private func checkReferences(of ruling: Decision.Ruling, _ lookup: Lookup) throws {
        switch ruling {
        case .speaker(let id):
            guard try Registry(db: db).number(of: id) != nil else {
                throw ArchiveError.unknownSpeaker(id.text)
            }
        case .same(let id), .distinct(let id):
            let id = try lookup.current(id)
            let isStatement = try db.first("SELECT 1 FROM statement WHERE id = ?", .text(id.text)) { _ in true
            }
            let isKnown = try isStatement ?? (MessageRow.number(ofStatement: id, in: db) != nil)
            guard isKnown else { throw ArchiveError.unknown(id: id.text) }
        case .accept, .reject, .date: break
        }
    }

    /// Gives a statement that is a message the state that follows from a ruling.
    private func apply(_ ruling: Decision.Ruling, toMessage number: Int64) throws {
        let status: StatementStatus
        switch ruling {
        case .accept, .speaker, .date: status = .accepted
        case .reject: status = .rejected
        case .same, .distinct: return
        }
        try db.run(
            "UPDATE message SET status = ?, listed = current AND ? <> 'rejected' WHERE number = ?",
            Value(MessageRow.statuses.firstIndex(of: status)), .text(status.rawValue), .integer(number))
        if case .speaker(let id) = ruling {
            try db.run(
                "UPDATE message SET ruled = ? WHERE number = ?", Value(try Registry(db: db).number(of: id)),
                .integer(number))
        }
        if case .date(let date) = ruling {
            try db.run(
                """
                UPDATE message SET ruledDate = ?, earliest = ?, latest = ? WHERE number = ?
                """, .text(date.description), .integer(date.earliest?.seconds ?? Order.undated),
                .integer(date.latest?.seconds ?? Order.undated), .integer(number))
        }
    }

    private func apply(_ ruling: Decision.Ruling, to number: Int64) throws {
        switch ruling {
        case .accept:
            try db.run("UPDATE statement SET status = 'accepted' WHERE number = ?", .integer(number))
        case .reject:
            try db.run("UPDATE statement SET status = 'rejected' WHERE number = ?", .integer(number))
        case .speaker(let id):
            try db.run(
                "UPDATE statement SET status = 'accepted', ruled = ? WHERE number = ?",
                Value(try Registry(db: db).number(of: id)), .integer(number))
        case .date(let date):
            let source = try db.first(
                "SELECT source.id FROM statement JOIN source ON source.number = source WHERE statement.number = ?",
                .integer(number)
            ) { Identifier<Source>(stored: $0.text(0)) }
            guard let source else { return }
            let order = Order(date: date, source: source, start: 0)
            try db.run(
                """
                UPDATE statement SET status = 'accepted', ruledDate = ?, earliest = ?, latest = ?
                    WHERE number = ?
                """, .text(date.description), .integer(order.earliest), .integer(order.latest),
                .integer(number))
        case .same(let id):
            guard let post = try MessageRow.number(ofStatement: id, in: db),
                let current = try MessageRow.find(number: post, in: db)?.versions(in: db).first(
                    where: \.isCurrent)
            else { return }
            try db.run(
                "UPDATE statement SET joined = ? WHERE number = ?", .integer(current.number), .integer(number)
            )
        case .distinct(let id):
            guard let post = try MessageRow.number(ofStatement: id, in: db),
                let row = try MessageRow.find(number: post, in: db)
            else { return }
            for version in try row.versions(in: db) {
                try db.run(
                    "UPDATE statement SET joined = NULL WHERE number = ? AND joined = ?", .integer(number),
                    .integer(version.number))
            }
        }
    }
}

extension Decision.Ruling {
    /// The word under which the ruling is stored.
    var name: String {
        switch self {
        case .accept: "accept"
        case .reject: "reject"
        case .speaker: "speaker"
        case .date: "date"
        case .same: "same"
        case .distinct: "distinct"
        }
    }

    /// What the ruling names.
    var value: String? {
        switch self {
        case .accept, .reject: nil
        case .speaker(let id): id.text
        case .date(let date): date.description
        case .same(let id), .distinct(let id): id.text
        }
    }

    init?(stored name: String, value: String?) {
        switch (name, value) {
        case ("accept", _): self = .accept
        case ("reject", _): self = .reject
        case ("speaker", let value?): self = .speaker(Identifier(stored: value))
        case ("date", let value?):
            guard let date = EDTFDate(value) else { return nil }
            self = .date(date)
        case ("same", let value?): self = .same(Identifier(stored: value))
        case ("distinct", let value?): self = .distinct(Identifier(stored: value))
        default: return nil
        }
    }
}
