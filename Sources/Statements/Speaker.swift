import EDTF

/// Whether a speaker is a group or a person, or the text leaves it open.
public enum SpeakerKind: String, Sendable, CaseIterable, Codable {
    /// A movement, a union, a ministry, a channel.
    case group
    /// A single human being.
    case person
    /// The text does not say.
    case unknown
}

/// A body that speaks in public.
public struct Group: Hashable, Sendable, Identified {
    /// `grp`.
    public static let identifierPrefix = "grp"
    /// Made from the folded official name at the time when the group was added.
    public let id: Identifier<Speaker>
    /// Its spellings, the official one first.
    public var names: [Name]
    /// What a researcher wrote down about it.
    public var note: String?

    /// A group that is already known by an identifier.
    public init(id: Identifier<Speaker>, names: [Name], note: String? = nil) {
        self.id = id
        self.names = names
        self.note = note
    }

    /// The identifier of a group whose official name, when it is added, is `officialName`.
    public static func identifier(officialName: String) -> Identifier<Speaker> {
        Identifier(content: [NameKey(folding: officialName).text], prefix: identifierPrefix)
    }
}

/// A human being who speaks in public.
public struct Person: Hashable, Sendable, Identified {
    /// `per`.
    public static let identifierPrefix = "per"
    /// Made from the folded official name at the time when the person was added.
    public let id: Identifier<Speaker>
    /// The person's spellings, the official one first.
    public var names: [Name]
    /// The groups that the person is or was a member of.
    public var memberships: [Membership]
    /// What a researcher wrote down about the person.
    public var note: String?

    /// A person who is already known by an identifier.
    public init(
        id: Identifier<Speaker>, names: [Name], memberships: [Membership] = [], note: String? = nil
    ) {
        self.id = id
        self.names = names
        self.memberships = memberships
        self.note = note
    }

    /// The identifier of a person whose official name, when they are added, is `officialName`.
    public static func identifier(officialName: String) -> Identifier<Speaker> {
        Identifier(content: [NameKey(folding: officialName).text], prefix: identifierPrefix)
    }
}

/// That a person belongs, or belonged, to a group.
public struct Membership: Hashable, Sendable {
    /// The group.
    public let group: Identifier<Speaker>
    /// What the person is there (“spokeswoman”), where it is known.
    public let role: String?
    /// For how long, where it is known.
    public let period: EDTFDate?

    /// A membership of one group.
    public init(group: Identifier<Speaker>, role: String? = nil, period: EDTFDate? = nil) {
        self.group = group
        self.role = role
        self.period = period
    }
}

/// Who can speak: a group or a person.
public enum Speaker: Hashable, Sendable, Identified, Identifiable {
    /// A body that speaks in public.
    case group(Group)
    /// A human being who speaks in public.
    case person(Person)

    /// `spk`; the identifiers in use begin with the prefix of the group or of the person.
    public static let identifierPrefix = "spk"

    /// The identifier of the group or the person.
    public var id: Identifier<Speaker> {
        switch self {
        case .group(let group): group.id
        case .person(let person): person.id
        }
    }

    /// The spellings, the official one first.
    public var names: [Name] {
        switch self {
        case .group(let group): group.names
        case .person(let person): person.names
        }
    }

    /// `group` or `person`.
    public var kind: SpeakerKind {
        switch self {
        case .group: .group
        case .person: .person
        }
    }

    /// The name to show: the official one.
    public var displayName: String { names.first?.value ?? id.text }
}
