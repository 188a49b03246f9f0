/// Finds the noun phrases around a verb, without a parser: by the small words that can't be within one.
struct NounPhrases {
    let text: TokenizedText
    let layer: QuotationLayer

    /// A noun phrase has no more tokens than this.
    private static let longestPhrase = 40

    // MARK: A phrase before a word

    /// The noun phrase whose last token is the one before `end`.
    func phrase(endingAt end: Int, limit: Int) -> Range<Int>? {
        var start = end
        var lastStart = end
        let limit = max(limit, end - Self.longestPhrase)
        while start > limit, belongs(start - 1, end: end) {
            start -= 1
            let classes = text.entry(start).classes
            if classes.contains(.preposition) && !text.tokens[start].shape.contains(.capitalized) { continue }
            lastStart = start
            if isComplete(start, limit: limit) { break }
        }
        start = lastStart
        start = withoutLeadingAdjunct(start, end: end)
        return start < end ? start..<end : nil
    }

    /// Whether a token can be part of a noun phrase that ends at `end`.
    private func belongs(_ index: Int, end: Int) -> Bool {
        let token = text.tokens[index]
        if layer.covers(index) { return false }
        switch token.kind {
        case .word: break
        case .number, .symbol: return true
        case .mark: return !token.shape.contains(.afterSpace)
        case .stop: return text.isA(max(index - 1, 0), .abbreviation) || isInitialStop(index)
        default: return false
        }
        let classes = text.entry(index).classes
        if classes.contains(.pronoun), classes.isDisjoint(with: [.determiner]) {
            return index == end - 1 || countsOf(index)
        }
        if token.shape.contains(.capitalized),
            classes.isDisjoint(with: [.preposition, .conjunction, .subordinator, .relative, .auxiliary])
        {
            return true
        }
        if classes.contains(.preposition) {
            return index < end - 1 && text.isA(index, .connector) || isPhrasePreposition(index, end)
        }
        if text.isWord(index, "and") || text.isWord(index, "or") { return joinsNouns(index, end: end) }
        if !classes.isDisjoint(with: [.conjunction, .subordinator, .relative, .auxiliary, .interrogative]) {
            return false
        }
        if classes.contains(.verb), classes.isDisjoint(with: [.person, .group, .document, .medium, .title]) {
            return index == end - 1 ? false : looksNominalVerb(index)
        }
        return true
    }

    /// “One woman”, “one of them”, “others of the group”: a pronoun that counts.
    private func countsOf(_ index: Int) -> Bool {
        text.isWord(index, "one") && text.tokens[index + 1].kind == .word
            && (text.isWord(index + 1, "of") || text.isA(index + 1, [.person, .group, .adjective]))
    }

    private func isInitialStop(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        let before = text.tokens[index - 1]
        return before.kind == .word && before.end - before.start == 1
    }

    /// A participle as an adjective: behind a determiner (“the mobilized men”).
    private func looksNominalVerb(_ index: Int) -> Bool {
        index > 0 && text.isA(index - 1, [.determiner, .adjective])
    }

    private func isPhrasePreposition(_ index: Int, _ end: Int) -> Bool {
        guard index < end - 1 else { return false }
        return text.isWord(index, "in") || text.isWord(index, "for") || text.isWord(index, "from")
            || text.isWord(index, "at")
            || text.isWord(index, "with") || text.isWord(index, "to") || text.isWord(index, "on")
            || text.isWord(index, "by")
    }

    /// “wives and mothers”, “Smith and Jones”: the conjunction stands between two words of a kind.
    private func joinsNouns(_ index: Int, end: Int) -> Bool {
        guard index > 0, index + 1 < end, text.tokens[index - 1].kind == .word,
            text.tokens[index + 1].kind == .word
        else {
            return false
        }
        if text.isA(index + 1, [.determiner, .pronoun, .auxiliary]) { return false }
        let capitals = text.tokens[index - 1].shape.contains(.capitalized)
        return capitals == text.tokens[index + 1].shape.contains(.capitalized)
            && !text.isA(index - 1, [.verb, .adverb, .auxiliary, .temporal])
    }

