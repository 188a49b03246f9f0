import EDTF
import Testing

@Suite("The days that a date can mean")
struct BoundsTests {
    @Test(
        "The earliest and the latest day",
        arguments: [
            ("2023-12-18", "2023-12-18", "2023-12-18"), ("2024-02", "2024-02-01", "2024-02-29"),
            ("2023", "2023-01-01", "2023-12-31"), ("-0044", "-0044-01-01", "-0044-12-31"),
            ("0000", "0000-01-01", "0000-12-31"),
            ("201X", "2010-01-01", "2019-12-31"), ("20XX", "2000-01-01", "2099-12-31"),
            ("-01XX", "-0199-01-01", "-0100-12-31"), ("-00XX", "-0099-01-01", "-0001-12-31"),
            ("193", "1930-01-01", "1939-12-31"), ("19", "1900-01-01", "1999-12-31"),
            ("-193", "-1939-01-01", "-1930-12-31"),
            ("2004-XX", "2004-01-01", "2004-12-31"), ("1984-1X", "1984-10-01", "1984-12-31"),
            ("15XX-X2", "1500-02-01", "1599-12-31"), ("1560-XX-25", "1560-01-25", "1560-12-25"),
            ("156X-12-25", "1560-12-25", "1569-12-25"), ("XXXX-12-XX", "0000-12-01", "9999-12-31"),
            ("2004-XX-31", "2004-01-31", "2004-12-31"), ("19XX-02-29", "1904-02-29", "1996-02-29"),
            ("-19XX-02-29", "-1996-02-29", "-1904-02-29"), ("2023-02-XX", "2023-02-01", "2023-02-28"),
            ("20X3-02-2X", "2003-02-20", "2093-02-28"),
            ("2001-21", "2001-03-01", "2001-05-31"), ("2019-24", "2019-12-01", "2020-02-29"),
            ("2019-28", "2019-12-01", "2020-02-29"), ("2001-29", "2001-09-01", "2001-11-30"),
            ("2001-30", "2001-12-01", "2002-02-28"), ("2001-32", "2001-06-01", "2001-08-31"),
            ("2001-34", "2001-04-01", "2001-06-30"), ("2001-36", "2001-10-01", "2001-12-31"),
            ("2001-38", "2001-05-01", "2001-08-31"), ("2001-41", "2001-07-01", "2001-12-31"),
            ("1950S2", "1900-01-01", "1999-12-31"), ("1953S3", "1950-01-01", "1959-12-31"),
            ("Y3388E2S3", "338000-01-01", "338999-12-31"), ("-1950S2", "-1999-01-01", "-1900-12-31"),
            ("1950S4", "1950-01-01", "1950-12-31"), ("1950S9", "1950-01-01", "1950-12-31"),
            ("Y-17E7", "-170000000-01-01", "-170000000-12-31"), ("Y20E2", "2000-01-01", "2000-12-31"),
            ("1964/2008", "1964-01-01", "2008-12-31"), ("2005/2006-02", "2005-01-01", "2006-02-28"),
            ("2003-22/2003-23", "2003-06-01", "2003-11-30"),
            ("198X-11-XX/198X-11-30", "1980-11-01", "1989-11-30"),
            ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31"),
            ("{1961-12,1960}", "1960-01-01", "1961-12-31"),
            ("1985-04-12T23:20:30-04", "1985-04-13", "1985-04-13"),
            ("2023-12-31T24:00:00", "2024-01-01", "2024-01-01"),
        ])
    func days(_ text: String, earliest: String, latest: String) throws {
        let date = try EDTFDate(parsing: text)
        #expect(date.earliestDay?.description == earliest)
        #expect(date.latestDay?.description == latest)
    }

    @Test(
        "A side that is open, unknown or beyond the calendar has no day",
        arguments: [
            ("1985/..", "1985-01-01", nil), ("1985/", "1985-01-01", nil), ("../1985", nil, "1985-12-31"),
            ("/1985", nil, "1985-12-31"), ("/", nil, nil), ("../..", nil, nil),
            ("[..2023-12-19]", nil, "2023-12-19"), ("{1760-12..}", "1760-12-01", nil),
            ("[..1667,1700..]", nil, nil), ("Y17E300", nil, nil), ("Y99999999999999999999999999", nil, nil),
            ("Y100000000001S1", nil, nil), ("Y9223372036854775807", nil, nil),
        ] as [(String, String?, String?)])
    func missingDays(_ text: String, earliest: String?, latest: String?) throws {
        let date = try EDTFDate(parsing: text)
        #expect(date.earliestDay?.description == earliest)
        #expect(date.latestDay?.description == latest)
    }

    @Test("A day lasts from its first second to its last, in UTC")
    func secondsOfDay() throws {
        let date = try EDTFDate(parsing: "2023-12-18")
        #expect(date.earliest?.description == "2023-12-18T00:00:00Z")
        #expect(date.latest?.description == "2023-12-18T23:59:59Z")
    }

    @Test(
        "A time of day is one second, brought to UTC",
        arguments: [
            ("2023-12-19T08:00:00Z", "2023-12-19T08:00:00Z"), ("2023-12-19T08:00:00", "2023-12-19T08:00:00Z"),
            ("2023-12-19T01:00:00.999+03:00", "2023-12-18T22:00:00Z"),
            ("2023-12-31T23:30:00-05", "2024-01-01T04:30:00Z"),
        ])
    func secondInUTC(_ text: String, instant: String) throws {
        let date = try EDTFDate(parsing: text)
        #expect(date.earliest?.description == instant)
        #expect(date.latest == date.earliest)
    }

    @Test("Output shows days, and a time of day only where there is one")
    func boundsText() throws {
        let month = try EDTFDate(parsing: "2023-12").boundsText
        #expect(month.earliest == "2023-12-01" && month.latest == "2023-12-31")
        let post = try EDTFDate(parsing: "2023-12-19T11:00:00+03:00").boundsText
        #expect(post.earliest == "2023-12-19T08:00:00Z" && post.latest == "2023-12-19T08:00:00Z")
        let before = try EDTFDate(parsing: "[..2023-12-19]").boundsText
        #expect(before.earliest == nil && before.latest == "2023-12-19")
    }
}

@Test(
    "The local day is that of the zone in which a time is written",
    arguments: [
        ("2024-03-31T00:30:00+14:00", "2024-03-31"), ("2024-03-31T23:30:00-12:00", "2024-03-31"),
        ("2024-03-31T12:00:00Z", "2024-03-31"), ("2024-03-31", "2024-03-31"), ("2024-03", nil),
        ("2024-03-30/2024-03-31", nil),
    ])
func localDay(text: String, day: String?) throws {
    #expect(try EDTFDate(parsing: text).localDay?.description == day)
}
