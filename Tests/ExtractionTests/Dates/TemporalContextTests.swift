import Testing

@testable import Extraction

@Suite("Temporal expressions in their text")
struct TemporalContextTests {
    @Test(
        "What only looks like a date is none",
        arguments: [
            "She may march with us.", "It was sold for $2023.", "There were 1950 people in the square.",
            "Room 2019 was empty.", "“We go,” said April Jones.", "The fall of the city shook them.",
            "They drank spring water.", "The second man fled.", "The score was 14:05.",
            "It imports three-quarters of its food.", "A 45-year-old teacher was there.",
            "It costs $5 million a year.",
            "It is a daily paper.", "He told “Lorn This Week” that he would stay.",
            "Mar sat on the Sun chair.",
            "They ran 2000 miles.", "The 2000-strong crowd left.", "He has no time for that.",
            "They won 3-2.",
        ])
    func findsNoDate(_ text: String) {
        let (tokens, found) = temporalExpressions(text, published: "2023-12-19")
        #expect(found.isEmpty, "\(found.map { words($0, in: tokens) + "=" + $0.value })")
    }

    @Test(
        "A text gives its expressions with their values, in order",
        arguments: [
            (
                "They met on Dec. 3, 2022. Two weeks later, they split; the next day, he resigned.",
                ["Dec. 3, 2022=2022-12-03", "Two weeks later=2022-12-17", "the next day=2022-12-18"]
            ),
            ("It ran from 1990 to 1995.", ["1990=1990", "1995=1995"]),
            ("It fell between May and July.", ["May=2023-05", "July=2023-07"]),
            ("It fell in 2019—and rose in 2020 – by half.", ["2019=2019", "2020=2020"]),
            ("He led it (2014–2018).", ["2014–2018=2014/2018"]),
            ("The 1990-1995 plan failed.", ["1990-1995=1990/1995"]),
            ("On Friday at 10 a.m. they met.", ["Friday=2023-12-15", "10 a.m.=2023-12-15T10:00"]),
            (
                "In the third quarter, profit rose from a year earlier.",
                ["the third quarter=2023-Q3", "a year earlier=2022-Q3"]
            ),
            (
                "On the morning of December 18, a bridge fell; it had been closed since 2019.",
                ["the morning of December 18=2023-12-18TMO", "2019=2019"]
            ),
            (
                "Last month’s vote and this year's budget were held up twice a week.",
                ["Last month=2023-11", "this year=2023", "twice a week=P1W"]
            ),
        ])
    func findsInOrder(_ text: String, _ expected: [String]) {
        let (tokens, found) = temporalExpressions(text, published: "2023-12-19")
        #expect(found.map { words($0, in: tokens) + "=" + $0.value } == expected)
    }

    @Test(
        "The phrase of an expression begins with its preposition",
        arguments: [
            ("They wrote on Monday.", "on Monday"), ("They have waited since September.", "since September"),
            ("They must leave by the end of June.", "by the end of June"),
            ("They called for weeks.", "for weeks"), ("Yesterday, they left.", "Yesterday"),
            ("It holds until 2025.", "until 2025"),
        ])
    func keepsThePhrase(_ text: String, _ phrase: String) {
        let (tokens, found) = temporalExpressions(text, published: "2023-12-19")
        #expect(found.map { tokens.string($0.phrase) } == [phrase])
    }

    @Test("A date in figures that both orders allow is the one near publication, else the American one")
    func choosesTheOrderOfFigures() {
        func value(_ text: String, _ published: String?) -> String? {
            temporalExpressions(text, published: published).found.first?.value
        }
        #expect(value("Posted 03/04/2023.", nil) == "2023-03-04")
        #expect(value("Posted 03/04/2023.", "2023-04-04") == "2023-04-03")
        #expect(value("Posted 03/04/2023.", "2023-03-05") == "2023-03-04")
    }

    @Test("The findings give code points and leave out the possessive ending")
    func givesFindings() {
        let text = "“Мир” — so they wrote in last week’s letter."
        let dates = Extractor().findings(in: document(text, published: "2023-12-19")).dates
        #expect(dates.map(\.passage.exact) == ["last week"])
        #expect(dates.first?.passage.start == 25)
        #expect(dates.first?.passage.end == 34)
        #expect(dates.first?.date?.description == "2023-12-11/2023-12-17")
    }
}
