/// Which characters of a text stand between double quotation marks, the marks included, paragraph by paragraph.
///
/// A mark that never closes reaches to the end of its paragraph. Two backticks open and two apostrophes close, as
/// in old wire feeds. Every type of a quote is told from this, on both sides, so it is plain on purpose.
struct QuotedMask {
    private static let opening: [Unicode.Scalar] = ["\u{201C}", "\u{201E}", "\u{AB}", "\u{201F}"]
    private static let closing: [Unicode.Scalar] = ["\u{201D}", "\u{BB}"]
    private static let straight: [Unicode.Scalar] = ["\"", "\u{2033}", "\u{FF02}"]

    private enum Kind {
        case opening
        case closing
        case straight
    }

    /// For each character, whether it is quoted.
    private(set) var isQuoted: [Bool]

    /// Whether a character is a double quotation mark.
    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        opening.contains(scalar) || closing.contains(scalar) || straight.contains(scalar)
    }

    init(_ text: [Unicode.Scalar]) {
        isQuoted = Array(repeating: false, count: text.count)
        var start = 0
        for position in 0...text.count where position == text.count || text[position] == "\n" {
            if position > start { markParagraph(text[start..<position]) }
            start = position + 1
        }
    }

    private mutating func markParagraph(_ paragraph: ArraySlice<Unicode.Scalar>) {
        let allStraight = paragraph.count { $0 == "\"" }
        var straightBefore = 0
        var start: Int?
        var index = paragraph.startIndex
        while index < paragraph.endIndex {
            defer {
                if paragraph[index] == "\"" { straightBefore += 1 }
                index += 1
            }
            guard let mark = QuotedMask.mark(at: index, in: paragraph) else { continue }
            let end = index + mark.length
            if let from = start {
                // An opening mark within a quotation does not end it.
                if mark.kind != .opening {
                    for quoted in from..<end { isQuoted[quoted] = true }
                    start = nil
                }
            } else if mark.kind == .opening
                || mark.kind == .closing && QuotedMask.opensAWord(index..<end, in: paragraph)
                || mark.kind == .straight
                    && !(QuotedMask.measures(index, in: paragraph) && straightBefore % 2 == 0
                        && allStraight % 2 == 1)
            {
                start = index
            }
            index = end - 1
        }
        if let start { for quoted in start..<paragraph.endIndex { isQuoted[quoted] = true } }
    }

    private static func mark(
        at index: Int, in paragraph: ArraySlice<Unicode.Scalar>
    ) -> (kind: Kind, length: Int)? {
        let scalar = paragraph[index]
        let isDoubled = index + 1 < paragraph.endIndex && paragraph[index + 1] == scalar
        if scalar == "`" { return isDoubled ? (.opening, 2) : nil }
        if scalar == "'" { return isDoubled ? (.closing, 2) : nil }
        if opening.contains(scalar) { return (.opening, 1) }
        if closing.contains(scalar) { return (.closing, 1) }
        return straight.contains(scalar) ? (.straight, 1) : nil
    }

    /// Whether a mark that should close stands where one opens: before a word, and behind a blank or nothing.
    private static func opensAWord(_ mark: Range<Int>, in paragraph: ArraySlice<Unicode.Scalar>) -> Bool {
        mark.upperBound < paragraph.endIndex && paragraph[mark.upperBound].isWordCharacter
            && (mark.lowerBound == paragraph.startIndex
                || paragraph[mark.lowerBound - 1].isSpaceCharacter)
    }

    /// Whether a straight mark may stand for inches or seconds: behind a digit, and not before a word.
    private static func measures(_ index: Int, in paragraph: ArraySlice<Unicode.Scalar>) -> Bool {
        index > paragraph.startIndex && paragraph[index - 1].isDigitCharacter
            && !(index + 1 < paragraph.endIndex && paragraph[index + 1].isWordCharacter)
    }
}
