/// What a character is to a name.
enum NameCharacter {
    /// A letter or a digit, in lower case, with its mark where that may tell something.
    case letter(Unicode.Scalar, mark: NameMark?)
    /// Two letters in one.
    case ligature(Unicode.Scalar, Unicode.Scalar)
    /// A mark on the letter before it.
    case combining(NameMark)
    /// An apostrophe, a single quotation mark, a prime, or the like.
    case apostrophe
    /// A full stop.
    case dot
    /// `&`.
    case ampersand
    /// Nothing that is seen: a soft hyphen, a joiner, a bidi mark.
    case invisible
    /// Anything else stands between words: blanks, dashes, quotation marks, commas, `@`.
    case separator

    init(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            self = NameCharacter(ascii: scalar)
        } else if NameCharacter.isApostrophe(scalar) {
            self = .apostrophe
        } else if let mark = NameMark(combining: scalar) {
            self = .combining(mark)
        } else {
            self = NameCharacter(beyondASCII: scalar)
        }
    }

    private init(ascii scalar: Unicode.Scalar) {
        switch scalar {
        case "a"..."z", "0"..."9": self = .letter(scalar, mark: nil)
        case "A"..."Z": self = .letter(Unicode.Scalar(UInt8(scalar.value) | 32), mark: nil)
        case "'", "`": self = .apostrophe
        case ".": self = .dot
        case "&": self = .ampersand
        default: self = .separator
        }
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        // Acute accent; modifier letters from ʹ and ʺ (soft and hard sign of ISO 9 and BGN/PCGN) to ˈ and ˊ, ˋ.
        case "\u{B4}", "\u{2B9}"..."\u{2BF}", "\u{2C8}", "\u{2CA}", "\u{2CB}", "\u{2EE}": true
        // Quotation marks ‘ ’ ‚ ‛, primes, saltillo, full-width apostrophe.
        case "\u{2018}"..."\u{201B}", "\u{2032}"..."\u{2037}", "\u{A78B}", "\u{A78C}", "\u{FF07}", "\u{FF40}":
            true
        default: false
        }
    }

    private init(beyondASCII scalar: Unicode.Scalar) {
        if let folded = LatinLetter.fold(scalar) {
            self = folded
            return
        }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .format, .control: self = properties.isWhitespace ? .separator : .invisible
        // Vowel signs of the scripts of India and the like are letters in all but name.
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark,
            .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
            let lower = properties.lowercaseMapping.unicodeScalars
            self = .letter(lower.first ?? scalar, mark: nil)
        default: self = .separator
        }
    }
}

/// A mark on a letter, as far as it may tell what kind of spelling a name is in.
enum NameMark {
    /// `ˇ`, as in š.
    case caron
    /// `^`, as in ŝ.
    case circumflex
    /// `˘`, as in й.
    case breve
    /// `¨`, as in ё and ї.
    case diaeresis
    /// `` ` ``, as in è.
    case grave
    /// Any other.
    case other

    /// The mark that a combining character puts on the letter before it.
    init?(combining scalar: Unicode.Scalar) {
        switch scalar {
        case "\u{30C}": self = .caron
        case "\u{302}": self = .circumflex
        case "\u{306}": self = .breve
        case "\u{308}": self = .diaeresis
        case "\u{300}": self = .grave
        case "\u{300}"..."\u{36F}", "\u{1AB0}"..."\u{1AFF}", "\u{1DC0}"..."\u{1DFF}", "\u{20D0}"..."\u{20FF}",
            "\u{FE20}"..."\u{FE2F}":
            self = .other
        default: return nil
        }
    }
}
