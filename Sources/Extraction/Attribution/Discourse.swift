import Statements

/// What a text has spoken of, up to the place that is read: its names, the people and groups that it describes without a
/// name, and whom its pronouns mean.
///
/// Each is a reference with a weight by its place in the sentence; who stands out most is `Salience`.
struct Discourse {
    let text: TokenizedText
    let layer: QuotationLayer
    /// The entities, which grow by those that are only described.
    var index: EntityIndex
    /// What stands out, by what was read.
    private(set) var salience: Salience
    /// The entity of each description, by the token of its noun.
    private var described: [(noun: Int, entity: Int)] = []
    /// The last description with each noun.
    private var lastWithNoun: [Int16: (entity: Int, paragraph: Int)] = [:]
    private var pairs: [[Int]: Int] = [:]
    private var position = 0
    private var nextMention = 0
    private var sentence = 0
    private var paragraph = 0

    init(text: TokenizedText, layer: QuotationLayer, index: EntityIndex) {
        self.text = text
        self.layer = layer
        self.index = index
        salience = Salience(text, layer)
    }

    /// The entity that the description with a noun at this token is; nil where it is none, or has not been read.
    func entity(describedAt noun: Int) -> Int? {
        let place = Int(firstIn: described.indices) { described[$0].noun >= noun }
        return place < described.count && described[place].noun == noun ? described[place].entity : nil
    }

    // MARK: Reading

    /// Reads on, up to a token.
    mutating func read(upTo end: Int) {
        while position < min(end, text.tokens.count) {
            while text.sentences[sentence].upperBound <= position { sentence += 1 }
            while text.paragraphs[paragraph].tokens.upperBound <= position { paragraph += 1 }
            while nextMention < index.mentions.count,
                index.mentions[nextMention].tokens.lowerBound < position
            {
                nextMention += 1
            }
            if nextMention < index.mentions.count,
                index.mentions[nextMention].tokens.lowerBound == position
            {
                readMention(nextMention)
                position = index.mentions[nextMention].tokens.upperBound
            } else {
                readWord(position)
                position += 1
            }
        }
    }

    /// Notes that an entity speaks at a token.
    mutating func noteSpeaker(_ entity: Int, at token: Int) {
        let sentence = text.sentenceIndex(containing: token)
        salience.add(
            Salience.Reference(
                token: token, sentence: sentence, paragraph: text.paragraphIndex(ofSentence: sentence),
                entity: entity, weight: Salience.Weight.speaker))
    }

    private mutating func readMention(_ number: Int) {
        let mention = index.mentions[number]
        refer(to: mention.entity, mention.phraseStart..<mention.tokens.upperBound, mention.isPossessive)
        if let pair = pair(endingWith: number) {
            let first = index.mentions[number - 1].phraseStart
            refer(to: pair, first..<mention.tokens.upperBound, mention.isPossessive)
        }
    }

    private mutating func refer(to entity: Int, _ phrase: Range<Int>, _ isPossessive: Bool) {
        salience.add(
            Salience.Reference(
                token: phrase.lowerBound, sentence: sentence, paragraph: paragraph, entity: entity,
                weight: weight(of: phrase, isPossessive)))
    }

    private mutating func readWord(_ token: Int) {
        guard text.tokens[token].kind == .word else { return }
        let classes = text.entry(token).classes
        if classes.contains(.pronoun) {
            guard !classes.isDisjoint(with: [.feminine, .masculine]), !layer.covers(token) else { return }
            readPronoun(token, isFeminine: classes.contains(.feminine), classes.contains(.possessive))
        } else if !classes.isDisjoint(with: [.person, .group, .document]) {
            readNoun(token, classes)
        }
    }

    private mutating func readPronoun(_ token: Int, isFeminine: Bool, _ isPossessive: Bool) {
        guard let found = person(before: token, isFeminine: isFeminine) else { return }
        if found.isAlone { index.note(isFeminine: isFeminine, found.entity) }
        refer(to: found.entity, token..<token + 1, isPossessive)
    }

    // MARK: Weights

    private func weight(of phrase: Range<Int>, _ isPossessive: Bool) -> Double {
        if layer.covers(phrase.lowerBound) { return Salience.Weight.quoted }
        if isPossessive { return Salience.Weight.lesser }
        if isSubject(phrase) { return Salience.Weight.subject }
        let before = phrase.lowerBound - 1
        let isBehindPreposition =
            before >= 0
            && (text.isA(before, .preposition)
                || before > 0 && text.isA(before, .determiner) && text.isA(before - 1, .preposition))
        return isBehindPreposition ? Salience.Weight.lesser : Salience.Weight.other
    }

