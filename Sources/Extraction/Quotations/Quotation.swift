/// What stands between two quotation marks of one paragraph.
struct Quotation: Sendable {
    /// The token of the opening mark.
    var open: Int
    /// The token of the closing mark; nil where there is none, because the quotation goes on in the next paragraph or
    /// because the mark is missing.
    var close: Int?
    /// The tokens between the marks.
    var inner: Range<Int>
    /// How many other quotations it stands in.
    var depth: Int
    /// Whether its marks are single.
    var isSingle: Bool
    /// Whether it goes on from the paragraph before, by the convention that every paragraph of a long quotation opens with a
    /// mark and only the last one closes (Chicago Manual of Style, 13.30).
    var continuesPrevious = false
    /// The paragraph that it stands in.
    var paragraph: Int

    /// One past its last token, the closing mark included.
    var end: Int { close.map { $0 + 1 } ?? inner.upperBound }
}
