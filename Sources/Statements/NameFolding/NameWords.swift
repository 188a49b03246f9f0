/// The words of a name, lower-case, without punctuation, and with the few things about them that tell how the name
/// is spelled.
struct NameWords {
    /// A word as it was read.
    struct Word {
        /// Its letters and digits. Latin letters are without marks, but for those that a scholarly romanisation may
        /// have put there: see `ScholarlyMark`.
        var letters: [Unicode.Scalar] = []
        /// How many letters stand before its last apostrophe.
        var apostrophe: Int?
        /// Whether a full stop follows.
        var endsWithDot = false
        /// Whether its first letter was a small one.
        var beginsSmall = false
    }

    private(set) var words: [Word] = []
    /// Whether a Latin letter has a mark that no romanisation of Russian or Ukrainian uses (`ć`, `á`, `ř`).
    private(set) var hasForeignMarks = false

    private var current = Word()

    /// The words of a name as it was printed.
    init(reading name: String) {
        for scalar in name.unicodeScalars {
            switch NameCharacter(scalar) {
            case .letter(let letter, let mark): append(letter, mark, isSmall: letter == scalar || mark != nil)
            case .ligature(let first, let second):
                append(first, .other, isSmall: true)
                append(second, nil, isSmall: true)
            case .combining(let mark): combine(mark)
            case .apostrophe: current.apostrophe = current.letters.count
            case .dot: endAbbreviation()
            case .ampersand:
                endWord()
                for letter in "and".unicodeScalars { append(letter, nil, isSmall: true) }
                endWord()
            case .invisible: break
            case .separator: endWord()
            }
        }
        endWord()
        dropPossessive()
    }

    private mutating func append(_ letter: Unicode.Scalar, _ mark: NameMark?, isSmall: Bool) {
        if current.letters.isEmpty { current.beginsSmall = isSmall }
        current.letters.append(letter)
        if let mark { combine(mark) }
    }

    /// Puts a mark on the last letter: it becomes another letter of Cyrillic, or a `ScholarlyMark`, or is dropped.
    private mutating func combine(_ mark: NameMark) {
        guard let letter = current.letters.popLast() else { return }
        if let cyrillic = Cyrillic.combine(letter, mark) {
            current.letters.append(cyrillic)
        } else if let scholarly = ScholarlyMark.combine(letter, mark) {
            current.letters.append(scholarly)
        } else {
            current.letters.append(letter)
            if letter.isASCII, !ScholarlyMark.isHarmless(mark, on: letter) { hasForeignMarks = true }
        }
    }

    /// A full stop within an acronym (U.N.) is dropped; any other ends the word.
    private mutating func endAbbreviation() {
        guard !current.letters.isEmpty else { return }
        current.endsWithDot = true
        endWord()
    }

    private mutating func endWord() {
        if !current.letters.isEmpty {
            words.append(current)
        }
        // An apostrophe after a closed quotation mark belongs to the possessive that may follow (“Way Home”’s).
        current = Word()
    }

    /// Drops the `s` after the apostrophe at the end of the name. The name that ends in an apostrophe alone has lost
    /// that already.
    private mutating func dropPossessive() {
        guard let last = words.last, let apostrophe = last.apostrophe, last.letters.last == "s",
            apostrophe == last.letters.count - 1
        else { return }
        if apostrophe > 0 {
            words[words.count - 1].letters.removeLast()
        } else if words.count > 1 {
            words.removeLast()
        }
    }

    /// Drops “the”, and “a” or “an” where they can't be an initial or a name, if anything follows.
    mutating func dropLeadingArticle() {
        guard words.count > 1, let first = words.first, !first.endsWithDot else { return }
        let isIndefinite = first.letters == ["a"] || first.letters == ["a", "n"]
        let cannotBeInitial = first.beginsSmall || words[1].beginsSmall || words.count > 2
        if first.letters == ["t", "h", "e"] || isIndefinite && cannotBeInitial { words.removeFirst() }
    }

    /// Joins single letters that follow each other: U. N. and U.N. and UN are one word.
    mutating func joinInitials() {
        guard words.count > 1 else { return }
        var joined: [Word] = []
        var isSingle = false
        for word in words {
            if word.letters.count == 1, isSingle {
                joined[joined.count - 1].letters += word.letters
            } else {
                joined.append(word)
            }
            isSingle = word.letters.count == 1
        }
        words = joined
    }
}
