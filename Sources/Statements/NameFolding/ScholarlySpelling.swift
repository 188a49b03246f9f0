/// Letters with a mark by which ISO 9:1995 and the scholarly romanisation (and the United Nations' of 1987) spell one
/// Cyrillic letter each. Until it is clear whether a name is spelled so, each stands as one capital letter, which no
/// folded name has otherwise.
enum ScholarlyMark {
    /// The capital that stands for a marked letter: š, ž, č, ŝ (щ), û (ю), â (я).
    static func combine(_ letter: Unicode.Scalar, _ mark: NameMark) -> Unicode.Scalar? {
        switch (letter, mark) {
        case ("s", .caron): "S"
        case ("z", .caron): "Z"
        case ("c", .caron): "C"
        case ("s", .circumflex): "Q"
        case ("u", .circumflex): "U"
        case ("a", .circumflex): "A"
        default: nil
        }
    }

    /// The letter without its mark.
    static func plain(_ letter: Unicode.Scalar) -> Unicode.Scalar {
        switch letter {
        case "S", "Q": "s"
        case "Z": "z"
        case "C": "c"
        case "U": "u"
        case "A": "a"
        default: letter
        }
    }

    /// Whether a romanisation may put the mark there, so that it tells of no other language: ë, è, ê, ï, ì, ĭ, ŭ.
    static func isHarmless(_ mark: NameMark, on letter: Unicode.Scalar) -> Bool {
        switch (letter, mark) {
        case ("e", .diaeresis), ("i", .diaeresis), ("e", .grave), ("i", .grave), ("e", .circumflex): true
        case ("i", .breve), ("u", .breve), ("g", .grave): true
        default: false
        }
    }
}

/// How a scholarly romanisation is told from the letters of Czech, Slovene, Serbian or Lithuanian, where a caron is a
/// mark like any other (Škoda is Skoda, but Žanna is Zhanna), and how it is turned into everyday spelling.
enum ScholarlySpelling {
    private static let endings: [StaticString] = [
        "ov", "ev", "ova", "eva", "skij", "ckij", "kij", "enko", "ovna", "evna", "skaja", "ckaja", "kin",
        "kina",
    ]

    /// Whether a word holds a letter that a scholarly romanisation may have marked.
    static func hasMark(_ word: [UInt8]) -> Bool { word.contains(where: isMarked) }

    /// Whether a word shows that the marks of the name it stands in are those of a romanisation.
    static func isEvident(in word: [UInt8]) -> Bool {
        if word.ends(withAnyOf: endings) { return true }
        // ŝ; û at the beginning and â at the end of a word.
        if word.contains(UInt8(ascii: "Q")) || word.first == UInt8(ascii: "U") { return true }
        if word.count > 2, word.last == UInt8(ascii: "A") { return true }
        let hasMark = hasMark(word)
        return word.indices.dropFirst().contains { index in
            switch (word[index - 1], word[index]) {
            // šč and šc spell щ.
            case (UInt8(ascii: "S"), UInt8(ascii: "C")), (UInt8(ascii: "S"), UInt8(ascii: "c")): true
            // Double consonants beside a caron (Žanna) are foreign to the other languages.
            case (let first, let second) where first == second: hasMark && !isVowel(first) && !isMarked(first)
            // -vja-, -rju-: elsewhere j softens l, n and d alone.
            case (UInt8(ascii: "v"), UInt8(ascii: "j")), (UInt8(ascii: "r"), UInt8(ascii: "j")),
                (UInt8(ascii: "t"), UInt8(ascii: "j")):
                word.spells("a", at: index + 1) || word.spells("u", at: index + 1)
            default: false
            }
        }
    }

    /// The word in everyday spelling if the name is spelled so, and otherwise without its marks.
    static func resolve(_ word: [UInt8], isScholarly: Bool) -> [UInt8] {
        let spellsJ = isScholarly || hasSlavicJ(word)
        guard spellsJ || hasMark(word) || word.contains(UInt8(ascii: "c")) else { return word }
        let spellsC = isScholarly || word.ends(withAnyOf: ["ij", "yj", "enko"])
        var output: [UInt8] = []
        output.reserveCapacity(word.count * 2)
        for (index, letter) in word.enumerated() {
            let text = spelling(
                of: letter, in: word, at: index, isScholarly: isScholarly, spellsJ: spellsJ, spellsC: spellsC)
            if let text {
                text.withUTF8Buffer { output.append(contentsOf: $0) }
            } else {
                output.append(letter)
            }
        }
        return output
    }

