import Testing

@testable import Reading

@Test(
    "Dates of feeds are read, however they are written",
    arguments: [
        ("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z"),
        ("Thu, 1 Jan 2004 19:48 +0100", "2004-01-01T18:48:00Z"),
        ("01 Jan 04 19:48:21 EST", "2004-01-02T00:48:21Z"),
        ("Thursday, 01-Jan-04 19:48:21 UT", "2004-01-01T19:48:21Z"),
        ("Thu Jan  1 19:48:21 2004", "2004-01-01T19:48:21Z"),
        ("Thu Jan 01 19:48:21 CEST 2004", "2004-01-01T17:48:21Z"),
        ("Thu, 01 January 2004 19:48:21 GMT+2", "2004-01-01T17:48:21Z"),
        ("January 1, 2004 7:48 PM PDT", "2004-01-02T02:48:00Z"),
        ("2004-01-01T19:48:21.5+02:00", "2004-01-01T17:48:21Z"),
        ("2004-01-01 19:48:21 GMT", "2004-01-01T19:48:21Z"),
        ("2004-01-01 19:48:21 -0300", "2004-01-01T22:48:21Z"),
        ("2004-01-01T19:48Z", "2004-01-01T19:48:00Z"),
        ("Thu,  1  Jan  2004 12:00:60 Z", "2004-01-01T12:00:59Z"),
        ("31 Dec 99 23:59:59 GMT", "1999-12-31T23:59:59Z"),
        ("1 января 2004 19:48 MSK", "2004-01-01T16:48:00Z"),
        ("2004-01-01", "2004-01-01"),
    ])
func dates(text: String, earliest: String) {
    #expect(feedDate(text)?.boundsText.earliest == earliest)
}

@Test(
    "What is no date is none",
    arguments: ["", "today", "99 Jan 2004 10:00", "32 Dec 2004", "12:30", "Jan", "2004-13-45T00:00:00Z"])
func noDates(text: String) {
    #expect(feedDate(text) == nil)
}

@Test(
    "Links are resolved against their base",
    arguments: [
        ("a", "https://x.example/b/c", "https://x.example/b/a"),
        ("/a", "https://x.example/b/c", "https://x.example/a"),
        ("../a", "https://x.example/b/c/", "https://x.example/b/a"),
        ("//y.example/", "https://x.example", "https://y.example/"),
        ("?q", "https://x.example/b?p", "https://x.example/b?q"),
        ("a/./b", "https://x.example", "https://x.example/a/b"),
        ("../../../a", "https://x.example/b", "https://x.example/a"),
        ("http://z.example/a", "https://x.example", "http://z.example/a"),
        ("a", "no address", "a"),
    ])
func links(reference: String, base: String, address: String) {
    #expect(resolvedAddress(reference, base: base) == address)
}
