import EDTF

/// Reads temporal expressions, sentence by sentence.
///
/// Each expression is built around a head: a unit, a month, a weekday, a year… From the head it grows to the left, over
/// numbers and adjectives, and to the right. All other words are passed over after one look at their kinds.
struct TemporalReader {
    /// What a rule makes of some tokens.
    struct Reading {
        var tokens: Range<Int>
        var type: TimexType
        var value: String
        var point: TimePoint?
        var rule: TemporalRule
        var isRelative: Bool
        /// From when to when a length of time lasted, where that can be told: “the past three months”.
        var stretch: EDTFDate?
        /// Only a part of the point is meant, as in “early December”.
        var isApproximate = false
        /// Whether words such as “early”, “the end of”, “nearly” before it belong to it.
        var grows = true
    }

    /// An expression, and the point that later ones may count from.
    struct Found {
        var expression: TemporalExpression
        var point: TimePoint?
    }

    let text: TokenizedText
    let vocabulary: Vocabulary
    /// The day of publication.
    let published: TemporalAnchor?
    /// From what dates without a year count.
    let mode: TemporalMode
    /// The date that a narrative told last.
    private var told: TemporalAnchor?
    /// Whether a day or a month that could be past or to come is the one to come, as in talk of appointments.
    let prefersFuture: Bool
    /// What was found so far.
    private(set) var found: [Found] = []
    /// The sentence in which the reader stands.
    private(set) var sentence = 0..<0
    /// The first token that no expression has taken yet.
    private(set) var floor = 0
    /// The quarter whose results the text compares.
    private(set) var compared = ComparedQuarter()

    /// A reader at the start of a text.
    init(
        text: TokenizedText, published: TemporalAnchor?, mode: TemporalMode = .news,
        prefersFuture: Bool = false
    ) {
        self.mode = mode
        self.prefersFuture = prefersFuture
        self.text = text
        self.vocabulary = text.vocabulary
        self.published = published
    }

