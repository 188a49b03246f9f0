import Statements

/// A group or a person of one document, with all the names that the document gives them.
struct Entity: Sendable {
    /// The fullest name; for one that is only described, the description.
    var name: String
    /// Whether it is a group or a person.
    var kind: SpeakerKind
    /// Whether “she” or “he” can mean them.
    var gender = GenderEvidence()
    /// The nouns that the document describes them with, by the number of their vocabulary entry.
    private(set) var descriptors: [Int16] = []
    /// By what means they speak, where the text introduces them so (“a video of …”).
    var medium: String?
    /// How often the text names it.
    var mentionCount = 0
    /// How often it is named as a place is: “in X”.
    var placeCount = 0
    /// The index of the first mention; −1 for one that has no name.
    var firstMention: Int
    /// Whether it is more than one: “residents”, “Holt and Lind”.
    var isPlural = false
    /// Whether it is a text, such as a report or a letter.
    var isDocument = false

    /// For one that is only described, the words from the first to the noun.
    var phrase: Range<Int>?
    /// For one that is only described, the noun; 0 for none.
    var noun: Int16 = 0
    /// For two that are named together, their numbers.
    var members: (Int, Int)?

    /// Whether it has no name.
    var isDescribed: Bool { firstMention < 0 }
    /// Whether it is a place, as far as the text tells.
    var isPlace: Bool { kind != .person && placeCount * 2 > mentionCount }

    /// Adds a noun that the document describes it with. An entity that is given ever new ones keeps the first.
    mutating func describe(with noun: Int16) {
        if descriptors.count < Self.mostDescriptors, !descriptors.contains(noun) { descriptors.append(noun) }
    }

    /// Whether the document calls it by a noun.
    func isCalled(_ noun: Int16) -> Bool { isDescribed ? self.noun == noun : descriptors.contains(noun) }

    private static let mostDescriptors = 24
}
