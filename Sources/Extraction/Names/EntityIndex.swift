import Statements

/// The groups and people of a document: its names, gathered into clusters.
struct EntityIndex: Sendable {
    /// The mentions, in the order of the text.
    let mentions: [NameMention]
    /// The entities that they name, and those that are only described, which are added as the text is read.
    private(set) var entities: [Entity]
    private var nouns: Set<Int16> = []

    /// Gathers the names of a text.
    init(_ text: TokenizedText) {
        var clusters = NameClusters(NameScanner(text).mentions(), text)
        clusters.gather()
        mentions = clusters.mentions
        entities = clusters.entities
        let descriptions = Descriptions(text: text)
        for mention in mentions { descriptions.describe(&entities[mention.entity], by: mention) }
        for entity in entities { nouns.formUnion(entity.descriptors) }
    }

    /// Whether the document calls one of the named by a noun.
    func isDescription(_ noun: Int16) -> Bool { nouns.contains(noun) }

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
        entities[entity].gender.add(isFeminine: isFeminine, from: .pronoun)
    }

    /// Adds an entity that has no name, and gives its number.
    mutating func add(_ described: Entity) -> Int {
        entities.append(described)
        return entities.count - 1
    }
}
