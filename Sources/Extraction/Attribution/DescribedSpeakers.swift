import Statements

/// Ties descriptions to the names that the document gives beside them, before them or after them.
extension SpeakerResolver {
    /// “Its director, Anna Roth, said”, “said a spokesman for the firm, Karl Lind.”: the name between commas behind a
    /// description is that of the one described.
    func nameInApposition(to source: Range<Int>, _ head: SourceHead, _ proposal: Proposal) -> Int? {
        if case .name = head.kind { return nil }
        if let within = nameWithin(source, head) { return within }
        // “According to a report, Holt …”: what stands behind the comma is what the report says.
        if let cue = proposal.cue, cue.isPreposition, cue.head < proposal.start { return nil }
        let comma = source.upperBound
        guard let noun = head.noun,
            text.isA(noun, [.person, .group, .title]) || text.entry(noun).classes.isEmpty
                || text.isA(source.lowerBound, .pronoun),
            comma + 1 < text.tokens.count, text.tokens[comma].kind == .comma, !layer.covers(comma)
        else { return nil }
        return name(behind: comma, limit: min(comma + 8, text.tokens.count))
    }

    /// “the station's host, Karl Lind,” as one source.
    private func nameWithin(_ source: Range<Int>, _ head: SourceHead) -> Int? {
        guard let noun = head.noun, text.isA(noun, [.person, .group, .title]), noun + 1 < source.upperBound,
            text.tokens[noun + 1].kind == .comma
        else { return nil }
        return name(behind: noun + 1, limit: source.upperBound)
    }

    private func name(behind comma: Int, limit: Int) -> Int? {
        guard let mention = index.mentions(in: comma + 1..<max(comma + 1, limit)).first else { return nil }
        let found = index.mentions[mention]
        let isTight = (comma + 1..<max(comma + 1, found.phraseStart)).allSatisfy {
            text.isA($0, [.determiner, .adjective, .nationality, .group, .person, .organization])
                || text.entry($0).classes.isEmpty && text.tokens[$0].kind == .word
        }
        let end = found.tokens.upperBound
        guard isTight, !found.isPossessive, end < text.tokens.count else { return nil }
        switch text.tokens[end].kind {
        case .comma, .stop: return mention
        default: return end == limit ? mention : nil
        }
    }

    // MARK: Descriptions

    /// The speaker by the words that describe them.
    func described(_ source: Range<Int>, _ head: SourceHead) -> ResolvedSpeaker {
        let entity = head.noun.flatMap { discourse.entity(describedAt: $0) }
        return ResolvedSpeaker(
            attributed: Attributed(
                name: words(source), kind: head.nounKind(in: text), basis: .description, confidence: 0.7),
            entity: entity)
    }

    /// The words of a description up to a comma, a bracket or a relative clause.
    func words(_ source: Range<Int>) -> String {
        let end =
            source.dropFirst().prefix(20).first {
                SourceHead.endsDescription($0, text) || text.isA($0, .relative) && !text.isWord($0, "that")
                    || text.isA($0 - 1, .document)
                        && text.bytes[text.tokens[$0].bytes].suffix(2).elementsEqual("ed".utf8)
            } ?? min(source.upperBound, source.lowerBound + 20)
        return text.string(source.lowerBound..<end)
    }

    mutating func description(_ source: Range<Int>, _ head: SourceHead, _ proposal: Proposal)
        -> ResolvedSpeaker?
    {
        discourse.read(upTo: source.upperBound)
        guard let noun = head.noun, source.count < 16 else { return described(source, head) }
        if let owned = ownedByPronoun(source, noun) { return owned }
        let known = discourse.entity(describedAt: noun)
        if let known, !index.entities[known].isDescribed {
            return named(known, basis: .description, confidence: 0.85)
        }
        let nounEntry = text.tokens[noun].entry
        if nounEntry != Vocabulary.unknown, let entity = namedElsewhere(nounEntry, source, proposal) {
            return named(entity, basis: .description, confidence: 0.7)
        }
        if let known, isEarlier(known, than: source.lowerBound) {
            return named(known, basis: .description, confidence: 0.7)
        }
        if let meant = meant(by: source, noun, proposal) { return meant }
        return described(source, head)
    }

