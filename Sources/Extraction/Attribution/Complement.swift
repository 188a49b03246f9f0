import Statements

/// Finds where the words begin behind a cue: past the person spoken to, the circumstances and “that”.
struct Complement {
    /// The beginning of the words, and what stood before it.
    struct Beginning {
        /// The first token of the words.
        var start: Int
        /// What kind of complement it is.
        var ground: Proposal.Ground
        /// Whether it is a noun phrase.
        var isObject = false
        /// The person spoken to.
        var addressee: Range<Int>?
    }

    let text: TokenizedText
    let layer: QuotationLayer
    let phrases: NounPhrases
    let isTemporal: [Bool]

    /// The beginning of the words behind `cue`, at the latest at `limit`; nil where the cue has no complement there.
    func begin(after cue: CueMatch, limit: Int) -> Beginning? {
        let start = cue.tokens.upperBound
        guard start < limit else { return nil }
        if let direct = complement(at: start, cue, limit: limit, addressee: nil) { return direct }
        if cue.frames.contains(.addressee), let person = phrases.phrase(startingAt: start, limit: limit),
            person.upperBound < limit,
            let found = complement(
                at: skipAdjuncts(person.upperBound, limit), cue, limit: limit, addressee: person)
        {
            return found
        }
        let skipped = skipAdjuncts(start, limit)
        if skipped > start, let found = complement(at: skipped, cue, limit: limit, addressee: nil) {
            return found
        }
        if let that = thatBehindAdjuncts(start, limit), cue.frames.contains(.that) {
            return Beginning(start: contentStart(that, cue), ground: .complement)
        }
        guard cue.frames.contains(.object), beginsNounPhrase(start) else { return nil }
        return Beginning(start: start, ground: .object, isObject: true)
    }

    private func complement(at start: Int, _ cue: CueMatch, limit: Int, addressee: Range<Int>?) -> Beginning?
    {
        guard start < limit else { return nil }
        let frames = cue.frames
        if text.isWord(start, "that"), frames.contains(.that), start + 1 < limit, !isDemonstrative(start) {
            return Beginning(start: contentStart(start, cue), ground: .complement, addressee: addressee)
        }
        if frames.contains(.question), text.isA(start, .interrogative) || text.isWord(start, "if") {
            return Beginning(start: start, ground: .complement, addressee: addressee)
        }
        if text.isWord(start, "to"), frames.contains(.infinitive),
            !frames.contains(.addressee) || addressee != nil
        {
            return Beginning(start: addressee?.lowerBound ?? start, ground: .complement, addressee: addressee)
        }
        if frames.contains(.clause), beginsClause(start, limit),
            addressee != nil || !frames.contains(.addressee)
        {
            return Beginning(start: start, ground: .bareClause, addressee: addressee)
        }
        return nil
    }

    /// “That” belongs to what is said, as PARC 3.0 and PolNeAR have it; but not to what is demanded (“demanded that X resign”), where
    /// the clause stands for the person and the deed, as in “urged X to resign”.
    private func contentStart(_ that: Int, _ cue: CueMatch) -> Int { cue.act == .demand ? that + 1 : that }

    /// “said that.” and “said that day” point; “said that he” joins.
    private func isDemonstrative(_ index: Int) -> Bool {
        text.tokens[index + 1].kind != .word && text.tokens[index + 1].kind != .mark
            && text.tokens[index + 1].kind != .number
            && text.tokens[index + 1].kind != .comma && text.tokens[index + 1].kind != .symbol
    }

