import EDTF
import Statements

/// The date in a feed: RFC 822 and 2822 in all the forms that are met with, RFC 3339, the time stamp of C, and others
/// that tell day, month and year. Nil where there is no whole date.
func feedDate(_ text: String) -> EDTFDate? {
    if let date = EDTFDate(published: text), text.utf8.count >= 10 { return date }
    return FeedDateReader(text).date ?? dateInField(text, isMonthFirst: false)
        ?? EDTFDate(published: text)
}

/// Reads the words and numbers of a date.
private struct FeedDateReader {
    private enum Token {
        case number(Int, digits: Int, sign: UInt8)
        case word(String)
    }

    private var tokens: [Token] = []
    private var hour = 0
    private var minute = 0
    private var second = 0
    private var hasTime = false
    private var zone: String?

    init(_ text: String) {
        tokens = FeedDateReader.tokens(of: Array(text.utf8.prefix(80)))
        takeTime()
    }

    /// The date, with its time where that is told.
    var date: EDTFDate? {
        guard let day else { return nil }
        guard hasTime, hour < 24, minute < 60, second <= 60 else { return EDTFDate(day: day) }
        let time = "\(padded(hour)):\(padded(minute)):\(padded(min(second, 59)))"
        return EDTFDate(published: "\(EDTFDate(day: day))T\(time)\(zone ?? "")")
    }

    private static func tokens(of bytes: [UInt8]) -> [Token] {
        var tokens: [Token] = []
        var sign: UInt8 = 0
        var index = 0
        while index < bytes.count {
            let start = index
            while index < bytes.count, (0x30...0x39).contains(bytes[index]), index - start < 14 { index += 1 }
            if index > start {
                let value = bytes[start..<index].reduce(0) { $0 * 10 + Int($1 - 0x30) }
                tokens.append(.number(value, digits: index - start, sign: sign))
                sign = 0
                continue
            }
            while index < bytes.count, bytes[index] >= 0x80 || (0x61...0x7A).contains(bytes[index] | 0x20) {
                index += 1
            }
            if index > start {
                tokens.append(.word(String(decoding: bytes[start..<index], as: UTF8.self).lowercased()))
                sign = 0
            } else {
                if bytes[index] > 0x20 { sign = bytes[index] }
                index += 1
            }
        }
        return tokens
    }

    /// Takes `19:48:21 +0200`, `7:48 PM EST` and the like out of the tokens.
    private mutating func takeTime() {
        for index in tokens.indices.dropFirst() {
            guard case .number(let minutes, 2, 0x3A) = tokens[index],
                case .number(let hours, 1...2, _) = tokens[index - 1]
            else { continue }
            (hour, minute, hasTime) = (hours, minutes, true)
            var end = index + 1
            if end < tokens.count, case .number(let seconds, 1...2, 0x3A) = tokens[end] {
                second = seconds
                end += 1
                // A fraction of a second.
                if end < tokens.count, case .number(_, _, 0x2E) = tokens[end] { end += 1 }
            }
            takeHalf(at: &end)
            takeZone(at: &end)
            tokens.removeSubrange(index - 1..<end)
            return
        }
    }

    /// “AM” or “PM”.
    private mutating func takeHalf(at index: inout Int) {
        guard index < tokens.count, case .word(let word) = tokens[index], word == "am" || word == "pm",
            hour <= 12
        else { return }
        hour = hour % 12 + (word == "pm" ? 12 : 0)
        index += 1
    }

    private mutating func takeZone(at index: inout Int) {
        if index < tokens.count, case .word(let word) = tokens[index], let minutes = zones[word] {
            setZone(minutes)
            index += 1
        }
        guard index < tokens.count, case .number(let number, let digits, let sign) = tokens[index],
            sign == 0x2B || sign == 0x2D, digits == 4 || digits <= 2
        else { return }
        var minutes = digits == 4 ? number / 100 * 60 + number % 100 : number * 60
        index += 1
        if digits <= 2, index < tokens.count, case .number(let more, 2, 0x3A) = tokens[index] {
            minutes += more
            index += 1
        }
        setZone(sign == 0x2D ? -minutes : minutes)
    }

    private mutating func setZone(_ minutes: Int) {
        guard minutes.magnitude < 24 * 60 else { return }
        let size = Int(minutes.magnitude)
        zone = minutes == 0 ? "Z" : (minutes < 0 ? "-" : "+") + padded(size / 60) + ":" + padded(size % 60)
    }

    /// The day, where a month is named, or numbers stand in the order of RFC 3339.
    private var day: CalendarDay? {
        var numbers: [(value: Int, digits: Int)] = []
        var month: Int?
        for token in tokens {
            switch token {
            case .number(let value, let digits, _): numbers.append((value, digits))
            case .word(let word): month = month ?? FeedDateReader.month(word)
            }
        }
        guard numbers.count >= 2 else { return nil }
        if let month {
            let isYearFirst = numbers[0].digits == 4 || numbers[0].value > 31
            let (year, day) = isYearFirst ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
            return CalendarDay(year: FeedDateReader.year(year), month: month, day: day.value)
        }
        guard numbers.count >= 3, numbers[0].digits == 4 else { return nil }
        return CalendarDay(year: numbers[0].value, month: numbers[1].value, day: numbers[2].value)
    }

    /// Years of two and three digits as RFC 2822, section 4.3, reads them.
    private static func year(_ number: (value: Int, digits: Int)) -> Int {
        switch number.digits {
        case 1...2: number.value < 50 ? 2_000 + number.value : 1_900 + number.value
        case 3: 1_900 + number.value
        default: number.value
        }
    }

    private static func month(_ word: String) -> Int? {
        let bytes = Array(word.utf8)
        var words: [Word] = []
        if let month = monthNamed(in: 0..<bytes.count, of: bytes.span, &words) { return month }
        guard bytes.count >= 3 else { return nil }
        return englishMonths.firstIndex(of: String(word.prefix(3))).map { $0 + 1 }
    }
}

private let englishMonths = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
]

/// How many minutes the clocks of a zone are ahead of UTC: RFC 822, section 5, and the zones of Europe and Japan.
///
/// The single letters are left out but for Z: RFC 822 has their signs the wrong way round. So are names of more than one
/// zone (IST, BST in Asia).
private let zones: [String: Int] = [
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420,
    "mdt": -360,
    "pst": -480, "pdt": -420, "wet": 0, "west": 60, "cet": 60, "cest": 120, "mez": 60, "mesz": 120,
    "eet": 120,
    "eest": 180, "bst": 60, "msk": 180, "jst": 540, "aest": 600, "aedt": 660,
]
