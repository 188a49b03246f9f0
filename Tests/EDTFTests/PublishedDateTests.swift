import EDTF
import Testing

@Suite("When something was published")
struct PublishedDateTests {
    @Test(
        "The field may hold a date of this format or of RFC 3339",
        arguments: [
            ("2023-12-19", "2023-12-19"), (" 2023-12 ", "2023-12"),
            ("2023-12-19T08:00:00Z", "2023-12-19T08:00:00Z"),
            ("2023-12-19t08:00:00z", "2023-12-19T08:00:00Z"),
            ("2023-12-19 08:00:00Z", "2023-12-19T08:00:00Z"),
            ("2023-12-19 08:00", "2023-12-19T08:00:00"), ("2023-12-19T08:00Z", "2023-12-19T08:00:00Z"),
            ("2023-12-19T08:00:00.123456789z", "2023-12-19T08:00:00.123456789Z"),
            ("2023-12-19T08:00:00-00:00", "2023-12-19T08:00:00Z"),
            ("2023-12-19 08:00:00 +03:00", "2023-12-19T08:00:00+03:00"),
            ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
            ("2023-12-19T08:00:00-20:00", "2023-12-20T04:00:00Z"),
        ])
    func reads(_ text: String, printed: String) throws {
        let date = try #require(EDTFDate(published: text))
        #expect(date.description == printed)
        #expect(EDTFDate(printed) == date)
    }

    @Test(
        "Anything else is no date",
        arguments: [
            "", " ", "yesterday", "2023-02-29T08:00:00Z", "2023-12-19T", "2023-12-19T24:30Z",
            "2023-12-19T08:00:00.Z",
            "2023-12-19T08:00:00+25:00", "2023-12-19x08:00:00Z", "19 December 2023", "2023-12-19T08:00:00Z!",
        ])
    func refuses(_ text: String) {
        #expect(EDTFDate(published: text) == nil)
    }
}
