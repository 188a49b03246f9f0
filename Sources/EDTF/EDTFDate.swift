/// A date in the Extended Date/Time Format (ISO 8601-2:2019; Library of Congress, 2019-02-04): levels 0, 1 and 2.
public struct EDTFDate: Hashable, Sendable {
    /// What kind of expression the date is.
    public enum Form: Hashable, Sendable {
        /// A day, a month, a year, a season…
        case date(PartialDate)
        /// A day with a time of day.
        case dateTime(DateTime)
        /// From one date to another.
        case interval(Interval)
        /// One of several dates, or all of them.
        case set(DateSet)
    }

    /// What kind of expression the date is, with its parts.
    public let form: Form

    /// A date whose parts have been checked.
    init(form: Form) { self.form = form }

    init(_ date: PartialDate) { self.form = .date(date) }

    /// The date that the text gives, by the letter of the standard.
    ///
    /// Beyond the Library of Congress' text, three shapes of ISO 8601 are read: decades and centuries (`198`,
    /// `19`), fractions of a second, and time shifts without a colon.
    public init(parsing text: String) throws(EDTFError) {
        var scanner = ByteScanner(text.utf8)
        self.form = try scanner.parseForm()
    }

    /// The date that the text gives, with what people and other programs often write in its place: white space
    /// around it, blanks beside the commas of a set (`[1667, 1668]`), and a needless `Y` (`Y1700` for `1700`).
    public init?(lenient text: String) {
        var scanner = ByteScanner(trimmingBlanks(text.utf8), isLenient: true)
        do throws(EDTFError) {
            self.form = try scanner.parseForm()
        } catch {
            return nil
        }
    }

    /// Whether it is an interval.
    public var isInterval: Bool {
        if case .interval = form { return true }
        return false
    }

    /// Whether it is a set, of one or of all members.
    public var isSet: Bool {
        if case .set = form { return true }
        return false
    }

    /// The dates of which the expression is made.
    public var dates: [PartialDate] {
        switch form {
        case .date(let date): [date]
        case .dateTime: []
        case .interval(let interval): [interval.start.date, interval.end.date].compactMap { $0 }
        case .set(let set): set.members.flatMap(\.dates)
        }
    }

    /// To what the date is given; nil for an interval or a set between whose dates that differs.
    public var precision: Precision? {
        if case .dateTime = form { return .second }
        let precisions = dates.map(\.precision)
        guard let first = precisions.first, precisions.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    /// Whether a part of it is approximate.
    public var isApproximate: Bool { dates.contains(where: \.isApproximate) }

    /// Whether a part of it is uncertain.
    public var isUncertain: Bool { dates.contains(where: \.isUncertain) }

    /// The one day that it names, as written: for a time of day, the day in its own zone.
    public var day: CalendarDay? {
        switch form {
        case .date(let date): date.calendarDay
        case .dateTime(let dateTime): dateTime.day
        case .interval, .set: nil
        }
    }
}

extension EDTFDate: LosslessStringConvertible {
    /// The date that the text gives; nil where it gives none.
    public init?(_ description: String) {
        do throws(EDTFError) {
            try self.init(parsing: description)
        } catch {
            return nil
        }
    }
}

extension EDTFDate: Codable {
    /// Reads the date from its text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do throws(EDTFError) {
            try self.init(parsing: text)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
        }
    }

    /// Writes the date as its text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
