import Archive
import Statements

/// Groups and people out of a YAML file. Importing a file again changes nothing.
public struct RegistryImport: Sendable {
    /// What an import did.
    public struct Counts: Hashable, Sendable {
        /// Groups and people that were not known.
        public var added = 0
        /// Groups and people that were known, and got names or memberships.
        public var completed = 0
        /// Groups and people of whom everything was known.
        public var unchanged = 0
        /// Names that several groups or people have, and that therefore resolve to nobody.
        public var shared: [SharedName] = []
    }

    private let file: RegistryFile

    /// The registry in a file; all of it is checked before any of it is imported.
    ///
    /// - Parameter name: what to call the file in messages.
    /// - Throws: `badInput` with the line.
    public init(yaml: String, name: String) throws(TrackerError) {
        file = try RegistryFile(yaml: yaml, file: name)
        self.name = name
    }

    private let name: String

    /// Brings the registry into an archive.
    ///
    /// - Throws: `badInput` where a membership names a group that neither the file nor the archive has, and
    ///   `ArchiveError`.
    public func run(into archive: Archive) throws -> Counts {
        var changes: [Identifier<Speaker>: (isNew: Bool, added: Int)] = [:]
        var order: [Identifier<Speaker>] = []
        var shared: Set<SharedName> = []
        func note(_ addition: Addition) {
            let id = addition.speaker.id
            if changes[id] == nil { order.append(id) }
            changes[id, default: (false, 0)].isNew = changes[id]?.isNew == true || addition.isNew
            changes[id, default: (false, 0)].added += addition.added
            shared.formUnion(addition.shared)
        }
        for entry in file.groups { note(try add(entry, .group, to: archive)) }
        for entry in file.people { note(try add(entry, .person, to: archive)) }
        for membership in file.memberships {
            let group = try find(membership.group, .group, membership, in: archive)
            let role = Membership(group: group.id, role: membership.role, period: membership.period)
            let official = Name(membership.person, kind: .official)
            let known = try? archive.speaker(membership.person, kind: .person)
            note(
                try known.map { try archive.addMembership(role, to: $0.id) }
                    ?? archive.addSpeaker(.person, official: official, memberships: [role]))
        }
        var counts = Counts()
        for id in order {
            guard let change = changes[id] else { continue }
            if change.isNew {
                counts.added += 1
            } else if change.added > 0 {
                counts.completed += 1
            } else {
                counts.unchanged += 1
            }
        }
        counts.shared = shared.sorted { ($0.name, $0.other.id) < ($1.name, $1.other.id) }
        return counts
    }

    private func add(
        _ entry: RegistryFile.Entry, _ kind: SpeakerKind, to archive: Archive
    ) throws -> Addition {
        try archive.addSpeaker(kind, official: entry.official, names: entry.names, note: entry.note)
    }

    private func find(
        _ text: String, _ kind: SpeakerKind, _ membership: RegistryFile.Membership, in archive: Archive
    ) throws -> Speaker {
        do throws(ArchiveError) {
            return try archive.speaker(text, kind: kind)
        } catch {
            switch error {
            case .unknownSpeaker, .ambiguousSpeaker, .wrongKind:
                throw TrackerError(
                    .badInput, error.description, place: "\(name):\(membership.line)",
                    advice: "list the group in the file")
            default: throw error
            }
        }
    }
}
