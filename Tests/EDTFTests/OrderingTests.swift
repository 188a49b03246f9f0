import EDTF
import Testing

@Suite("The order of a timeline")
struct OrderingTests {
    @Test("By the earliest second, then the latest, then the text; dates without any come last")
    func sorts() {
        let sorted = [
            "-0044", "2022", "[..2023-01-01]", "2023-01-01", "2023-01-01?", "2023-01", "2023", "2023/..",
            "2023-01-01T08:00:00Z", "2023-01-02", "2023-12", "2023-12~", "/2023", "Y17E300", "../..",
        ]
        let dates = sorted.compactMap { EDTFDate($0) }
        #expect(dates.count == sorted.count)
        // “[..2023-01-01]” stands at its latest second, after the day that ends with it begins.
        #expect(
            dates.reversed().sorted().map(\.description) == [
                "-0044", "2022", "2023-01-01", "2023-01-01?", "2023-01", "2023", "2023/..",
                "2023-01-01T08:00:00Z", "[..2023-01-01]", "2023-01-02", "2023-12", "2023-12~", "/2023",
                "../..",
                "Y17E300",
            ])
    }

    @Test("Coarse before fine in precision")
    func precisions() throws {
        let texts = [
            "19", "198", "1984", "1984-40", "1984-37", "1984-33", "1984-21", "1984-05", "1984-05-01",
        ]
        let precisions = texts.compactMap { EDTFDate($0)?.precision }
        #expect(precisions.count == texts.count && precisions == precisions.sorted())
        #expect(EDTFDate("1984-05-01T10:00:00Z")?.precision == .second)
        #expect(EDTFDate("198X")?.precision == .year)
        #expect(EDTFDate("1964/2008")?.precision == .year)
        #expect(EDTFDate("2004-02-01/2005-02")?.precision == nil)
        #expect(EDTFDate("[..2023-12-19]")?.precision == .day)
        #expect(EDTFDate("/..")?.precision == nil)
    }
}
