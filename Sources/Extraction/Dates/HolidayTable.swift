import EDTF

/// The feasts of the year by the words that name them.
struct HolidayTable: Sendable {
    /// On which day of a year a feast falls.
    enum Rule: Sendable {
        /// A day of a month.
        case day(month: Int, day: Int)
        /// A weekday of a month, or so many days behind it: the first is 1; 0 is the last.
        case weekday(month: Int, weekday: Int, number: Int, shift: Int = 0)
        /// So many days from Easter Sunday.
        case easter(offset: Int)
        /// So many days from the Easter Sunday of the Orthodox churches.
        case orthodoxEaster(offset: Int)

        /// The rule as the word list writes it: `12-25`, `11-4-4`, `5-1-L`, `E-2`.
        init?(_ text: some StringProtocol) {
            if text.hasPrefix("E") {
                guard let offset = Int(text.dropFirst()) else { return nil }
                self = .easter(offset: offset)
                return
            }
            if text.hasPrefix("O") {
                guard let offset = Int(text.dropFirst()) else { return nil }
                self = .orthodoxEaster(offset: offset)
                return
            }
            let halves = text.split(separator: "+")
            let shift = halves.count == 2 ? Int(halves[1]) ?? 0 : 0
            let parts = (halves.first ?? "").split(separator: "-").map { $0 == "L" ? 0 : Int($0) }
            guard let month = parts.first ?? nil, (1...12).contains(month), parts.count > 1,
                let second = parts[1]
            else { return nil }
            if parts.count == 2 {
                self = .day(month: month, day: second)
            } else if let number = parts[2] {
                self = .weekday(month: month, weekday: second, number: number, shift: shift)
            } else {
                return nil
            }
        }

        /// The day of the feast in a year.
        func day(in year: Int) -> CalendarDay? {
            switch self {
            case .day(let month, let day):
                return CalendarDay(year: year, month: month, day: day)
            case .weekday(let month, let weekday, let number, let shift):
                let isLast = number == 0
                let length = CalendarDay.length(ofMonth: month, year: year)
                guard let edge = CalendarDay(year: year, month: month, day: isLast ? length : 1) else {
                    return nil
                }
                if isLast { return edge.adding(days: shift - (edge.weekday - weekday + 7) % 7) }
                return edge.adding(days: (weekday - edge.weekday + 7) % 7 + 7 * (number - 1) + shift)
            case .easter(let offset):
                return Self.easter(in: year)?.adding(days: offset)
            case .orthodoxEaster(let offset):
                return Self.orthodoxEaster(in: year)?.adding(days: offset)
            }
        }

        /// Easter Sunday of the Julian calendar, as a day of the Gregorian one (Meeus, “Astronomical Algorithms”).
        private static func orthodoxEaster(in year: Int) -> CalendarDay? {
            let epact = (19 * (year % 19) + 15) % 30
            let weekday = (2 * (year % 4) + 4 * (year % 7) - epact + 34) % 7
            let sum = epact + weekday + 114
            let lag = year / 100 - year / 400 - 2
            return CalendarDay(year: year, month: sum / 31, day: sum % 31 + 1)?.adding(days: lag)
        }

        /// Easter Sunday of the Gregorian calendar (the anonymous algorithm, in Meeus, “Astronomical Algorithms”).
        private static func easter(in year: Int) -> CalendarDay? {
            let golden = year % 19
            let century = year / 100
            let yearOfCentury = year % 100
            let correction = (8 * century + 13) / 25
            let epact = (19 * golden + century - century / 4 - correction + 15) % 30
            let weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
            let shift = (golden + 11 * epact + 22 * weekday) / 451
            let sum = epact + weekday - 7 * shift + 114
            return CalendarDay(year: year, month: sum / 31, day: sum % 31 + 1)
        }
    }

    private struct Feast: Sendable {
        /// The bytes of the name behind its first word, in lower case.
        var rest: [UInt8]
        var rule: Rule
    }

    private var feasts: [Int16: [Feast]] = [:]

    /// Adds a feast whose name begins with the word of this number.
    mutating func add(_ rest: Substring, behind first: Int16, rule: some StringProtocol) {
        guard let rule = Rule(rule) else { return }
        feasts[first, default: []].append(Feast(rest: Array(rest.lowercased().utf8), rule: rule))
        feasts[first]?.sort { $0.rest.count > $1.rest.count }
    }

    /// The feast whose name begins with this token, and how many bytes it takes up behind it.
    func feast(behind token: Token, in bytes: [UInt8]) -> (rule: Rule, end: Int)? {
        for feast in feasts[token.entry] ?? [] {
            if feast.rest.isEmpty { return (feast.rule, Int(token.end)) }
            if let end = matchEnd(of: feast.rest, in: bytes, at: Int(token.end)) { return (feast.rule, end) }
        }
        return nil
    }

    private func matchEnd(of name: [UInt8], in bytes: [UInt8], at start: Int) -> Int? {
        var position = start
        for letter in name {
            guard position < bytes.count else { return nil }
            let (byte, length) = WordTable.folded(bytes, position, bytes.count)
            guard byte == letter else { return nil }
            position += length
        }
        return position
    }
}
