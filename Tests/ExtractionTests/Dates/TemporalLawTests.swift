import EDTF
import TestSupport
import Testing

@testable import Extraction

@Suite("Temporal expressions keep their laws")
struct TemporalLawTests {
    @Test("Hostile numbers and endless expressions are read without a trap", arguments: hostile)
    func readsHostileText(_ text: String) {
        for published in [
            nil, "2023-12-19", "2023-12", "2023", "0001-01-01", "9998-12-31", "-0044-03-15", "2023-12-19/..",
        ] {
            checkLaws(of: text, published: published)
        }
    }

    static let hostile = [
        String(repeating: "9", count: 5000) + " years ago",
        "99999999 years ago, 99999999 weeks ago, 99999999 days later, 999999999 centuries ago",
        "999,999,999 thousand years ago and nine hundred thousand thousand thousand thousand days ago",
        "December " + String(repeating: "3", count: 400) + ", 2023",
        "December 31, " + String(repeating: "2", count: 3000),
        "31 February 2023, 30 Feb., 99/99/9999, 31.02.2023, 0000-00-00, 2023-13-45T99:99Z, 00:00:00:00",
        "2023-12-18T", "2023-12-", "2023-", "12/19/", "19.12.", "1990-", "the '", "mid-", "mid-s", "half-",
        "-day",
        "two-", "two--week", "week-", String(repeating: "two-", count: 50) + "week",
        String(repeating: "two hundred ", count: 500) + "years",
        String(repeating: "the past three months ago earlier ", count: 100),
        String(repeating: "last next this ", count: 200) + "week",
        String(repeating: "Monday ", count: 300), String(repeating: "May 3, ", count: 300),
        String(repeating: "more than nearly about ", count: 100) + "2 1/2 years or so",
        "1/2 1/2 1/2 years", "½ year", "2.5.6 years", "2.55 years", "-5 years ago", "0 days ago",
        "zero weeks later",
        "the 99th century, the 1st century, the 0th century, the 2nd half, the ninth quarter",
        "Q3", "Q3 9999", "Q9 2023", "24:00 GMT", "25:61 GMT", "13 p.m.", "0 a.m.", "12 a.m.", "12 p.m.",
        "the 0s, the 00s, the '00s, 9990s, 0990s", "Easter 9999, Easter 0001, Easter 2999",
        "’s Monday's’s week's", "last year’s", "Monday’", "’90s", "December’s", "May",
        "the end of the end of the end of 1990", "early late early late December", "of of of 2023",
        "in in in May",
    ]

    @Test("Expressions of random words stand in order, in range and apart", arguments: 0..<300)
    func keepsLawsInRandomText(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed &+ 1)
        var text = ""
        for _ in 0..<60 {
            text += Self.words.randomElement(using: &generator) ?? ""
            text += [" ", " ", " ", ", ", ". ", "-", "", "’s "].randomElement(using: &generator) ?? ""
        }
        checkLaws(of: text, published: seed.isMultiple(of: 3) ? nil : "2023-12-19")
    }

    @Test("Expressions in random figures, signs and letters keep the same laws", arguments: 0..<200)
    func keepsLawsInRandomFigures(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed &+ 13)
        let alphabet = Array("00112233459  //--..::,,''’+QHsthndapm Ttyсг–½\u{202E}\u{0301}\u{1F600}")
        var text = ""
        for _ in 0..<400 { text.append(alphabet.randomElement(using: &generator) ?? " ") }
        for language in ["en", "ru", "uk"] {
            checkLaws(of: text, published: "2023-12-19", language: language)
        }
    }

    @Test("Expressions of random words in Russian and Ukrainian keep the same laws", arguments: 0..<200)
    func keepsLawsInCyrillic(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed &+ 7)
        var text = ""
        for _ in 0..<60 {
            text += Self.cyrillic.randomElement(using: &generator) ?? ""
            text += [" ", " ", " ", ", ", ". ", "-", "", ": "].randomElement(using: &generator) ?? ""
        }
        checkLaws(of: text, published: "2023-12-19", language: seed.isMultiple(of: 2) ? "ru" : "uk")
    }

    /// Words of time in Russian and Ukrainian, and what stands beside them.
    private static let cyrillic = split(
        """
        в на у с по до через назад тому прошлый минулого следующие неделе тижня дня день года року г. р.
        месяц понедельник п’ятницю декабря травня янв. лют 18 2023 18.12 18.12.2023 3 99 10:30 24:00 утра
        ночи вчера сьогодні полгода півроку полтора три двадцать пятое третій квартал веке XX XXXX летом
        взимку каждый раз конце будет ушли -го -х последние выходные час годині о 1990 новый год несколько
        обеда після июле-августе числа о шостій девяностых торік цьогоріч пасху половине тому
        """)

    /// Words of time in English, and what stands beside them.
    private static let words = split(
        """
        last next this the a week weeks year years Monday Tuesdays May December Dec 19 3rd 2023 1990s '80s
        ago later earlier two twenty hundred half of in quarter third Q3 morning night noon 10 a.m. p.m.
        10:30 GMT early late mid end every each and or so past few several 1/2 12/19/2023 Christmas New
        Year's Eve will said since until by fall summer now soon nearly more than fiscal period year-ago
        two-week mid-1990s today yesterday tonight nineteen ninety-six month decade century 20th one day old
        before after that following recent times while some time term date moment ahead come over years
        first last Friday 13th 15th 3Q H1 FY 0900 ET Eastern UTC +2 o'clock five 9/11 other July-August
        winter 2022-23 Black turn century week ended beginning for from to
        """)

    private static func split(_ words: String) -> [String] {
        words.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// In order and apart, within the text, phrases around their expressions, and dates only where the value has one.
    private func checkLaws(of text: String, published: String?, language: String = "en") {
        let (tokens, found) = temporalExpressions(text, published: published, language: language)
        var last = 0
        for expression in found {
            #expect(!expression.tokens.isEmpty)
            #expect(expression.tokens.lowerBound >= last, "\(text)")
            #expect(expression.tokens.upperBound <= tokens.tokens.count)
            #expect(expression.phrase.lowerBound <= expression.tokens.lowerBound)
            #expect(expression.phrase.upperBound == expression.tokens.upperBound)
            #expect(!expression.byteRange(in: tokens).isEmpty)
            #expect(!expression.value.isEmpty)
            if let date = expression.date {
                #expect(EDTFDate(date.description) == date)
                #expect(expression.type != .set)
            }
            last = expression.tokens.upperBound
        }
        let again = temporalExpressions(text, published: published, language: language).found
        #expect(again.map { $0.value } == found.map { $0.value })
    }
}
