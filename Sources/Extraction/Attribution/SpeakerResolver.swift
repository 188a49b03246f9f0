import Statements

/// A speaker as far as the document tells: the archive's form, and the entity behind it.
struct ResolvedSpeaker: Sendable {
    var attributed: Attributed
    /// The entity of the document; nil for a description that could not be tied to one.
    var entity: Int?
    /// The vocabulary entry of the noun that heads a description.
    var noun: Int16?
}

/// Tells who speaks, proposal by proposal in the order of the text.
///
/// A name is looked up; a pronoun is the speaker before it where gender and number allow it, or the name nearest before it;
/// a description is the entity that the document describes with its noun. (Recency with the previous speaker first: O'Keefe
/// et al., “A Sequence Labelling Approach to Quote Attribution”, 2012.)
struct SpeakerResolver {
    private struct Previous {
        var speaker: ResolvedSpeaker
        var paragraph: Int
        var end: Int
    }

    /// How many names before or behind a place are looked at.
    static let mentionsAround = 100

    let text: TokenizedText
    let layer: QuotationLayer
    private(set) var index: EntityIndex
    private var previous: Previous?
    private var previousGroup: Previous?
    private var previousPerson: Previous?

    init(text: TokenizedText, layer: QuotationLayer, index: EntityIndex) {
        self.text = text
        self.layer = layer
        self.index = index
    }

