/// The kinds of words of time that the lists `Config/lexicon/*/dates.txt` tell apart. A word can be of several.
struct TemporalKinds: OptionSet, Sendable {
    let rawValue: UInt64

    static let unit = TemporalKinds(rawValue: 1 << 0)
    static let month = TemporalKinds(rawValue: 1 << 1)
    static let weekday = TemporalKinds(rawValue: 1 << 2)
    static let season = TemporalKinds(rawValue: 1 << 3)
    static let dayPart = TemporalKinds(rawValue: 1 << 4)
    static let deictic = TemporalKinds(rawValue: 1 << 5)
    static let reference = TemporalKinds(rawValue: 1 << 6)
    static let set = TemporalKinds(rawValue: 1 << 7)
    static let era = TemporalKinds(rawValue: 1 << 8)
    static let decade = TemporalKinds(rawValue: 1 << 9)
    static let cardinal = TemporalKinds(rawValue: 1 << 10)
    static let multiplier = TemporalKinds(rawValue: 1 << 11)
    static let ordinal = TemporalKinds(rawValue: 1 << 12)
    static let vague = TemporalKinds(rawValue: 1 << 13)
    static let relation = TemporalKinds(rawValue: 1 << 14)
    static let each = TemporalKinds(rawValue: 1 << 15)
    static let article = TemporalKinds(rawValue: 1 << 16)
    static let part = TemporalKinds(rawValue: 1 << 17)
    static let approximation = TemporalKinds(rawValue: 1 << 18)
    static let extent = TemporalKinds(rawValue: 1 << 19)
    static let more = TemporalKinds(rawValue: 1 << 20)
    static let ago = TemporalKinds(rawValue: 1 << 21)
    static let offset = TemporalKinds(rawValue: 1 << 22)
    static let clockHalf = TemporalKinds(rawValue: 1 << 23)
    static let zone = TemporalKinds(rawValue: 1 << 24)
    static let quarter = TemporalKinds(rawValue: 1 << 25)
    static let holiday = TemporalKinds(rawValue: 1 << 26)
    static let future = TemporalKinds(rawValue: 1 << 27)
    static let pastness = TemporalKinds(rawValue: 1 << 28)
    static let passive = TemporalKinds(rawValue: 1 << 29)
    static let intent = TemporalKinds(rawValue: 1 << 30)
    static let yearMark = TemporalKinds(rawValue: 1 << 31)
    static let halfUnit = TemporalKinds(rawValue: 1 << 32)
    static let weekdaySet = TemporalKinds(rawValue: 1 << 33)
    static let ambiguous = TemporalKinds(rawValue: 1 << 34)
    static let seasonAdverb = TemporalKinds(rawValue: 1 << 35)
    static let dayPartAdverb = TemporalKinds(rawValue: 1 << 36)
    static let oneAndHalf = TemporalKinds(rawValue: 1 << 37)
    static let suffix = TemporalKinds(rawValue: 1 << 38)
    static let times = TemporalKinds(rawValue: 1 << 39)
    static let ahead = TemporalKinds(rawValue: 1 << 40)
    static let within = TemporalKinds(rawValue: 1 << 41)
    static let preposition = TemporalKinds(rawValue: 1 << 42)
    static let hourPreposition = TemporalKinds(rawValue: 1 << 43)
    static let rangeEnd = TemporalKinds(rawValue: 1 << 44)
    static let pastEnding = TemporalKinds(rawValue: 1 << 45)
    static let futureEnding = TemporalKinds(rawValue: 1 << 46)
    static let abbreviation = TemporalKinds(rawValue: 1 << 47)
    static let calendarEra = TemporalKinds(rawValue: 1 << 48)
    static let deicticYear = TemporalKinds(rawValue: 1 << 49)
    static let span = TemporalKinds(rawValue: 1 << 50)
    static let halfName = TemporalKinds(rawValue: 1 << 51)
    static let summerZone = TemporalKinds(rawValue: 1 << 52)
    static let hourNumber = TemporalKinds(rawValue: 1 << 53)
    static let after = TemporalKinds(rawValue: 1 << 54)
    static let dayNumber = TemporalKinds(rawValue: 1 << 55)
    static let pair = TemporalKinds(rawValue: 1 << 56)

