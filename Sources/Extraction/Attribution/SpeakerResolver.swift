import Statements

/// A speaker as far as the document tells: the archive's form, and the entity behind it.
struct ResolvedSpeaker: Sendable {
    var attributed: Attributed
    /// The entity of the document; nil for a description that could not be tied to one.
    var entity: Int?
    /// By what means they speak, where the text introduces them so.
    var medium: String?
}

/// Tells who speaks, proposal by proposal in the order of the text.
///
/// A name is looked up; a pronoun is whoever stands out most of those that it can mean (`Discourse`); a description is the
/// entity that the document describes with its noun, or the one that stands out. What each rule is worth stands in
/// `SPEAKERS.md`.
struct SpeakerResolver {
    struct Previous {
        var speaker: ResolvedSpeaker
        var paragraph: Int
        var end: Int
    }

    /// How many names before or behind a place are looked at.
    static let mentionsAround = 100

    let text: TokenizedText
    let layer: QuotationLayer
    let phrases: NounPhrases
    var discourse: Discourse
    private(set) var previous: Previous?
    private(set) var previousGroup: Previous?
    private(set) var previousPerson: Previous?
    private(set) var previousTurn: Previous?

    /// The entities, and those that are only described.
    var index: EntityIndex { discourse.index }

    init(text: TokenizedText, layer: QuotationLayer, phrases: NounPhrases, index: EntityIndex) {
        self.text = text
        self.layer = layer
        self.phrases = phrases
        discourse = Discourse(text: text, layer: layer, index: index)
    }

    /// The speaker of the next proposal; nil where nothing tells.
    mutating func resolve(_ proposal: Proposal) -> ResolvedSpeaker? {
        discourse.read(upTo: proposal.source?.lowerBound ?? proposal.start)
        guard let speaker = speaker(of: proposal) else { return nil }
        if let entity = speaker.entity {
            discourse.noteSpeaker(entity, at: proposal.source?.lowerBound ?? proposal.start)
        }
        let now = Previous(
            speaker: speaker, paragraph: proposal.paragraph,
            end: max(proposal.end, proposal.source?.upperBound ?? 0))
        previous = now
        if proposal.ground == .turn { previousTurn = now }
        switch speaker.attributed.kind {
        case .group: previousGroup = now
        case .person: previousPerson = now
        case .unknown:
            previousGroup = now
            previousPerson = now
        }
        return speaker
    }

    private mutating func speaker(of proposal: Proposal) -> ResolvedSpeaker? {
        guard let source = proposal.source.map(withoutRelative) else { return continuation(of: proposal) }
        if let relative = relative(in: source) { return antecedent(of: relative, source) }
        let head = SourceHead(source, text: text, index: index)
        if let mention = nameInApposition(to: source, head, proposal) {
            return named(
                index.mentions[mention].entity, basis: .name, confidence: 0.9,
                defaultKind: head.nounKind(in: text))
        }
        switch head.kind {
        case .pronoun(let token): return pronoun(token, source, proposal)
        case .name(let mention):
            if mention > 0, index.mentions[mention - 1].tokens.lowerBound >= source.lowerBound,
                let both = discourse.pair(index.mentions[mention - 1], index.mentions[mention])
            {
                return named(both, basis: .name, confidence: 0.9)
            }
            return named(index.mentions[mention].entity, basis: .name, confidence: 0.95)
        case .speaksFor(let mention):
            return named(index.mentions[mention].entity, basis: .description, confidence: 0.8)
        case .speaksForPrevious:
            if let group = previousGroup ?? previous, proposal.paragraph - group.paragraph <= 2 {
                return inherited(group, basis: .description, confidence: 0.7)
            }
            return described(source, head)
        case .description: return description(source, head, proposal)
        }
    }

    // MARK: Names

    func named(
        _ entity: Int, basis: SpeakerBasis, confidence: Double, defaultKind: SpeakerKind = .unknown
    ) -> ResolvedSpeaker {
        let known = index.entities[entity]
        let kind = kind(of: known)
        return ResolvedSpeaker(
            attributed: Attributed(
                name: name(of: known), kind: kind == .unknown ? defaultKind : kind, basis: basis,
                confidence: confidence),
            entity: entity, medium: known.medium)
    }

    /// The fullest name; the words of a description, up to where it ends.
    func name(of entity: Entity) -> String {
        if let members = entity.members {
            return name(of: index.entities[members.0]) + " and " + name(of: index.entities[members.1])
        }
        guard let phrase = entity.phrase else { return entity.name }
        let sentence = text.sentence(containing: phrase.lowerBound)
        return words(phrase.lowerBound..<end(of: phrase, limit: sentence.upperBound))
    }

    /// Where a description ends: with its noun, with a second noun of its kind behind “and”, or with what “of” adds.
    private func end(of phrase: Range<Int>, limit: Int) -> Int {
        let next = phrase.upperBound
        guard next + 1 < limit else { return next }
        if text.isWord(next, "and"), text.isA(next - 1, .plural), isPluralByForm(next + 1) {
            return next + 2
        }
        // “A group of mothers”, but “the office”, which has a name of its own kind.
        guard text.isWord(next, "of") || text.isWord(next, "for"),
            !text.isA(next - 1, .group) || text.isA(next - 1, [.generic, .plural])
        else { return next }
        return phrases.phrase(startingAt: phrase.lowerBound, limit: limit).map { max($0.upperBound, next) }
            ?? next
    }

    private func isPluralByForm(_ token: Int) -> Bool {
        text.isA(token, .plural)
            || !text.tokens[token].shape.contains(.capitalized)
                && text.bytes[Int(text.tokens[token].end) - 1] == UInt8(ascii: "s")
    }

    /// A name of two words or three that nothing else tells of is taken for a person's.
    private func kind(of entity: Entity) -> SpeakerKind {
        guard entity.kind == .unknown, !entity.isDescribed else { return entity.kind }
        let mention = index.mentions[entity.firstMention]
        let hasArticle = mention.phraseStart > 0 && text.isA(mention.phraseStart - 1, .determiner)
        return (2...3).contains(mention.tokens.count) && !hasArticle && !entity.isPlace ? .person : .unknown
    }

    func inherited(_ previous: Previous, basis: SpeakerBasis, confidence: Double) -> ResolvedSpeaker {
        var speaker = previous.speaker
        speaker.attributed = Attributed(
            name: speaker.attributed.name, kind: speaker.attributed.kind, basis: basis,
            confidence: confidence * speaker.attributed.confidence)
        return speaker
    }

    private func continuation(of proposal: Proposal) -> ResolvedSpeaker? {
        guard let previous, proposal.paragraph - previous.paragraph <= 2 else { return nil }
        let isNear = proposal.paragraph - previous.paragraph <= 1
        return inherited(previous, basis: .continuation, confidence: isNear ? 0.75 : 0.5)
    }
}
