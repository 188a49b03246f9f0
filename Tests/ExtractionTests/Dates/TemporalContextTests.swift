import EDTF
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
            "Output rose 4% annually.", "It fells 3,000 trees yearly.", "They spoke to Lorn Today.",
            "The Sunday Herald wrote of it.", "It was the last day of the session.",
            "The law is vital to the future of our peoples.", "He met her last time.",
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
            (
                "Profit was $2 million in the third quarter. It was $3 million in the year-ago period.",
                ["the third quarter=2023-Q3", "the year-ago period=2022-Q3"]
            ),
            (
                "Profit rose in the third quarter. For the nine months, it fell from the 2022 period.",
                ["the third quarter=2023-Q3", "the nine months=P9M", "the 2022 period=2022"]
            ),
            (
                "In the third quarter, sales were $3 million, up from last year’s $2 million.",
                ["the third quarter=2023-Q3", "last year=2022-Q3"]
            ),
            (
                "They fly on Monday and Tuesday nights.",
                ["Monday=XXXX-WXX-1TNI", "Tuesday nights=XXXX-WXX-2TNI"]
            ),
            ("It ran from Monday to Friday.", ["Monday=2023-12-11", "Friday=2023-12-15"]),
            ("It will run from Friday to Monday.", ["Friday=2023-12-22", "Monday=2023-12-25"]),
            ("It ran in July-August 2014.", ["July-August 2014=2014-07/2014-08"]),
            ("It ran in December-January 2014.", ["December-January 2014=2013-12/2014-01"]),
            ("Two weeks later, they left.", ["Two weeks later=FUTURE_REF"]),
            ("It ran on 2 and 3 December.", ["2=2023-12-02", "3 December=2023-12-03"]),
            ("They meet three times weekly.", ["weekly=P1W"]),
            (
                "It began on Monday and ended at midnight on Tuesday.",
                ["Monday=2023-12-18", "midnight=2023-12-19T24:00", "Tuesday=2023-12-19"]
            ),
            ("He won the May vote.", ["May=2023-05"]),
            ("It ran on May 3 and 4.", ["May 3=2023-05-03", "4=2023-05-04"]),
            (
                "It ran on May 3, 4 and 5, 2022.",
                ["May 3=2022-05-03", "4=2022-05-04", "5, 2022=2022-05-05"]
            ),
            ("It ran from 1990 to 1995.", ["1990=1990", "1995=1995"]),
            ("It ran from December to May 2022.", ["December=2021-12", "May 2022=2022-05"]),
            (
                "It ran 3–5 March and from 10 to 22 May 2022.",
                ["3–5 March=2023-03-03/2023-03-05", "10 to 22 May 2022=2022-05-10/2022-05-22"]
            ),
            ("It ran March 3-5, 2022.", ["March 3-5, 2022=2022-03-03/2022-03-05"]),
            ("They left the day before yesterday.", ["the day before yesterday=2023-12-17"]),
            ("They vote on the first Monday in May 2024.", ["the first Monday in May 2024=2024-05-06"]),
            ("The report of 06/2004 is lost.", ["06/2004=2004-06"]),
            (
                "It fell in the quarter ended Sept. 30 from a year earlier.",
                ["the quarter=2023-QX", "Sept. 30=2023-09-30", "a year earlier=2022-QX"]
            ),
            ("They were paid until March.", ["March=2024-03"]),
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
        "A narrative counts from the date that it told last",
        arguments: [
            (
                """
                The war began on 22 June 1941. By July the army stood at the river. On 2 October it marched on. \
                In December, it stopped. On 5 January the others came. The summer of 1942 was hot. In November \
                1942 the army was surrounded. In February, it laid down its arms.
                """,
                [
                    "22 June 1941=1941-06-22", "July=1941-07", "2 October=1941-10-02", "December=1941-12",
                    "5 January=1942-01-05", "The summer of 1942=1942-SU", "November 1942=1942-11",
                    "February=1943-02",
                ]
            ),
            (
                """
                In September 1941 the siege began. That winter was hard. The following spring the others came. On 5 \
                July 1943 the guns opened fire. By the end of the month it was over. In August, a bridge fell. On the \
                12th the ford was taken. The next month, they rested. In the autumn of that year, it rained.
                """,
                [
                    "September 1941=1941-09", "That winter=1941-WI", "The following spring=1942-SP",
                    "5 July 1943=1943-07-05", "the end of the month=1943-07", "August=1943-08",
                    "the 12th=1943-08-12", "The next month=1943-09", "the autumn of that year=1943-FA",
                ]
            ),
            (
                "They fought in 490 BC, in the 5th century BC, in September 480 BC, and in AD 79.",
                ["490 BC=BC0490", "the 5th century BC=BC04", "September 480 BC=BC0480-09", "AD 79=0079"]
            ),
        ])
    func countsFromTheNarrative(_ text: String, _ expected: [String]) {
        // Five dates with their years make a narrative.
        let more = "\nIt was signed in May 1940, in May 1941 and in May 1942."
        let (tokens, found) = temporalExpressions(text + more, published: "2023-12-19")
        #expect(found.dropLast(3).map { words($0, in: tokens) + "=" + $0.value } == expected)
    }

    @Test(
        "A message announces: a weekday is the one to come unless a verb says that it is past",
        arguments: [
            ("Gathering on Friday at 6 p.m.", "2023-12-22"), ("We gathered on Friday.", "2023-12-15"),
            ("See you on tuesday!", "2023-12-19"),
        ])
    func readsMessages(_ text: String, _ value: String) {
        let tokens = TokenizedText(document(text, published: nil), vocabulary: .english)
        let found = TemporalTagger().expressions(
            in: tokens, published: EDTFDate("2023-12-19"), kind: .message)
        #expect(found.first?.value == value)
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
