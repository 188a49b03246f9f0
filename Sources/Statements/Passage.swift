/// A span of a text together with the words that stand there.
public struct Passage: Hashable, Sendable {
    /// The first code point.
    public let start: Int
    /// One past the last code point.
    public let end: Int
    /// The words, letter for letter.
    public let exact: String

    /// The words between two offsets in code points.
    public init(start: Int, end: Int, exact: String) {
        self.start = start
        self.end = end
        self.exact = exact
    }
}

/// The part of a quote that stands in one piece: offsets as in a W3C text position selector.
public typealias Segment = Passage

extension String {
    /// How many code points there are. All bytes of UTF-8 begin one but those of the form 10xxxxxx.
    public var codePointCount: Int {
        var text = self
        return text.withUTF8 { bytes in
            var count = 0
            for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
            return count
        }
    }
}
