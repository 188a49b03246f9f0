import Foundation
import Statements
import TestSupport
import Testing

@testable import Reading

private let rss = """
    <?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel><title>Quay Courier</title><link>https://quay-courier.example/</link><language>en-GB</language>
    <item>
      <title>Ferry &amp; harbour: &amp;#8220;sail again&amp;#8221;</title>
      <link>https://quay-courier.example/ferry</link>
      <dc:creator>Ada Marsh and Peter Lind</dc:creator>
      <pubDate>Mon, 06 May 2024 09:08:07 +0200</pubDate>
      <description>The ferry will sail again this week.</description>
      <content:encoded><![CDATA[<p>The ferry will sail again, the <b>harbour</b> office said on Monday.</p>
        <blockquote>Nobody was hurt.</blockquote><ul><li>Two boats</li></ul><p><a href="/x">Read more</a></p>]]></content:encoded>
    </item>
    </channel></rss>
    """

private let atom = """
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://plains-wire.example/news/">
    <title>Plains Wire</title><author><name>Desk</name></author>
    <entry><title type="text">Rents &lt; wages</title><link rel="self" href="self"/><link href="../rents"/>
    <updated>2024-05-06T07:08:09Z</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Rents fell &amp; wages rose, the office said.</p></div></content></entry>
    </feed>
    """