    /// Whether an entity that has no name was described before a source.
    private func isEarlier(_ entity: Int, than token: Int) -> Bool {
        index.entities[entity].phrase.map { $0.lowerBound < token } ?? false
    }

    /// The entity that the document describes with a noun further back, or introduces later.
    private func namedElsewhere(_ noun: Int16, _ source: Range<Int>, _ proposal: Proposal) -> Int? {
        let isDefinite =
            text.isWord(source.lowerBound, "the") || text.isWord(source.lowerBound, "this")
            || text.isA(source.lowerBound, .possessive)
            || text.tokens[source.lowerBound].shape.contains(.possessive)
        if isDefinite, let entity = entityDescribed(by: noun, before: source.lowerBound, proposal) {
            return entity
        }
        return introducedLater(noun, source, proposal)
    }

    /// The entity mentioned last before a place that the document describes with a noun.
    private func entityDescribed(by noun: Int16, before token: Int, _ proposal: Proposal) -> Int? {
        guard let last = index.lastMention(before: token) else { return nil }
        let classes = text.vocabulary[noun].classes
        for mention in stride(from: last, through: max(0, last - Self.mentionsAround), by: -1) {
            let found = index.mentions[mention]
            if proposal.paragraph - found.paragraph > 12 { return nil }
            let entity = index.entities[found.entity]
            if !layer.covers(found.tokens.lowerBound), entity.descriptors.contains(noun),
                discourse.agrees(entity, classes)
            {
                return found.entity
            }
        }
        return nil
    }

