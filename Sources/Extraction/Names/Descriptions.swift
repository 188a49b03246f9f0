import Statements

/// Reads what a text calls its groups and people beside their names: “X, a group of …”, “the group X”, “a video of X”.
struct Descriptions {
    let text: TokenizedText

    /// Adds what stands around a mention to its entity.
    func describe(_ entity: inout Entity, by mention: NameMention) {
        if let noun = appositionNoun(after: mention) { add(noun, to: &entity) }
        if let noun = nounBefore(mention) { add(noun, to: &entity) }
        if entity.kind == .unknown, isPerson(before: mention.tokens.upperBound) { entity.kind = .person }
        if entity.medium == nil, let medium = introducedBy(mention) { entity.medium = medium }
        for index in mention.tokens where text.isA(index, [.group]) && !text.isA(index, .givenName) {
            entity.describe(with: text.tokens[index].entry)
        }
    }

    private func add(_ noun: Int, to entity: inout Entity) {
        entity.describe(with: text.tokens[noun].entry)
        if !text.isA(noun, [.pronoun, .givenName]) {
            entity.gender.add(text.entry(noun).classes, from: .noun)
        }
        guard entity.kind == .unknown else { return }
        if text.isA(noun, .group) {
            entity.kind = .group
        } else if text.isA(noun, .person) {
            entity.kind = .person
        }
    }

    /// “X, who …”, “X, 57, …”: what stands behind is said of people alone.
    private func isPerson(before comma: Int) -> Bool {
        guard comma + 2 < text.tokens.count, text.tokens[comma].kind == .comma else { return false }
        if text.isWord(comma + 1, "who") { return true }
        let number = text.tokens[comma + 1]
        return number.kind == .number && number.end - number.start == 2
            && (text.tokens[comma + 2].kind == .comma || text.tokens[comma + 2].kind == .stop)
    }

    /// The head noun of “X, a group of mothers, …” or “X (…), the union …”.
    private func appositionNoun(after mention: NameMention) -> Int? {
        var index = mention.tokens.upperBound
        if index < text.tokens.count, text.tokens[index].kind == .openBracket {
            while index < min(mention.tokens.upperBound + 12, text.tokens.count),
                text.tokens[index].kind != .closeBracket
            {
                index += 1
            }
            index += 1
        }
        guard index + 1 < text.tokens.count, text.tokens[index].kind == .comma else { return nil }
        index += 1
        // “Mira Holt, 57, a ferrywoman”
        if index + 2 < text.tokens.count, text.tokens[index].kind == .number,
            text.tokens[index + 1].kind == .comma
        {
            index += 2
        }
        if text.isA(index, .determiner) { return headNoun(from: index + 1) }
        return bareNoun(from: index)
    }

    /// The head noun of “Mira Holt, president of the union,” and “Mira Holt, chairwoman.”: no article, and its end is sure.
    private func bareNoun(from start: Int) -> Int? {
        var index = start
        while index < min(start + 4, text.tokens.count), text.tokens[index].kind == .word,
            !text.isA(index, [.preposition, .auxiliary, .verb, .relative, .conjunction, .pronoun])
        {
            index += 1
        }
        guard index > start, index < text.tokens.count, text.isA(index - 1, .person),
            !text.isA(index - 1, .plural), !text.tokens[start].shape.contains(.capitalized),
            text.isWord(index, "of") || text.isWord(index, "for") || text.tokens[index].kind == .comma
        else { return nil }
        return index - 1
    }

    /// The first known noun of a description, which ends before “of”, “who” or a comma.
    private func headNoun(from start: Int) -> Int? {
        var head: Int?
        for index in start..<min(start + 8, max(start, text.tokens.count)) {
            if text.tokens[index].kind == .mark, !text.tokens[index].shape.contains(.afterSpace) { continue }
            guard text.tokens[index].kind == .word, !text.isA(index, [.preposition, .relative, .auxiliary])
            else { break }
            if text.isA(index, [.group, .person]) { head = index }
        }
        return head
    }

    /// The noun of “the group X”, “the opposition party X”.
    private func nounBefore(_ mention: NameMention) -> Int? {
        let index = mention.phraseStart - 1
        guard index >= 0 else { return nil }
        if text.tokens[index].kind == .comma { return headNoun(before: index, mention) }
        guard text.isA(index, [.group, .person]), text.tokens[index].kind == .word else { return nil }
        return index
    }

    /// The head noun of “its director, X, …” or “a spokesman for the firm, X.”
    private func headNoun(before comma: Int, _ mention: NameMention) -> Int? {
        let end = mention.tokens.upperBound
        guard !mention.isPossessive, end < text.tokens.count,
            text.tokens[end].kind == .comma || text.tokens[end].kind == .stop
        else { return nil }
        var head: Int?
        var index = comma - 1
        while index >= max(0, comma - 9), text.tokens[index].kind == .word,
            !text.isA(index, [.auxiliary, .conjunction, .relative, .subordinator])
        {
            if text.isA(index, .preposition) { head = nil }
            let endsPart = index + 1 == comma || text.isA(index + 1, .preposition)
            if endsPart, text.isA(index, [.group, .person]) { head = index }
            if text.isA(index, [.determiner, .possessive]) || text.tokens[index].shape.contains(.possessive),
                index == 0 || !text.isA(index - 1, .preposition)
            {
                return head
            }
            index -= 1
        }
        return nil
    }

    /// “a video of …”: what introduces a speaker says by what means they speak.
    private func introducedBy(_ mention: NameMention) -> String? {
        let sentence = text.sentence(containing: mention.tokens.lowerBound)
        var index = mention.tokens.lowerBound - 1
        while index > sentence.lowerBound {
            if text.isWord(index, "of"), text.isA(index - 1, .medium), isRecording(index - 1) {
                return text.string(index - 1..<index)
            }
            index -= 1
        }
        return nil
    }

    private func isRecording(_ index: Int) -> Bool {
        text.isWord(index, "video") || text.isWord(index, "recording") || text.isWord(index, "clip")
            || text.isWord(index, "livestream")
    }
}
