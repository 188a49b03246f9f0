import EDTF
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("Dates in JSON")
struct CodingTests {
    @Test("A date is its text")
    func codesAsText() throws {
        let dates = ["2023-12-18", "[..2023-12-19]", "2004?-06-~11"].compactMap { EDTFDate($0) }
        let data = try JSONEncoder().encode(dates)
        #expect(String(decoding: data, as: UTF8.self) == #"["2023-12-18","[..2023-12-19]","2004?-06-~11"]"#)
        #expect(try JSONDecoder().decode([EDTFDate].self, from: data) == dates)
    }

    @Test("A text that is no date does not decode")
    func refusesOtherText() {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([EDTFDate].self, from: Data(#"["Monday"]"#.utf8))
        }
    }
}
