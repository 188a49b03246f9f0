import Foundation
import Statements
import TestSupport
import Testing

@testable import Reading

@Suite("Pages of the web")
struct PageTests {
    private static let page =
        projectRoot.appending(path: "Fixtures/pages/ferry-strike.html").path

    private func document(_ html: String, _ options: ReadingOptions = ReadingOptions()) throws -> Document {
        try #require(try read(Array(html.utf8), options: options).first)
    }

    /// The paragraphs of a document of these kinds.
    private func paragraphs(_ document: Document, _ kinds: ParagraphKind...) -> [String] {
        let bytes = Array(document.text.utf8)
        return document.paragraphs.filter { kinds.contains($0.kind) }
            .map { String(decoding: bytes[$0.bytes], as: UTF8.self) }
    }

    /// A page with an article of two long paragraphs, and something between them.
    private func article(_ between: String, head: String = "") -> String {
        """
        <!DOCTYPE html><html><head>\(head)</head><body><nav><a href="/">Home</a></nav><div class="post">
        <p>The crews of the island ferries have voted to strike from Friday, the league said on Tuesday, in a letter.</p>
        \(between)
        <p>The company runs eleven boats, and it cancelled forty sailings in the winter, most of them at night, it said.</p>
        </div><footer><p>All rights reserved by the paper, and nothing may be copied without leave.</p></footer></body></html>
        """
    }

