import Statements

/// Whether a found quote has the right speaker.
struct SpeakerMatch {
    let text: ScoredText
    let options: ScoringOptions

    /// Whether the speaker of `found` is that of `annotated`.
    ///
    /// By the words of the text: the attributions share a word, or the names (else the attributions) have the same
    /// head. By name: see `NameWords`.
    func isRight(_ annotated: ScoredUnit, _ found: ScoredUnit) -> Bool {
        if options.isNamed { return isNamedRight(annotated, found) }
        if !annotated.attributionWords.isDisjoint(with: found.attributionWords) { return true }
        let expected = printed(annotated) ?? annotated.speaker.map { Array($0.unicodeScalars) }
        let given = found.speaker.map { Array($0.unicodeScalars) } ?? printed(found)
        guard let expected, let given, let head = headWord(of: expected) else { return false }
        return head == headWord(of: given)
    }

    /// Whether a pair that was found is right in all: the right speaker, or none on both sides.
    func isRightOrSilent(_ annotated: ScoredUnit, _ found: ScoredUnit) -> Bool {
        annotated.hasSpeaker(options) ? isRight(annotated, found) : !found.hasSpeaker(options)
    }

    /// The words of the attribution.
    private func printed(_ unit: ScoredUnit) -> [Unicode.Scalar]? {
        guard let span = unit.attribution.first, !text.slice(span).isEmpty else { return nil }
        return Array(text.slice(span))
    }

    private func isNamedRight(_ annotated: ScoredUnit, _ found: ScoredUnit) -> Bool {
        guard let name = found.speaker, !NameWords.isPronoun(name) else { return false }
        let given = NameWords(name)
        return ([annotated.speaker].compactMap(\.self) + annotated.aliases)
            .contains { !$0.isEmpty && NameWords($0).agree(with: given) }
    }
}

/// The words of a name by which two names are held to be of one speaker.
struct NameWords {
    private let words: [[Unicode.Scalar]]

    /// The words up to the first comma, bracket or semicolon, in small letters; articles and titles count only where
    /// there is nothing else.
    init(_ name: String) {
        let scalars = Array(name.unicodeScalars)
        let stops: [Unicode.Scalar] = [",", "(", ";"]
        let head = scalars.prefix { !stops.contains($0) }
        let text = lowercased(head.isEmpty ? scalars[...] : head)
        let all = WordPattern.name.words(in: text[...]).map { withoutPossessive(text[$0]) }
        let bare = all.filter { !NameWords.dropped.contains($0) }
        words = bare.isEmpty ? all : bare
    }

    /// Whether one of the names has all words of the other, and also its own last one.
    func agree(with given: NameWords) -> Bool {
        if words == given.words { return true }
        guard let last = words.last, given.words.contains(last) else { return false }
        let expected = Set(words)
        let other = Set(given.words)
        return expected.isSubset(of: other) || other.isSubset(of: expected)
    }

    /// Whether a name is a pronoun and nothing else.
    static func isPronoun(_ name: String) -> Bool {
        let kept: [Unicode.Scalar] = ["_", "'", "-"]
        let words = lowercased(name.unicodeScalars).split { !$0.isWordCharacter && !kept.contains($0) }
        return words.count == 1 && pronouns.contains(Array(words[0]))
    }

    private static func words(_ text: String) -> Set<[Unicode.Scalar]> {
        Set(text.split(whereSeparator: \.isWhitespace).map { Array($0.unicodeScalars) })
    }

    private static let dropped = words(
        """
        the a an mr mrs ms dr sen rep gov president senator secretary his her its their our my
        """)

    private static let pronouns = words(
        """
        he she they it we i you who his her their him them its that which those these this each both
        """)
}

/// The word of a name or a noun phrase that says most: the last before a comma, a dash or a preposition, in small
/// letters. `Jr.` and the like are passed over.
func headWord(of phrase: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    guard let first = phrase.firstIndex(where: { !$0.isSpaceCharacter }),
        let last = phrase.lastIndex(where: { !$0.isSpaceCharacter })
    else { return nil }
    let text = phrase[first...last]
    let end = text.indices.first { endsHead(at: $0, of: text) } ?? text.endIndex
    let head = end > text.startIndex ? text[..<end] : phrase[...]
    let words = WordPattern.initials.words(in: head).map { lowercased(withoutPossessive(head[$0])) }
    return words.last { !suffixes.contains($0) }
}

private let suffixes = ["jr", "sr", "iii", "ii"].map { Array($0.unicodeScalars) }
private let prepositions = [
    "who", "which", "that", "of", "at", "in", "from", "for", "with", "on",
].map { Array($0.unicodeScalars) }

/// Whether what follows from here on is no part of the head: a mark, a dash between blanks, or a preposition or a
/// relative between blanks.
private func endsHead(at index: Int, of text: ArraySlice<Unicode.Scalar>) -> Bool {
    let rest = text[index...]
    let marks: [Unicode.Scalar] = [",", "(", ";", ":"]
    let dashes: [Unicode.Scalar] = ["-", "\u{2013}", "\u{2014}"]
    guard let first = rest.first else { return false }
    guard first.isSpaceCharacter else { return marks.contains(first) }
    if rest.count >= 3, dashes.contains(rest[index + 1]), rest[index + 2].isSpaceCharacter { return true }
    let words = rest.drop(while: \.isSpaceCharacter)
    let word = words.prefix { !$0.isSpaceCharacter }
    return word.endIndex < words.endIndex && prepositions.contains(Array(word))
}
