/// Ties descriptions to the names that the document gives beside them, before them or after them.
extension SpeakerResolver {
    /// “Its director, Anna Roth, said”, “said a spokesman for the firm, Karl Lind.”: the name between commas behind a
    /// description is that of the one described.
    func nameInApposition(to source: Range<Int>, _ head: SourceHead) -> Int? {
        if case .name = head.kind { return nil }
        let comma = source.upperBound
        guard comma + 1 < text.tokens.count, text.tokens[comma].kind == .comma, !layer.covers(comma),
            let mention = index.mentions(in: comma + 1..<min(comma + 8, text.tokens.count)).first
        else { return nil }
        let found = index.mentions[mention]
        let isTight = (comma + 1..<max(comma + 1, found.phraseStart)).allSatisfy {
            text.isA($0, [.determiner, .adjective, .nationality, .group, .person, .organization])
                || text.entry($0).classes.isEmpty && text.tokens[$0].kind == .word
        }
        let end = found.tokens.upperBound
        guard isTight, !found.isPossessive, end < text.tokens.count else { return nil }
        switch text.tokens[end].kind {
        case .comma, .stop: return mention
        default: return nil
        }
    }

    /// The entity mentioned last before a place that the document describes with a noun.
    func entityDescribed(by noun: Int16, before token: Int, _ proposal: Proposal) -> Int? {
        nearestMention(
            before: token, paragraphs: 12, of: proposal,
            where: { index.entities[$0].descriptors.contains(noun) }
        )
        .map { index.mentions[$0].entity }
    }

    /// “A group of soldiers' families has demanded … . Members of X, a group of wives, …”: news begins with a description and
    /// gives the name after it.
    func introducedLater(_ noun: Int16, _ source: Range<Int>, _ proposal: Proposal) -> Int? {
        let isGroup = text.vocabulary[noun].classes.contains(.group)
        guard isGroup || text.vocabulary[noun].classes.contains(.title),
            text.isA(source.lowerBound, [.determiner, .possessive])
                || text.tokens[source.lowerBound].shape.contains(.possessive)
        else { return nil }
        let following = index.mentions(in: source.upperBound..<text.tokens.count).prefix(Self.mentionsAround)
        for mention in following {
            let found = index.mentions[mention]
            if found.paragraph - proposal.paragraph > 3 { return nil }
            let entity = index.entities[found.entity]
            if entity.kind == (isGroup ? .group : .person), entity.firstMention == mention,
                entity.descriptors.contains(noun)
            {
                return found.entity
            }
        }
        return nil
    }
}
