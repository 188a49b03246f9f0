import Statements

/// Which names of a document are names of the same: by the whole name, the first name and the surname, the surname, the
/// initials, or what a body is called for short.
///
/// The names of several words are gathered first, so that a surname in the first line finds the full name in the third.
struct NameClusters {
    /// The entities that share a word.
    private struct Namesakes {
        var first: Int
        var others: [Int] = []
    }

    private let text: TokenizedText
    private let keys: NameKeys
    /// The mentions, each with its entity once `gather` has run.
    private(set) var mentions: [NameMention]
    /// The entities that they name.
    private(set) var entities: [Entity] = []

    private var byName: [UInt64: Int] = [:]
    private var bySurname: [UInt64: Namesakes] = [:]
    private var byFirstName: [UInt64: Namesakes] = [:]
    private var byAcronym: [UInt64: Int] = [:]
    private var byShortName: [UInt64: Int] = [:]
    private var byFirstWords: [UInt64: Int] = [:]
    /// How many words an entity's longest name has.
    private var lengths: [Int] = []
    /// The paragraph in which an entity was last named in full, as far as the names of one word have been read.
    private var lastInFull: [Int] = []
    /// How often an entity has been named, as far as the names of one word have been read.
    private var counts: [Int] = []

    /// No name is looked for among more entities than this, however many a text gives it.
    private static let namesakes = 8

    init(_ mentions: [NameMention], _ text: TokenizedText) {
        self.mentions = mentions
        self.text = text
        keys = NameKeys(text: text)
    }

    /// Gives every mention its entity.
    mutating func gather() {
        for index in mentions.indices where mentions[index].tokens.count > 1 {
            mentions[index].entity = entity(ofName: index)
        }
        for index in mentions.indices {
            if mentions[index].entity < 0 {
                mentions[index].entity = entity(ofWord: index)
            } else {
                lastInFull[mentions[index].entity] = mentions[index].paragraph
            }
            note(mentions[index])
        }
    }

    // MARK: Names of several words

    private mutating func entity(ofName index: Int) -> Int {
        let mention = mentions[index]
        let words = keys.words(of: mention)
        let name = NameKeys.joined(words)
        if let main = isAlias(index) {
            byName[name] = main
            return main
        }
        if let known = byName[name] { return known }
        let isPersonal = mention.kind != .group
        if let known = knownByWords(words, isPersonal: isPersonal) {
            byName[name] = known
            if words.count > lengths[known] {
                entities[known].name = spelling(mention)
                lengths[known] = words.count
            }
            return known
        }
        let new = add(mention, index, words.count)
        byName[name] = new
        noteParts(of: words, mention, new, isPersonal: isPersonal)
        return new
    }

    /// Notes by what parts of its name an entity can be called.
    private mutating func noteParts(
        of words: [UInt64], _ mention: NameMention, _ new: Int, isPersonal: Bool
    ) {
        guard let first = words.first, let last = words.last, words.count > 1 else { return }
        if isPersonal {
            let ends = NameKeys.joined([first, last])
            if byName[ends] == nil { byName[ends] = new }
            Self.note(new, last, in: &bySurname)
            if let bare = keys.withoutParticle(mention.tokens.upperBound - 1) {
                Self.note(new, bare, in: &bySurname)
            }
            Self.note(new, first, in: &byFirstName)
            let lastTwo = NameKeys.joined(words.suffix(2))
            if byName[lastTwo] == nil { byName[lastTwo] = new }
        } else if byShortName[last] == nil {
            byShortName[last] = new
        }
        if words.count > 2 { byFirstWords[NameKeys.joined(words.prefix(2))] = new }
        for capitalsOnly in [true, false] {
            let initials = keys.initials(of: mention, capitalsOnly: capitalsOnly)
            if byAcronym[initials] == nil { byAcronym[initials] = new }
        }
    }

    /// “Mira J. Holt” is Mira Holt; “Night Drivers” are the Night Drivers Union.
    private func knownByWords(_ words: [UInt64], isPersonal: Bool) -> Int? {
        guard let first = words.first, let last = words.last, words.count > 1 else { return nil }
        if words.count > 2 { return isPersonal ? byName[NameKeys.joined([first, last])] : nil }
        return byFirstWords[NameKeys.joined(words)]
    }

    // MARK: Names of one word

    private mutating func entity(ofWord index: Int) -> Int {
        let mention = mentions[index]
        let words = keys.words(of: mention)
        let name = NameKeys.joined(words)
        if let main = isAlias(index) {
            byName[name] = main
            return main
        }
        if let word = words.first, let known = known(word, name, mention) {
            counts[known] += 1
            return known
        }
        let new = add(mention, index, 1)
        byName[name] = new
        counts[new] = 1
        lastInFull[new] = mention.paragraph
        return new
    }

    private func known(_ word: UInt64, _ name: UInt64, _ mention: NameMention) -> Int? {
        if let known = namesake(bySurname[word], mention) { return known }
        if let known = byName[name] { return known }
        guard mention.title == nil else { return nil }
        if text.tokens[mention.tokens.lowerBound].shape.contains(.allCapitals), let known = byAcronym[word] {
            return known
        }
        if let known = byShortName[word], isBehindArticle(mention) { return known }
        return namesake(byFirstName[word], mention)
    }

