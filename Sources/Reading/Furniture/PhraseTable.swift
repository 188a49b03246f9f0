import Lexicon

/// What a phrase of the word lists says about the paragraph that it stands in.
struct PhraseClass: OptionSet, Hashable {
    let rawValue: UInt32

    /// The paragraph is nothing but this, and is no article text.
    static let line = PhraseClass(rawValue: 1 << 0)
    /// The paragraph begins like this, is short, and is no article text.
    static let opening = PhraseClass(rawValue: 1 << 1)
    /// The page speaks to its reader: one such phrase is enough.
    static let plea = PhraseClass(rawValue: 1 << 2)
    /// The page may be speaking of itself or to its reader: other signs must join.
    static let voice = PhraseClass(rawValue: 1 << 3)
    /// Someone is reported to speak: the paragraph is article text.
    static let report = PhraseClass(rawValue: 1 << 4)
    /// Whom a picture is credited to.
    static let credit = PhraseClass(rawValue: 1 << 5)
    /// What stands before a picture's credit: “Photo:”.
    static let creditLabel = PhraseClass(rawValue: 1 << 6)
    /// What stands before the names of the authors: “By”.
    static let byline = PhraseClass(rawValue: 1 << 7)
    /// What stands before the date of publication.
    static let published = PhraseClass(rawValue: 1 << 8)
    /// What stands before the date of the last change.
    static let updated = PhraseClass(rawValue: 1 << 9)
    /// What else may stand in a line that gives a date: weekdays, time zones.
    static let dateFiller = PhraseClass(rawValue: 1 << 10)
    /// What joins two authors: “and”.
    static let and = PhraseClass(rawValue: 1 << 11)
    /// The page's first person, or its reader.
    static let address = PhraseClass(rawValue: 1 << 24)
    /// The paragraph is nothing but the headline of the readers' comments.
    static let comments = PhraseClass(rawValue: 1 << 25)
    /// The paragraph is nothing but what stands below a reader's comment.
    static let reply = PhraseClass(rawValue: 1 << 26)
    /// What the writer of an article is: “reporter”.
    static let role = PhraseClass(rawValue: 1 << 27)
    /// The classes that speak of a whole paragraph.
    static let whole: PhraseClass = [.line, .comments, .reply]
    /// The name of a month, 1 to 12.
    static func month(_ number: Int) -> PhraseClass { PhraseClass(rawValue: 1 << (11 + UInt32(number))) }

    /// The class of a section of a word list: `[plea]`, `[month 3]`.
    init?(section: String) {
        let names: [String: PhraseClass] = [
            "line": .line, "opening": .opening, "plea": .plea, "voice": .voice, "report": .report,
            "credit": .credit, "credit label": .creditLabel, "byline": .byline, "published": .published,
            "updated": .updated, "comments": .comments, "reply": .reply, "address": .address,
            "date filler": .dateFiller, "and": .and, "role": .role,
        ]
        if let named = names[section] {
            self = named
        } else if section.hasPrefix("month "), let number = Int(section.dropFirst(6)),
            (1...12).contains(number)
        {
            self = .month(number)
        } else {
            return nil
        }
    }

    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The month that a word is a name of, 1 to 12.
    var month: Int? {
        let bits = rawValue >> 12 & 0xFFF
        return bits == 0 ? nil : bits.trailingZeroBitCount + 1
    }
}

/// Phrases as a trie of word hashes. A phrase costs the text nothing unless a word begins it.
struct PhraseTable {
    /// A match of a phrase.
    struct Match {
        /// What the phrase says.
        let classes: PhraseClass
        /// How many words it has.
        let length: Int
    }

    /// Which hashes begin a phrase, by their lowest 16 bits.
    private var beginnings = [UInt64](repeating: 0, count: 1024)
    private var keys: [UInt64] = []
    private var targets: [Int32] = []
    /// The classes of each node; the root is node 0.
    private var classes: [PhraseClass] = [[]]
    private var edges = 0

    /// The word lists carried within the program.
    static let standard = PhraseTable(files: [
        "lexicon/en/furniture.txt", "lexicon/ru/furniture.txt", "lexicon/uk/furniture.txt",
        "lexicon/html/furniture.txt",
    ])