    /// Whether a phrase is a subject: it opens its sentence, or a verb follows it, and no preposition goes before.
    func isSubject(_ phrase: Range<Int>) -> Bool {
        var before = phrase.lowerBound - 1
        let start = text.sentences[sentence].lowerBound
        if before >= start, text.isA(before, .determiner) { before -= 1 }
        if before >= start, text.isA(before, .preposition), !text.isA(before, .subordinator) { return false }
        if before < start { return true }
        if before == start, text.isA(before, [.conjunction, .adverb]) || text.tokens[before].kind == .mark {
            return true
        }
        var next = phrase.upperBound
        while next < text.sentences[sentence].upperBound, text.isAdverb(next) { next += 1 }
        guard next < text.sentences[sentence].upperBound, text.tokens[next].kind == .word else {
            return false
        }
        return text.isA(next, [.auxiliary, .verb, .cue]) || text.isPastByForm(next)
    }

    // MARK: Those named together

    /// “Holt and Lind”: the two as one, where the mention is the second of them.
    private mutating func pair(endingWith number: Int) -> Int? {
        guard number > 0 else { return nil }
        return pair(index.mentions[number - 1], index.mentions[number])
    }

    /// The entity that two mentions make that “and” joins; nil where it does not.
    mutating func pair(_ first: NameMention, _ second: NameMention) -> Int? {
        let and = first.tokens.upperBound
        guard and < second.phraseStart, second.phraseStart - and <= 2, text.isWord(and, "and"),
            !first.isPossessive, first.entity != second.entity
        else { return nil }
        let key = [first.entity, second.entity]
        if let known = pairs[key] { return known }
        var entity = Entity(name: "", kind: .unknown, firstMention: -1)
        entity.isPlural = true
        entity.members = (first.entity, second.entity)
        let new = index.add(entity)
        pairs[key] = new
        return new
    }

    // MARK: Those only described

    private mutating func readNoun(_ token: Int, _ classes: WordClasses) {
        let isCapital = text.tokens[token].shape.contains(.capitalized)
        guard !isCapital || token == text.sentences[sentence].lowerBound, endsPhrase(token) else { return }
        let isPossessive = text.tokens[token].shape.contains(.possessive)
        let start = phraseStart(of: token)
        if let named = inApposition(start..<token + 1, classes) {
            described.append((token, named))
            return
        }
        guard let entity = entity(ofDescription: start..<token + 1, classes) else { return }
        described.append((token, entity))
        refer(to: entity, start..<token + 1, isPossessive)
    }

    /// “Holt, the first mayor of Larkrow,” and “the mayor, Mira Holt,”: the one whose name stands before the comma or behind it.
    private func inApposition(_ phrase: Range<Int>, _ classes: WordClasses) -> Int? {
        let before = phrase.lowerBound - 1
        if before > text.sentences[sentence].lowerBound, text.tokens[before].kind == .comma, nextMention > 0 {
            let mention = index.mentions[nextMention - 1]
            if mention.tokens.upperBound == before, !mention.isPossessive,
                agrees(index.entities[mention.entity], classes)
            {
                return mention.entity
            }
        }
        let after = phrase.upperBound
        guard after < text.tokens.count, text.tokens[after].kind == .comma, nextMention < index.mentions.count
        else { return nil }
        let mention = index.mentions[nextMention]
        let end = mention.tokens.upperBound
        guard mention.phraseStart == after + 1, end < text.tokens.count, text.tokens[end].kind == .comma,
            !mention.isPossessive, agrees(index.entities[mention.entity], classes)
        else { return nil }
        return mention.entity
    }

    /// Whether a noun is the last of its phrase: no other noun and no name follow.
    private func endsPhrase(_ token: Int) -> Bool {
        guard token + 1 < text.tokens.count, text.tokens[token + 1].kind == .word else { return true }
        if text.tokens[token].shape.contains(.possessive) { return true }
        return !text.isA(token + 1, [.person, .group, .document, .organization])
            && !text.tokens[token + 1].shape.contains(.capitalized)
            || text.isA(token + 1, [.cue, .verb, .temporal])
    }

