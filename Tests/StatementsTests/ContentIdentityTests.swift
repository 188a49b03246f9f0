import Testing

@testable import Statements

@Suite("What sources, versions, quotes, statements and speakers take their identifiers from")
struct ContentIdentityTests {
    static func document(_ text: String, url: String? = nil, canonicalURL: String? = nil) -> Document {
        var metadata = Metadata()
        metadata.url = url
        metadata.canonicalURL = canonicalURL
        return Document(text: text, paragraphs: [], metadata: metadata)
    }

    @Test("A source is known by its canonical address, whatever the text says")
    func sourceByAddress() {
        let address = "https://example.org/strike"
        let first = Source(
            of: Self.document("The union spoke.", url: address + "?from=mail", canonicalURL: address))
        let second = Source(of: Self.document("The union spoke again.", url: address))
        #expect(first.id == second.id && first.id.text.hasPrefix("src_"))
        #expect(first.id != Source(of: Self.document("The union spoke.", url: address + "2")).id)
    }

    @Test("Without an address it is known by its text")
    func sourceByText() {
        let first = Source(of: Self.document("The union spoke."))
        #expect(first.id == Source(of: Self.document("The union spoke.")).id)
        #expect(first.id != Source(of: Self.document("The union spoke again.")).id)
    }

    @Test("An address is no text: a document that says an address is another source than one that has it")
    func addressIsNoText() {
        let address = "https://example.org/strike"
        #expect(Source(of: Self.document(address)).id != Source(of: Self.document("", url: address)).id)
    }

    @Test("A version is known by its source and its text, letter for letter")
    func version() {
        let (one, other) = (Identifier<Source>(content: ["one"]), Identifier<Source>(content: ["other"]))
        let version = Version(source: one, text: "caf\u{E9}", paragraphs: [])
        #expect(version.sha256 == sha256(of: "caf\u{E9}"))
        #expect(version.id == Version(source: one, text: "caf\u{E9}", paragraphs: []).id)
        #expect(version.id != Version(source: other, text: "caf\u{E9}", paragraphs: []).id)
        // The same letters to the eye, but other bytes.
        #expect(version.id != Version(source: one, text: "cafe\u{301}", paragraphs: []).id)
    }

    @Test("A quote is known by its version and its segments, not by what is thought of it")
    func quote() {
        let version = Identifier<Version>(content: ["version"])
        let segments = [
            Segment(start: 3, end: 9, exact: "face to"), Segment(start: 12, end: 16, exact: "face"),
        ]
        let quote = Quote(kind: .direct, segments: segments, confidence: 0.9)
        var other = Quote(kind: .mixed, segments: segments, addressee: "the minister", confidence: 0.2)
        #expect(quote.identifier(in: version) == other.identifier(in: version))
        #expect(quote.identifier(in: version) != quote.identifier(in: Identifier(content: ["another"])))
        other.segments = [Segment(start: 3, end: 9, exact: "face to")]
        #expect(quote.identifier(in: version) != other.identifier(in: version))
    }

    @Test("A statement is known by the smallest of its quotes, in whatever order they came")
    func statement() {
        let quotes = (1...6).map { Identifier<Quote>(content: ["\($0)"]) }
        let id = Statement.identifier(ofQuotes: quotes)
        for turn in quotes.indices {
            #expect(Statement.identifier(ofQuotes: Array(quotes[turn...] + quotes[..<turn])) == id)
        }
        let smallest = quotes.sorted()[0]
        #expect(Statement.identifier(ofQuotes: [smallest]) == id)
        #expect(Statement.identifier(ofQuotes: quotes.filter { $0 != smallest }) != id)
    }

    @Test("A speaker is known by its folded name, and a group is no person")
    func speaker() {
        #expect(
            Group.identifier(officialName: "The Harbour Union")
                == Group.identifier(officialName: "harbour union"))
        #expect(Group.identifier(officialName: "Harbour Union").text.hasPrefix("grp_"))
        #expect(Person.identifier(officialName: "Harbour Union").text.hasPrefix("per_"))
    }
}
