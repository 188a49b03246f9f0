import GRDB
import Statements

/// A group or a person as it is in the archive after something was added.
public struct Addition: Hashable, Sendable {
    /// The group or the person.
    public let speaker: Speaker
    /// Whether it was not known before.
    public let isNew: Bool
    /// How many names and memberships were not known before.
    public let added: Int
    /// Names that others have too, and that therefore resolve to nobody.
    public let shared: [SharedName]
}

extension Archive {
    /// Adds a group or a person, or adds to one whose official name was the same when it was added.
    ///
    /// - Parameters:
    ///   - kind: `.group` or `.person`.
    ///   - official: the name it goes by.
    ///   - names: other names.
    ///   - memberships: the groups of a person; they must be known.
    ///   - note: a remark; it replaces an older one.
    @discardableResult
    public func addSpeaker(
        _ kind: SpeakerKind, official: Name, names: [Name] = [], memberships: [Membership] = [],
        note: String? = nil
    ) throws(ArchiveError) -> Addition {
        try writing { db in
            let registry = Registry(db: db)
            if official.key.isEmpty { throw ArchiveError.emptyName(official.value) }
            if kind == .unknown || (kind == .group && !memberships.isEmpty) {
                throw ArchiveError.wrongKind(name: official.value, expected: .person)
            }
            let id =
                kind == .group
                ? Group.identifier(officialName: official.value)
                : Person.identifier(officialName: official.value)
            let known = try registry.number(of: id)
            let number = try known ?? registry.insertSpeaker(id, kind: kind)
            let first = Name(
                official.value, kind: known == nil ? .official : .alias, language: official.language,
                period: official.period)
            var added = 0
            for name in [first] + names {
                let kind = name.kind == .official && name.value != first.value ? NameKind.alias : name.kind
                let name = Name(name.value, kind: kind, language: name.language, period: name.period)
                if try registry.insert(name, of: number) { added += 1 }
            }
            for name in names where name.kind == .handle {
                let accounts = Accounts(db: db)
                for account in try accounts.tied(by: name.key) { try accounts.adoptNames(of: account) }
            }
            for membership in memberships where try registry.insert(membership, of: number) { added += 1 }
            if let note {
                try db.run(
                    "UPDATE speaker SET note = ?1 WHERE number = ?2 AND note IS NOT ?1", .text(note),
                    .integer(number))
            }
            return try registry.addition(to: number, isNew: known == nil, added: added)
        }
    }

    /// Adds a name to a group or a person. What is attributed to it resolves from now on, the past included.
    @discardableResult
    public func addName(_ name: Name, to id: Identifier<Speaker>) throws(ArchiveError) -> Addition {
        try writing { db in
            let registry = Registry(db: db)
            guard let number = try registry.number(of: id) else { throw ArchiveError.unknownSpeaker(id.text) }
            let isAdded = try registry.insert(
                name.kind == .official
                    ? Name(name.value, kind: .alias, language: name.language, period: name.period) : name,
                of: number)
            let accounts = Accounts(db: db)
            for account in try accounts.tied(by: name.key) { try accounts.adoptNames(of: account) }
            return try registry.addition(to: number, isNew: false, added: isAdded ? 1 : 0)
        }
    }

    /// Makes a person a member of a group.
    @discardableResult
    public func addMembership(
        _ membership: Membership, to person: Identifier<Speaker>
    ) throws(ArchiveError) -> Addition {
        try writing { db in
            let registry = Registry(db: db)
            let (number, _) = try registry.find(person.text, kind: .person)
            let isAdded = try registry.insert(membership, of: number)
            return try registry.addition(to: number, isNew: false, added: isAdded ? 1 : 0)
        }
    }

    /// Makes one of two: the names, the memberships and what was ruled about `old` go to `target`, and the
    /// identifier of `old` answers for `target`. Both must be groups, or both people.
    @discardableResult
    public func merge(
        _ old: Identifier<Speaker>, into target: Identifier<Speaker>
    ) throws(ArchiveError) -> Speaker {
        try writing { db in
            let registry = Registry(db: db)
            let (oldNumber, oldSpeaker) = try registry.find(old.text, kind: nil)
            let (number, speaker) = try registry.find(target.text, kind: nil)
            if oldNumber == number { return speaker }
            guard oldSpeaker.kind == speaker.kind else {
                throw ArchiveError.wrongKind(name: oldSpeaker.displayName, expected: speaker.kind)
            }
            try registry.move(oldNumber, oldSpeaker, to: number, speaker)
            return try registry.speaker(number: number) ?? speaker
        }
    }

