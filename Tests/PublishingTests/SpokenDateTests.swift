import EDTF
import Publishing
import Statements
import Testing

@Suite("Dates are told as a reader would say them")
struct SpokenDateTests {
    @Test(
        "Each form of a date has its wording",
        arguments: [
            ("2023-12-18", "18 December 2023"), ("2023-12", "December 2023"), ("2023", "2023"),
            ("2023-12~", "about December 2023"), ("2023-12-18?", "perhaps 18 December 2023"),
            ("2023%", "perhaps about 2023"), ("2023-22", "summer 2023"), ("202X", "the 2020s"),
            ("2023-12-XX", "a day in December 2023"), ("2023-XX", "some month of 2023"),
            ("2023-12-18/2023-12-19", "18–19 December 2023"),
            ("2023-11-28/2023-12-03", "28 November – 3 December 2023"),
            ("2022-12-28/2023-01-03", "28 December 2022 – 3 January 2023"),
            ("2022-12/2023-01", "December 2022 – January 2023"), ("2019/2023", "2019–2023"),
            ("2023-12-18/..", "since 18 December 2023"),
            ("../2023-12-18", "until 18 December 2023"), ("[..2023-12-19]", "by 19 December 2023"),
            ("[2023-12-18,2023-12-20]", "18 December 2023 or 20 December 2023"),
            ("2023-12-18T09:30:00Z", "18 December 2023, 09:30 UTC"),
            ("2023-12-18T09:30:00+03:00", "18 December 2023, 09:30 (UTC+03:00)"),
            ("2023-33", "first quarter of 2023"), ("Y170000002", "Y170000002"),
        ])
    func wording(date: String, spoken: String) throws {
        #expect(SpokenDate.of(try #require(EDTFDate(date))) == spoken)
    }

    @Test(
        "A statement was made on a day, in a month or a year, or about then",
        arguments: [
            ("2023-12-18", "18 December 2023"), ("2023-12", "in December 2023"), ("2023", "in 2023"),
            ("2023-22", "in summer 2023"), ("2023-12~", "about December 2023"),
            ("2023-12-11/2023-12-17", "11–17 December 2023"), ("202X", "the 2020s"),
        ])
    func doubt(date: String, spoken: String) throws {
        let occasion = Occasion(
            date: try EDTFDate(parsing: date), phrase: "then", anchor: nil, rule: "ago")
        #expect(SpokenDate.of(occasion, posted: nil, reported: nil) == spoken)
    }

    @Test("Where only the report is dated, the statement was made by then")
    func reported() {
        #expect(SpokenDate.of(nil, posted: nil, reported: EDTFDate("2023-12-19")) == "by 19 December 2023")
        #expect(SpokenDate.of(nil, posted: EDTFDate("2023-12-19"), reported: nil) == "19 December 2023")
        #expect(SpokenDate.of(nil, posted: nil, reported: nil) == "undated")
        let bound = Occasion(
            date: EDTFDate("2023-12-19?"), phrase: nil, anchor: EDTFDate("2023-12-19"),
            rule: Occasion.publicationRule)
        #expect(SpokenDate.of(bound, posted: nil, reported: nil) == "by 19 December 2023")
        #expect(SpokenDate.of(bound, posted: EDTFDate("2023-12-18"), reported: nil) == "18 December 2023")
    }
}
