/// How sure a part of a date is.
public struct Qualifier: OptionSet, Hashable, Sendable {
    /// The bits: 1 uncertain, 2 approximate.
    public let rawValue: UInt8

    /// The qualifier with these bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// `?`: possibly so, but not certainly.
    public static let uncertain = Qualifier(rawValue: 1)
    /// `~`: about so.
    public static let approximate = Qualifier(rawValue: 2)

    /// The qualifier that a character stands for; `%` is both.
    init?(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "?"): self = .uncertain
        case UInt8(ascii: "~"): self = .approximate
        case UInt8(ascii: "%"): self = [.uncertain, .approximate]
        default: return nil
        }
    }

    /// The character; nil where nothing is qualified.
    var byte: UInt8? {
        switch self {
        case .uncertain: UInt8(ascii: "?")
        case .approximate: UInt8(ascii: "~")
        case [.uncertain, .approximate]: UInt8(ascii: "%")
        default: nil
        }
    }
}

/// What is qualified in a date, part by part.
public struct Qualifiers: Hashable, Sendable {
    /// How sure the year is.
    public internal(set) var year: Qualifier = []
    /// How sure the month, or the season or another part of the year, is.
    public internal(set) var month: Qualifier = []
    /// How sure the day is.
    public internal(set) var day: Qualifier = []

    /// Everything that is said of any part.
    public var all: Qualifier { year.union(month).union(day) }
}
