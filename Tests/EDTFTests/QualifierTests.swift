import EDTF
import Testing

@Suite("Qualifiers of parts of a date")
struct QualifierTests {
    static func parts(_ text: String) throws -> Qualifiers {
        try #require(EDTFDate(parsing: text).dates.first).qualifiers
    }

    @Test(
        "To the right it holds for all before it, to the left for one part alone",
        arguments: [
            ("2004-06-11%", "%", "%", "%"), ("2004-06~-11", "~", "~", ""), ("2004?-06-11", "?", "", ""),
            ("?2004-06-~11", "?", "", "~"), ("2004-%06-11", "", "%", ""), ("2004?-06~-11", "%", "~", ""),
            ("2001-?09~-09", "~", "%", ""), ("2004-06-?11~", "~", "~", "%"),
        ])
    func spreads(_ text: String, year: String, month: String, day: String) throws {
        func sign(_ qualifier: Qualifier) -> String {
            switch qualifier {
            case .uncertain: "?"
            case .approximate: "~"
            case [.uncertain, .approximate]: "%"
            default: ""
            }
        }
        let parts = try Self.parts(text)
        #expect([sign(parts.year), sign(parts.month), sign(parts.day)] == [year, month, day])
    }

    @Test(
        "Equal qualifiers are printed once, to the right",
        arguments: [
            ("?2004-?06-?11", "2004-06-11?"), ("?2004-06-~11", "2004?-06-~11"), ("~2023", "2023~"),
            ("?2004-%06", "2004?-%06"), ("2004-~06-~11", "2004-~06-~11"),
        ])
    func prints(_ text: String, canonical: String) throws {
        let date = try EDTFDate(parsing: text)
        #expect(date.description == canonical)
        #expect(try EDTFDate(parsing: canonical) == date)
    }

    @Test("A date knows whether a part of it is approximate or uncertain")
    func tells() throws {
        #expect(try EDTFDate(parsing: "2004-06-~11").isApproximate)
        #expect(try !EDTFDate(parsing: "2004-06-~11").isUncertain)
        #expect(try EDTFDate(parsing: "1984?/2004%").isUncertain)
        #expect(try !EDTFDate(parsing: "2004").isApproximate)
    }
}