    /// Whether a clause can begin here: with a noun phrase, and with a verb to follow.
    private func beginsClause(_ index: Int, _ limit: Int) -> Bool {
        let token = text.tokens[index]
        switch token.kind {
        case .number, .symbol: return true
        case .mark: return layer.covers(index) && token.shape.contains(.afterSpace)
        case .word: break
        default: return false
        }
        if isTemporal[index], !text.isA(index, .determiner) { return false }
        let classes = text.entry(index).classes
        if classes.contains(.determiner) || classes.contains(.pronoun) { return true }
        if token.shape.contains(.capitalized) { return true }
        if text.isWord(index, "if") || text.isWord(index, "there") || text.isWord(index, "when")
            || text.isWord(index, "because")
        {
            return true
        }
        if !classes.isDisjoint(with: [
            .preposition, .conjunction, .subordinator, .relative, .adverb, .auxiliary, .interrogative,
        ]) {
            return false
        }
        // A bare noun: its clause has an auxiliary or a verb not far behind.
        return (index + 1..<min(index + 8, limit)).contains { text.isA($0, [.auxiliary, .modal]) }
    }

    private func beginsNounPhrase(_ index: Int) -> Bool {
        let token = text.tokens[index]
        if token.kind == .mark { return layer.covers(index) }
        guard token.kind == .word || token.kind == .number || token.kind == .symbol else { return false }
        let classes = text.entry(index).classes
        if isTemporal[index], !classes.contains(.determiner) { return false }
        if classes.contains(.determiner) || classes.contains(.pronoun) { return true }
        return classes.isDisjoint(with: [
            .preposition, .conjunction, .subordinator, .relative, .auxiliary, .interrogative,
        ])
            || text.isWord(index, "as") == false && token.shape.contains(.capitalized)
    }

    /// The token behind the circumstances that begin at `start`: a date, an adverb, “in a statement”.
    private func skipAdjuncts(_ start: Int, _ limit: Int) -> Int {
        var index = start
        while index < limit {
            if isTemporal[index] || text.isA(index, .adverb) && !text.isA(index, .determiner) {
                index += 1
            } else if text.isA(index, .preposition), let end = adjunctEnd(index, limit) {
                index = end
            } else if text.tokens[index].kind == .comma, index + 2 < limit, text.isA(index + 1, .adverb),
                text.tokens[index + 2].kind == .comma
            {
                // “denied, however, that”
                index += 3
            } else if text.tokens[index].kind == .comma, index > start, index + 1 < limit,
                text.isWord(index + 1, "that") || text.isA(index + 1, .adverb)
            {
                index += 1
            } else {
                break
            }
        }
        return index
    }

    /// The end of a short prepositional phrase with a date or a medium: “on Monday”, “in an interview with Radio Tor”.
    private func adjunctEnd(_ start: Int, _ limit: Int) -> Int? {
        var index = start + 1
        var qualifies = false
        while index < min(limit, start + 7) {
            if isTemporal[index] || text.isA(index, [.medium, .document]) {
                qualifies = true
                index += 1
                if index < limit,
                    text.isA(index, .preposition) || isTemporal[index] || text.isA(index, .medium)
                {
                    continue
                }
                break
            }
            guard
                text.isA(index, [.determiner, .preposition, .adjective, .nationality])
                    || text.tokens[index].shape.contains(.capitalized)
            else { break }
            index += 1
        }
        guard qualifies else { return nil }
        while index < limit, text.tokens[index].shape.contains(.capitalized),
            text.tokens[index].kind == .word,
            text.isA(index - 1, .preposition) || text.tokens[index - 1].shape.contains(.capitalized)
        {
            index += 1
        }
        return index
    }

    /// “said during a long night in parliament that …”: a “that” behind circumstances of any kind.
    private func thatBehindAdjuncts(_ start: Int, _ limit: Int) -> Int? {
        guard text.isA(start, .preposition) || isTemporal[start] else { return nil }
        for index in start..<min(limit, start + 20) {
            if layer.covers(index) || text.isA(index, [.auxiliary, .relative]) && !text.isWord(index, "that")
            {
                return nil
            }
            if text.isWord(index, "that"), text.tokens[index].kind == .word {
                return index + 1 < limit ? index : nil
            }
        }
        return nil
    }
}