    /// The speaker of the next proposal; nil where nothing tells.
    mutating func resolve(_ proposal: Proposal) -> ResolvedSpeaker? {
        guard let speaker = speaker(of: proposal) else { return nil }
        let now = Previous(
            speaker: speaker, paragraph: proposal.paragraph,
            end: max(proposal.end, proposal.source?.upperBound ?? 0))
        previous = now
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
        guard let source = proposal.source else { return continuation(of: proposal) }
        let head = SourceHead(source, text: text, index: index)
        if let mention = nameInApposition(to: source, head) {
            return named(
                index.mentions[mention].entity, basis: .name, confidence: 0.9,
                defaultKind: head.nounKind(in: text))
        }
        switch head.kind {
        case .pronoun(let token): return pronoun(token, source, proposal)
        case .name(let mention): return named(index.mentions[mention].entity, basis: .name, confidence: 0.95)
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

    private func named(
        _ entity: Int, basis: SpeakerBasis, confidence: Double, defaultKind: SpeakerKind = .unknown
    ) -> ResolvedSpeaker {
        let known = index.entities[entity]
        let kind = kind(of: known)
        return ResolvedSpeaker(
            attributed: Attributed(
                name: known.name, kind: kind == .unknown ? defaultKind : kind, basis: basis,
                confidence: confidence),
            entity: entity)
    }

    /// A name of two words or three that nothing else tells of is taken for a person's.
    private func kind(of entity: Entity) -> SpeakerKind {
        guard entity.kind == .unknown else { return entity.kind }
        let mention = index.mentions[entity.firstMention]
        let hasArticle = mention.phraseStart > 0 && text.isA(mention.phraseStart - 1, .determiner)
        return (2...3).contains(mention.tokens.count) && !hasArticle ? .person : .unknown
    }

    private func inherited(_ previous: Previous, basis: SpeakerBasis, confidence: Double) -> ResolvedSpeaker {
        let before = previous.speaker.attributed
        return ResolvedSpeaker(
            attributed: Attributed(
                name: before.name, kind: before.kind, basis: basis, confidence: confidence * before.confidence
            ),
            entity: previous.speaker.entity, noun: previous.speaker.noun)
    }

    private func continuation(of proposal: Proposal) -> ResolvedSpeaker? {
        guard let previous, proposal.paragraph - previous.paragraph <= 2 else { return nil }
        let isNear = proposal.paragraph - previous.paragraph <= 1
        return inherited(previous, basis: .continuation, confidence: isNear ? 0.75 : 0.5)
    }

    // MARK: Pronouns

    private mutating func pronoun(_ token: Int, _ source: Range<Int>, _ proposal: Proposal)
        -> ResolvedSpeaker?
    {
        let classes = text.entry(token).classes
        if classes.contains(.feminine) || classes.contains(.masculine) {
            let isFeminine = classes.contains(.feminine)
            let speaker = singular(token, isFeminine: isFeminine, proposal)
            if let entity = speaker?.entity { index.note(isFeminine: isFeminine, entity) }
            return speaker
        }
        if text.isWord(token, "it") || text.isWord(token, "they") || text.isWord(token, "it's")
            || text.isWord(token, "they've")
        {
            return plural(token, proposal)
        }
        guard !text.isWord(token, "i"), !text.isWord(token, "you"), !text.isWord(token, "this"),
            !text.isWord(token, "that")
        else {
            return nil
        }
        return ResolvedSpeaker(
            attributed: Attributed(name: text.string(source), kind: .unknown, basis: .none, confidence: 0.3),
            entity: nil)
    }

    private func singular(_ token: Int, isFeminine: Bool, _ proposal: Proposal) -> ResolvedSpeaker? {
        func fits(_ entity: Int) -> Bool {
            let known = index.entities[entity]
            return known.kind != .group && (isFeminine ? known.canBeFeminine : known.canBeMasculine)
        }
        if let subject = subjectMention(
            before: token, after: previousPerson?.end ?? 0, in: proposal, where: fits)
        {
            return named(index.mentions[subject].entity, basis: .pronoun, confidence: 0.8)
        }
        if let previousPerson, proposal.paragraph - previousPerson.paragraph <= 2,
            previousPerson.speaker.entity.map(fits) ?? (previousPerson.speaker.attributed.kind == .person)
        {
            return inherited(previousPerson, basis: .pronoun, confidence: 0.9)
        }
        if let mention = nearestMention(before: token, paragraphs: 3, of: proposal, where: fits) {
            return named(index.mentions[mention].entity, basis: .pronoun, confidence: 0.6)
        }
        return nil
    }

    private func plural(_ token: Int, _ proposal: Proposal) -> ResolvedSpeaker? {
        let isIt = text.isWord(token, "it")
        if let entity = describedSubject(before: token, after: previous?.end ?? 0, in: proposal) {
            return named(entity, basis: .pronoun, confidence: 0.75)
        }
        if let previousGroup, proposal.paragraph - previousGroup.paragraph <= 2,
            !isIt || previousGroup.speaker.attributed.kind == .group || previousGroup.speaker.entity != nil
        {
            return inherited(previousGroup, basis: .pronoun, confidence: 0.85)
        }
        if !isIt, let previous, proposal.paragraph - previous.paragraph <= 1, previous.speaker.entity == nil {
            return inherited(previous, basis: .pronoun, confidence: 0.8)
        }
        if let mention = nearestMention(
            before: token, paragraphs: 2, of: proposal, where: { index.entities[$0].kind == .group })
        {
            return named(index.mentions[mention].entity, basis: .pronoun, confidence: 0.6)
        }
        return nil
    }

    /// A name that opens a sentence of the same paragraph between the previous speaker's words and the pronoun.
    private func subjectMention(
        before token: Int, after end: Int, in proposal: Proposal, where fits: (Int) -> Bool
    ) -> Int? {
        let paragraph = text.paragraphs[proposal.paragraph].tokens
        let start = max(paragraph.lowerBound, end)
        guard start < token else { return nil }
        for mention in index.mentions(in: start..<token).suffix(Self.mentionsAround).reversed() {
            let found = index.mentions[mention]
            guard !layer.covers(found.tokens.lowerBound), fits(found.entity), !found.isPossessive else {
                continue
            }
            let sentence = text.sentence(containing: found.tokens.lowerBound)
            if found.phraseStart - sentence.lowerBound <= 1 { return mention }
        }
        return nil
    }

    /// The group that a sentence of the same paragraph, between the previous speaker's words and the pronoun, begins with:
    /// “The federation … . It …”.
    private func describedSubject(before token: Int, after end: Int, in proposal: Proposal) -> Int? {
        let sentence = text.sentenceIndex(containing: token)
        guard sentence > text.paragraphs[proposal.paragraph].sentences.lowerBound else { return nil }
        let first = text.sentences[sentence - 1].lowerBound
        guard first >= end, text.isWord(first, "the"), first + 1 < token, text.isA(first + 1, .group) else {
            return nil
        }
        return entityDescribed(by: text.tokens[first + 1].entry, before: first, proposal)
    }

    /// The last name before a place, in the paragraphs that count, whose entity fits; outside quotations.
    func nearestMention(
        before token: Int, paragraphs: Int, of proposal: Proposal, where fits: (Int) -> Bool
    ) -> Int? {
        guard let last = index.lastMention(before: token) else { return nil }
        for mention in stride(from: last, through: max(0, last - Self.mentionsAround), by: -1) {
            let found = index.mentions[mention]
            if proposal.paragraph - found.paragraph > paragraphs { return nil }
            if !layer.covers(found.tokens.lowerBound), fits(found.entity) { return mention }
        }
        return nil
    }

    // MARK: Descriptions

    private func described(_ source: Range<Int>, _ head: SourceHead) -> ResolvedSpeaker {
        ResolvedSpeaker(
            attributed: Attributed(
                name: text.string(source.prefix(16)), kind: head.nounKind(in: text), basis: .description,
                confidence: 0.7),
            entity: nil, noun: head.noun.map { text.tokens[$0].entry })
    }

    private func description(_ source: Range<Int>, _ head: SourceHead, _ proposal: Proposal)
        -> ResolvedSpeaker?
    {
        guard let noun = head.noun, source.count < 12 else { return described(source, head) }
        let nounEntry = text.tokens[noun].entry
        guard nounEntry != Vocabulary.unknown else { return described(source, head) }
        let isDefinite =
            text.isWord(source.lowerBound, "the") || text.isWord(source.lowerBound, "this")
            || text.isA(source.lowerBound, .possessive)
        if !isDefinite {
            if let entity = introducedLater(nounEntry, source, proposal) {
                return named(entity, basis: .description, confidence: 0.7)
            }
            return described(source, head)
        }
        if let entity = entityDescribed(by: nounEntry, before: source.lowerBound, proposal) {
            return named(entity, basis: .description, confidence: 0.85)
        }
        if let entity = introducedLater(nounEntry, source, proposal) {
            return named(entity, basis: .description, confidence: 0.65)
        }
        let isGroup = text.isA(noun, .group)
        let candidate = isGroup ? previousGroup : previousPerson
        if let candidate, proposal.paragraph - candidate.paragraph <= 1, source.count <= 2,
            candidate.speaker.attributed.kind == (isGroup ? .group : .person),
            !text.isA(noun, [.spokesperson, .plural]), !isGroup || canBe(noun, candidate.speaker)
        {
            return inherited(candidate, basis: .description, confidence: 0.75)
        }
        return described(source, head)
    }

    /// Whether a group that nothing calls by a noun may be meant by it: “the group” can be any, “the police” not one that has
    /// another description.
    private func canBe(_ noun: Int, _ speaker: ResolvedSpeaker) -> Bool {
        text.isA(noun, .generic) || text.tokens[noun].entry == speaker.noun
            || speaker.entity.map { index.entities[$0].descriptors.isEmpty } ?? false
    }
}
