/// A line that names the authors: “By Jane Roe and John Doe”, “Jane Roe, Kyiv”, “Автор: Иван Иванов”; a date may
/// follow in the same line.
struct Byline {
    var authors: [String] = []
    /// The words after the names, where a date may stand.
    var rest: ArraySlice<Word> = []

    /// Reads a line. Without a word such as “by” before the names, `isExpected` tells whether the place of the
    /// line allows to take bare names for authors.
    init?(
        _ words: [Word], in bytes: Span<UInt8>, _ range: Range<Int>, _ phrases: PhraseTable, isExpected: Bool
    ) {
        guard (2...24).contains(words.count), ending(of: range, bytes) != .colon else { return nil }
        var index = 0
        if let label = Self.label(words, bytes, phrases) ?? Self.innerLabel(words, bytes, phrases) {
            index = label
        } else if !isExpected || ending(of: range, bytes) != .other {
            return nil
        }
        let hasLabel = index > 0
        while let name = Self.name(at: index, words, bytes, phrases) {
            authors.append(text(words[index].start..<words[name - 1].end, bytes))
            index = name
            guard index < words.count, let next = Self.joint(at: index, words, bytes, phrases) else { break }
            index = next
        }
        rest = words[index...]
        guard !authors.isEmpty, hasLabel || authors.count == 1 else { return nil }
        if ending(of: range, bytes) == .stop, !hasLabel || words.count > 12 { return nil }
        // What follows the names is a role, a place or a date, and so is short.
        guard rest.count <= 14 else { return nil }
        if !hasLabel, authors.contains(where: { !$0.contains(" ") }) { return nil }
        if !hasLabel, let first = words.first, !first.shape.contains(.capital) { return nil }
    }

    /// How many words the label takes (“By”, “Story by”, “Автор:”); what follows must look like a name.
    private static func label(_ words: [Word], _ bytes: Span<UInt8>, _ phrases: PhraseTable) -> Int? {
        guard let match = phrases.match(at: 0, in: words), match.classes.contains(.byline),
            match.length < words.count, mayBeginName(words[match.length], bytes)
        else { return nil }
        return match.length
    }

    /// Past a label within the line that a colon follows: “9 May 2024 | Text: Jane Roe”.
    private static func innerLabel(_ words: [Word], _ bytes: Span<UInt8>, _ phrases: PhraseTable) -> Int? {
        for index in words.indices.dropFirst().dropLast() {
            guard let match = phrases.match(at: index, in: words), match.classes.contains(.byline) else {
                continue
            }
            let next = index + match.length
            guard next < words.count, mayBeginName(words[next], bytes) else { continue }
            let gap = words[next - 1].end..<words[next].start
            let hasColon = gap.contains { bytes[$0] == 0x3A || bytes[$0] == 0xEF }
            if hasColon { return next }
        }
        return nil
    }

    /// Whether a word begins with a capital, or is of a script that has none.
    private static func mayBeginName(_ word: Word, _ bytes: Span<UInt8>) -> Bool {
        // Hebrew is the first of them in Unicode.
        word.shape.contains(.capital) || bytes[word.start] >= 0xD6
    }

    /// The end of a name of one to four words that begin with capitals and have blanks, points or hyphens
    /// between them.
    private static func name(
        at start: Int, _ words: [Word], _ bytes: Span<UInt8>, _ phrases: PhraseTable
    ) -> Int? {
        var index = start
        while index < words.count, index - start < 4 {
            let word = words[index]
            if index > start, !isTight(words[index - 1].end..<word.start, bytes) { break }
            let classes = phrases.match(at: 0, in: [word])?.classes ?? []
            let isOther = classes.month != nil || !classes.isDisjoint(with: [.published, .updated, .and])
            guard mayBeginName(word, bytes), !isOther else { break }
            index += 1
            // Chinese and Japanese do not part their words.
            if bytes[word.start] >= 0xE3 { break }
        }
        return index > start ? index : nil
    }

    /// The beginning of the next name after “and” or a comma.
    private static func joint(
        at index: Int, _ words: [Word], _ bytes: Span<UInt8>, _ phrases: PhraseTable
    ) -> Int? {
        if phrases.match(at: 0, in: [words[index]])?.classes.contains(.and) == true { return index + 1 }
        let gap = words[index - 1].end..<words[index].start
        guard gap.contains(where: { bytes[$0] == 0x2C }),
            words.dropFirst(index).contains(where: {
                phrases.match(at: 0, in: [$0])?.classes.contains(.and) == true
            })
        else { return nil }
        return index
    }

    private static func isTight(_ gap: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        gap.allSatisfy { bytes[$0] == 0x20 || bytes[$0] == 0x2E || bytes[$0] == 0x2D }
    }
}