    @Test("Of a page the article is taken, and each of its paragraphs is what it is")
    func kinds() throws {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.page)))
        let document = try #require(try read(bytes).first)
        #expect(paragraphs(document, .title) == ["Ferry crews vote to strike over night shifts"])
        #expect(paragraphs(document, .standfirst) == ["Nine in ten deckhands want to stop work from Friday."])
        #expect(paragraphs(document, .heading) == ["What the company says"])
        #expect(paragraphs(document, .caption) == ["The night ferry at the east quay. Photo: Ana Pell"])
        #expect(paragraphs(document, .blockQuotation).count == 1)
        #expect(paragraphs(document, .listItem).count == 2)
        #expect(paragraphs(document, .body).count == 5)
        for furniture in ["cookies", "Sign up", "Most read", "prices", "About time", "two dogs", "copied"] {
            #expect(!document.text.contains(furniture), "\(furniture)")
        }
    }

    @Test("A page whose text ends with a single brace is read to its end")
    func lastBrace() throws {
        let document = try document(
            "<article><p>The crews of the ferries have voted to strike from Friday, the league said.</p><p>{</p></article>"
        )
        #expect(paragraphs(document, .body).first?.hasPrefix("The crews") == true)
    }

    @Test("A page tells its headline, authors, dates, outlet, language and address")
    func metadata() throws {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.page)))
        let metadata = try #require(try read(bytes).first).metadata
        #expect(metadata.title == "Ferry crews vote to strike over night shifts")
        #expect(metadata.authors == ["Marit Osk", "Daniel Reave"])
        #expect(metadata.publisher == "The Harbour Courier")
        #expect(metadata.published?.description == "2024-05-14T08:30:00+01:00")
        #expect(metadata.modified?.description == "2024-05-14T11:05:00+01:00")
        #expect(metadata.language == "en-GB")
        #expect(metadata.canonicalURL == "https://harbour-courier.example/2024/05/14/ferry-strike")
    }

    @Test(
        "What stands between two paragraphs and is not the article is left out",
        arguments: [
            #"<div class="related"><a href="/1">Harbour board puts up its prices for a third time</a></div>"#,
            #"<aside><p>The board puts up its prices, for a third time this year, and the shops shut.</p></aside>"#,
            #"<div style="display: none"><p>You have read three of your articles this month, so please pay.</p></div>"#,
            #"<p>Advertisement</p>"#, #"<p>Story continues below</p>"#,
            #"<p><a href="/2">Lire aussi : la grève des ferries</a></p>"#,
            #"<script>var a = "<p>Nothing.</p>"</script>"#,
            #"<div id="comments"><p>About time too, my brother has not slept since January, it is true.</p></div>"#,
            #"<!-- <p>Nothing of this, and nothing else, is to be seen.</p> -->"#,
            #"<svg><svg></svg><text>x</text></svg>"#,
        ])
    func furniture(html: String) throws {
        let document = try document(article(html))
        #expect(paragraphs(document, .body, .heading, .listItem, .blockQuotation).count == 2)
    }

    @Test(
        "What its reader opens, tables at its end and what a page says of itself by names are no loss",
        arguments: [
            #"<div class="accordion"><div style="display:none"><p>The letter, of four pages, has nine names below it.</p></div></div>"#,
            #"<div class="post has-comments"><p>The letter, of four pages, has nine names below it.</p></div>"#,
        ])
    func kept(html: String) throws {
        #expect(paragraphs(try document(article(html)), .body).contains { $0.hasPrefix("The letter") })
    }

    @Test("A table at the end of the article is part of it")
    func lastTable() throws {
        let rows = (1...4).map { "<tr><td>Night \($0)</td><td>\($0 * 3) sailings</td></tr>" }.joined()
        let html = article("").replacing(
            "</div><footer>", with: "<h2>In figures</h2><table>\(rows)</table></div><footer>")
        #expect(try document(html).text.hasSuffix("Night 4 12 sailings"))
    }

    @Test("Prose without full stops, and with those of other scripts, is prose")
    func otherScripts() throws {
        let thai = "ลูกเรือเฟอร์รี่ลงคะแนนเสียงให้หยุดงาน ตั้งแต่วันศุกร์เป็นต้นไป และบริษัทกล่าวว่า เรื่องนี้เป็นเรื่องที่น่าประหลาดใจ"
        let html = "<html><body><div><p>\(thai)</p><p>\(thai) อีกครั้ง</p></div></body></html>"
        #expect(paragraphs(try document(html), .body).count == 2)
        let japanese = "「乗組員は金曜日からのストライキに賛成した。」"
        #expect(TextCounts(0..<japanese.utf8.count, of: Array(japanese.utf8).span).endsSentence)
    }

    @Test("The text of an article that only the page's data holds is read from there")
    func linkedBody() throws {
        let line =
            "The crews have voted to strike from Friday, said the league, and the <b>company</b> was surprised."
        func page(_ member: String) -> String {
            let data = #"{"@type":"NewsArticle","headline":"Crews vote","# + member + "}"
            let script = "<script type=\"application/ld+json\">\(data)</script>"
            return
                "<html><head>\(script)</head><body><h1>Crews vote</h1><p>Please wait, the page is being loaded.</p></body>"
        }
        let escaped = Array(repeating: line, count: 5).joined(separator: "\\n\\n")
        let plain = try document(
            page(#""articleBody":"\#(escaped.replacing("<b>", with: "<").replacing("</b>", with: ""))""#))
        #expect(paragraphs(plain, .body).count == 5)
        #expect(plain.text.contains("the <company was"))
        let marked = "<p>" + Array(repeating: line, count: 5).joined(separator: "</p><p>") + "</p>"
        #expect(paragraphs(try document(page(#""articleBody":"\#(marked)""#)), .body).count == 5)
        let updates = Array(repeating: #"{"headline":"Noon","articleBody":"\#(line)"}"#, count: 5).joined(
            separator: ",")
        #expect(paragraphs(try document(page(#""liveBlogUpdate":[\#(updates)]"#)), .body).count == 10)
        #expect(!(try document(page(#""articleBody":"Too short.""#))).text.contains("Too short"))
    }

    @Test(
        "Text is what a reader sees",
        arguments: [
            ("<p>It  was\n <b>late</b>, he   said.</p>", "It was late, he said."),
            ("<p>It was&nbsp;late,<br>he said.</p>", "It was late,\nhe said."),
            ("<p>&#147;It was late,&#148; he said.</p>", "“It was late,” he said."),
            ("<p>It was &ldquo;late&rdquo he said.</p>", "It was “late” he said."),
            ("<p>&amp;ldquo;It was late,&amp;rdquo; he said.</p>", "“It was late,” he said."),
            ("<p>Law & order &amp; he said&excl;</p>", "Law & order & he said!"),
            ("<p>soft&shy;ly, he said.</p>", "softly, he said."),
            ("<p>A<!-- b -->B <![endif]>said.</p>", "AB said."),
        ])
    func text(html: String, expected: String) throws {
        let document = try document(article(html))
        #expect(paragraphs(document, .body).contains(expected))
    }

    @Test("A page is read in the encoding that it is in", arguments: ["windows-1251", "koi8-r", "utf-8"])
    func encodings(name: String) throws {
        let body = "<p>Мы просим список людей на борту, сказала она в среду, и ответа пока нет.</p>"
        let html = "<html><head><meta charset=\"\(name)\"></head><body>\(body)\(body)</body></html>"
        let encoding: SingleByteEncoding? =
            name == "windows-1251" ? .windows1251 : name == "koi8-r" ? .koi8R : nil
        var bytes = Array(html.utf8)
        if let encoding {
            bytes = html.unicodeScalars.map { scalar in
                scalar.value < 0x80
                    ? UInt8(scalar.value)
                    : UInt8(0x80 + (encoding.upperHalf.firstIndex(of: UInt16(scalar.value)) ?? 0))
            }
        }
        let document = try #require(try read(bytes).first)
        #expect(document.text.hasPrefix("Мы просим список"))
        #expect(document.metadata.language == "ru")
    }

    @Test("The content type tells the encoding where the page does not")
    func contentType() throws {
        var options = ReadingOptions()
        options.contentType = "text/html; charset=Shift_JIS"
        let bytes =
            Array("<html><body><p>".utf8) + [0x93, 0xFA, 0x96, 0x7B, 0x8C, 0xEA]
            + Array("</p></body></html>".utf8)
        let page = try DecodedPage(bytes, options: options)
        #expect(String(decoding: page.bytes, as: UTF8.self).contains("日本語"))
    }

    @Test(
        "A hostile page gets an answer or a refusal",
        arguments: [
            String(repeating: "<div>", count: 50_000) + "x", String(repeating: "<span>", count: 50_000),
            String(repeating: "<p>", count: 50_000), String(repeating: "<iframe>", count: 50_000),
            String(repeating: "</p>", count: 50_000), String(repeating: "<svg>", count: 50_000),
            String(repeating: "&a", count: 50_000), String(repeating: "<a href=\"", count: 50_000),
            String(repeating: "<!--", count: 50_000), String(repeating: "<", count: 50_000), "<script>", "<p",
            "<p a=\"",
            "<script type=\"application/ld+json\">" + String(repeating: "[", count: 50_000) + "</script>",
            "<script type=\"application/ld+json\">" + String(repeating: "{\"a\":", count: 50_000),
        ])
    func hostile(html: String) {
        #expect(readEach(Array(("<html><body>" + html).utf8)).count == 1)
    }
}