    /// “A group of soldiers' families has demanded … . Members of X, a group of wives, …”: news begins with a description and
    /// gives the name after it.
    private func introducedLater(_ noun: Int16, _ source: Range<Int>, _ proposal: Proposal) -> Int? {
        let isGroup = text.vocabulary[noun].classes.contains(.group)
        guard isGroup || !text.vocabulary[noun].classes.isDisjoint(with: [.title, .person]),
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

    // MARK: Whom a description means

    /// “His lawyer”, “her campaign”: the name of the one whose it is takes the pronoun's place.
    private mutating func ownedByPronoun(_ source: Range<Int>, _ noun: Int) -> ResolvedSpeaker? {
        let first = source.lowerBound
        let classes = text.entry(first).classes
        guard source.count > 1, classes.contains(.possessive), classes.contains(.pronoun),
            !classes.isDisjoint(with: [.feminine, .masculine]),
            let owner = discourse.person(before: first, isFeminine: classes.contains(.feminine))
        else { return nil }
        let kind: SpeakerKind =
            text.isA(noun, .group) ? .group : text.isA(noun, .person) ? .person : .unknown
        let name = name(of: index.entities[owner.entity])
        return ResolvedSpeaker(
            attributed: Attributed(
                name: "\(name)’s \(words(first + 1..<source.upperBound))", kind: kind, basis: .description,
                confidence: 0.65),
            entity: discourse.entity(describedAt: noun))
    }

    /// “The Larkrow senator”, “the 43-year-old”: another word for whoever stands out; nil where it may be anybody.
    private func meant(by source: Range<Int>, _ noun: Int, _ proposal: Proposal) -> ResolvedSpeaker? {
        guard text.isWord(source.lowerBound, "the"), !text.isA(noun, [.spokesperson, .plural]) else {
            return nil
        }
        if text.isA(noun, .group) {
            let hasName = source.dropFirst().contains { text.tokens[$0].shape.contains(.capitalized) }
            return hasName ? nil : groupMeant(by: source, noun)
        }
        if text.isA(noun, .document) { return outletMeant(by: source, noun) }
        let isPersonal =
            text.isA(noun, [.person, .title]) || isOfAge(noun) || text.isA(noun, .nationality)
        guard isPersonal, source.count > 2, tellsWhose(source), !namesOffice(source, noun) else { return nil }
        let sentence = text.sentenceIndex(containing: source.lowerBound)
        let classes = text.entry(noun).classes
        let excluded = subjectAbove(source.lowerBound).map { index.entities[$0].firstMention }
        let found = discourse.most(before: source.lowerBound, in: sentence, proposal.paragraph) { entity in
            guard entity.kind != .group, !entity.isPlural, !entity.isPlace, !entity.isDocument,
                !entity.isDescribed, entity.firstMention != excluded,
                !classes.contains(.feminine) || entity.gender.canBeFeminine,
                !classes.contains(.masculine) || entity.gender.canBeMasculine
            else { return 0 }
            return entity.kind == .person ? 1 : 0.4
        }
        guard let found else { return nil }
        return named(found.entity, basis: .description, confidence: 0.6, defaultKind: .person)
    }

    /// Whom a description can't mean: the subject of the clause that it is subordinate to, as in “Holt left after the
    /// Larkrow senator had spoken”.
    private func subjectAbove(_ token: Int) -> Int? {
        let sentence = text.sentence(containing: token)
        let above = discourse.salience.references.suffix(24).last {
            $0.token < token && $0.token >= sentence.lowerBound && $0.weight == Salience.Weight.subject
        }
        guard let above else { return nil }
        let isCoordinated = (above.token..<token).contains {
            text.tokens[$0].kind == .semicolon
                || text.tokens[$0].kind == .comma && text.isA($0 + 1, .conjunction)
        }
        return isCoordinated ? nil : above.entity
    }

    /// “The article”, “the piece”: the outlet that it stands in.
    private func outletMeant(by source: Range<Int>, _ noun: Int) -> ResolvedSpeaker? {
        guard text.isA(noun, .outletText), source.count == 2 else { return nil }
        let sentence = text.sentenceIndex(containing: source.lowerBound)
        let paragraph = text.paragraphIndex(ofSentence: sentence)
        let found = discourse.most(before: source.lowerBound, in: sentence, paragraph) { entity in
            guard !entity.isDescribed, entity.kind == .group else { return 0 }
            return index.mentions[entity.firstMention].tokens.contains { text.isA($0, .outlet) } ? 1 : 0
        }
        return found.map { named($0.entity, basis: .description, confidence: 0.6, defaultKind: .group) }
    }

    /// Whether a description tells of someone known: where they are from, of what party, or how old they are. “The old
    /// sailor” may be anyone.
    private func tellsWhose(_ source: Range<Int>) -> Bool {
        source.dropFirst().contains { text.tokens[$0].shape.contains(.capitalized) || isOfAge($0) }
    }

    /// “the 43-year-old”.
    private func isOfAge(_ noun: Int) -> Bool {
        text.bytes[text.tokens[noun].bytes].suffix(8).elementsEqual("year-old".utf8)
    }

    /// “The head of the harbour”, “the city's mayor”: an office, which may be anybody's.
    private func namesOffice(_ source: Range<Int>, _ noun: Int) -> Bool {
        if source.dropLast().contains(where: { text.tokens[$0].shape.contains(.possessive) }) { return true }
        guard noun + 1 < source.upperBound else { return false }
        return text.isA(noun + 1, .preposition)
            && !(noun + 2 < source.upperBound && text.isA(noun + 2, [.determiner]) && source.count > 8)
            && !source.contains(where: { isOfAge($0) })
    }

    private func groupMeant(by source: Range<Int>, _ noun: Int) -> ResolvedSpeaker? {
        // “The group” can be any; “the housing company” is one of its own.
        guard source.count == 2 else { return nil }
        let sentence = text.sentenceIndex(containing: source.lowerBound)
        let paragraph = text.paragraphIndex(ofSentence: sentence)
        let entry = text.tokens[noun].entry
        let isGeneric = text.isA(noun, .generic)
        let found = discourse.most(before: source.lowerBound, in: sentence, paragraph) { entity in
            guard entity.kind == .group, entity.phrase?.contains(noun) != true else { return 0 }
            if entity.isCalled(entry) { return 1.5 }
            return isGeneric || !entity.isDescribed && entity.descriptors.isEmpty ? 1 : 0
        }
        guard let found else { return nil }
        return named(found.entity, basis: .description, confidence: 0.6, defaultKind: .group)
    }
}