    /// The first word of the phrase that a noun ends: its article, or what stands before it.
    private func phraseStart(of noun: Int) -> Int {
        var start = noun
        while start > text.sentences[sentence].lowerBound, noun - start < 6 {
            let before = start - 1
            guard text.tokens[before].kind == .word || text.tokens[before].kind == .number else { break }
            let classes = text.entry(before).classes
            if classes.contains(.determiner) { return before }
            if text.tokens[before].shape.contains(.possessive) { return before }
            guard
                classes.isDisjoint(with: [
                    .preposition, .conjunction, .auxiliary, .pronoun, .relative, .subordinator, .verb, .cue,
                    .adverb, .temporal,
                ])
            else { break }
            start = before
        }
        return start
    }

    /// “The union” is the entity that the text calls a union, or the last one described so; “a union” is a new one.
    private mutating func entity(ofDescription phrase: Range<Int>, _ classes: WordClasses) -> Int? {
        let noun = text.tokens[phrase.upperBound - 1].entry
        if isDefinite(phrase.lowerBound) {
            if let named = salient(with: noun, classes, before: phrase.lowerBound) { return named }
            if let last = lastWithNoun[noun], paragraph - last.paragraph <= 12 {
                lastWithNoun[noun] = (last.entity, paragraph)
                return last.entity
            }
        }
        // What a quotation describes is new to its speaker, and nobody's to take up.
        guard !layer.covers(phrase.lowerBound) else { return nil }
        var entity = Entity(
            name: "",
            kind: classes.contains(.group) ? .group : classes.contains(.person) ? .person : .unknown,
            firstMention: -1)
        entity.isPlural = classes.contains(.plural)
        entity.isDocument = classes.isDisjoint(with: [.group, .person])
        entity.phrase = phrase
        entity.noun = noun
        entity.gender.add(classes, from: .noun)
        let new = index.add(entity)
        lastWithNoun[noun] = (new, paragraph)
        return new
    }

    private func isDefinite(_ token: Int) -> Bool {
        text.isWord(token, "the") || text.isWord(token, "this") || text.isWord(token, "that")
            || text.isWord(token, "those") || text.isWord(token, "these")
    }

    /// The most salient of the named that the text calls by a noun.
    private func salient(with noun: Int16, _ classes: WordClasses, before token: Int) -> Int? {
        guard index.isDescription(noun) else { return nil }
        return most(before: token, in: sentence, paragraph) { entity in
            !entity.isDescribed && entity.descriptors.contains(noun) && agrees(entity, classes) ? 1 : 0
        }?.entity
    }

    /// Whether a noun of some classes can mean an entity: “the union” is no person.
    func agrees(_ entity: Entity, _ classes: WordClasses) -> Bool {
        if classes.contains(.plural) != entity.isPlural, entity.kind != .group { return false }
        if classes.contains(.group), !classes.contains(.person) { return entity.kind != .person }
        return entity.kind != .group || classes.contains(.group)
    }

    // MARK: Pronouns

    /// The entity with the most weight before a token, each times what `fit` gives it; nil where nobody fits.
    func most(
        before token: Int, in sentence: Int, _ paragraph: Int, fit: (borrowing Entity) -> Double
    ) -> Salience.Found? {
        salience.most(before: token, in: sentence, paragraph, among: index, fit: fit)
    }

    /// Whom “she” or “he” means at a token.
    func person(before token: Int, isFeminine: Bool) -> Salience.Found? {
        let sentence = text.sentenceIndex(containing: token)
        return most(before: token, in: sentence, text.paragraphIndex(ofSentence: sentence)) { entity in
            guard entity.kind != .group, !entity.isPlural, !entity.isPlace, !entity.isDocument,
                isFeminine ? entity.gender.canBeFeminine : entity.gender.canBeMasculine
            else { return 0 }
            return (entity.kind == .person ? 1 : 0.6) * (entity.gender.isKnown ? 1.4 : 1)
                * (entity.isDescribed ? 0.3 : 1)
        }
    }

    /// Whom “they” means at a token.
    func several(before token: Int) -> Salience.Found? {
        let sentence = text.sentenceIndex(containing: token)
        return most(before: token, in: sentence, text.paragraphIndex(ofSentence: sentence)) { entity in
            if entity.isPlural { return 1 }
            return entity.kind == .group ? 0.4 : entity.kind == .unknown && !entity.isDocument ? 0.1 : 0
        }
    }

    /// What “it” means at a token.
    func thing(before token: Int) -> Salience.Found? {
        let sentence = text.sentenceIndex(containing: token)
        return most(before: token, in: sentence, text.paragraphIndex(ofSentence: sentence)) { entity in
            guard entity.kind != .person, !entity.isPlural else { return 0 }
            return entity.kind == .group ? 1 : entity.isDocument ? 0.7 : entity.isPlace ? 0.3 : 0.5
        }
    }
}
