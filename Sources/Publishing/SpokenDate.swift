import EDTF
import Statements

/// Dates in the words of a reader.
public enum SpokenDate {
    /// A date as a reader would say it: `2023-12-18` is “18 December 2023”, `2023-12~` “about December 2023”.
    /// What has no common wording stays as the standard writes it.
    public static func of(_ date: EDTFDate) -> String {
        let text = date.description
        return phrase(text) ?? text
    }

    /// When a statement was made: what its occasion says, or when it was posted, or else “by” the date of the
    /// first report. A month or a year is one in which it was made.
    public static func of(_ occasion: Occasion?, posted: EDTFDate?, reported: EDTFDate?) -> String {
        if let date = occasion?.knownDate ?? posted { return during(date) }
        return (reported ?? occasion?.anchor).map { "by " + of($0) } ?? "undated"
    }

    /// A date as that of an event: “in December 2023”.
    private static func during(_ date: EDTFDate) -> String {
        let text = date.description
        guard let spoken = phrase(text) else { return text }
        let isLonger =
            !text.contains("/") && !text.hasPrefix("[") && plainDay(text) == nil && !text.contains("T")
        return isLonger && !"?~%X".contains(text.last ?? "?") ? "in " + spoken : spoken
    }

    /// The days from one to another, with nothing said twice: “18–19 December 2023”.
    public static func span(from first: CalendarDay, to last: CalendarDay) -> String {
        if first == last { return day(first) }
        if first.year == last.year, first.month == last.month { return "\(first.day)–\(day(last))" }
        if first.year == last.year { return "\(first.day) \(monthNames[first.month - 1]) – \(day(last))" }
        return "\(day(first)) – \(day(last))"
    }

    private static func day(_ day: CalendarDay) -> String {
        "\(day.day) \(monthNames[day.month - 1]) \(year(day.year))"
    }

    private static func year(_ year: Int) -> String {
        year > 0 ? String(year) : "\(1 - year) BC"
    }

    private static func phrase(_ text: String) -> String? {
        if text.hasPrefix("["), text.hasSuffix("]") { return choice(String(text.dropFirst().dropLast())) }
        let sides = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        switch sides.count {
        case 1: return single(text)
        case 2: return interval(sides[0], sides[1])
        default: return nil
        }
    }

    /// Level 2's “one of”: `[2024-05-30,2024-05-31]`, `[..2024-06-01]`.
    private static func choice(_ members: String) -> String? {
        if members.hasPrefix(".."), !members.dropFirst(2).contains(where: { $0 == "." || $0 == "," }) {
            return single(String(members.dropFirst(2))).map { "by " + $0 }
        }
        if members.hasSuffix(".."), !members.dropLast(2).contains(where: { $0 == "." || $0 == "," }) {
            return single(String(members.dropLast(2))).map { $0 + " or later" }
        }
        guard !members.contains("..") else { return nil }
        let phrases = members.split(separator: ",").compactMap { single(String($0)) }
        guard phrases.count == members.split(separator: ",").count, let last = phrases.last else {
            return nil
        }
        return phrases.count == 1 ? last : phrases.dropLast().joined(separator: ", ") + " or " + last
    }

    private static func interval(_ from: String, _ to: String) -> String? {
        if from == ".." || from.isEmpty { return single(to).map { "until " + $0 } }
        if to == ".." || to.isEmpty { return single(from).map { "since " + $0 } }
        if let first = plainDay(from), let last = plainDay(to) { return span(from: first, to: last) }
        guard let first = single(from), let last = single(to) else { return nil }
        return [first, last].allSatisfy { Int($0) != nil } ? "\(first)–\(last)" : "\(first) – \(last)"
    }

    private static func single(_ text: String) -> String? {
        guard let last = text.last else { return nil }
        let qualifier: String
        switch last {
        case "?": qualifier = "perhaps "
        case "~": qualifier = "about "
        case "%": qualifier = "perhaps about "
        default: return unqualified(text)
        }
        return unqualified(String(text.dropLast())).map { qualifier + $0 }
    }

    private static func unqualified(_ text: String) -> String? {
        if let mark = text.firstIndex(of: "T") {
            guard let date = plainDay(String(text[..<mark])) else { return nil }
            return day(date) + ", " + time(text[text.index(after: mark)...])
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        switch (parts.count, parts.last) {
        case (1, _): return decade(text) ?? wholeYear(text)
        case (2, "XX"?): return wholeYear(parts[0]).map { "some month of " + $0 }
        case (2, let part?): return wholeYear(parts[0]).flatMap { period(part, of: $0) }
        case (3, "XX"?):
            return wholeYear(parts[0]).flatMap { period(parts[1], of: $0) }.map { "a day in " + $0 }
        default: return plainDay(text).map(day)
        }
    }

    private static func wholeYear(_ text: String) -> String? {
        text.count == 4 ? Int(text).map(year) : nil
    }

    private static func decade(_ text: String) -> String? {
        guard text.count == 4, text.hasSuffix("X"), Int(text.dropLast()) != nil else { return nil }
        return "the \(text.dropLast())0s"
    }

    private static func plainDay(_ text: String) -> CalendarDay? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }

    /// A month, a season (21 to 24), a quarter (33 to 36) or a half (40, 41) of a year.
    private static func period(_ code: String, of year: String) -> String? {
        guard code.count == 2, let number = Int(code) else { return nil }
        switch number {
        case 1...12: return "\(monthNames[number - 1]) \(year)"
        case 21...24: return ["spring", "summer", "autumn", "winter"][number - 21] + " " + year
        case 33...36: return ["first", "second", "third", "fourth"][number - 33] + " quarter of " + year
        case 40...41: return (number == 40 ? "first" : "second") + " half of " + year
        default: return nil
        }
    }

    private static func time(_ text: Substring) -> String {
        let clock = String(text.prefix(5))
        if text.hasSuffix("Z") { return clock + " UTC" }
        guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return clock }
        return "\(clock) (UTC\(text[sign...]))"
    }

    private static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
}
