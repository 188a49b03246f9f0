import EDTF
import Testing

@Suite("Reading dates of the Extended Date/Time Format")
struct ParsingTests {
    @Test(
        "What the standard gives as an example is read, and printed as it was",
        arguments: [
            // Level 0.
            "1985-04-12", "1985-04", "1985", "1985-04-12T23:20:30", "1985-04-12T23:20:30Z",
            "1985-04-12T23:20:30-04", "1985-04-12T23:20:30+04:30", "1964/2008", "2004-06/2006-08",
            "2004-02-01/2005-02-08", "2004-02-01/2005-02", "2004-02-01/2005", "2005/2006-02",
            // Level 1.
            "Y170000002", "Y-170000002", "2001-21", "1984?", "2004-06~", "2004-06-11%", "201X", "20XX",
            "2004-XX", "1985-04-XX", "1985-XX-XX", "1985-04-12/..", "1985/..", "../1985-04", "1985-04-12/",
            "/1985-04-12", "-1985",
            // Level 2.
            "Y-17E7", "1950S2", "Y171010000S3", "Y3388E2S3", "2001-34", "[1667,1668,1670..1672]",
            "[..1760-12-03]", "[1760-12..]", "[1760-01,1760-02,1760-12..]", "[1667,1760-12]", "[..1984]",
            "{1667,1668,1670..1672}", "{1960,1961-12}", "{..1984}", "2004-06~-11", "2004?-06-11",
            "2004-%06-11", "156X-12-25", "15XX-12-25", "XXXX-12-XX", "1XXX-XX", "1XXX-12", "1984-1X",
            "2004-06-~01/2004-06-~20", "2004-06-XX/2004-07-03",
        ])
    func readsExamples(_ text: String) throws {
        #expect(try EDTFDate(parsing: text).description == text)
    }

    @Test(
        "A few shapes of ISO 8601 beyond the Library's text are read",
        arguments: [
            ("193", "193"), ("-193?", "-193?"), ("19", "19"), ("-04", "-04"),
            ("2016-05-02T16:54:59.042Z", "2016-05-02T16:54:59.042Z"),
            ("2016-05-02T16:54:59+0230", "2016-05-02T16:54:59+02:30"),
            ("2016-05-02T24:00:00", "2016-05-02T24:00:00"),
        ])
    func readsNeighbouringShapes(_ text: String, printed: String) throws {
        #expect(try EDTFDate(parsing: text).description == printed)
    }

    @Test(
        "What is no date is refused, with the place and the reason",
        arguments: [
            ("", 0, EDTFError.Reason.empty),
            ("12345", 0, .malformedYear), ("1X", 0, .malformedYear), ("in May", 0, .malformedYear),
            ("-0000", 0, .negativeZero), ("-00", 0, .negativeZero),
            ("Y2023", 1, .needlessPrefix), ("Y012345", 1, .needlessPrefix),
            ("Y17E0", 4, .malformedCount), ("1950S", 5, .malformedCount), ("Y17E", 4, .malformedCount),
            ("195XS2", 4, .misplacedSignificance), ("1950S2-01", 6, .misplacedMonth),
            ("Y17000-01", 6, .misplacedMonth), ("193-05", 3, .misplacedMonth),
            ("2016-13", 5, .malformedMonth), ("2016-00", 5, .malformedMonth), ("2016-2X", 5, .malformedMonth),
            ("2016-42", 5, .malformedMonth), ("2016-5", 5, .malformedMonth),
            ("2016-21-01", 7, .misplacedDay), ("2016-05-1", 8, .malformedDay),
            ("2016-02-30", 8, .noSuchDay), ("2015-02-29", 8, .noSuchDay), ("156X-11-31", 8, .noSuchDay),
            ("19X1-02-29", 8, .noSuchDay), ("2016-05-00", 8, .noSuchDay),
            ("2016-05T10:00:00", 7, .incompleteDay), ("2016-05-01~T10:00:00", 11, .incompleteDay),
            ("2016-05-01T25:00:00", 11, .malformedTime), ("2016-05-01T24:00:01", 11, .malformedTime),
            ("2016-05-01T24:00:00.5", 11, .malformedTime), ("2016-05-01T10:00", 11, .malformedTime),
            ("2016-05-01T10:00:00-00:00", 19, .malformedZone), ("2016-05-01T10:00:00+15", 19, .malformedZone),
            ("2016-05-01T10:00:00-12:01", 19, .malformedZone), ("2016-05-01T10:00:00-13", 19, .malformedZone),
            ("2016-05-01T10:00:00Zulu", 20, .unexpectedText), ("2016-05-01 ", 10, .unexpectedText),
            ("2016-05-01T10:00:00Z/2017", 10, .timeInInterval),
            ("2017/2018-05-01T10:00:00Z", 15, .timeInInterval),
            ("Y-61000/-2000", 0, .prefixedYearInInterval),
            ("2008/1964", 5, .reversed), ("2012-24/2012-21", 8, .reversed),
            ("2023-12-18/2023-12", 11, .reversed),
            ("2012/2013/2014", 9, .secondSlash),
            ("[1999", 5, .unclosedSet), ("[1999}", 5, .unclosedSet), ("[", 1, .unclosedSet),
            ("[]", 1, .emptyMember), ("[1999,]", 6, .emptyMember), ("[..]", 3, .emptyMember),
            ("[1667,..1984]", 6, .misplacedDots), ("[1667..,1984]", 8, .misplacedDots),
            ("[1667..1984-05]", 5, .unequalPrecision), ("[1984..1667]", 7, .reversed),
            ("{1999}?", 6, .unexpectedText), ("[1667, 1668]", 6, .malformedYear),
        ])
    func refuses(_ text: String, position: Int, reason: EDTFError.Reason) {
        #expect(throws: EDTFError(position: position, reason: reason)) { try EDTFDate(parsing: text) }
        #expect(EDTFDate(text) == nil)
    }

    @Test(
        "A lenient reading takes blanks and a needless Y",
        arguments: [
            (" 2023-12-18\n", "2023-12-18"), ("[1667, 1668 ,1670..1672]", "[1667,1668,1670..1672]"),
            ("[1760-01 , 1760-12.. ]", "[1760-01,1760-12..]"), ("Y1700", "1700"), ("Y-44", "-0044"),
        ])
    func readsLeniently(_ text: String, printed: String) {
        #expect(EDTFDate(text) == nil)
        #expect(EDTFDate(lenient: text)?.description == printed)
    }

    @Test("An error says where and what")
    func explains() {
        let error = EDTFError(position: 5, reason: .malformedMonth)
        #expect(error.description.hasPrefix("at byte 5: a month is 01 to 12"))
    }
}
