import Publishing
import Testing

@Suite("Text is harmless where it is shown")
struct HarmlessTests {
    @Test(
        "A terminal gets what it would obey, or nobody could see, as a visible escape",
        arguments: [
            ("plain words, naïve ‘quotes’", "plain words, naïve ‘quotes’"),
            ("\u{1B}[31mred", "\\u{1B}[31mred"),
            ("a\u{9B}2J", "a\\u{9B}2J"),
            ("\u{202E}desrever", "\\u{202E}desrever"),
            ("\u{2066}a\u{2069}\u{200E}\u{200F}\u{61C}", "\\u{2066}a\\u{2069}\\u{200E}\\u{200F}\\u{61C}"),
            ("ze\u{200B}ro\u{FEFF}", "ze\\u{200B}ro\\u{FEFF}"),
            ("tag\u{E0041}", "tag\\u{E0041}"),
            ("a\u{2028}b\u{2029}c", "a\\u{2028}b\\u{2029}c"),
            ("one\r\ntwo\tthree", "one two three"),
            ("back\rto", "back\\u{D}to"),
            ("del\u{7F}\u{0}", "del\\u{7F}\\u{0}"),
            ("soft\u{AD}hyphen", "soft\\u{AD}hyphen"),
            ("a\u{200D}b", "a\\u{200D}b"),
        ])
    func terminal(text: String, shown: String) {
        #expect(Harmless.forTerminal(text) == shown)
    }

    @Test("What belongs to a spelling stays: joined emoji, Persian joiners, picture forms")
    func spellings() {
        for text in ["👩\u{200D}👧", "می\u{200C}خواهم", "❤\u{FE0F}", "e\u{301}"] {
            #expect(Harmless.forTerminal(text).unicodeScalars.elementsEqual(text.unicodeScalars))
        }
    }

    @Test("No scalar but a line end reaches a terminal as a control or a format character")
    func everyScalar() {
        for value in (0...0x10FFFF as ClosedRange<UInt32>) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            guard [.control, .format].contains(scalar.properties.generalCategory) else { continue }
            let shown = Harmless.forTerminal("a" + String(scalar) + "b")
            #expect(
                shown.unicodeScalars.allSatisfy {
                    ![.control, .format].contains($0.properties.generalCategory)
                })
        }
    }

    @Test(
        "A spreadsheet takes no text for a formula",
        arguments: [
            ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"), ("＝1", "'＝1"), ("1=1", "1=1"), ("", ""),
        ])
    func spreadsheet(text: String, shown: String) {
        #expect(Harmless.forSpreadsheet(text) == shown)
    }

    @Test("A page gets no markup, no controls, and nothing that turns it round")
    func html() {
        #expect(
            Harmless.forHTML("<script>alert(\"a\" & 'b')</script>")
                == "&lt;script&gt;alert(&quot;a&quot; &amp; &#39;b&#39;)&lt;/script&gt;")
        #expect(Harmless.forHTML("a\u{1B}\u{202E}b\u{200F}") == "a\\u{1B}\\u{202E}b\u{200F}")
    }

    @Test(
        "Markdown gets no markup",
        arguments: [
            ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"), ("# head", "\\# head"), ("1. one", "1\\. one"),
            ("- item", "\\- item"), ("[a](b) <i>", "\\[a\\](b) \\<i\\>"), ("3.5 of 10.", "3\\.5 of 10."),
            ("two\nlines", "two lines"),
        ])
    func markdown(text: String, shown: String) {
        #expect(Harmless.forMarkdown(text) == shown)
    }

    @Test(
        "A link leads to the web only",
        arguments: [
            ("https://a.example/b", true), ("HTTP://a.example", true), ("javascript:alert(1)", false),
            ("file:///etc/passwd", false), ("https://a.example/\u{202E}b", false), ("https://a b", false),
            ("data:text/html,x", false),
        ])
    func links(address: String, isLink: Bool) {
        #expect((Harmless.link(address) != nil) == isLink)
    }
}
