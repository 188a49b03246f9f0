import Statements

/// Ties pronouns to those whom they mean.
extension SpeakerResolver {
    /// Whom a pronoun means; nil where nothing tells.
    mutating func pronoun(_ token: Int, _ source: Range<Int>, _ proposal: Proposal) -> ResolvedSpeaker? {
        let classes = text.entry(token).classes
        if !classes.isDisjoint(with: [.feminine, .masculine]) {
            return single(token, isFeminine: classes.contains(.feminine))
        }
        if classes.contains(.plural), isThirdPerson(token) { return several(token, proposal) }
        if text.isWord(token, "it") || text.isWord(token, "it's") { return thing(token, proposal) }
        if text.isWord(token, "both") || text.isWord(token, "each"), let several = several(token, proposal) {
            return several
        }
        if isFirstPerson(token) {
            if layer.covers(token) { return within(proposal) }
            if let previousTurn, previousTurn.paragraph == proposal.paragraph {
                return inherited(previousTurn, basis: .pronoun, confidence: 0.9)
            }
        }
        guard !text.isWord(token, "i"), !text.isWord(token, "you"), !text.isWord(token, "this"),
            !text.isWord(token, "that")
        else { return nil }
        return ResolvedSpeaker(
            attributed: Attributed(name: text.string(source), kind: .unknown, basis: .none, confidence: 0.3))
    }

    private func isFirstPerson(_ token: Int) -> Bool {
        text.isWord(token, "i") || text.isWord(token, "we") || text.isWord(token, "i'm")
            || text.isWord(token, "i've")
    }

    private func isThirdPerson(_ token: Int) -> Bool { text.firstByte(token) | 0x20 == UInt8(ascii: "t") }

    /// Who says “I” within a quotation is whoever speaks it.
    private func within(_ proposal: Proposal) -> ResolvedSpeaker? {
        guard let previous, proposal.paragraph - previous.paragraph <= 1 else { return nil }
        return inherited(previous, basis: .pronoun, confidence: 0.6)
    }

    private mutating func single(_ token: Int, isFeminine: Bool) -> ResolvedSpeaker? {
        guard let found = discourse.person(before: token, isFeminine: isFeminine) else { return nil }
        discourse.index.note(isFeminine: isFeminine, found.entity)
        return named(
            found.entity, basis: .pronoun, confidence: found.isAlone ? 0.9 : 0.75, defaultKind: .person)
    }

    private func several(_ token: Int, _ proposal: Proposal) -> ResolvedSpeaker? {
        if let found = discourse.several(before: token) {
            return named(found.entity, basis: .pronoun, confidence: found.isAlone ? 0.8 : 0.7)
        }
        // Others, whom nothing names, are those who spoke last.
        guard let previous, proposal.paragraph - previous.paragraph <= 1, previous.speaker.entity == nil
        else {
            return nil
        }
        return inherited(previous, basis: .pronoun, confidence: 0.8)
    }

    private func thing(_ token: Int, _ proposal: Proposal) -> ResolvedSpeaker? {
        if let found = discourse.thing(before: token) {
            return named(found.entity, basis: .pronoun, confidence: found.isAlone ? 0.8 : 0.7)
        }
        guard let previousGroup, proposal.paragraph - previousGroup.paragraph <= 2 else { return nil }
        return inherited(previousGroup, basis: .pronoun, confidence: 0.8)
    }
}
