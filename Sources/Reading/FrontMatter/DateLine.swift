import EDTF

/// A line that gives the date of publication, or of the last change, and hardly anything else.
struct DateLine {
    var published: EDTFDate?
    var modified: EDTFDate?

    /// Reads a line: “Dec. 19, 2023”, “19 December 2023, 14:05”, “Published: 2023-12-19 | Updated: 2023-12-20”.
    ///
    /// Nil where there is no whole date, or where other words stand beside it.
    init?(_ words: ArraySlice<Word>, in bytes: Span<UInt8>, _ phrases: PhraseTable) {
        guard (1...24).contains(words.count) else { return nil }
        var isUpdate = false
        var index = words.startIndex
        let all = Array(words)
        let offset = words.startIndex
        while index < words.endIndex {
            if let date = DateInWords(words[index...], in: bytes, phrases) {
                if isUpdate { modified = modified ?? date.date } else { published = published ?? date.date }
                index += date.length
                continue
            }
            if words[index].shape.contains(.number) {
                index += 1
                continue
            }
            let known: PhraseClass = [.published, .updated, .dateFiller]
            guard let match = phrases.match(at: index - offset, in: all),
                !match.classes.isDisjoint(with: known)
            else { return nil }
            if match.classes.contains(.updated) { isUpdate = true }
            if match.classes.contains(.published) { isUpdate = false }
            index += match.length
        }
        if published == nil, modified == nil { return nil }
    }
}

/// A whole date at the beginning of a run of words.
struct DateInWords {
    let date: EDTFDate
    /// How many words it takes.
    let length: Int

    /// Reads “Dec. 19, 2023”, “19 December 2023”, “19th of December, 2023”, “2023-12-19”, “19.12.2023”, or
    /// “12/19/2023” where only one order of day and month is possible.
    init?(_ words: ArraySlice<Word>, in bytes: Span<UInt8>, _ phrases: PhraseTable) {
        guard let first = words.first else { return nil }
        if first.shape.contains(.number) {
            guard let found = Self.numeric(words, bytes) ?? Self.dayFirst(words, bytes, phrases) else {
                return nil
            }
            self = found
        } else {
            guard let month = month(of: first, phrases), words.count >= 3,
                let day = smallNumber(words[words.startIndex + 1], bytes)
            else { return nil }
            let year = words.startIndex + 2 + Self.ordinalLength(words, at: words.startIndex + 2, bytes)
            guard year < words.endIndex, let found = EDTFDate(words[year], month, day, bytes) else {
                return nil
            }
            self.init(date: found, length: year + 1 - words.startIndex)
        }
    }

    private init(date: EDTFDate, length: Int) {
        self.date = date
        self.length = length
    }

    private static func dayFirst(
        _ words: ArraySlice<Word>, _ bytes: Span<UInt8>, _ phrases: PhraseTable
    ) -> DateInWords? {
        guard let first = words.first, let day = smallNumber(first, bytes) else { return nil }
        var index = words.startIndex + 1
        index += ordinalLength(words, at: index, bytes)
        if index < words.endIndex, text(words[index].start..<words[index].end, bytes) == "of" { index += 1 }
        guard index + 1 < words.endIndex, let month = month(of: words[index], phrases),
            let date = EDTFDate(words[index + 1], month, day, bytes)
        else { return nil }
        return DateInWords(date: date, length: index + 2 - words.startIndex)
    }

    private static func numeric(_ words: ArraySlice<Word>, _ bytes: Span<UInt8>) -> DateInWords? {
        guard let first = words.first else { return nil }
        // A number may hold points: 19.12.2023 is one word.
        let dotted = text(first.start..<first.end, bytes).split(separator: ".").compactMap { Int($0) }
        if dotted.count == 3 { return calendarDate(dotted, length: 1, mark: 0x2E) }
        guard words.count >= 3 else { return nil }
        let three = words.prefix(3)
        let numbers = three.compactMap { Int(text($0.start..<$0.end, bytes)) }
        guard numbers.count == 3, first.end < bytes.count else { return nil }
        let mark = bytes[first.end]
        let isTight = zip(three, three.dropFirst()).allSatisfy { isJoined($0, $1, by: mark, bytes) }
        return isTight ? calendarDate(numbers, length: 3, mark: mark) : nil
    }

    /// Whether only the mark stands between two numbers; a blank may follow a point (“19. 12. 2023”).
    private static func isJoined(_ left: Word, _ right: Word, by mark: UInt8, _ bytes: Span<UInt8>) -> Bool {
        guard bytes[left.end] == mark else { return false }
        let gap = right.start - left.end
        return gap == 1 || gap == 2 && mark == 0x2E && bytes[left.end + 1] == 0x20
    }

    private static func calendarDate(_ numbers: [Int], length: Int, mark: UInt8) -> DateInWords? {
        let day: CalendarDay?
        switch (numbers[0], numbers[1], numbers[2]) {
        case (1000...9999, _, _): day = CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2])
        case (_, _, 1000...9999) where mark == 0x2E || mark == 0x2F && numbers[0] > 12:
            day = CalendarDay(year: numbers[2], month: numbers[1], day: numbers[0])
        case (_, 13...31, 1000...9999) where mark == 0x2F:
            day = CalendarDay(year: numbers[2], month: numbers[0], day: numbers[1])
        default: day = nil
        }
        return day.map { DateInWords(date: EDTFDate(day: $0), length: length) }
    }

    /// The words that only make a number ordinal: “19th”.
    private static func ordinalLength(_ words: ArraySlice<Word>, at index: Int, _ bytes: Span<UInt8>) -> Int {
        guard words.indices.contains(index), words[index].start == words[index - 1].end else { return 0 }
        return ["st", "nd", "rd", "th"].contains(text(words[index].start..<words[index].end, bytes)) ? 1 : 0
    }
}

extension EDTFDate {
    /// The day in the year that a word gives.
    fileprivate init?(_ year: Word, _ month: Int, _ day: Int, _ bytes: Span<UInt8>) {
        guard year.end - year.start == 4, let number = Int(text(year.start..<year.end, bytes)),
            let found = CalendarDay(year: number, month: month, day: day)
        else { return nil }
        self.init(day: found)
    }
}

private func month(of word: Word, _ phrases: PhraseTable) -> Int? {
    phrases.match(at: 0, in: [word])?.classes.month
}

private func smallNumber(_ word: Word, _ bytes: Span<UInt8>) -> Int? {
    guard word.shape.contains(.number), word.end - word.start <= 2 else { return nil }
    return Int(text(word.start..<word.end, bytes))
}