    /// The everyday spelling of a letter; nil where it is the letter itself.
    private static func spelling(
        of letter: UInt8, in word: [UInt8], at index: Int, isScholarly: Bool, spellsJ: Bool, spellsC: Bool
    ) -> StaticString? {
        let previous = index > 0 ? word[index - 1] : 0
        switch letter {
        case UInt8(ascii: "S"): return isScholarly ? "sh" : "s"
        case UInt8(ascii: "Z"): return isScholarly ? "zh" : "z"
        case UInt8(ascii: "C"): return isScholarly ? "ch" : "c"
        case UInt8(ascii: "Q"): return isScholarly ? "shch" : "s"
        case UInt8(ascii: "U"): return isScholarly ? "yu" : "u"
        case UInt8(ascii: "A"): return isScholarly ? "ya" : "a"
        case UInt8(ascii: "j") where spellsJ: return "y"
        case UInt8(ascii: "h") where isScholarly && !isDigraphStart(previous): return "kh"
        case UInt8(ascii: "c"):
            if isScholarly, previous == UInt8(ascii: "S") { return "ch" }
            if index == word.count - 4, word.ends(with: "ckij") { return "ts" }
            let isBeforeSurnameEnding = index == word.count - 3 && word.ends(withAnyOf: ["cov", "cev"])
            return (spellsC || isBeforeSurnameEnding) && standsAlone(word, at: index) ? "ts" : nil
        default: return nil
        }
    }

    /// Whether j stands for й in the word: at its end in -ij, -yj, and after other vowels if it is no short word; in
    /// -ija, -aja; after a consonant before a soft vowel (Ljudmila, Vjačeslav, Fjodor), but not as in Bjorn, Kjell,
    /// Hjalmar, Sjoberg.
    private static func hasSlavicJ(_ word: [UInt8]) -> Bool {
        guard word.contains(UInt8(ascii: "j")) else { return false }
        let longEndings: [StaticString] = ["oj", "ej", "aj"]
        let endings: [StaticString] = ["ij", "yj", "ija", "aja", "jov", "jev", "jova", "jeva"]
        if word.count >= 4, word.ends(withAnyOf: endings) { return true }
        if word.count >= 5, word.ends(withAnyOf: longEndings) { return true }
        if word.spells("je", at: 0), word.count > 4, isInitialSlavicJe(word) { return true }
        return word.indices.dropFirst().dropLast().contains { index in
            guard word[index] == UInt8(ascii: "j") else { return false }
            let next = word[index + 1]
            switch word[index - 1] {
            case UInt8(ascii: "l"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "v"),
                UInt8(ascii: "d"):
                return next == UInt8(ascii: "u") || next == UInt8(ascii: "a")
            case UInt8(ascii: "f"), UInt8(ascii: "m"), UInt8(ascii: "p"), UInt8(ascii: "t"):
                return next == UInt8(ascii: "u") || next == UInt8(ascii: "a") || next == UInt8(ascii: "o")
            default: return false
            }
        }
    }

    /// Jeltsin, Jelena, Jekaterina, Jevgenij, Jegor, Jeremenko; but not Jeffrey, Jennifer, Jeremy, Jellicoe.
    private static func isInitialSlavicJe(_ word: [UInt8]) -> Bool {
        if word.ends(withAnyOf: endings) { return true }
        return switch word[2] {
        case UInt8(ascii: "k"), UInt8(ascii: "v"), UInt8(ascii: "g"): true
        case UInt8(ascii: "l"): word.spells("t", at: 3) || word.spells("e", at: 3) || word.spells("i", at: 3)
        default: false
        }
    }

    /// Whether a c is no part of ch, ck, cc or sc.
    private static func standsAlone(_ word: [UInt8], at index: Int) -> Bool {
        let joinsNext = ["h", "k", "c"].contains { (letter: StaticString) in
            word.spells(letter, at: index + 1)
        }
        return !joinsNext && !word.spells("c", at: index - 1) && !word.spells("s", at: index - 1)
    }

    private static func isDigraphStart(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "c"), UInt8(ascii: "k"), UInt8(ascii: "s"), UInt8(ascii: "z"), UInt8(ascii: "t"),
            UInt8(ascii: "p"), UInt8(ascii: "g"), UInt8(ascii: "h"):
            true
        default: false
        }
    }

    private static func isMarked(_ letter: UInt8) -> Bool { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= letter }
}
