import Statements

/// Ties “who” and “which” to what stands before them: “Mira Holt, who said …”, “the council, which denied …”.
extension SpeakerResolver {
    /// “The architect, who”: the phrase before the comma.
    func withoutRelative(_ source: Range<Int>) -> Range<Int> {
        guard let last = source.last, source.count > 1, text.isA(last, .relative) else { return source }
        let before = text.tokens[last - 1].kind == .word ? last : last - 1
        guard before > source.lowerBound, !text.isWord(before - 1, "of") else { return source }
        return source.lowerBound..<before
    }

    /// The relative pronoun that a source rests on: “who”, “most of whom”; nil for none.
    func relative(in source: Range<Int>) -> Int? {
        guard source.count <= 3, let last = source.last, text.isA(last, .relative),
            text.isWord(last, "who") || text.isWord(last, "whom") || text.isWord(last, "which")
        else {
            return source.count == 1 && text.isWord(source.lowerBound, "that") ? source.lowerBound : nil
        }
        return last
    }

    /// Whom a relative pronoun means: the name or the description before it that it can mean.
    mutating func antecedent(of relative: Int, _ source: Range<Int>) -> ResolvedSpeaker? {
        let isPersonal = !text.isWord(relative, "which") && !text.isWord(relative, "that")
        let sentence = text.sentence(containing: relative)
        let nearest = discourse.salience.references.suffix(24).last { reference in
            reference.token < source.lowerBound && reference.token >= sentence.lowerBound
                && text.entry(reference.token).classes.isDisjoint(with: .pronoun)
                && fits(reference.entity, isPersonal: isPersonal)
        }
        if let nearest { return named(nearest.entity, basis: .pronoun, confidence: 0.8) }
        return ResolvedSpeaker(
            attributed: Attributed(name: text.string(source), kind: .unknown, basis: .none, confidence: 0.3))
    }

    private func fits(_ number: Int, isPersonal: Bool) -> Bool {
        let entity = index.entities[number]
        if isPersonal {
            return entity.kind != .group && !entity.isPlace && !entity.isDocument || entity.isPlural
        }
        return entity.kind != .person
    }
}
