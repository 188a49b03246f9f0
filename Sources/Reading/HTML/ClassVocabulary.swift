/// What the names that a page gives an element (`class`, `id`, `role` and the like) tell of what is in it.
struct ClassMarks: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    /// The article's text.
    static let body = ClassMarks(rawValue: 1 << 0)
    /// What stands on the page and is not the article.
    static let furniture = ClassMarks(rawValue: 1 << 1)
    /// What readers wrote.
    static let comments = ClassMarks(rawValue: 1 << 2)
    /// The words below a picture, or its credit.
    static let caption = ClassMarks(rawValue: 1 << 3)
    /// Authors, dates, and what else stands around the headline.
    static let byline = ClassMarks(rawValue: 1 << 4)
    /// The headline.
    static let title = ClassMarks(rawValue: 1 << 5)
    /// The summary below the headline.
    static let standfirst = ClassMarks(rawValue: 1 << 6)
    /// What a reader does not see, at least at first.
    static let hidden = ClassMarks(rawValue: 1 << 7)

    /// Perhaps furniture: only where little text stands in it.
    static let faint = ClassMarks(rawValue: 1 << 8)

    /// The name of an author.
    static let author = ClassMarks(rawValue: 1 << 9)
    /// The date of publication or of the last change.
    static let date = ClassMarks(rawValue: 1 << 10)

    /// What opens when its reader asks for it, and may hold text of the article though it is hidden at first.
    static let fold = ClassMarks(rawValue: 1 << 11)

    /// Of what these tell the article has no text.
    static let outside: ClassMarks = [.furniture, .comments, .hidden]

    /// The marks of a section of the word list.
    init?(section: String) {
        let names: [String: ClassMarks] = [
            "body": .body, "furniture": .furniture, "faint": .faint, "comments": .comments,
            "caption": .caption,
            "byline": .byline, "author": .author, "date": .date, "title": .title, "standfirst": .standfirst,
            "fold": .fold,
        ]
        guard let named = names[section] else { return nil }
        self = named
    }

    init(rawValue: UInt16) { self.rawValue = rawValue }
}

/// The words that pages name their elements with, by their hashes.
struct ClassVocabulary: Sendable {
    /// The list carried within the program.
    static let standard = ClassVocabulary(file: "lexicon/html/classes.txt")

    /// Names that begin with such a word tell of the page around the element: `has-comments`, `no-sidebar`.
    private static let stateWords = Set(
        ["has", "with", "without", "no"].map { nameHash(Array($0.utf8).span) })

    private var marks: [UInt64: ClassMarks] = [:]
    /// Which hashes stand in the table, by their lowest 16 bits.
    private var filter = [UInt64](repeating: 0, count: 1024)

    init(file: String) {
        var section: ClassMarks = []
        for line in lexiconLines(file) {
            if line.hasPrefix("["), line.hasSuffix("]") {
                let name = String(line.dropFirst().dropLast())
                // A word list is part of the program: a section nobody knows is a fault of it.
                guard let known = ClassMarks(section: name) else { preconditionFailure("\(file): \(line)") }
                section = known
            } else {
                var phrase = ClassPhrase()
                for word in line.split(separator: " ") { phrase.add(nameHash(Array(word.utf8).span)) }
                marks[phrase.all, default: []].formUnion(section)
                filter[Int(phrase.all & 0xFFFF) >> 6] |= 1 << (phrase.all & 63)
            }
        }
    }

    /// What a name tells: all of its words and of the pairs and triples of neighbours.
    func marks(in range: Range<Int>, of bytes: Span<UInt8>) -> ClassMarks {
        var found: ClassMarks = []
        var phrase = ClassPhrase()
        var word = WordHash()
        var length = 0
        var wasSmall = false
        for index in range {
            let byte = bytes[index]
            switch byte {
            case 0x61...0x7A:
                word.add(byte)
                length += 1
                wasSmall = true
            case 0x41...0x5A:
                if wasSmall { endWord(&word, &length, &phrase, &found) }
                word.add(byte | 0x20)
                length += 1
                wasSmall = false
            default:
                endWord(&word, &length, &phrase, &found)
                wasSmall = false
                // A blank ends a name.
                if byte <= 0x20 { phrase = ClassPhrase() }
            }
        }
        endWord(&word, &length, &phrase, &found)
        return found
    }

    private func endWord(
        _ word: inout WordHash, _ length: inout Int, _ phrase: inout ClassPhrase, _ found: inout ClassMarks
    ) {
        guard length > 0 else { return }
        phrase.add(word.value)
        word = WordHash()
        length = 0
        guard !ClassVocabulary.stateWords.contains(phrase.first) else {
            look(up: phrase.all, &found)
            return
        }
        look(up: phrase.one, &found)
        look(up: phrase.two, &found)
        look(up: phrase.three, &found)
    }

    private func look(up hash: UInt64, _ found: inout ClassMarks) {
        guard filter[Int(hash & 0xFFFF) >> 6] & (1 << (hash & 63)) != 0 else { return }
        if let marks = marks[hash] { found.formUnion(marks) }
    }
}

/// The last word of a name, with the one and the two before it.
private struct ClassPhrase {
    private(set) var one: UInt64 = 0
    private(set) var two: UInt64 = 0
    private(set) var three: UInt64 = 0
    /// The first word of the name.
    private(set) var first: UInt64 = 0
    private var count = 0

    /// The phrase of all the words.
    var all: UInt64 { count == 1 ? one : count == 2 ? two : three }

    mutating func add(_ word: UInt64) {
        three = count >= 2 ? Self.joined(two, word) : 0
        two = count >= 1 ? Self.joined(one, word) : 0
        one = word
        if count == 0 { first = word }
        count += 1
    }

    private static func joined(_ first: UInt64, _ second: UInt64) -> UInt64 {
        (first ^ second &* 0x9E37_79B9_7F4A_7C15) &* 0xFF51_AFD7_ED55_8CCD
    }
}
