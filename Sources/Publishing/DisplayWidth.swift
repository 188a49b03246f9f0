/// How many cells of a terminal a text takes up.
public enum DisplayWidth {
    /// The cells of a text without line ends.
    public static func of(_ text: some StringProtocol) -> Int {
        SimpleText.width(of: text) ?? text.reduce(0) { $0 + of($1) }
    }

    /// The cells of what a reader takes for one character: those of its widest part, so that combining marks
    /// take none, and a joined emoji as many as one.
    public static func of(_ character: Character) -> Int {
        var width = 0
        for scalar in character.unicodeScalars {
            width = max(width, scalar == "\u{FE0F}" && width == 1 ? 2 : of(scalar))
        }
        return width
    }

    static func of(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return isWide(scalar) || scalar.properties.isEmojiPresentation ? 2 : 1
        }
    }

    /// Whether lines may be broken on either side of the character without a space there.
    static func isIdeographic(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        return scalar.value >= 0x2E80 && isWide(scalar)
    }

    /// Wide and full-width characters (UAX #11, EastAsianWidth.txt of Unicode 16), in the blocks that hold them;
    /// the wide ones beyond these are emoji, which their own property tells.
    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF,
        0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
        0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x1B2FF, 0x1F200...0x1F265,
        0x20000...0x3FFFD,
    ]

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x1100 else { return false }
        for range in wideRanges where scalar.value <= range.upperBound {
            return scalar.value >= range.lowerBound
        }
        return false
    }
}
