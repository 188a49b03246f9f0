import Statements

/// What the words that name a speaker rest on: a pronoun, a name, or a noun.
struct SourceHead {
    /// What kind of head it is.
    enum Kind {
        /// A pronoun, by its token.
        case pronoun(Int)
        /// A name, by its mention.
        case name(Int)
        /// “a spokesman for X”, “members of X”: X speaks; by its mention.
        case speaksFor(Int)
        /// “its spokesman”.
        case speaksForPrevious
        /// Anything else.
        case description
    }

    /// What kind of head it is.
    let kind: Kind
    /// The noun that heads a description.
    let noun: Int?

    /// The head of a noun phrase.
    init(_ source: Range<Int>, text: TokenizedText, index: EntityIndex) {
        let first = source.lowerBound
        if text.isA(first, .pronoun),
            source.count == 1 || !text.isA(first, .determiner) && !text.isWord(first, "one")
        {
            kind = .pronoun(first)
            noun = nil
            return
        }
        let mentions = index.mentions(in: source)
        let coreEnd = Self.coreEnd(source, text: text, mentions: mentions.map { index.mentions[$0].tokens })
        let words = (first..<coreEnd).filter { text.tokens[$0].kind == .word }
        // “a person familiar with the matter”: an adjective may stand behind its noun.
        let noun =
            words.last.map { text.entry($0).classes.isEmpty } == true
            ? words.last { text.isA($0, [.person, .group]) } ?? words.last : words.last
        self.noun = noun
        if let head = mentions.last(where: {
            index.mentions[$0].tokens.upperBound == coreEnd && !index.mentions[$0].isPossessive
        }) {
            kind = .name(head)
            return
        }
        guard let noun, text.isA(noun, .spokesperson) else {
            kind = .description
            return
        }
        if let mention = mentions.last {
            kind = .speaksFor(mention)
        } else {
            kind =
                text.isA(first, .possessive) || coreEnd < source.upperBound
                ? .speaksForPrevious : .description
        }
    }

    /// Whether the description is one of a group or of a person.
    func nounKind(in text: TokenizedText) -> SpeakerKind {
        guard let noun else { return .unknown }
        if text.isA(noun, .group) { return .group }
        if text.isA(noun, .person) { return .person }
        return .unknown
    }

    /// Whether a mark ends a description: a comma, but not that of “the tall, 43-year-old sailor”, a bracket, a dash.
    static func endsDescription(_ token: Int, _ text: TokenizedText) -> Bool {
        switch text.tokens[token].kind {
        case .openBracket: true
        case .dash: text.tokens[token].shape.contains(.afterSpace)
        case .comma: token + 1 >= text.tokens.count || text.tokens[token + 1].kind != .number
        default: false
        }
    }

    /// Where the head of the phrase ends: before the first preposition, bracket or relative that is not within a name.
    private static func coreEnd(_ source: Range<Int>, text: TokenizedText, mentions: [Range<Int>]) -> Int {
        for token in source where token > source.lowerBound {
            if mentions.contains(where: { $0.contains(token) }) { continue }
            if endsDescription(token, text) || text.isA(token, [.preposition, .relative]) { return token }
        }
        return source.upperBound
    }
}
