/// Finds the name that an acronym in brackets stands for: “the Alliance to Save Our Ferries (ASOF)”.
///
/// The letters are matched backwards against the words before the bracket, where small words may be left out, as in Schwartz
/// and Hearst, “A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text”, 2003.
struct AcronymDefinitions {
    let text: TokenizedText

    /// A name has no more words than this.
    private static let longestName = 14

    /// The tokens of the name that the acronym at `token` stands for; nil where it is none between brackets.
    func name(before token: Int, in sentence: Range<Int>) -> Range<Int>? {
        guard token - 2 >= sentence.lowerBound, token + 1 < sentence.upperBound,
            text.tokens[token - 1].kind == .openBracket, text.tokens[token + 1].kind == .closeBracket,
            text.tokens[token].shape.contains(.allCapitals)
        else { return nil }
        let letters = text.bytes[text.tokens[token].bytes].filter { $0 >= 0x41 && $0 <= 0x5A }
        guard letters.count > 1 else { return nil }
        let end = token - 1
        var left = letters.count
        var index = end - 1
        while index >= max(sentence.lowerBound, end - Self.longestName) {
            guard text.tokens[index].kind == .word else { return nil }
            if initial(of: index) == letters[left - 1] {
                left -= 1
                if left == 0 { break }
            } else if text.tokens[index].shape.contains(.capitalized) || !isSmall(index) {
                return nil
            }
            index -= 1
        }
        guard left == 0, text.tokens[index].shape.contains(.capitalized) else { return nil }
        return index..<end
    }

    private func initial(of index: Int) -> UInt8 {
        let byte = text.firstByte(index)
        return byte >= 0x61 && byte <= 0x7A ? byte & ~0x20 : byte
    }

    private func isSmall(_ index: Int) -> Bool {
        text.isA(index, [.preposition, .determiner, .conjunction, .connector])
    }
}
