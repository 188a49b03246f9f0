import Statements

/// Finds the cues of a text: the verbs of saying that are used as verbs, outside quotations.
struct CueFinder {
    let text: TokenizedText
    let layer: QuotationLayer

    /// The cues, in the order of the text.
    func cues() -> [CueMatch] {
        var found: [CueMatch] = []
        for paragraph in text.paragraphs where paragraph.kind.speaks {
            for sentence in paragraph.sentences {
                for index in text.sentences[sentence] where text.tokens[index].kind == .word {
                    guard !layer.covers(index) else { continue }
                    if text.isA(index, .cue) {
                        if let cue = verbCue(index, sentence: sentence) { found.append(cue) }
                    } else if let cue = accordingTo(index, sentence: sentence) {
                        found.append(cue)
                    }
                }
            }
        }
        return found
    }

    /// “According to”, “in the words of”.
    private func accordingTo(_ index: Int, sentence: Int) -> CueMatch? {
        let end = text.sentences[sentence].upperBound
        guard text.isWord(index, "according"), index + 2 < end, text.isWord(index + 1, "to") else {
            return nil
        }
        return CueMatch(
            head: index, tokens: index..<index + 2, act: .say, frames: [.clause], form: .base,
            sentence: sentence,
            isPreposition: true)
    }

    private func verbCue(_ index: Int, sentence: Int) -> CueMatch? {
        let range = text.sentences[sentence]
        let entry = text.entry(index)
        guard isVerb(index, form: entry.form, in: range) else { return nil }
        for position in entry.cues {
            let cue = text.vocabulary.cues[Int(position)]
            guard let end = particleEnd(cue, after: index, in: range) else { continue }
            if cue.frames.contains(.noun), entry.form == .base || entry.form == .present,
                !isClearlyVerb(index, behind: end, in: range)
            {
                return nil
            }
            var match = CueMatch(
                head: index, tokens: index..<end, act: cue.act, frames: cue.frames, form: entry.form,
                sentence: sentence)
            match.isContinuing = cue.continues
            return match
        }
        return nil
    }

    /// One past the cue's last token; nil where its particle is missing. The particle may stand behind one adverb.
    private func particleEnd(_ cue: CueEntry, after index: Int, in range: Range<Int>) -> Int? {
        if cue.particle.isEmpty { return index + 1 }
        for position in index + 1..<min(index + 3, range.upperBound) {
            let token = text.tokens[position]
            if text.bytes[token.bytes].elementsEqual(cue.particle) { return position + 1 }
            guard text.isA(position, .adverb) else { return nil }
        }
        return nil
    }

    // MARK: Verb or noun

    /// Whether a word that is more often a noun is a verb here: behind a pronoun, a name or a modal, or before “that”.
    private func isClearlyVerb(_ index: Int, behind end: Int, in range: Range<Int>) -> Bool {
        if end < range.upperBound, text.isWord(end, "that") { return true }
        guard index > range.lowerBound else { return false }
        let before = index - 1
        if text.tokens[before].kind != .word { return true }
        return text.isA(before, [.pronoun, .relative, .adverb, .modal, .person, .document])
            || text.tokens[before].shape.contains(.capitalized)
    }

    /// Whether the word is used as a finite verb or a participle that a speaker can be subject of.
    private func isVerb(_ index: Int, form: VerbForm, in range: Range<Int>) -> Bool {
        let token = text.tokens[index]
        if token.shape.contains(.capitalized), index > range.lowerBound,
            token.shape.contains(.allCapitals) == false,
            text.tokens[index - 1].kind == .word, !text.isA(index - 1, .adverb)
        {
            return false
        }
        var before = index - 1
        var negated = false
        while before >= range.lowerBound, text.isAdverb(before) {
            if text.isA(before, .negation) { negated = true }
            before -= 1
        }
        if before < range.lowerBound { return form == .past || form == .present || form == .gerund }
        if negated && form == .base { return false }
        switch text.tokens[before].kind {
        case .mark, .comma, .closeBracket, .dash: return form != .base || text.tokens[before].kind == .mark
        case .word: break
        case .number: return form == .past
        default: return form == .gerund || form == .past
        }
        return follows(before, index, form: form, in: range)
    }

    private func follows(_ before: Int, _ index: Int, form: VerbForm, in range: Range<Int>) -> Bool {
        let classes = text.entry(before).classes
        if classes.contains(.pronoun), !classes.contains(.possessive) || text.isWord(before, "her") == false {
            if !classes.contains(.determiner) { return true }
        }
        if classes.contains(.relative) { return form != .gerund }
        switch form {
        case .base: return precedesBaseForm(before, classes)
        case .present:
            return classes.isDisjoint(with: [
                .determiner, .possessive, .preposition, .auxiliary, .adjective, .conjunction,
            ])
                && !text.tokens[before].shape.contains(.possessive)
                || text.isWord(before, "and") || text.isWord(before, "that")
        case .past, .participle:
            if classes.contains(.copula) { return false }
            if classes.contains(.auxiliary) {
                return !classes.contains(.negation) && !classes.contains(.modal)
            }
            return classes.isDisjoint(with: [.determiner, .possessive, .preposition])
                && !text.tokens[before].shape.contains(.possessive)
        case .gerund:
            // “…, saying that” stands behind a comma; without one a participle belongs to the noun before it.
            return classes.contains(.copula) || text.isWord(before, "as") || text.isWord(before, "by")
                || index + 1 < range.upperBound && text.isWord(index + 1, "that")
        }
    }

    /// “They say”, “residents say”, “will say”; not “a say”, “the report”, “to say”.
    private func precedesBaseForm(_ before: Int, _ classes: WordClasses) -> Bool {
        if classes.contains(.modal) { return text.isWord(before, "will") || text.isWord(before, "would") }
        if classes.contains(.auxiliary) { return text.isWord(before, "did") }
        if classes.contains(.plural), classes.contains(.person) || classes.contains(.group) { return true }
        if !classes.isDisjoint(with: [
            .determiner, .possessive, .preposition, .conjunction, .adjective, .verb,
        ]) {
            return false
        }
        let token = text.tokens[before]
        let last = text.bytes[Int(token.end) - 1] | 0x20
        return last == UInt8(ascii: "s") && !token.shape.contains(.possessive)
    }
}
