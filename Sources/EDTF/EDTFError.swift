/// Why a text is no date of the Extended Date/Time Format, and where.
public struct EDTFError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Reason: String, Hashable, Sendable {
        /// There is nothing.
        case empty = "there is no date"
        /// Something follows that does not belong to a date.
        case unexpectedText = "this is no part of a date"
        /// The year is not written as one.
        case malformedYear = "a year has four digits (or X); longer ones begin with Y"
        /// `-0000`.
        case negativeZero = "there is no year -0000; the year 0 is 0000"
        /// `Y` with a year of four digits or fewer, or with a leading zero.
        case needlessPrefix = "Y is for years of five or more digits, without leading zeros"
        /// After `Y…E` or `…S` there is no positive integer, or an absurdly large one.
        case malformedCount = "a positive integer is missing here, or it is too large"
        /// `S` with a year some digits of which are unspecified, or before a month.
        case misplacedSignificance = "significant digits belong to a whole year alone"
        /// A month follows something other than a year of four digits.
        case misplacedMonth = "a month follows a year of four digits only"
        /// The month is not written as one, or out of range.
        case malformedMonth = "a month is 01 to 12 (or has X), a season or other part of the year 21 to 41"
        /// A day after a season or another part of the year.
        case misplacedDay = "a day follows a month only"
        /// The day is not written as one.
        case malformedDay = "a day has two digits (or X)"
        /// The calendar has no such day.
        case noSuchDay = "the month has no such day"
        /// The date before a time of day is not a complete one.
        case incompleteDay = "a time of day follows a complete, unqualified date only"
        /// The time is not written `hh:mm:ss`, or out of range.
        case malformedTime = "a time of day is written hh:mm:ss, from 00:00:00 to 24:00:00"
        /// The zone is not written as one, or out of range.
        case malformedZone = "a time zone is Z, or +hh, +hh:mm, -hh, -hh:mm between -12:00 and +14:00"
        /// An interval with a time of day in it.
        case timeInInterval = "an interval is between dates without a time of day"
        /// A letter-prefixed year in an interval.
        case prefixedYearInInterval = "an interval is between years of four digits"
        /// The end lies before the start.
        case reversed = "it ends before it begins"
        /// A second slash.
        case secondSlash = "an interval has one slash"
        /// A set that is not closed by its own bracket.
        case unclosedSet = "the set is not closed by its own bracket"
        /// A set with nothing between two commas or brackets.
        case emptyMember = "a member of the set is missing here"
        /// `..` without a date on one side, in the midst of a set.
        case misplacedDots = "“..” lacks a date on one side in the midst of a set"
        /// `..` between dates of different precision.
        case unequalPrecision = "“..” stands between dates of the same precision"
    }

    /// The offset of the place, in UTF-8 bytes.
    public let position: Int
    /// What is wrong there.
    public let reason: Reason

    /// A fault at a place.
    public init(position: Int, reason: Reason) {
        self.position = position
        self.reason = reason
    }

    /// The fault in a sentence.
    public var description: String { "at byte \(position): \(reason.rawValue)" }
}
