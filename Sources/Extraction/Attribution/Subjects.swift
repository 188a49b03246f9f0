extension NounPhrases {
    /// The subject of the verb at `verb`, looked for between it and `limit`; nil for none.
    func subject(before verb: Int, limit: Int) -> Range<Int>? {
        var end = verb
        while end > limit {
            if isBetweenSubjectAndVerb(end - 1) {
                end -= 1
            } else if let start = weekdayStart(endingAt: end, limit: limit) {
                end = start
            } else {
                break
            }
        }
        guard end > limit else { return nil }
        if text.tokens[end - 1].kind == .comma || text.tokens[end - 1].kind == .dash {
            return subjectBeforeApposition(closedBy: end - 1, limit: limit)
        }
        return bracketedPhrase(endingAt: end, limit: limit)
    }

    /// “The museum on Wednesday denied”, “Smith Monday said”, “the bank this month announced”: where the time before the verb
    /// begins.
    private func weekdayStart(endingAt end: Int, limit: Int) -> Int? {
        guard end - 2 > limit else { return nil }
        if text.isA(end - 1, .weekday) { return text.isWord(end - 2, "on") ? end - 2 : end - 1 }
        let points =
            text.isWord(end - 2, "this") || text.isWord(end - 2, "last") || text.isWord(end - 2, "next")
        return points && text.isA(end - 1, .temporal) ? end - 2 : nil
    }

    /// The noun phrase before `end`, where a bracket may close: “members of Put’ Domoi (Way Home)”.
    private func bracketedPhrase(endingAt end: Int, limit: Int) -> Range<Int>? {
        guard text.tokens[end - 1].kind == .closeBracket else { return phrase(endingAt: end, limit: limit) }
        guard let open = openBracket(for: end - 1, limit: limit), open > limit,
            let phrase = phrase(endingAt: open, limit: limit)
        else { return nil }
        return phrase.lowerBound..<end
    }

    /// The subject of the clause that a participle at `verb` hangs on: the first noun phrase of the clause.
    func clauseSubject(before verb: Int, limit: Int) -> Range<Int>? {
        var start = limit
        // An adverbial before the subject ends in a comma.
        if start < verb, text.isA(start, [.preposition, .subordinator, .adverb, .temporal]),
            let comma = (start..<min(verb, start + 14)).first(where: { text.tokens[$0].kind == .comma }),
            comma + 1 < verb - 1
        {
            start = comma + 1
        }
        while start < verb, text.isA(start, [.adverb, .conjunction]) || text.tokens[start].kind == .comma {
            start += 1
        }
        guard let phrase = phrase(startingAt: start, limit: verb), !text.isA(phrase.lowerBound, .verb) else {
            return nil
        }
        return phrase
    }

    /// The subject that a verb without one of its own is understood to have: “they forced Holt to admit …”, where it stands before
    /// the “to”; “Holt published the letter, calling for …”, “by announcing …”, “and encouraged …”, where it is that of
    /// the clause.
    func understoodSubject(of verb: Int, limit: Int) -> Range<Int>? {
        var before = verb - 1
        while before > limit, text.isAdverb(before) { before -= 1 }
        guard before > limit else { return nil }
        if text.isWord(before, "to") {
            if let object = phrase(endingAt: before, limit: limit), isNominal(object) { return object }
            return clauseSubject(before: before, limit: limit)
        }
        let leadsOn =
            text.isA(before, .conjunction) || text.isWord(before, "by") || text.tokens[before].kind == .comma
        guard leadsOn else { return nil }
        return clauseSubject(before: before, limit: limit)
    }

    /// Auxiliaries, adverbs and reflexives stand between a subject and its verb.
    private func isBetweenSubjectAndVerb(_ index: Int) -> Bool {
        guard text.tokens[index].kind == .word else { return false }
        let classes = text.entry(index).classes
        if classes.contains(.pronoun) {
            return text.isWord(index, "himself") || text.isWord(index, "herself")
                || text.isWord(index, "itself")
                || text.isWord(index, "themselves") || text.isWord(index, "both") || text.isWord(index, "all")
        }
        if classes.contains(.determiner) { return false }
        return !classes.isDisjoint(with: [.auxiliary, .negation]) || text.isAdverb(index)
    }

    /// “X, a lawyer in Y, said”: the phrase before the comma that opens the apposition.
    private func subjectBeforeApposition(closedBy comma: Int, limit: Int) -> Range<Int>? {
        var index = comma - 1
        let stop = max(limit, comma - 40)
        while index > stop {
            let kind = text.tokens[index].kind
            if layer.covers(index) { return nil }
            if kind == text.tokens[comma].kind, let phrase = bracketedPhrase(endingAt: index, limit: limit),
                isNominal(phrase)
            {
                return phrase
            }
            if kind == .semicolon || kind == .stop && !text.isA(index - 1, .abbreviation) { return nil }
            index -= 1
        }
        return nil
    }

    /// Whether a phrase can be a subject by itself: a pronoun, a name, or a noun with a determiner or in the plural.
    private func isNominal(_ phrase: Range<Int>) -> Bool {
        if phrase.count == 1 {
            let index = phrase.lowerBound
            if text.isA(index, [.temporal, .adverb, .subordinator, .place]) { return false }
            return text.tokens[index].shape.contains(.capitalized)
                || text.isA(index, [.pronoun, .person, .group])
        }
        return !text.isA(phrase.lowerBound, [.preposition]) && !text.isA(phrase.upperBound - 1, .temporal)
    }

    private func openBracket(for close: Int, limit: Int) -> Int? {
        var index = close - 1
        while index >= max(limit, close - 16) {
            if text.tokens[index].kind == .openBracket { return index }
            index -= 1
        }
        return nil
    }
}