    /// Reads the expressions of a sentence, behind all that was read before.
    mutating func read(_ range: Range<Int>) {
        sentence = range
        floor = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            let token = text.tokens[index]
            switch token.kind {
            case .word:
                let word = vocabulary.temporal(token.entry)
                if !word.kinds.isDisjoint(with: .heads) {
                    if let reading = readWord(at: index, word), accept(reading) { index = floor - 1 }
                } else if token.shape.contains(.hyphenated),
                    let reading = readMonthPair(at: index) ?? (isSlavic ? nil : readCompound(at: index)),
                    accept(reading)
                {
                    index = floor - 1
                }
            case .number:
                let reading = isSlavic ? readSlavicNumber(at: index) : readNumber(at: index)
                if let reading, accept(reading) { index = floor - 1 }
            default:
                break
            }
            index += 1
        }
    }

    /// Whether the words are those of Russian or Ukrainian.
    var isSlavic: Bool { vocabulary.temporalGrammar == .slavic }

    private func readWord(at index: Int, _ word: TemporalWord) -> Reading? {
        if isSlavic { return readSlavicWord(at: index, word) }
        let kinds = word.kinds
        if kinds.contains(.holiday), let reading = readHoliday(at: index) { return reading }
        if kinds.contains(.unit) { return readUnit(at: index) }
        if kinds.contains(.month) { return readMonth(at: index) }
        if kinds.contains(.weekday) { return readWeekday(at: index) }
        if kinds.contains(.deictic) { return readDeictic(at: index) }
        if kinds.contains(.dayPart) { return readDayPart(at: index) }
        if kinds.contains(.season) { return readSeason(at: index) }
        if kinds.contains(.quarter) { return readQuarterName(at: index) }
        if kinds.contains(.halfName) { return readHalfName(at: index) }
        if kinds.contains(.reference) { return readReference(at: index) }
        if kinds.contains(.set) { return readAdverbialSet(at: index) }
        if kinds.contains(.era) { return readEra(at: index) }
        if kinds.contains(.decade) { return readSpelledDecade(at: index) }
        if kinds.contains(.cardinal) { return readSpelledYear(at: index) ?? readSpelledClock(at: index) }
        if kinds.contains(.span) { return readSpan(at: index) }
        return nil
    }

    /// Takes a reading in, together with the words before it that belong to it; false where it has no room.
    private mutating func accept(_ reading: Reading) -> Bool {
        var reading = reading
        if reading.grows { grow(&reading) }
        while let last = found.last, last.expression.tokens.upperBound > reading.tokens.lowerBound {
            found.removeLast()
        }
        let end = reading.tokens.upperBound
        guard end > floor, end <= sentence.upperBound, reading.tokens.lowerBound >= sentence.lowerBound else {
            return false
        }
        let expression = TemporalExpression(
            tokens: reading.tokens, phrase: phraseStart(before: reading.tokens.lowerBound)..<end,
            type: reading.type, value: reading.value,
            date: reading.stretch ?? reading.point?.date(isApproximate: reading.isApproximate),
            rule: reading.rule,
            isRelative: reading.isRelative)
        completeRange(with: reading)
        found.append(Found(expression: expression, point: reading.point))
        if mode == .narrative, let point = reading.point, ![.deictic, .ago].contains(reading.rule) {
            told = TemporalAnchor(point: point) ?? told
        }
        noteQuarter(reading)
        floor = end
        return true
    }

    /// What relative expressions count from: publication, or the date that a narrative told last.
    var anchor: TemporalAnchor? { mode == .narrative ? told ?? published : published }

    /// Gives the dates before a reading, back to the start of their range or list, what it tells of them.
    private mutating func completeRange(with reading: Reading) {
        var (index, start, point) = (found.count - 1, reading.tokens.lowerBound, reading.point)
        while index >= 0, let end = point,
            let completed = completed(found[index], by: end, at: start, isRelative: reading.isRelative)
        {
            found[index] = completed
            (start, point) = (completed.expression.tokens.lowerBound, completed.point)
            index -= 1
        }
    }

    private mutating func noteQuarter(_ reading: Reading) {
        if reading.type == .duration, reading.rule == .duration, text.isWord(reading.tokens.lowerBound, "the")
        {
            compared.leave()
        }
        compared.note(reading, isEnded: isAny(reading.tokens.upperBound, ["ended"]), anchor: anchor)
    }

    /// The date in the text from which a narrative expression counts: the last one found.
    var lastPoint: TimePoint? {
        var index = found.count
        while index > 0, found.count - index < 6 {
            index -= 1
            guard sentence.lowerBound - found[index].expression.tokens.upperBound < 80 else { return nil }
            if let point = found[index].point { return point }
        }
        return nil
    }

    /// The expression that ends where a token begins.
    func expression(endingAt index: Int) -> Found? {
        guard let last = found.last, last.expression.tokens.upperBound == index else { return nil }
        return last
    }

    // MARK: Looking at tokens

    /// Whether a token belongs to the sentence and to no expression yet.
    func isFree(_ index: Int) -> Bool { index >= floor && index < sentence.upperBound }

    /// Whether a token is of one of these kinds.
    func isA(_ index: Int, _ kinds: TemporalKinds) -> Bool {
        index >= floor && index < sentence.upperBound && text.tokens[index].kind == .word
            && !vocabulary.temporal(text.tokens[index].entry).kinds.isDisjoint(with: kinds)
    }

    /// What a token means, where it is of one of these kinds.
    func value(_ index: Int, _ kinds: TemporalKinds) -> Int? {
        isA(index, kinds) ? Int(vocabulary.temporal(text.tokens[index].entry).value) : nil
    }

    /// Whether a token of the sentence is this word.
    func isWord(_ index: Int, _ word: StaticString) -> Bool {
        index >= floor && index < sentence.upperBound && text.isWord(index, word)
    }

    /// Whether a token of the sentence, taken or not, is one of these words.
    func isAny(_ index: Int, _ words: [StaticString]) -> Bool {
        guard index >= sentence.lowerBound, index < sentence.upperBound, text.tokens[index].kind == .word
        else {
            return false
        }
        return words.contains { text.isWord(index, $0) }
    }

    /// Whether a token is this mark in ASCII.
    func isSign(_ index: Int, _ sign: Character) -> Bool {
        guard index >= floor, index < sentence.upperBound, let byte = sign.asciiValue else { return false }
        let token = text.tokens[index]
        return token.end - token.start == 1 && text.bytes[Int(token.start)] == byte
    }

    /// Whether a token follows the one before it without a space.
    func isJoined(_ index: Int) -> Bool {
        isFree(index) && !text.tokens[index].shape.contains(.afterSpace)
    }

    /// Whether the word begins with a capital.
    func isCapitalized(_ index: Int) -> Bool { text.tokens[index].shape.contains(.capitalized) }

    /// The whole number that a token is; nil for one with letters, or beyond nine digits.
    func number(_ index: Int) -> Int? {
        guard isFree(index), text.tokens[index].kind == .number else { return nil }
        return digits(text.tokens[index].bytes, allowingCommas: true)
    }

    /// The number that stands at some bytes, in nine digits at the most.
    func digits(_ range: Range<Int>, allowingCommas: Bool = false) -> Int? {
        guard !range.isEmpty, range.count <= 11 else { return nil }
        var result = 0
        var count = 0
        for position in range {
            let byte = text.bytes[position]
            if allowingCommas, byte == UInt8(ascii: ",") { continue }
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            result = result * 10 + Int(byte - 0x30)
            count += 1
        }
        return count <= 9 ? result : nil
    }

    /// The number of digits of a token that is nothing but digits; nil for any other.
    func digitCount(_ index: Int) -> Int? {
        guard isFree(index), text.tokens[index].kind == .number, number(index) != nil else { return nil }
        let range = text.tokens[index].bytes
        return range.contains { text.bytes[$0] == UInt8(ascii: ",") } ? nil : range.count
    }
}
