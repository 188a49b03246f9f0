import Statements

/// Whether a command is about groups or about people, with the words of its help.
protocol SpeakerChoice {
    static var kind: SpeakerKind { get }
    static var plural: String { get }
    static var example: String { get }
    static var otherExample: String { get }
}

extension SpeakerChoice {
    /// `group` or `person`.
    static var word: String { kind.rawValue }
}

/// The choice of groups.
enum Groups: SpeakerChoice {
    static let kind = SpeakerKind.group
    static let plural = "groups"
    static let example = "Harbour Families"
    static let otherExample = "Families of the Harbour"
}

/// The choice of people.
enum People: SpeakerChoice {
    static let kind = SpeakerKind.person
    static let plural = "people"
    static let example = "Iva Lund"
    static let otherExample = "I. Lund"
}
