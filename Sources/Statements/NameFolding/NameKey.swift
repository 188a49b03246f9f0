/// A name with everything folded away in which its spellings differ: case, marks, apostrophes, dashes,
/// possessives, a leading article, and the script. Names with equal keys are spellings of one name.
///
/// Cyrillic and its usual romanisations meet in one Latin skeleton (`LatinSkeleton`): the key is made for comparing,
/// not for showing.
public struct NameKey: Hashable, Sendable, Comparable {
    /// The folded name: lower-case Latin letters and digits, words apart by one space. Words of scripts other than
    /// Latin and Cyrillic stay as they are.
    public let text: String

    /// The key that was stored as `text`.
    public init(stored text: String) {
        self.text = text
    }

    /// The key of a name as it was printed.
    public init(folding name: String) {
        var words = NameWords(reading: name)
        words.dropLeadingArticle()
        words.joinInitials()
        self.text = words.folded()
    }

    /// The folded words, in their order.
    public var words: [Substring] { text.split(separator: " ") }

    /// Whether nothing of the name was left: no speaker has such a key.
    public var isEmpty: Bool { text.isEmpty }

    /// The order of the folded text, byte by byte.
    public static func < (left: NameKey, right: NameKey) -> Bool { left.text < right.text }
}