    /// The kinds of words that an expression is built around.
    static let heads: TemporalKinds = [
        .unit, .month, .weekday, .season, .dayPart, .deictic, .reference, .set, .era, .decade, .quarter,
        .holiday, .cardinal, .halfUnit, .weekdaySet, .deicticYear, .span, .halfName,
        .hourNumber, .dayNumber,
    ]

    /// The kind that a heading of the word list names.
    init?(named name: some StringProtocol) {
        guard let index = Self.names.firstIndex(of: String(name)) else { return nil }
        self.init(rawValue: 1 << UInt64(index))
    }

    init(rawValue: UInt64) { self.rawValue = rawValue }

    /// The headings, in the order of the bits.
    private static let names = [
        "unit", "month", "weekday", "season", "day-part", "deictic", "reference", "set", "era", "decade",
        "cardinal", "multiplier", "ordinal", "vague", "relation", "each", "article", "part", "approximation",
        "extent", "more", "ago", "offset", "clock-half", "zone", "quarter", "holiday", "future", "pastness",
        "passive", "intent", "year-mark", "half-unit", "weekday-set", "ambiguous", "season-adverb",
        "day-part-adverb", "one-and-half", "suffix", "times", "ahead", "within", "preposition",
        "hour-preposition", "range-end", "past-ending", "future-ending", "abbreviation", "calendar-era",
        "deictic-year", "span", "half-name", "summer-zone", "hour-number", "after", "day-number", "pair",
    ]
}

/// What a word says of time.
struct TemporalWord: Sendable {
    /// The kinds that it is of.
    var kinds: TemporalKinds = []
    /// What it means; where it is of several kinds, it means the same in all of them.
    var value: Int16 = 0
}

/// Units of the calendar and the clock, by their rank.
enum TimeUnit: Int16, Sendable, CaseIterable {
    case second, minute, hour, day, week, fortnight, weekend, month, quarter, half, season, year, decade,
        century
    case millennium, period
}

/// Which one of its kind: “last week”, “the following day”.
enum TimeRelation: Int16, Sendable, CaseIterable {
    case last, previous, past, this, latest, next, coming, following, that, recent, final, future, beforeLast

    /// How many units it stands from the one that holds the anchor.
    var offset: Int {
        switch self {
        case .beforeLast: -2
        case .last, .previous, .past, .latest, .recent: -1
        case .this, .that, .final: 0
        case .next, .coming, .following, .future: 1
        }
    }

    /// Whether it counts from a date in the text rather than from publication.
    var isNarrative: Bool { self == .previous || self == .following || self == .that }
}

/// The parts of a day that TIMEX3 has codes for.
enum DayPart: Int16, Sendable, CaseIterable {
    case morning, afternoon, evening, night, noon, midnight

    /// How TIMEX3 writes it behind the day.
    var code: StaticString {
        switch self {
        case .morning: "TMO"
        case .afternoon: "TAF"
        case .evening: "TEV"
        case .night: "TNI"
        case .noon: "T12:00"
        case .midnight: "T24:00"
        }
    }
}

extension Vocabulary {
    /// The meaning of a value in the word list of dates: a number, or a name of its kind.
    static func temporalValue(_ text: Substring, of kind: TemporalKinds) -> Int16? {
        if let number = Int16(text) { return number }
        func named<Name: CaseIterable & RawRepresentable<Int16>>(_: Name.Type) -> Int16? {
            Name.allCases.first { String(describing: $0) == text }?.rawValue
        }
        switch kind {
        case .unit, .set, .halfUnit: return named(TimeUnit.self)
        case .relation, .era: return named(TimeRelation.self)
        case .dayPart, .dayPartAdverb: return named(DayPart.self)
        case .reference: return ["past": -1, "present": 0, "future": 1][text]
        default: return nil
        }
    }
}
