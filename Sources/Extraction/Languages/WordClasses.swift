/// The classes in which the vocabulary puts words. A word can be in several.
struct WordClasses: OptionSet, Sendable {
    let rawValue: UInt64

    static let pronoun = WordClasses(rawValue: 1 << 0)
    static let feminine = WordClasses(rawValue: 1 << 1)
    static let masculine = WordClasses(rawValue: 1 << 2)
    static let plural = WordClasses(rawValue: 1 << 3)
    static let possessive = WordClasses(rawValue: 1 << 4)
    static let determiner = WordClasses(rawValue: 1 << 5)
    static let preposition = WordClasses(rawValue: 1 << 6)
    static let conjunction = WordClasses(rawValue: 1 << 7)
    static let subordinator = WordClasses(rawValue: 1 << 8)
    static let relative = WordClasses(rawValue: 1 << 9)
    static let auxiliary = WordClasses(rawValue: 1 << 10)
    static let copula = WordClasses(rawValue: 1 << 11)
    static let modal = WordClasses(rawValue: 1 << 12)
    static let adverb = WordClasses(rawValue: 1 << 13)
    static let verb = WordClasses(rawValue: 1 << 14)
    static let cue = WordClasses(rawValue: 1 << 15)
    static let title = WordClasses(rawValue: 1 << 16)
    static let group = WordClasses(rawValue: 1 << 17)
    static let person = WordClasses(rawValue: 1 << 18)
    static let document = WordClasses(rawValue: 1 << 19)
    static let medium = WordClasses(rawValue: 1 << 20)
    static let abbreviation = WordClasses(rawValue: 1 << 21)
    static let month = WordClasses(rawValue: 1 << 22)
    static let weekday = WordClasses(rawValue: 1 << 23)
    static let temporal = WordClasses(rawValue: 1 << 24)
    static let negation = WordClasses(rawValue: 1 << 25)
    static let interrogative = WordClasses(rawValue: 1 << 26)
    static let adjective = WordClasses(rawValue: 1 << 27)
    static let spokesperson = WordClasses(rawValue: 1 << 28)
    static let givenName = WordClasses(rawValue: 1 << 29)
    static let organization = WordClasses(rawValue: 1 << 30)
    static let elision = WordClasses(rawValue: 1 << 31)
    static let nationality = WordClasses(rawValue: 1 << 32)
    static let place = WordClasses(rawValue: 1 << 33)
    static let quantity = WordClasses(rawValue: 1 << 34)
    static let connector = WordClasses(rawValue: 1 << 35)
    static let mediumKind = WordClasses(rawValue: 1 << 36)
    static let generic = WordClasses(rawValue: 1 << 37)
    static let office = WordClasses(rawValue: 1 << 38)
    static let placeWord = WordClasses(rawValue: 1 << 39)
    static let outlet = WordClasses(rawValue: 1 << 40)
    static let outletText = WordClasses(rawValue: 1 << 41)

    /// The class that a heading of a word list names.
    init?(named name: some StringProtocol) {
        guard let index = Self.names.firstIndex(of: String(name)) else { return nil }
        self.init(rawValue: 1 << UInt64(index))
    }

    init(rawValue: UInt64) { self.rawValue = rawValue }

    /// The names of the classes in word lists, in the order of their bits.
    static let names = [
        "pronoun", "feminine", "masculine", "plural", "possessive", "determiner", "preposition",
        "conjunction",
        "subordinator", "relative", "auxiliary", "copula", "modal", "adverb", "verb", "cue", "title", "group",
        "person",
        "document", "medium", "abbreviation", "month", "weekday", "temporal", "negation", "interrogative",
        "adjective",
        "spokesperson", "given-name", "organization", "elision", "nationality", "place", "quantity",
        "connector", "medium-kind", "generic", "office", "place-word",
        "outlet", "outlet-text",
    ]
}
