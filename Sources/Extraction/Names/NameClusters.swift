import Statements

/// Which names of a document are names of the same: by the whole name, the first name and the surname, the surname, the
/// initials, or what a body is called for short.
///
/// The names of several words are gathered first, so that a surname in the first line finds the full name in the third.
struct NameClusters {
    private let text: TokenizedText
    /// The mentions, each with its entity once `gather` has run.
    private(set) var mentions: [NameMention]
    /// The entities that they name.
    private(set) var entities: [Entity] = []

    private var byKey: [String: Int] = [:]
    private var bySurname: [String: [Int]] = [:]
    private var byFirstName: [String: [Int]] = [:]
    private var byAcronym: [String: Int] = [:]
    private var byShortName: [String: Int] = [:]
    private var byFirstWords: [String: Int] = [:]
    /// The paragraph in which an entity was last named in full, as far as the names of one word have been read.
    private var lastInFull: [Int] = []
    /// How often an entity has been named, as far as the names of one word have been read.
    private var counts: [Int] = []

    /// No name is looked for among more entities than this, however many a text gives it.
    private static let namesakes = 8

    init(_ mentions: [NameMention], _ text: TokenizedText) {
        self.mentions = mentions
        self.text = text
    }

    /// Gives every mention its entity.
    mutating func gather() {
        for index in mentions.indices where mentions[index].tokens.count > 1 {
            mentions[index].entity = alias(index) ?? entity(ofName: index)
        }
        lastInFull = Array(repeating: -1000, count: entities.count)
        counts = Array(repeating: 0, count: entities.count)
        for index in mentions.indices {
            if mentions[index].entity < 0 {
                mentions[index].entity = alias(index) ?? entity(ofWord: index)
            } else {
                lastInFull[mentions[index].entity] = mentions[index].paragraph
            }
            note(mentions[index])
        }
    }

    // MARK: Names of several words

    private mutating func entity(ofName index: Int) -> Int {
        let mention = mentions[index]
        let name = spelling(mention)
        let key = NameKey(folding: name).text
        if let known = byKey[key] { return known }
        let words = Self.withoutSuffix(key.split(separator: " "))
        let isPersonal = mention.kind != .group
        if let known = knownByWords(words, isPersonal: isPersonal) {
            byKey[key] = known
            lengthen(known, to: name, words.count)
            return known
        }
        let new = add(name, mention, index)
        byKey[key] = new
        if isPersonal, let first = words.first, let last = words.last, words.count > 1 {
            if byKey["\(first) \(last)"] == nil { byKey["\(first) \(last)"] = new }
            note(new, String(last), in: &bySurname)
            if last.hasPrefix("al-") || last.hasPrefix("el-") {
                note(new, String(last.dropFirst(3)), in: &bySurname)
            }
            note(new, String(first), in: &byFirstName)
            if words.count > 2, byKey[words.suffix(2).joined(separator: " ")] == nil {
                byKey[words.suffix(2).joined(separator: " ")] = new
            }
        } else if let last = words.last {
            byShortName[String(last)] = byShortName[String(last)] ?? new
        }
        if words.count > 2 { byFirstWords[words.prefix(2).joined(separator: " ")] = new }
        for initials in acronyms(mention) where initials.utf8.count > 1 && byAcronym[initials] == nil {
            byAcronym[initials] = new
        }
        return new
    }

    /// “Mira J. Holt” is Mira Holt; “Night Drivers” are the Night Drivers Union.
    private func knownByWords(_ words: [Substring], isPersonal: Bool) -> Int? {
        guard let first = words.first, let last = words.last, words.count > 1 else { return nil }
        if words.count > 2 { return isPersonal ? byKey["\(first) \(last)"] : nil }
        return byFirstWords["\(first) \(last)"]
    }

    private mutating func lengthen(_ entity: Int, to name: String, _ words: Int) {
        let known = entities[entity].name
        if known.split(separator: " ").count < words { entities[entity].name = name }
    }

    private static func withoutSuffix(_ words: [Substring]) -> [Substring] {
        guard words.count > 2, let last = words.last,
            ["jr", "sr", "ii", "iii", "iv", "jr.", "sr."].contains(last)
        else { return words }
        return Array(words.dropLast())
    }

    // MARK: Names of one word

    private mutating func entity(ofWord index: Int) -> Int {
        let mention = mentions[index]
        let name = spelling(mention)
        let key = NameKey(folding: name).text
        if let known = known(key, name, mention) {
            counts[known] += 1
            return known
        }
        let new = add(name, mention, index)
        byKey[key] = new
        lastInFull.append(mention.paragraph)
        counts.append(1)
        return new
    }

