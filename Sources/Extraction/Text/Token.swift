/// What kind of thing a token is.
enum TokenKind: UInt8, Sendable {
    /// Letters, with the apostrophes, hyphens and abbreviating dots between them.
    case word
    /// Something that begins with a digit: `14:05`, `10,000`, `1990s`, `19th`.
    case number
    /// A comma.
    case comma
    /// A full stop, a question mark or an exclamation mark.
    case stop
    /// Three dots or more, or the character for them.
    case ellipsis
    /// A colon.
    case colon
    /// A semicolon.
    case semicolon
    /// An en or em dash, or hyphens that stand alone.
    case dash
    /// An opening bracket.
    case openBracket
    /// A closing bracket.
    case closeBracket
    /// A quotation mark, double or single, or an apostrophe at the edge of a word.
    case mark
    /// Anything else that can be seen.
    case symbol
}

/// How a token is written.
struct TokenShape: OptionSet, Sendable {
    let rawValue: UInt8

    /// The first letter is a capital.
    static let capitalized = TokenShape(rawValue: 1)
    /// All letters are capitals, and there are two at least.
    static let allCapitals = TokenShape(rawValue: 2)
    /// White space, or nothing, stands before it.
    static let afterSpace = TokenShape(rawValue: 4)
    /// White space, or nothing, stands behind it.
    static let beforeSpace = TokenShape(rawValue: 8)
    /// It ends in an apostrophe and an s.
    static let possessive = TokenShape(rawValue: 16)
    /// It holds a dot: `U.S.`
    static let dotted = TokenShape(rawValue: 32)
    /// It holds a hyphen: `two-week`.
    static let hyphenated = TokenShape(rawValue: 64)
    /// It holds letters that are not ASCII.
    static let nonASCII = TokenShape(rawValue: 128)
}

/// A word, a number or a mark of a text.
struct Token: Sendable {
    /// The first UTF-8 byte in the text.
    var start: Int32
    /// One past the last byte.
    var end: Int32
    /// What kind of thing it is.
    var kind: TokenKind
    /// How it is written.
    var shape: TokenShape
    /// The word's entry in the vocabulary; `Vocabulary.unknown` for none.
    var entry: Int16

    /// The bytes that it takes up.
    var bytes: Range<Int> { Int(start)..<Int(end) }
}
