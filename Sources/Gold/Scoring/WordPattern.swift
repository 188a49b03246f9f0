/// What a word is: letters and digits, with single joiners between them.
struct WordPattern {
    /// Words of a text: hyphens and apostrophes join.
    static let text = WordPattern(joiners: ["'", "\u{2019}", "\u{2010}", "\u{2011}", "-"])
    /// Words of a name: a hyphen and apostrophes join.
    static let name = WordPattern(joiners: ["'", "\u{2019}", "-"])
    /// Words of a name with initials: full stops join, too.
    static let initials = WordPattern(joiners: [".", "'", "\u{2019}", "-"])

    private let joiners: [Unicode.Scalar]

    private init(joiners: [Unicode.Scalar]) {
        self.joiners = joiners
    }

    /// The words of a text. What stands before and behind it does not matter: a text that begins within a word
    /// begins with a word.
    func words(in text: ArraySlice<Unicode.Scalar>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var index = text.startIndex
        while index < text.endIndex {
            guard text[index].isWordCharacter else {
                index += 1
                continue
            }
            let start = index
            repeat {
                index += 1
                while index < text.endIndex, text[index].isWordCharacter { index += 1 }
            } while index + 1 < text.endIndex && joiners.contains(text[index])
                && text[index + 1].isWordCharacter
            words.append(start..<index)
        }
        return words
    }
}