    private func isBehindArticle(_ mention: NameMention) -> Bool {
        mention.phraseStart > 0 && text.isWord(mention.phraseStart - 1, "the")
    }

    /// Of those with one surname: the one whom the title fits; the one named in full in the same paragraph; the one of whom
    /// the text speaks more; the first.
    private func namesake(_ namesakes: Namesakes?, _ mention: NameMention) -> Int? {
        guard let namesakes else { return nil }
        var best: (entity: Int, score: Int)?
        func consider(_ candidate: Int) {
            guard fits(mention, candidate) else { return }
            let isNear = mention.paragraph == lastInFull[candidate]
            let isTold = mention.title.map { told(by: $0, candidate) } ?? false
            let score =
                counts[candidate] + (isNear ? 4 : lastInFull[candidate] < 0 ? -1 : 0) + (isTold ? 8 : 0)
            if best.map({ score > $0.score }) ?? true { best = (candidate, score) }
        }
        consider(namesakes.first)
        namesakes.others.forEach(consider)
        return best?.entity
    }

    /// Whether a title says what is known of someone: “Ms.”, of a woman.
    private func told(by title: Int, _ entity: Int) -> Bool {
        let classes = text.entry(title).classes
        let gender = entities[entity].gender
        return gender.isKnown
            && (classes.contains(.feminine) && gender.canBeFeminine
                || classes.contains(.masculine) && gender.canBeMasculine)
    }

    private func fits(_ mention: NameMention, _ entity: Int) -> Bool {
        guard let title = mention.title else { return true }
        let classes = text.entry(title).classes
        let gender = entities[entity].gender
        return !(classes.contains(.feminine) && !gender.canBeFeminine)
            && !(classes.contains(.masculine) && !gender.canBeMasculine)
    }

    // MARK: Entities

    private mutating func add(_ mention: NameMention, _ index: Int, _ words: Int) -> Int {
        var entity = Entity(name: spelling(mention), kind: mention.kind, firstMention: index)
        if mention.tokens.count == 1 {
            entity.isPlural = isPlural(mention)
        } else if mention.kind != .group, text.isA(mention.tokens.lowerBound, .givenName) {
            entity.gender.add(text.entry(mention.tokens.lowerBound).classes, from: .givenName)
        }
        entities.append(entity)
        lengths.append(words)
        lastInFull.append(-1)
        counts.append(0)
        return entities.count - 1
    }

    private static func note(_ entity: Int, _ word: UInt64, in table: inout [UInt64: Namesakes]) {
        guard let known = table[word] else {
            table[word] = Namesakes(first: entity)
            return
        }
        if known.others.count + 1 < namesakes { table[word]?.others.append(entity) }
    }

    /// “Republicans”; a name in -s that a verb in the plural follows.
    private func isPlural(_ mention: NameMention) -> Bool {
        let token = mention.tokens.lowerBound
        if text.isA(token, .plural) { return true }
        guard token + 1 < text.tokens.count, mention.title == nil, !mention.isPossessive,
            text.bytes[Int(text.tokens[token].end) - 1] == UInt8(ascii: "s")
        else { return false }
        return text.isWord(token + 1, "have") || text.isWord(token + 1, "are")
            || text.isWord(token + 1, "were") || text.isWord(token + 1, "say")
    }

    private mutating func note(_ mention: NameMention) {
        let entity = mention.entity
        let first = mention.tokens.lowerBound
        entities[entity].mentionCount += 1
        if PlaceNames(text: text).isPlace(mention) { entities[entity].placeCount += 1 }
        if entities[entity].kind == .unknown,
            mention.kind == .person || !text.tokens[first].shape.contains(.allCapitals)
        {
            entities[entity].kind = mention.kind
        }
        if let title = mention.title {
            entities[entity].describe(with: text.tokens[title].entry)
            entities[entity].gender.add(text.entry(title).classes, from: .title)
        } else if mention.tokens.count == 1, lengths[entity] == 1, text.isA(first, .givenName) {
            entities[entity].gender.add(text.entry(first).classes, from: .noun)
        }
    }

    /// “Put’ Domoi (Way Home)”: the name in brackets behind a name is a name of the same.
    private func isAlias(_ index: Int) -> Int? {
        guard index > 0, mentions[index - 1].entity >= 0 else { return nil }
        let alias = mentions[index].tokens
        let main = mentions[index - 1]
        let open = main.tokens.upperBound
        guard alias.lowerBound > open, alias.upperBound < text.tokens.count,
            text.tokens[open].kind == .openBracket,
            text.tokens[alias.upperBound].kind == .closeBracket
                || text.tokens[alias.upperBound].kind == .mark,
            (open + 1..<alias.lowerBound).allSatisfy({
                text.tokens[$0].kind == .mark || text.isA($0, .determiner)
            }),
            !text.isA(alias.lowerBound, .nationality),
            alias.count > 1 || text.tokens[alias.lowerBound].shape.contains(.allCapitals)
        else { return nil }
        return main.entity
    }

    /// The name as printed, without a possessive ending.
    private func spelling(_ mention: NameMention) -> String {
        var bytes = text.byteRange(mention.tokens)
        if mention.isPossessive {
            let end = bytes.upperBound - 1
            bytes = bytes.lowerBound..<(text.bytes[end - 1] == UInt8(ascii: "'") ? end - 1 : end - 3)
        }
        return String(decoding: text.bytes[bytes], as: UTF8.self)
    }
}
