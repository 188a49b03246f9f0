import Statements

/// The words of a language that the rules know by name, from the word lists of `Config/lexicon`.
struct Vocabulary: Sendable {
    /// The entry of a word that stands in no list.
    static let unknown: Int16 = 0

    /// The lists of words below headings that name classes, for English.
    static let englishWords = [
        "lexicon/en/function-words.txt", "lexicon/en/nouns.txt", "lexicon/en/names.txt",
    ]
    /// The list of cues for English.
    static let englishCues = "lexicon/en/cues.txt"
    /// The list of the words of time for English.
    static let englishDates = "lexicon/en/dates.txt"

    /// The lists of the words of time for the other languages.
    static let russianDates = "lexicon/ru/dates.txt"
    static let ukrainianDates = "lexicon/uk/dates.txt"

    /// English.
    static let english = Vocabulary(lists: englishWords, cues: englishCues, dates: englishDates)
    /// English, with the words of time of Russian.
    static let russian = Vocabulary(
        lists: englishWords, cues: englishCues, dates: russianDates, grammar: .slavic)
    /// English, with the words of time of Ukrainian.
    static let ukrainian = Vocabulary(
        lists: englishWords, cues: englishCues, dates: ukrainianDates, grammar: .slavic)

    /// The vocabulary for a language (BCP 47); English for any that has no words of time of its own.
    static func of(language: String?) -> Vocabulary {
        switch language?.prefix(while: { $0 != "-" }) {
        case "ru": russian
        case "uk": ukrainian
        default: english
        }
    }

    private var table = WordTable()
    private var entries: [WordEntry] = [WordEntry()]
    /// What the words say of time, by their numbers.
    private var temporalWords: [TemporalWord] = [TemporalWord()]
    /// By which rules the words of time are put together.
    let temporalGrammar: TemporalGrammar
    /// The endings by which a verb shows that what it tells of is over, or is still to come.
    private(set) var pastEndings: [[UInt8]] = []
    private(set) var futureEndings: [[UInt8]] = []
    /// The feasts of the year.
    private(set) var holidays = HolidayTable()
    /// What words can be as cues; an entry's `cues` is a range of these.
    private(set) var cues: [CueEntry] = []

    /// What is known of the word with this number.
    @inline(__always)
    subscript(number: Int16) -> WordEntry { entries[Int(number)] }

    /// What the word with this number says of time.
    @inline(__always)
    func temporal(_ number: Int16) -> TemporalWord { temporalWords[Int(number)] }

    /// The number of the word that stands at some bytes.
    @inline(__always)
    func lookUp(_ bytes: [UInt8], _ range: Range<Int>) -> Int16 {
        table.value(bytes, range) ?? Self.unknown
    }

    /// Whether some bytes, an apostrophe and a word, are a shortened word such as “’em” or “’til”.
    func isElision(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        entries[Int(lookUp(bytes, range))].classes.contains(.elision)
    }

    /// The vocabulary of some word lists, whose headings name classes (several apart by spaces), and whose entries are
    /// words apart by commas; of a list of cues; and of the words of time.
    init(
        lists: [String], cues path: String, dates datesPath: String, grammar: TemporalGrammar = .english
    ) {
        temporalGrammar = grammar
        for list in lists {
            for line in WordList(carried: list).lines {
                let classes = line.heading.split(separator: " ").reduce(into: WordClasses()) {
                    classes, name in
                    if let named = WordClasses(named: name) { classes.insert(named) }
                }
                for word in line.text.split(separator: ",") {
                    edit(trimmed(word)) { $0.classes.formUnion(classes) }
                }
            }
        }
        addCues(WordList(carried: path))
        addTemporalWords(WordList(carried: datesPath))
    }

    /// Adds the words of time, whose entries read `value: words`, below headings that name kinds.
    private mutating func addTemporalWords(_ list: WordList) {
        for line in list.lines {
            guard let kind = TemporalKinds(named: line.heading),
                let colon = line.text.firstIndex(of: ":")
            else { continue }
            let name = line.text[..<colon]
            for word in line.text[line.text.index(after: colon)...].split(separator: ",") {
                if kind == .pastEnding {
                    pastEndings.append(Array(trimmed(word).utf8))
                } else if kind == .futureEnding {
                    futureEndings.append(Array(trimmed(word).utf8))
                } else if kind == .holiday {
                    let phrase = trimmed(word)
                    let first = phrase.prefix { $0 != " " }
                    let number = edit(first) { _ in }
                    temporalWords[Int(number)].kinds.formUnion(kind)
                    holidays.add(phrase.dropFirst(first.count), behind: number, rule: name)
                } else if let value = Self.temporalValue(name, of: kind) {
                    let number = edit(trimmed(word)) {
                        if kind == .abbreviation { $0.classes.insert(.abbreviation) }
                    }
                    temporalWords[Int(number)].kinds.formUnion(kind)
                    temporalWords[Int(number)].value = value
                }
            }
        }
    }

    /// Adds the cues, whose entries read `say says said saying | particle | act | frames`.
    private mutating func addCues(_ list: WordList) {
        var byForm: [(word: Substring, form: VerbForm, cue: CueEntry)] = []
        for line in list.lines {
            let columns = line.text.split(separator: "|", omittingEmptySubsequences: false).map {
                trimmed($0)
            }
            guard columns.count == 4, let act = SpeechAct(rawValue: String(columns[2])) else { continue }
            let frames = columns[3].split(separator: " ").reduce(into: CueFrames()) { frames, name in
                if let named = CueFrames(named: name) { frames.insert(named) }
            }
            let cue = CueEntry(particle: Array(columns[1].utf8), act: act, frames: frames)
            for (word, form) in Self.formsOfVerb(columns[0].split(separator: " ")) {
                byForm.append((word, form, cue))
            }
        }
        // The cues of one word lie side by side, those with a particle first, so that the closer match wins.
        var order: [Substring: [Int]] = [:]
        for (index, item) in byForm.enumerated() { order[item.word, default: []].append(index) }
        for (word, indices) in order.sorted(by: { $0.key < $1.key }) {
            let first = Int16(cues.count)
            let ordered = indices.sorted {
                (byForm[$0].cue.particle.isEmpty ? 1 : 0, $0) < (byForm[$1].cue.particle.isEmpty ? 1 : 0, $1)
            }
            for index in ordered { cues.append(byForm[index].cue) }
            let range = first..<Int16(cues.count)
            let form = byForm[indices[0]].form
            edit(word) {
                $0.classes.formUnion([.cue, .verb])
                $0.cues = range
                $0.form = form
            }
        }
    }

    /// The forms of a verb as a cue. One that is the base and the past alike (“read”, “hit”) counts as the past, in which
    /// news tells what was said.
    static func formsOfVerb(_ words: [Substring]) -> [(word: Substring, form: VerbForm)] {
        zip(words, VerbForm.inOrder).filter { word, form in
            form == .past || !(words.count > 2 && words[2] == word)
        }.map { ($0, $1) }
    }

    @discardableResult
    private mutating func edit(_ word: Substring, _ change: (inout WordEntry) -> Void) -> Int16 {
        let key = Array(word.lowercased().utf8)
        let number: Int16
        if let known = table.value(key, 0..<key.count) {
            number = known
        } else {
            number = Int16(entries.count)
            entries.append(WordEntry())
            temporalWords.append(TemporalWord())
            table.insert(key, value: number)
        }
        change(&entries[Int(number)])
        return number
    }
}
