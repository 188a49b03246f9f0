// The classes of characters by which the scorer reads a text. They are those of Python's `str` methods and `re`, in
// which the field's scorers are written, so that the figures are the same; where Swift's own differ, a comment says how.

extension Unicode.Scalar {
    /// A character of a word: what `\w` matches but the low line. Letters, and whatever has a numeric value (digits,
    /// fractions, superscripts); combining marks are none.
    var isWordCharacter: Bool {
        if value < 0x80 { return isASCIILetter || isASCIIDigit }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return properties.numericType != nil
        }
    }

    /// `str.isdigit`: decimal digits, and digits in another dress such as superscripts.
    var isDigitCharacter: Bool {
        if value < 0x80 { return isASCIIDigit }
        return properties.numericType == .decimal || properties.numericType == .digit
    }

    /// `str.isspace`. Unlike the property White_Space, it holds the four separators of ASCII.
    var isSpaceCharacter: Bool {
        properties.isWhitespace || (0x1C...0x1F).contains(value)
    }

    private var isASCIILetter: Bool { (0x61...0x7A).contains(value | 0x20) && value >= 0x41 }
    private var isASCIIDigit: Bool { (0x30...0x39).contains(value) }
}

/// `str.lower`: the full mapping of Unicode. Unlike `lowercased()`, it gives a sigma at the end of a word its own form.
func lowercased(_ scalars: some BidirectionalCollection<Unicode.Scalar>) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(scalars.count)
    for index in scalars.indices {
        let scalar = scalars[index]
        if scalar == "\u{3A3}" {
            result.append(isFinal(index, in: scalars) ? "\u{3C2}" : "\u{3C3}")
        } else {
            result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
    }
    return result
}

/// Whether a sigma ends a word (The Unicode Standard, section 3.13, Final_Sigma).
private func isFinal<Text: BidirectionalCollection<Unicode.Scalar>>(
    _ index: Text.Index, in scalars: Text
) -> Bool {
    func isCased(_ scalar: Unicode.Scalar?) -> Bool { scalar?.properties.isCased == true }
    let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
    let after = scalars[scalars.index(after: index)...].first { !$0.properties.isCaseIgnorable }
    return isCased(before) && !isCased(after)
}

/// A word without the ending of a possessive: `Lind’s` becomes `Lind`.
func withoutPossessive(_ word: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    let ending = word.suffix(2)
    guard ending.last == "s", ending.first == "'" || ending.first == "\u{2019}" else { return Array(word) }
    return Array(word.dropLast(2))
}
