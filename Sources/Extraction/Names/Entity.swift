import Statements

/// A group or a person of one document, with all the names that the document gives them.
struct Entity: Sendable {
    /// The fullest name.
    var name: String
    /// Whether it is a group or a person.
    var kind: SpeakerKind
    /// Whether “she” or “he” can mean them; both, where nothing tells.
    var canBeFeminine = true
    /// See `canBeFeminine`.
    var canBeMasculine = true
    /// The nouns that the document describes them with, by the number of their vocabulary entry.
    private(set) var descriptors: [Int16] = []
    /// By what means they speak, where the text introduces them so (“a video of …”).
    var medium: String?
    /// How often the text names it, up to the place that is read.
    var mentionCount = 0
    /// The index of the first mention.
    var firstMention: Int

    /// Adds a noun that the document describes it with.
    mutating func describe(with noun: Int16) {
        if !descriptors.contains(noun) { descriptors.append(noun) }
    }
}