private let json = #"""
    {"version": "https:\/\/jsonfeed.org\/version\/1.1", "title": "Elin Gazette", "items": [
      {"id": "1", "url": "https://elin-gazette.example/1", "title": "Strike ends", "authors": [{"name": "Jo Ray"}],
       "content_text": "The strike has ended.\n\nWork begins on Monday.", "date_published": "2024-05-06T07:08:09+02:00"}
    ]}
    """#

private func documents(_ text: String) throws -> [Document] { try read(Array(text.utf8)) }

@Suite("Feeds") struct FeedTests {
    @Test("An item of RSS is a document with its headline, address, authors, date and text")
    func itemOfRSS() throws {
        let document = try documents(rss)[0]
        let metadata = document.metadata
        #expect(metadata.title == "Ferry & harbour: “sail again”")
        #expect(metadata.url == "https://quay-courier.example/ferry")
        #expect(metadata.authors == ["Ada Marsh", "Peter Lind"])
        #expect(metadata.published?.description == "2024-05-06T09:08:07+02:00")
        #expect(metadata.publisher == "Quay Courier" && metadata.language == "en-GB")
        #expect(
            marked(document) == [
                Marked(.title, "Ferry & harbour: “sail again”"),
                Marked(.standfirst, "The ferry will sail again this week."),
                Marked(.body, "The ferry will sail again, the harbour office said on Monday."),
                Marked(.blockQuotation, "Nobody was hurt."), Marked(.listItem, "Two boats"),
            ])
    }

    @Test("An entry of Atom is one, too; its links are resolved, its author may be that of the feed")
    func entryOfAtom() throws {
        let document = try documents(atom)[0]
        #expect(document.metadata.title == "Rents < wages")
        #expect(document.metadata.url == "https://plains-wire.example/rents")
        #expect(document.metadata.authors == ["Desk"])
        #expect(document.metadata.published?.description == "2024-05-06T07:08:09Z")
        #expect(marked(document).last == Marked(.body, "Rents fell & wages rose, the office said."))
    }

    @Test("So is an item of JSON Feed")
    func itemOfJSON() throws {
        let document = try documents(json)[0]
        #expect(document.metadata.authors == ["Jo Ray"] && document.metadata.publisher == "Elin Gazette")
        #expect(document.metadata.published?.earliest?.description == "2024-05-06T05:08:09Z")
        #expect(marked(document).map(\.kind) == [.title, .body, .body])
    }

    @Test("An item without text keeps its headline and summary as what they are")
    func withoutContent() throws {
        let text =
            "<rss><channel><item><title>Ferry</title><description>It sails.</description></item></channel></rss>"
        #expect(
            marked(try documents(text)[0]) == [Marked(.title, "Ferry"), Marked(.standfirst, "It sails.")])
    }

    @Test(
        "A broken feed is read as far as it goes",
        arguments: [
            "<rss><channel><item><title>A & B</title></item><item><title>C</title></item></channel></rss>",
            "<rss><channel><item><title>A &amp; B</title><item><title>C</title></item></channel></rss>",
            "<rss><channel><item><title>A &amp; B</titel></item><item><title>C</title></item>",
            "  junk <rss><channel><item><title>A &amp; B<link>x</link></item><item><title>C</title>",
            "<RSS><Channel><Item><Title>A &#38; B</Title></Item><Item><Title>C</Title></Item></Channel></RSS>",
            "<rss><channel><item><title><![CDATA[A & B]]></title></item><item><title><![CDATA[C",
            "<!DOCTYPE rss [<!ENTITY x \"y\">]><rss><channel><item><title>A &amp; B\u{1}</title></item></rss><item><title>C</title></item>",
            "<rdf:RDF><channel/><item><title>A &amp;amp; B</title></item><item><title>C</title></item></rdf:RDF>",
        ])
    func broken(text: String) throws {
        #expect(try documents(text).map(\.metadata.title) == ["A & B", "C"])
    }

    @Test("Entities that a feed declares are not expanded, and name no file")
    func entities() throws {
        let text = """
            <!DOCTYPE rss [<!ENTITY a "&b;&b;"><!ENTITY b SYSTEM "file:///etc/passwd">]>
            <rss><channel><item><title>&a;&nbsp;x&hellip;</title></item></channel></rss>
            """
        #expect(try documents(text)[0].metadata.title == "&a; x…")
    }

    @Test("What is no feed, and what has no entries, is said to be so")
    func refusals() {
        for text in [
            "<rss><channel><title>T</title></channel></rss>", "<feed xmlns='http://www.w3.org/2005/Atom'/>",
        ] {
            #expect(throws: ReadingError.self) { try documents(text) }
        }
    }

    @Test(
        "Feeds of other tools are read to the headline, address and authors that are expected",
        arguments: samples)
    func sample(sample: SampleFeed) throws {
        let file = fixtures.appending(path: "feeds/\(sample.name)")
        let found = try read(Array(try Data(contentsOf: file))).map(\.metadata)
        #expect(found.map(\.title) == sample.titles)
        #expect(found.map(\.url) == sample.links)
        #expect(found.map(\.authors) == sample.authors)
    }
}

/// A feed of the fixtures, and what is expected of it.
struct SampleFeed: Sendable, CustomTestStringConvertible {
    let name: String
    var titles: [String?] = [nil]
    var links: [String?] = [nil]
    var authors: [[String]] = [[]]
    var testDescription: String { name }
}

private let samples = [
    SampleFeed(
        name: "atom10_feed_entry_author_multiple.xml", authors: [["Author Name 1", "Author Name 2"]]),
    SampleFeed(name: "atom10_feed_entry_title_base64.xml", titles: ["Entry Title"]),
    SampleFeed(
        name: "feed_item_fallbacks_-_rss_channel_item_extensions.xml", titles: ["DC Item Title", nil, nil],
        links: [nil, nil, nil], authors: [["Item Author"], ["Item Creator"], ["Item Itunes Author"]]),
    SampleFeed(
        name: "json11_full.json", titles: ["title"], links: ["https://sample-json-feed.com/id"],
        authors: [["author_name"]]),
    SampleFeed(name: "rdf_item_links.xml", links: ["http://example3.org"]),
    SampleFeed(name: "rss_channel_item_illegal_char.xml", titles: ["abcd"]),
    SampleFeed(
        name: "rss_channel_item_xml_base.xml", titles: ["i"], links: ["http://example.org/feeds/post/1"]),
]

private let fixtures = projectRoot.appending(path: "Fixtures")

@Suite("Hostile feeds") struct HostileFeedTests {
    @Test("A feed that is cut or changed anywhere is read or refused", arguments: [rss, atom, json])
    func cutAndChanged(text: String) {
        let bytes = Array(text.utf8)
        for index in stride(from: 1, to: bytes.count, by: 3) {
            #expect(!readEach(Array(bytes[..<index])).isEmpty)
            var copy = bytes
            copy[index] ^= 0x1F
            #expect(!readEach(copy).isEmpty)
        }
    }

    @Test("Deep nesting, many open tags and endless markup take linear time")
    func deep() {
        let many = 20_000
        let texts = [
            "<rss><channel><item><description>" + String(repeating: "<div>", count: many),
            "<rss><channel><item>" + String(repeating: "<title>", count: many) + "x",
            "<rss>" + String(repeating: "<item>", count: many) + "</title>",
            "<rss>" + String(repeating: "<a xmlns:b=\"c\" xml:base=\"d/\">", count: many),
            "<rss>" + String(repeating: "<!--", count: many) + "<item><title>x",
            "<rss>" + String(repeating: "<![CDATA[", count: many),
            "<rss>" + String(repeating: "<?x ", count: many),
            "<rss><item a=\"" + String(repeating: "'<b ", count: many),
        ]
        for text in texts { #expect(!readEach(Array(text.utf8)).isEmpty) }
    }
}
