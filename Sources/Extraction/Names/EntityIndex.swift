import Statements

/// The groups and people of a document: its names, gathered into clusters.
struct EntityIndex: Sendable {
    /// The mentions, in the order of the text.
    private(set) var mentions: [NameMention]
    /// The entities that they name.
    private(set) var entities: [Entity] = []
    private var byKey: [String: Int] = [:]
    private var bySurname: [String: [Int]] = [:]
    private var byAcronym: [String: Int] = [:]

    /// Gathers the names of a text.
    init(_ text: TokenizedText) {
        mentions = NameScanner(text).mentions()
        for index in mentions.indices {
            mentions[index].entity = alias(index, text) ?? assign(index, text)
        }
        var descriptions = Descriptions(text: text)
        for index in mentions.indices {
            descriptions.describe(&entities[mentions[index].entity], by: mentions[index])
        }
    }

    /// The last mention that begins before a token; nil for none.
    func lastMention(before token: Int) -> Int? {
        let next = firstMention(from: token)
        return next > 0 ? next - 1 : nil
    }

    /// The mentions whose first token lies in a range.
    func mentions(in range: Range<Int>) -> Range<Int> {
        let first = firstMention(from: range.lowerBound)
        return first..<max(first, firstMention(from: range.upperBound))
    }

    private func firstMention(from token: Int) -> Int {
        Int(firstIn: mentions.indices) { mentions[$0].tokens.lowerBound >= token }
    }

    /// Notes that “she” or “he” meant an entity.
    mutating func note(isFeminine: Bool, _ entity: Int) {
        if isFeminine {
            entities[entity].canBeMasculine = false
        } else {
            entities[entity].canBeFeminine = false
        }
    }

    // MARK: Clusters

    /// The entity of a mention: one with the same key, the person whose surname it is, the group whose initials it gives, or
    /// a new one.
    private mutating func assign(_ index: Int, _ text: TokenizedText) -> Int {
        let mention = mentions[index]
        let name = spelling(mention, text)
        let key = NameKey(folding: name).text
        if let known = byKey[key] {
            note(mention, in: known, text)
            return known
        }
        if mention.tokens.count == 1, let known = knownBySingleWord(key, mention, name) {
            note(mention, in: known, text)
            return known
        }
        entities.append(Entity(name: name, kind: mention.kind, firstMention: index))
        let new = entities.count - 1
        byKey[key] = new
        note(mention, in: new, text)
        if mention.tokens.count > 1 {
            if mention.kind != .group, let surname = key.split(separator: " ").last {
                note(new, surname: String(surname))
            }
            let initials = acronym(mention, text)
            if initials.utf8.count > 1 { byAcronym[initials] = new }
        }
        return new
    }

    /// No surname is looked for among more entities than this, however many a text gives it.
    private static let namesakes = 8

    private mutating func note(_ entity: Int, surname: String) {
        guard bySurname[surname, default: []].count < Self.namesakes else { return }
        bySurname[surname, default: []].append(entity)
    }

    private func knownBySingleWord(_ key: String, _ mention: NameMention, _ name: String) -> Int? {
        if mention.kind != .group, let known = bySurname[key] {
            // Of two with one surname, the one of whom the text speaks more.
            return known.max { (entities[$0].mentionCount, $1) < (entities[$1].mentionCount, $0) }
        }
        return byAcronym[name.uppercased()]
    }

    private mutating func note(_ mention: NameMention, in entity: Int, _ text: TokenizedText) {
        entities[entity].mentionCount += 1
        if entities[entity].kind == .unknown { entities[entity].kind = mention.kind }
        let first = text.entry(mention.tokens.lowerBound).classes
        if first.contains(.givenName) {
            entities[entity].canBeFeminine = first.contains(.feminine)
            entities[entity].canBeMasculine = first.contains(.masculine)
        }
        guard let title = mention.title else { return }
        entities[entity].describe(with: text.tokens[title].entry)
        if text.isWord(title, "mr") { entities[entity].canBeFeminine = false }
        if text.isWord(title, "mrs") || text.isWord(title, "ms") || text.isWord(title, "miss") {
            entities[entity].canBeMasculine = false
        }
    }

    /// “Put’ Domoi (Way Home)”: the name in brackets behind a name is a name of the same.
    private mutating func alias(_ index: Int, _ text: TokenizedText) -> Int? {
        guard index > 0 else { return nil }
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
        let key = NameKey(folding: spelling(mentions[index], text)).text
        byKey[key] = main.entity
        note(mentions[index], in: main.entity, text)
        return main.entity
    }

    /// The name as printed, without a possessive ending.
    private func spelling(_ mention: NameMention, _ text: TokenizedText) -> String {
        var bytes = text.byteRange(mention.tokens)
        if mention.isPossessive {
            let end = bytes.upperBound - 1
            bytes = bytes.lowerBound..<(text.bytes[end - 1] == UInt8(ascii: "'") ? end - 1 : end - 3)
        }
        return String(decoding: text.bytes[bytes], as: UTF8.self)
    }

    private func acronym(_ mention: NameMention, _ text: TokenizedText) -> String {
        var letters: [UInt8] = []
        for index in mention.tokens where text.tokens[index].shape.contains(.capitalized) {
            let byte = text.firstByte(index)
            if byte < 0x80 { letters.append(byte) }
        }
        return String(decoding: letters, as: UTF8.self)
    }
}