    /// Whether the phrase that begins at `start` needs nothing before it: it has its determiner, and no preposition ties it to
    /// a noun before.
    private func isComplete(_ start: Int, limit: Int) -> Bool {
        let classes = text.entry(start).classes
        guard !classes.isDisjoint(with: [.determiner, .pronoun]) else { return false }
        guard start > limit, text.tokens[start - 1].kind == .word else { return true }
        if text.isWord(start - 1, "of") || isPhrasePreposition(start - 1, start + 1) {
            return start - 2 < limit || text.tokens[start - 2].kind != .word
                || text.isA(start - 2, [.temporal, .verb, .auxiliary])
        }
        return !text.isA(start - 1, [.determiner, .quantity])
    }

    /// “On Monday the group”, “In a statement Smith”: an adverbial before the subject is no part of it.
    private func withoutLeadingAdjunct(_ start: Int, end: Int) -> Int {
        var start = start
        while start + 1 < end, text.isA(start, [.temporal, .adverb]) || text.tokens[start].kind == .mark,
            !text.isA(start, .givenName)
        {
            start += 1
        }
        return start
    }

    // MARK: A phrase behind a word

    /// The noun phrase that begins at `start`, as after “said” or “according to”; nil for none.
    func phrase(startingAt start: Int, limit: Int) -> Range<Int>? {
        let limit = min(limit, start + Self.longestPhrase)
        var index = start
        while index < limit,
            text.tokens[index].kind == .word || text.tokens[index].kind == .number
                || text.tokens[index].kind == .mark || text.tokens[index].kind == .stop
                || text.tokens[index].kind == .symbol
        {
            if layer.covers(index) || !continues(index, from: start) { break }
            index += 1
        }
        while index > start, text.isA(index - 1, [.preposition, .determiner, .conjunction]), index - 1 > start
        { index -= 1 }
        if index > start, text.tokens[index - 1].kind == .stop, !text.isA(max(index - 2, 0), .abbreviation) {
            index -= 1
        }
        return index > start ? start..<index : nil
    }

    private func continues(_ index: Int, from start: Int) -> Bool {
        let token = text.tokens[index]
        switch token.kind {
        case .stop:
            return index > start && (text.isA(index - 1, .abbreviation) || isInitialStop(index))
                && index + 1 < text.tokens.count
        case .mark: return !token.shape.contains(.afterSpace) && index > start
        default: break
        }
        let classes = text.entry(index).classes
        if classes.contains(.pronoun), classes.isDisjoint(with: .determiner) {
            return index == start
                || index == start + 2 && text.isWord(start, "one") && text.isWord(start + 1, "of")
        }
        if index > start, text.isA(index - 1, .pronoun), text.isA(index - 1, .determiner) == false {
            return index == start + 1 && countsOf(start)
        }
        if !classes.isDisjoint(with: [.subordinator, .relative, .auxiliary, .interrogative]),
            !text.isWord(index, "as") || index > start
        {
            return classes.contains(.preposition) && text.isWord(index, "of")
        }
        if classes.contains(.temporal), !classes.contains(.givenName),
            text.isA(max(index - 1, 0), .determiner) == false
        {
            return false
        }
        if classes.contains(.preposition) {
            guard index > start else { return false }
            if text.isWord(index, "of") { return true }
            let isNominalHead = text.isA(index - 1, [.person, .group, .title, .document])
            return isNominalHead
                && (text.isWord(index, "for") || text.isWord(index, "at") || text.isWord(index, "from")
                    || text.isWord(index, "with"))
                && !introducesMedium(index)
        }
        if classes.contains(.conjunction) {
            return text.isWord(index, "and") && index > start && index + 1 < text.tokens.count
                && text.tokens[index - 1].shape.contains(.capitalized)
                && text.tokens[index + 1].shape.contains(.capitalized)
        }
        if index > start, !token.shape.contains(.capitalized),
            classes.contains(.verb) || classes.contains(.adverb)
        {
            if index + 1 < text.tokens.count, text.isA(index + 1, .determiner) { return false }
            return !classes.isDisjoint(with: [.person, .group, .document]) || looksNominalVerb(index)
        }
        return true
    }

    /// Whether a preposition begins a phrase with a medium: “in an interview”.
    private func introducesMedium(_ index: Int) -> Bool {
        (index + 1..<min(index + 5, text.tokens.count)).contains { text.isA($0, .medium) }
    }
}