    /// A table of the phrases in these files of the lexicon.
    init(files: [String]) {
        resize(to: 4096)
        for file in files { add(file) }
    }

    /// The longest match that begins with the word at `index`, with the classes of all the matches there.
    @inline(__always)
    func match(at index: Int, in words: [Word]) -> Match? {
        let hash = words[index].hash
        guard beginnings[Int(hash & 0xFFFF) >> 6] & (1 << (hash & 63)) != 0 else { return nil }
        return walk(from: index, in: words)
    }

    private func walk(from index: Int, in words: [Word]) -> Match? {
        var node: Int32 = 0
        var found: PhraseClass = []
        var length = 0
        var position = index
        while position < words.count {
            let next = target(of: node, words[position].hash)
            guard next >= 0 else { break }
            node = next
            position += 1
            var here = classes[Int(node)]
            if position - index != words.count { here.subtract(.whole) }
            if !here.isEmpty {
                found.formUnion(here)
                length = position - index
            }
        }
        return length > 0 ? Match(classes: found, length: length) : nil
    }

    private func slot(of node: Int32, _ hash: UInt64) -> Int {
        let key = Self.key(node, hash)
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }

    private func target(of node: Int32, _ hash: UInt64) -> Int32 {
        let slot = slot(of: node, hash)
        return keys[slot] == 0 ? -1 : targets[slot]
    }

    private static func key(_ node: Int32, _ hash: UInt64) -> UInt64 {
        let mixed =
            (hash ^ UInt64(UInt32(bitPattern: node)) &* 0x9E37_79B9_7F4A_7C15) &* 0xFF51_AFD7_ED55_8CCD
        return mixed == 0 ? 1 : mixed
    }

    private mutating func add(_ file: String) {
        var section: PhraseClass?
        var words: [Word] = []
        for line in lexiconLines(file) {
            if line.hasPrefix("["), line.hasSuffix("]") {
                section = PhraseClass(section: String(line.dropFirst().dropLast()))
                // A word list is part of the program: a section nobody knows is a fault of it.
                precondition(section != nil, "\(file): unknown section \(line)")
            } else if let section {
                let bytes = line.utf8.span
                collectWords(in: 0..<bytes.count, of: bytes, into: &words)
                insert(words, section)
            }
        }
    }

    private mutating func insert(_ words: [Word], _ section: PhraseClass) {
        guard let first = words.first else { return }
        beginnings[Int(first.hash & 0xFFFF) >> 6] |= 1 << (first.hash & 63)
        var node: Int32 = 0
        for word in words {
            let slot = slot(of: node, word.hash)
            if keys[slot] == 0 {
                keys[slot] = Self.key(node, word.hash)
                targets[slot] = Int32(classes.count)
                classes.append([])
                edges += 1
                node = Int32(classes.count - 1)
                if edges * 2 > keys.count { resize(to: keys.count * 2) }
            } else {
                node = targets[slot]
            }
        }
        classes[Int(node)].formUnion(section)
    }

    private mutating func resize(to size: Int) {
        let old = zip(keys, targets)
        keys = [UInt64](repeating: 0, count: size)
        targets = [Int32](repeating: 0, count: size)
        for (key, target) in old where key != 0 {
            var slot = Int(truncatingIfNeeded: key ^ key >> 32) & (size - 1)
            while keys[slot] != 0 { slot = (slot + 1) & (size - 1) }
            keys[slot] = key
            targets[slot] = target
        }
    }
}

/// The lines of a file of the lexicon that are neither blank nor comments.
func lexiconLines(_ file: String) -> [String] {
    guard let carried = lexicon_file(file) else { return [] }
    let bytes = UnsafeBufferPointer(start: carried.pointee.bytes, count: carried.pointee.length)
    return bytes.split(separator: 0x0A).compactMap { line in
        let text = String(decoding: line, as: UTF8.self)
        return text.hasPrefix("#") || text.allSatisfy(\.isWhitespace) ? nil : text
    }
}
