/// A name with everything folded away in which its spellings differ: case, marks, apostrophes, dashes,
/// possessives, and the script. Names with equal keys are spellings of one name.
public struct NameKey: Hashable, Sendable, Comparable {
    /// The folded name: lower-case Latin letters and digits, words apart by one space.
    public let text: String

    /// The key that was stored as `text`.
    public init(stored text: String) {
        self.text = text
    }

    /// The key of a name as it was printed.
    public init(folding name: String) {
        self.text = name.lowercased()
    }

    /// Whether nothing of the name was left: no speaker has such a key.
    public var isEmpty: Bool { text.isEmpty }

    /// The order of the folded text.
    public static func < (left: NameKey, right: NameKey) -> Bool { left.text < right.text }
}
