extension TokenizedText {
    /// Whether a word in lower case ends in “-ed”.
    func isPastByForm(_ index: Int) -> Bool {
        let token = tokens[index]
        let end = Int(token.end)
        return token.kind == .word && token.end - token.start > 3
            && bytes[end - 1] == UInt8(ascii: "d") && bytes[end - 2] == UInt8(ascii: "e")
            && !token.shape.contains(.capitalized)
    }

    /// “accused X of … and pressed for …”: a verb in the past behind a conjunction has the cue's subject.
    func isSecondVerb(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word, !token.shape.contains(.capitalized), token.end - token.start > 3 else {
            return false
        }
        if isA(index, .cue), entry(index).form == .past { return true }
        return isPastByForm(index) && index + 1 < tokens.count
            && isA(index + 1, [.preposition, .determiner, .pronoun])
    }
}
