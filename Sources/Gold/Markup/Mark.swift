/// What the marks of an annotated text mark, the outer first where two mark the same words.
enum Mark: Int, CaseIterable, Comparable {
    /// `⟦1 … ⟧`: words of a quote.
    case content
    /// `⟪1 … ⟫`: the words that name the speaker.
    case attribution
    /// `⟨1 … ⟩`: the words that tell that someone says something.
    case cue

    var opening: Unicode.Scalar {
        switch self {
        case .content: "⟦"
        case .attribution: "⟪"
        case .cue: "⟨"
        }
    }

    var closing: Unicode.Scalar {
        switch self {
        case .content: "⟧"
        case .attribution: "⟫"
        case .cue: "⟩"
        }
    }

    static func < (one: Mark, other: Mark) -> Bool { one.rawValue < other.rawValue }

    /// The mark that a character opens.
    static func opened(by scalar: Unicode.Scalar) -> Mark? { allCases.first { $0.opening == scalar } }
    /// The mark that a character closes.
    static func closed(by scalar: Unicode.Scalar) -> Mark? { allCases.first { $0.closing == scalar } }
}

/// A place of a text that a mark stands around.
struct MarkedSpan: Hashable {
    let mark: Mark
    /// The quotes that it belongs to.
    let numbers: [Int]
    /// In code points of the text without marks.
    let range: Range<Int>
    /// The line of the file on which the mark opens.
    let line: Int
}