    private func known(_ key: String, _ name: String, _ mention: NameMention) -> Int? {
        if let known = namesake(bySurname[key], mention) { return known }
        if let known = byKey[key] { return known }
        if let known = byAcronym[name.uppercased()], mention.title == nil { return known }
        if let known = byShortName[key], mention.title == nil, isBehindArticle(mention) { return known }
        if let known = namesake(byFirstName[key], mention), mention.title == nil { return known }
        return nil
    }

    private func isBehindArticle(_ mention: NameMention) -> Bool {
        mention.phraseStart > 0 && text.isWord(mention.phraseStart - 1, "the")
    }

    /// Of those with one surname: the one whom the title fits; the one named in full in the same paragraph; the one of whom
    /// the text speaks more; the first.
    private func namesake(_ candidates: [Int]?, _ mention: NameMention) -> Int? {
        guard let candidates else { return nil }
        var best: (entity: Int, score: Int)?
        for candidate in candidates where fits(mention, candidate) {
            let isNear = mention.paragraph == lastInFull[candidate]
            let score = counts[candidate] + (isNear ? 4 : lastInFull[candidate] < 0 ? -1 : 0)
            if best.map({ score > $0.score }) ?? true { best = (candidate, score) }
        }
        return best?.entity
    }

    private func fits(_ mention: NameMention, _ entity: Int) -> Bool {
        guard let title = mention.title else { return true }
        let classes = text.entry(title).classes
        let gender = entities[entity].gender
        return !(classes.contains(.feminine) && !gender.canBeFeminine)
            && !(classes.contains(.masculine) && !gender.canBeMasculine)
    }

    // MARK: Entities

    private mutating func add(_ name: String, _ mention: NameMention, _ index: Int) -> Int {
        entities.append(Entity(name: name, kind: mention.kind, firstMention: index))
        if mention.tokens.count == 1, isPlural(mention) { entities[entities.count - 1].isPlural = true }
        if mention.tokens.count > 1, text.isA(mention.tokens.lowerBound, .givenName), mention.kind != .group {
            entities[entities.count - 1].gender.add(
                text.entry(mention.tokens.lowerBound).classes, from: .givenName)
        }
        return entities.count - 1
    }

    private func note(_ entity: Int, _ word: String, in table: inout [String: [Int]]) {
        guard table[word, default: []].count < Self.namesakes else { return }
        table[word, default: []].append(entity)
    }

    /// “Republicans”; a name in -s that a verb in the plural follows.
    private func isPlural(_ mention: NameMention) -> Bool {
        let token = mention.tokens.lowerBound
        if text.isA(token, .plural) { return true }
        guard token + 1 < text.tokens.count, mention.title == nil, !mention.isPossessive,
            text.bytes[Int(text.tokens[token].end) - 1] == UInt8(ascii: "s")
        else { return false }
        return text.isWord(token + 1, "have") || text.isWord(token + 1, "are")
            || text.isWord(token + 1, "were")
            || text.isWord(token + 1, "say")
    }

    private mutating func note(_ mention: NameMention) {
        let entity = mention.entity
        entities[entity].mentionCount += 1
        if PlaceNames(text: text).isPlace(mention) { entities[entity].placeCount += 1 }
        if entities[entity].kind == .unknown,
            !text.tokens[mention.tokens.lowerBound].shape.contains(.allCapitals)
                || mention.kind == .person
        {
            entities[entity].kind = mention.kind
        }
        if let title = mention.title {
            entities[entity].describe(with: text.tokens[title].entry)
            entities[entity].gender.add(text.entry(title).classes, from: .title)
        } else if mention.tokens.count == 1, entities[entity].firstMention >= 0,
            mentions[entities[entity].firstMention].tokens == mention.tokens,
            text.isA(mention.tokens.lowerBound, .givenName)
        {
            entities[entity].gender.add(text.entry(mention.tokens.lowerBound).classes, from: .noun)
        }
    }

    /// “Put’ Domoi (Way Home)”: the name in brackets behind a name is a name of the same.
    private mutating func alias(_ index: Int) -> Int? {
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
        byKey[NameKey(folding: spelling(mentions[index])).text] = main.entity
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

    /// The initials of the words with a capital; and of all words.
    private func acronyms(_ mention: NameMention) -> [String] {
        var capitals: [UInt8] = []
        var all: [UInt8] = []
        for index in mention.tokens where text.tokens[index].kind == .word {
            let byte = text.firstByte(index)
            guard byte < 0x80 else { continue }
            if text.tokens[index].shape.contains(.capitalized) { capitals.append(byte) }
            all.append(byte & ~0x20)
        }
        return [String(decoding: capitals, as: UTF8.self), String(decoding: all, as: UTF8.self)]
    }
}
