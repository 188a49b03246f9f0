/// Tells when a name is used as the name of a place, which nobody means by “he” or “she”.
struct PlaceNames {
    let text: TokenizedText

    /// Whether a mention is that of a place: by its own words, by the preposition before it or the state behind it, or as the
    /// place at the head of a report.
    func isPlace(_ mention: NameMention) -> Bool {
        if isPlaceLine(mention) { return true }
        guard mention.title == nil, mention.kind == .unknown else { return false }
        let last = mention.tokens.upperBound - 1
        if text.isA(last, .placeWord), mention.tokens.count > 1 { return true }
        if text.isA(last, .place),
            mention.tokens.count == 1 || text.isA(mention.tokens.lowerBound, .adjective)
        {
            return true
        }
        return isBehindPreposition(mention.phraseStart) || hasStateBehind(mention.tokens.upperBound)
    }

    /// “In X”, “near X”, “outside X”.
    private func isBehindPreposition(_ start: Int) -> Bool {
        guard start > 0 else { return false }
        let before = start - 1
        return text.isWord(before, "in") || text.isWord(before, "near") || text.isWord(before, "outside")
            || text.isWord(before, "across") || text.isWord(before, "throughout")
            || text.isWord(before, "downtown") || text.isWord(before, "inside")
    }

    /// “X, Pa.”, “X, Fla.”.
    private func hasStateBehind(_ comma: Int) -> Bool {
        guard comma + 2 < text.tokens.count, text.tokens[comma].kind == .comma,
            text.tokens[comma + 1].shape.contains(.capitalized),
            text.isA(comma + 1, .abbreviation) || text.tokens[comma + 1].shape.contains(.dotted)
        else { return false }
        return text.tokens[comma + 1].shape.contains(.dotted) || text.tokens[comma + 2].kind == .stop
    }

    /// “LARKROW, May 3 —”: the sentence ends in the dash.
    private func isPlaceLine(_ mention: NameMention) -> Bool {
        guard text.tokens[mention.tokens.lowerBound].shape.contains(.allCapitals) else { return false }
        let sentence = text.sentence(containing: mention.tokens.lowerBound)
        guard let last = sentence.last else { return false }
        return mention.phraseStart == sentence.lowerBound && text.tokens[last].kind == .dash
    }
}
