/// Cyrillic of Russian and Ukrainian (and Belarusian) in Latin letters, as BGN/PCGN (Russian 1947, Ukrainian 2019)
/// spells it, without its signs for ь and ъ. What other systems spell differently, `LatinSkeleton` folds.
enum Cyrillic {
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool { 0x400...0x52F ~= scalar.value }

    /// The letter that a mark makes of another where they are written as two characters; nil where they make none.
    static func combine(_ letter: Unicode.Scalar, _ mark: NameMark) -> Unicode.Scalar? {
        switch (letter, mark) {
        case ("и", .breve): "й"
        case ("у", .breve): "ў"
        case ("е", .diaeresis): "ё"
        case ("і", .diaeresis): "ї"
        default: isLetter(letter) ? letter : nil
        }
    }

    /// Whether the word is Ukrainian (or Belarusian), by its letters or its adjective endings, so that г is h.
    static func isUkrainian(_ word: [Unicode.Scalar]) -> Bool {
        for (index, letter) in word.enumerated() {
            switch letter {
            case "і", "ї", "є", "ґ", "ў": return true
            // -ський, -цький, Луганськ, Донецьк: Russian has no ь there.
            case "ь" where index > 0 && (word[index - 1] == "с" || word[index - 1] == "ц"):
                if index + 1 < word.count, word[index + 1] == "к" { return true }
            default: break
            }
        }
        return false
    }

    /// The word in Latin letters; nil where a letter of it is not of these languages.
    static func romanise(_ word: [Unicode.Scalar], isUkrainian: Bool) -> [UInt8]? {
        var output: [UInt8] = []
        output.reserveCapacity(word.count * 2)
        for (index, letter) in word.enumerated() {
            if letter.isASCII {
                output.append(UInt8(letter.value))
                continue
            }
            let isAfterSign = index > 0 && (word[index - 1] == "ь" || word[index - 1] == "ъ")
            let text: StaticString
            switch letter {
            case "е": text = isAfterSign ? "ye" : "e"
            case "є": text = index == 0 ? "e" : "ie"
            case "г": text = isUkrainian ? "h" : "g"
            case "и": text = isUkrainian ? "y" : "i"
            default:
                guard let plain = romanise(letter) else { return nil }
                text = plain
            }
            text.withUTF8Buffer { output.append(contentsOf: $0) }
        }
        return output
    }

    private static func romanise(_ letter: Unicode.Scalar) -> StaticString? {
        switch letter {
        case "а": "a"
        case "б": "b"
        case "в": "v"
        case "ґ": "g"
        case "д": "d"
        // BGN/PCGN has yo here; everyday spelling and print leave the dots out (Горбачев, Gorbachev).
        case "ё", "э": "e"
        case "ж": "zh"
        case "з": "z"
        case "і", "ї": "i"
        case "й", "ы": "y"
        case "к": "k"
        case "л": "l"
        case "м": "m"
        case "н": "n"
        case "о": "o"
        case "п": "p"
        case "р": "r"
        case "с": "s"
        case "т": "t"
        case "у", "ў": "u"
        case "ф": "f"
        case "х": "kh"
        case "ц": "ts"
        case "ч": "ch"
        case "ш": "sh"
        case "щ": "shch"
        case "ь", "ъ": ""
        case "ю": "yu"
        case "я": "ya"
        default: nil
        }
    }
}
