import EDTF
import TestSupport
import Testing

@Suite("Laws that hold for every date")
struct LawTests {
    /// Dates grown from pieces of the grammar; about a third of them are well-formed.
    static func texts(seed: UInt64, count: Int) -> [String] {
        var generator = SeededGenerator(seed: seed)
        func pick(_ choices: [String]) -> String { choices.randomElement(using: &generator) ?? "" }
        func date() -> String {
            let sign = ["", "?", "~", "%"]
            let year = pick([
                "2023", "2024", "1984", "198X", "19XX", "XXXX", "-0044", "-00XX", "0000", "-0000", "193",
                "19", "Y17E7",
                "Y-17E300", "Y123456", "1950S2", "Y99999999999999999999S7", "-1X4X", "12345",
            ])
            let month = pick([
                "-01", "-02", "-12", "-XX", "-1X", "-X2", "-13", "-21", "-34", "-41", "-?06", "-~02",
            ])
            let day = pick(["-01", "-29", "-30", "-31", "-XX", "-3X", "-X9", "-~11", "-00"])
            let base = pick(sign) + year + pick(sign)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: return base
            case 1: return base + month + pick(sign)
            case 2: return base + month + day
            default:
                return year + month + day
                    + pick(["", "T08:00:00", "T23:59:59.5Z", "T24:00:00+14", "T25:00:00"])
            }
        }
        return (0..<count).map { _ in
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: pick(["..", "", date()]) + "/" + pick(["..", "", date()])
            case 1:
                pick(["[", "{"]) + pick(["", ".."]) + date() + pick(["", "..", ",", ".." + date()])
                    + pick(["]", "}"])
            default: date()
            }
        }
    }

    static let dates = texts(seed: 7, count: 30_000).compactMap { EDTFDate($0) }

    @Test("What is printed reads back as the same date")
    func roundTrip() throws {
        #expect(Self.dates.count > 5_000)
        for date in Self.dates {
            #expect(EDTFDate(date.description) == date)
            #expect(EDTFDate(published: date.description) == date)
            #expect(EDTFDate(lenient: date.description) == date)
        }
    }

    @Test("The earliest is never after the latest")
    func boundsInOrder() throws {
        for date in Self.dates {
            if let earliest = date.earliest, let latest = date.latest {
                #expect(earliest <= latest, "\(date)")
            }
            #expect((date.earliest == nil) == (date.earliestDay == nil))
            #expect(date.earliest?.day == date.earliestDay && date.latest?.day == date.latestDay)
        }
    }

    @Test("A day that a date without unspecified digits names is within its bounds")
    func daysWithinMonths() {
        for ordinal in stride(from: -900_000, to: 900_000, by: 3_571) {
            let day = CalendarDay(ordinal: ordinal)
            for text in [
                "\(EDTFDate(day: day))", "\(EDTFDate.month(year: day.year, month: day.month))",
                "\(EDTFDate.year(day.year))", "\(EDTFDate.decade(of: day.year))",
                "\(EDTFDate.century(of: day.year))",
                "\(EDTFDate.unspecifiedDay(year: day.year, month: day.month))",
            ] {
                guard let date = EDTFDate(text), let first = date.earliestDay, let last = date.latestDay
                else {
                    Issue.record("no bounds for \(text)")
                    continue
                }
                #expect(first <= day && day <= last, "\(text)")
            }
        }
    }

    @Test("The order of the timeline is strict, total and transitive")
    func strictOrder() {
        let sorted = Set(Self.dates).sorted()
        let sample = stride(from: 0, to: sorted.count, by: 1 + sorted.count / 60).map { sorted[$0] }
        for (index, left) in sample.enumerated() {
            #expect(!left.precedes(left))
            // Every pair stands as the sorted row says, so the order is transitive.
            #expect(sample[(index + 1)...].allSatisfy { left.precedes($0) && !$0.precedes(left) })
        }
    }

    @Test("Hostile text is refused or read, and never stops the program")
    func hostileText() {
        var generator = SeededGenerator(seed: 11)
        let alphabet = Array("0123456789XYES-/..,[]{}?~%TZ:+ é\u{0}’".unicodeScalars)
        for _ in 0..<20_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...24, using: &generator) {
                if let scalar = alphabet.randomElement(using: &generator) { text.append(scalar) }
            }
            if let date = EDTFDate(String(text)) { #expect(EDTFDate(date.description) == date) }
            _ = EDTFDate(published: String(text))
            _ = EDTFDate(lenient: String(text))
        }
    }

    @Test(
        "Length alone does no harm",
        arguments: [
            ("Y", "9", ""), ("Y1E", "9", ""), ("Y12345S", "9", ""), ("", "1", ""), ("", "[", ""),
            ("", "/", ""),
            ("", "X", ""), ("2016-05-02T16:54:59.", "1", ""), ("[", "XX96-02-29,", "2000]"),
            ("{", "1..", "}"), ("{", "1984..1985,", "1986..}"), ("Y1E9223372036854775807", "", ""),
            ("1950S9223372036854775807", "", ""),
        ])
    func longText(_ start: String, repeated: String, end: String) {
        let text = start + String(repeating: repeated, count: 50_000) + end
        guard let date = EDTFDate(text) else { return }
        _ = date.earliest
        _ = date.latest
        #expect(EDTFDate(date.description) == date)
    }
}
