/// What a text tells of whether “she” or “he” means someone.
struct GenderEvidence: Sendable {
    /// How strongly a piece of evidence tells.
    enum Source: Int, Sendable {
        /// A pronoun that can mean nobody else.
        case pronoun = 1
        /// A noun: “the actress”, “his wife”.
        case noun = 3
        /// The given name.
        case givenName = 4
        /// “Mrs.” and “Mr.”.
        case title = 8
    }

    private var feminine = 0
    private var masculine = 0

    /// Whether “she” can mean them.
    var canBeFeminine: Bool { feminine >= masculine }
    /// Whether “he” can mean them.
    var canBeMasculine: Bool { masculine >= feminine }
    /// Whether the text tells.
    var isKnown: Bool { feminine != masculine }

    /// Adds what a word tells; a word that is in both classes, or in none, tells nothing.
    mutating func add(_ classes: WordClasses, from source: Source) {
        guard classes.contains(.feminine) != classes.contains(.masculine) else { return }
        add(isFeminine: classes.contains(.feminine), from: source)
    }

    /// Adds a piece of evidence.
    mutating func add(isFeminine: Bool, from source: Source) {
        // The bound keeps a thousand pronouns from saying more than a title.
        if isFeminine {
            feminine = min(feminine + source.rawValue, Self.bound)
        } else {
            masculine = min(masculine + source.rawValue, Self.bound)
        }
    }

    private static let bound = 16
}