    /// All groups and people, or those of one kind, by name.
    public func speakers(_ kind: SpeakerKind? = nil) throws(ArchiveError) -> [Speaker] {
        try reading { db in
            let registry = Registry(db: db)
            let numbers = try db.all(
                "SELECT number FROM speaker WHERE ?1 IS NULL OR kind = ?1", Value(kind?.rawValue)
            ) {
                $0.integer(0)
            }
            return try numbers.compactMap { try registry.speaker(number: $0) }.sorted {
                ($0.displayName, $0.id) < ($1.displayName, $1.id)
            }
        }
    }

    /// The speaker with this identifier, these first letters of one, or this name in any spelling.
    ///
    /// - Throws: `ArchiveError.unknownSpeaker`, `.ambiguousSpeaker` with the candidates, and `.wrongKind`.
    public func speaker(_ text: String, kind: SpeakerKind? = nil) throws(ArchiveError) -> Speaker {
        try reading { db in try Registry(db: db).find(text, kind: kind).speaker }
    }

    /// The people who are or were members of a group, by name.
    public func members(of group: Identifier<Speaker>) throws(ArchiveError) -> [Speaker] {
        try reading { db in
            let registry = Registry(db: db)
            guard let number = try registry.number(of: group) else {
                throw ArchiveError.unknownSpeaker(group.text)
            }
            let people = try db.all(
                "SELECT DISTINCT person FROM membership WHERE \"group\" = ?", .integer(number)
            ) { $0.integer(0) }
            return try people.compactMap { try registry.speaker(number: $0) }.sorted {
                ($0.displayName, $0.id) < ($1.displayName, $1.id)
            }
        }
    }
}

extension Registry {
    fileprivate func insertSpeaker(_ id: Identifier<Speaker>, kind: SpeakerKind) throws -> Int64 {
        try db.run("INSERT INTO speaker(id, kind) VALUES (?, ?)", .text(id.text), .text(kind.rawValue))
        return db.lastInsertedRowID
    }

    fileprivate func addition(to number: Int64, isNew: Bool, added: Int) throws -> Addition {
        guard let speaker = try speaker(number: number) else {
            throw ArchiveError.unknownSpeaker("\(number)")
        }
        return Addition(
            speaker: speaker, isNew: isNew, added: added, shared: try sharedNames(of: number))
    }

    fileprivate func move(_ old: Int64, _ oldSpeaker: Speaker, to new: Int64, _ speaker: Speaker) throws {
        let both = [Value.integer(new), .integer(old)]
        try db.run(
            """
            UPDATE OR IGNORE name SET speaker = ?1, kind = iif(kind = 'official', 'alias', kind)
                WHERE speaker = ?2
            """, with: both)
        // What is left are spellings that the other one has already.
        try db.run("DELETE FROM name WHERE speaker = ?", .integer(old))
        for column in ["person", "\"group\""] {
            try db.run("UPDATE OR IGNORE membership SET \(column) = ?1 WHERE \(column) = ?2", with: both)
            try db.run("DELETE FROM membership WHERE \(column) = ?", .integer(old))
        }
        try db.run("UPDATE statement SET ruled = ?1 WHERE ruled = ?2", with: both)
        try db.run("UPDATE message SET ruled = ?1 WHERE ruled = ?2", with: both)
        let notes = try db.all(
            "SELECT note FROM speaker WHERE number IN (?1, ?2) ORDER BY number = ?2", both[0], both[1]
        ) {
            $0.optionalText(0)
        }.compactMap(\.self)
        if !notes.isEmpty {
            try db.run(
                "UPDATE speaker SET note = ? WHERE number = ?", .text(notes.joined(separator: "\n")),
                .integer(new))
        }
        try db.run("DELETE FROM speaker WHERE number = ?", .integer(old))
        try db.run(
            "UPDATE merged SET new = ? WHERE new = ?", .text(speaker.id.text), .text(oldSpeaker.id.text))
        try db.run(
            "INSERT INTO merged(old, new) VALUES (?, ?)", .text(oldSpeaker.id.text), .text(speaker.id.text))
    }
}
