import GRDB
import Statements

/// The groups and people that the archive knows, and their names.
struct Registry {
    let db: Database

    func number(of id: Identifier<Speaker>) throws -> Int64? {
        let id = try Lookup(db: db).current(id)
        return try db.first("SELECT number FROM speaker WHERE id = ?", .text(id.text)) { $0.integer(0) }
    }

    func speaker(_ id: Identifier<Speaker>) throws -> Speaker? {
        try number(of: id).flatMap(speaker(number:))
    }

    func speaker(number: Int64) throws -> Speaker? {
        let row = try db.first("SELECT id, kind, note FROM speaker WHERE number = ?", .integer(number)) {
            (id: Identifier<Speaker>(stored: $0.text(0)), kind: $0.text(1), note: $0.optionalText(2))
        }
        guard let row else { return nil }
        let names = try names(of: number)
        guard row.kind == SpeakerKind.person.rawValue else {
            return .group(Group(id: row.id, names: names, note: row.note))
        }
        let memberships = try memberships(of: number)
        return .person(Person(id: row.id, names: names, memberships: memberships, note: row.note))
    }

    /// The names, the official one first, then as they were added.
    private func names(of number: Int64) throws -> [Name] {
        try db.all(
            """
            SELECT value, kind, language, period FROM name WHERE speaker = ?
                ORDER BY kind <> 'official', number
            """, .integer(number)
        ) {
            Name(
                $0.text(0), kind: NameKind(rawValue: $0.text(1)) ?? .alias, language: $0.optionalText(2),
                period: $0.date(3))
        }
    }

    private func memberships(of person: Int64) throws -> [Membership] {
        try db.all(
            """
            SELECT speaker.id, role, period FROM membership JOIN speaker ON speaker.number = membership."group"
                WHERE person = ? ORDER BY membership.number
            """, .integer(person)
        ) {
            Membership(
                group: Identifier(stored: $0.text(0)), role: $0.optionalText(1), period: $0.date(2))
        }
    }

    /// Those who have a name with this key.
    func owners(of key: NameKey) throws -> [Int64] {
        if key.isEmpty { return [] }
        return try db.all(
            "SELECT DISTINCT speaker FROM name WHERE key = ? ORDER BY speaker", .text(key.text)
        ) { $0.integer(0) }
    }

    /// The speaker with this identifier, these first letters of an identifier, or this name.
    func find(_ text: String, kind: SpeakerKind?) throws -> (number: Int64, speaker: Speaker) {
        if let id = try db.first("SELECT new FROM merged WHERE old = ?", .text(text), read: { $0.text(0) })
            ?? db.first("SELECT id FROM speaker WHERE id = ?", .text(text), read: { $0.text(0) }),
            let number = try number(of: Identifier(stored: id)), let speaker = try speaker(number: number)
        {
            if let kind, speaker.kind != kind { throw ArchiveError.wrongKind(name: text, expected: kind) }
            return (number, speaker)
        }
        let owners = try owners(of: NameKey(folding: text)).compactMap { number in
            try speaker(number: number).map { (number, $0) }
        }
        let candidates = kind.map { kind in owners.filter { $0.1.kind == kind } } ?? owners
        if candidates.count == 1 { return candidates[0] }
        if candidates.count > 1 {
            throw ArchiveError.ambiguousSpeaker(text, candidates: candidates.map(\.1))
        }
        if let kind, !owners.isEmpty { throw ArchiveError.wrongKind(name: text, expected: kind) }
        if let id = try Lookup(db: db).unique(text, in: "speaker"),
            let number = try number(of: Identifier(stored: id)), let speaker = try speaker(number: number),
            kind == nil || speaker.kind == kind
        {
            return (number, speaker)
        }
        throw ArchiveError.unknownSpeaker(text)
    }

    func insert(_ name: Name, of speaker: Int64) throws -> Bool {
        guard !name.key.isEmpty else { throw ArchiveError.emptyName(name.value) }
        try db.run(
            """
            INSERT INTO name(speaker, value, key, kind, language, period) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
            """, .integer(speaker), .text(name.value), .text(name.key.text), .text(name.kind.rawValue),
            Value(name.language), Value(name.period?.description))
        return db.changesCount > 0
    }

    /// Adds a membership. One of which nothing but the group is known is completed by one that tells more, and adds
    /// nothing to it; which of the two comes first makes no difference.
    func insert(_ membership: Membership, of person: Int64) throws -> Bool {
        let (group, _) = try find(membership.group.text, kind: .group)
        let role = Value(membership.role)
        let period = Value(membership.period?.description)
        if membership.role != nil || membership.period != nil {
            try db.run(
                """
                UPDATE OR IGNORE membership SET role = ?, period = ?
                    WHERE person = ? AND "group" = ? AND role IS NULL AND period IS NULL
                """, role, period, .integer(person), .integer(group))
            if db.changesCount > 0 { return true }
        } else {
            let known = try db.all(
                #"SELECT 1 FROM membership WHERE person = ? AND "group" = ? LIMIT 1"#, .integer(person),
                .integer(group)
            ) { $0.integer(0) }
            if !known.isEmpty { return false }
        }
        try db.run(
            """
            INSERT INTO membership(person, "group", role, period) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
            """, .integer(person), .integer(group), role, period)
        return db.changesCount > 0
    }

    /// The names of a speaker that others have too, with those others.
    func sharedNames(of number: Int64) throws -> [SharedName] {
        let shared = try db.all(
            """
            SELECT name.value, other.speaker FROM name JOIN name AS other
                ON other.key = name.key AND other.speaker <> name.speaker
                WHERE name.speaker = ? GROUP BY name.value, other.speaker ORDER BY name.value, other.speaker
            """, .integer(number)
        ) { (name: $0.text(0), other: $0.integer(1)) }
        return try shared.compactMap { pair in
            try speaker(number: pair.other).map { SharedName(name: pair.name, other: $0) }
        }
    }
}

/// A name that two speakers have: it resolves to neither.
public struct SharedName: Hashable, Sendable {
    /// The name, as the one speaker has it.
    public let name: String
    /// The other speaker who has it.
    public let other: Speaker
}
