import Statements

/// Finds the names of a text by their capitals.
struct NameScanner {
    let text: TokenizedText
    /// The words that the text writes with a capital within a sentence, by their hash.
    private var capitalizedWithin: Set<Int> = []

    init(_ text: TokenizedText) {
        self.text = text
        for sentence in text.sentences {
            for index in sentence.dropFirst() where isCapital(index) && !startsSentence(index, in: sentence) {
                capitalizedWithin.insert(key(index))
            }
        }
    }

    /// The names, in the order of the text.
    func mentions() -> [NameMention] {
        var found: [NameMention] = []
        // In a headline every word has a capital; in a byline and below a picture the names are of those who report.
        for (number, paragraph) in text.paragraphs.enumerated() where paragraph.kind.speaks {
            for sentence in paragraph.sentences {
                scan(text.sentences[sentence], paragraph: number, into: &found)
            }
        }
        return found
    }

    private func scan(_ sentence: Range<Int>, paragraph: Int, into found: inout [NameMention]) {
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            guard canBegin(index, in: sentence) else {
                index += 1
                continue
            }
            let end = phraseEnd(from: index, in: sentence)
            if let mention = mention(index..<end, paragraph: paragraph) {
                found.append(mention)
                if mention.tokens.count == 1 { widen(&found, in: sentence) }
            }
            index = end
        }
    }

    /// Where the last mention is an acronym in brackets, what it stands for is one name.
    private func widen(_ found: inout [NameMention], in sentence: Range<Int>) {
        let acronym = found[found.count - 1]
        guard
            let name = AcronymDefinitions(text: text).name(before: acronym.tokens.lowerBound, in: sentence)
        else { return }
        found.removeLast()
        while let last = found.last, last.tokens.lowerBound >= name.lowerBound { found.removeLast() }
        if let last = found.last, last.tokens.upperBound > name.lowerBound { found.removeLast() }
        found.append(
            NameMention(
                tokens: name, phraseStart: name.lowerBound, kind: .group, title: nil, isPossessive: false,
                paragraph: acronym.paragraph))
        found.append(acronym)
    }

    // MARK: The phrase

    func isCapital(_ index: Int) -> Bool {
        text.tokens[index].kind == .word && text.tokens[index].shape.contains(.capitalized)
    }

    /// Whether a token's capital may come from its place: the first of the sentence, or behind a mark or a colon.
    private func startsSentence(_ index: Int, in sentence: Range<Int>) -> Bool {
        guard index > sentence.lowerBound else { return true }
        switch text.tokens[index - 1].kind {
        case .mark: return text.tokens[index].shape.contains(.afterSpace) == false
        case .colon, .stop, .ellipsis, .dash: return true
        default: return false
        }
    }

    private static let small: WordClasses = [
        .determiner, .pronoun, .preposition, .conjunction, .subordinator, .relative, .auxiliary, .adverb,
        .interrogative, .negation,
    ]

    private func canBegin(_ index: Int, in sentence: Range<Int>) -> Bool {
        guard isCapital(index),
            text.tokens[index].end - text.tokens[index].start > 1 || isInitial(index, in: sentence)
        else { return false }
        let classes = text.entry(index).classes
        if classes.contains(.temporal), classes.isDisjoint(with: .givenName) { return false }
        if !classes.isDisjoint(with: Self.small), classes.isDisjoint(with: [.givenName, .title]) {
            return isNameOfSmallWords(index, in: sentence)
        }
        guard startsSentence(index, in: sentence) else { return true }
        if classes.contains(.givenName) || classes.contains(.title) || classes.contains(.place) {
            return true
        }
        if text.tokens[index].shape.contains(.allCapitals) { return true }
        if capitalizedWithin.contains(key(index)) { return true }
        if index + 1 < sentence.upperBound, isCapital(index + 1), !text.isA(index + 1, .temporal) {
            return !isVerbBefore(index)
        }
        return isApostrophe(index + 1, in: sentence) || beginsNobleName(index, in: sentence)
    }

    /// “Said Holt”, “Citing Belsky”: a verb at the start of a sentence, before a name.
    private func isVerbBefore(_ index: Int) -> Bool {
        let token = text.tokens[index]
        return text.isA(index, [.verb, .cue])
            || token.end - token.start > 5 && text.bytes[token.bytes].suffix(3).elementsEqual("ing".utf8)
    }

    /// “Ursula von der Leyen”: small words that are none of English lead to another capital.
    private func beginsNobleName(_ index: Int, in sentence: Range<Int>) -> Bool {
        guard index + 1 < sentence.upperBound,
            text.entry(index + 1).classes.isDisjoint(with: [.preposition, .determiner, .conjunction])
                || text.isA(index, .plural)
        else { return false }
        return afterConnector(index + 1, in: sentence) != nil
    }

    /// “Our Home Union”: a capital that no sentence's start asks for makes a small word part of a name.
    private func isNameOfSmallWords(_ index: Int, in sentence: Range<Int>) -> Bool {
        !startsSentence(index, in: sentence) && index + 1 < sentence.upperBound && isCapital(index + 1)
            && !text.isA(index, .determiner)
    }

    private func isInitial(_ index: Int, in sentence: Range<Int>) -> Bool {
        index + 1 < sentence.upperBound && text.tokens[index + 1].kind == .stop
            && !text.tokens[index + 1].shape.contains(.afterSpace)
    }

    /// An apostrophe at the end of a word, with another capital behind it: `Put’ Domoi`.
    private func isApostrophe(_ index: Int, in sentence: Range<Int>) -> Bool {
        guard index + 1 < sentence.upperBound, text.tokens[index].kind == .mark,
            !text.tokens[index].shape.contains(.afterSpace), text.tokens[index].shape.contains(.beforeSpace)
        else { return false }
        switch QuotationMark(text.tokens[index], in: text.bytes) {
        case .singleClose, .singleStraight: return isCapital(index + 1)
        default: return false
        }
    }

    private func phraseEnd(from start: Int, in sentence: Range<Int>) -> Int {
        var end = start + 1
        while end < sentence.upperBound {
            if text.tokens[end - 1].shape.contains(.possessive) { return end }
            if isCapital(end), !isBoundary(end) {
                end += 1
            } else if text.isA(end - 1, .givenName), NameKeys(text: text).withoutParticle(end) != nil {
                end += 1
            } else if isAbbreviationStop(end) {
                end += 1
            } else if isApostrophe(end, in: sentence),
                !endsPlural(end) || text.isA(end + 1, [.organization, .group])
            {
                end += 2
            } else if let next = afterConnector(end, in: sentence) {
                end = next
            } else if text.tokens[end].kind == .number, end > start,
                text.tokens[end].end - text.tokens[end].start < 3,
                isCapital(end - 1), text.isA(end - 1, [.organization, .medium])
            {
                end += 1
            } else {
                break
            }
        }
        return end
    }

    private func isBoundary(_ index: Int) -> Bool {
        let classes = text.entry(index).classes
        if classes.contains(.temporal), classes.isDisjoint(with: [.givenName, .weekday, .month]),
            text.isA(index - 1, .givenName)
        {
            return false
        }
        if classes.contains(.temporal), classes.isDisjoint(with: [.givenName]) {
            // “Night Drivers”, but not “Monday Mira Holt”.
            return !classes.isDisjoint(with: [.weekday, .month]) || index + 1 >= text.tokens.count
                || !isCapital(index + 1)
        }
        return !classes.isDisjoint(with: [.pronoun, .auxiliary, .conjunction])
            && classes.isDisjoint(with: [.givenName])
    }

    /// The stop of `Sen.` or of an initial within the name.
    private func isAbbreviationStop(_ index: Int) -> Bool {
        guard text.tokens[index].kind == .stop, !text.tokens[index].shape.contains(.afterSpace),
            index + 1 < text.tokens.count, isCapital(index + 1)
        else { return false }
        let before = text.tokens[index - 1]
        return text.isA(index - 1, .abbreviation) || before.end - before.start == 1
    }

    private func endsPlural(_ index: Int) -> Bool {
        text.bytes[Int(text.tokens[index].start) - 1] | 0x20 == UInt8(ascii: "s")
    }

    /// The place behind a small word that joins two parts of a name: “Ministry of Defence”, “Ursula von der Leyen”.
    private func afterConnector(_ index: Int, in sentence: Range<Int>) -> Int? {
        guard text.isA(index, .connector), !isCapital(index) else { return nil }
        if let next = afterArticle(of: index, in: sentence) { return next }
        var next = index + 1
        while next < sentence.upperBound, next < index + 3, text.isA(next, .connector), !isCapital(next) {
            next += 1
        }
        guard next < sentence.upperBound, isCapital(next), !text.isA(next, .temporal) || !isBoundary(next)
        else { return nil }
        if text.isWord(index, "of") || text.isWord(index, "for") {
            let isBody =
                text.isA(index - 1, [.organization, .group, .document]) && !text.isA(index - 1, .title)
            return isBody || isIntroducedAsGroup(next + 1, in: sentence) || leadsToHolder(index, in: sentence)
                ? next + 1 : nil
        }
        if text.isWord(index, "and") || text.isWord(index, "the") { return nil }
        return next + 1
    }

    /// “Committee for a Quiet Harbour”, “Court of Appeals for the Ninth Circuit”: an article within the name of a body.
    private func afterArticle(of index: Int, in sentence: Range<Int>) -> Int? {
        guard text.isWord(index, "of") || text.isWord(index, "for"), index + 2 < sentence.upperBound,
            text.isA(index - 1, .organization) || text.isWord(index - 1, "appeals"),
            text.isWord(index + 1, "a") || text.isWord(index + 1, "the"), isCapital(index + 2),
            !text.isA(index + 2, [.temporal, .title, .place, .nationality])
        else { return nil }
        return index + 3
    }

    /// “Friends of the Bells, an association that …”: what follows tells that the whole is a name.
    private func isIntroducedAsGroup(_ comma: Int, in sentence: Range<Int>) -> Bool {
        guard comma + 2 < sentence.upperBound, text.tokens[comma].kind == .comma,
            text.isWord(comma + 1, "a") || text.isWord(comma + 1, "an")
        else { return false }
        return (comma + 2..<min(comma + 5, sentence.upperBound)).contains { text.isA($0, .group) }
    }

    // MARK: The mention

    /// The mention that a run of capitals makes: titles and nationalities before the name are no part of it.
    private func mention(_ phrase: Range<Int>, paragraph: Int) -> NameMention? {
        let (start, title) = nameStart(in: phrase)
        guard start < phrase.upperBound else { return nil }
        let tokens = start..<phrase.upperBound
        if tokens.count == 1, title == nil, text.isA(start, [.nationality, .temporal]) { return nil }
        if title == nil, isDescription(tokens) { return nil }
        let isTitleAlone = tokens.count == 1 && text.isA(start, .title) && !text.isA(start, .givenName)
        if isTitleAlone && title == nil { return nil }
        return NameMention(
            tokens: tokens, phraseStart: phrase.lowerBound, kind: kind(tokens, title: title), title: title,
            isPossessive: text.tokens[tokens.upperBound - 1].shape.contains(.possessive), paragraph: paragraph
        )
    }

    /// “Utah Republican”, “Larkrow Democrat”: where someone is from and what they are, not what they are called.
    private func isDescription(_ tokens: Range<Int>) -> Bool {
        let last = tokens.upperBound - 1
        guard tokens.count > 1, text.isA(last, .person),
            !tokens.contains(where: { text.isA($0, [.organization, .group]) })
        else { return false }
        return text.isA(last, .nationality)
            || text.isA(last, .plural) && text.isA(tokens.lowerBound, [.place, .nationality])
    }

    /// The “II” of “Peter Lind II”.
    private func isNumeral(_ token: Int) -> Bool {
        text.bytes[text.tokens[token].bytes].allSatisfy { $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "V") }
    }

    private func kind(_ tokens: Range<Int>, title: Int?) -> SpeakerKind {
        let last = tokens.upperBound - 1
        if title != nil { return .person }
        if tokens.contains(where: { text.isA($0, .organization) && !text.isA($0, .givenName) }) {
            return .group
        }
        if title != nil || text.isA(tokens.lowerBound, .givenName) { return .person }
        if text.tokens[last].shape.contains(.allCapitals), !isNumeral(last),
            tokens.count == 1 || !text.tokens[tokens.lowerBound].shape.contains(.allCapitals)
        {
            return .group
        }
        if tokens.contains(where: { text.isA($0, [.group]) }) { return .group }
        return .unknown
    }

    private func key(_ index: Int) -> Int {
        var hash: UInt64 = 14_695_981_039_346_656_037
        for position in text.tokens[index].bytes {
            hash = (hash ^ UInt64(text.bytes[position])) &* 1_099_511_628_211
        }
        return Int(truncatingIfNeeded: hash)
    }
}
