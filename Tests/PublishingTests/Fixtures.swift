import EDTF
import Statements

/// A timeline of two statements in one invented article.
enum Harbour {
    static let text = """
        Families of the harbour ask for a hearing

        “Give us the papers,” Harbour Families told the minister on Monday. “We have waited for a year.”

        The union’s Iva Lund demanded a hearing.
        """

    static let source = Source(
        id: Identifier(content: ["harbour"]), kind: .article, metadata: metadata)

    static var metadata: Metadata {
        var metadata = Metadata()
        metadata.publisher = "The Quay Courier"
        metadata.title = "Families of the harbour ask for a hearing"
        metadata.url = "https://quay-courier.example/hearing?a=1&b=2"
        metadata.published = EDTFDate("2024-03-05")
        metadata.language = "en"
        return metadata
    }

    static let version = Version(source: source.id, text: text, paragraphs: [])

    static let group = Group(
        id: Group.identifier(officialName: "Harbour Families"),
        names: [
            Name("Harbour Families", kind: .official), Name("Familjerna", kind: .translation, language: "sv"),
        ],
        note: "Met first in 2022")

    static func statement(
        _ quotes: [Quote], speaker: String?, resolution: Resolution, act: SpeechAct? = nil,
        addressee: String? = nil, medium: String? = nil, occasion: Occasion? = nil,
        status: StatementStatus = .proposed, reported: EDTFDate? = EDTFDate("2024-03-05")
    ) -> Statement {
        let evidence = quotes.map {
            Evidence(id: $0.identifier(in: version.id), version: version.id, source: source.id, quote: $0)
        }
        return Statement(
            id: Statement.identifier(ofQuotes: evidence.map(\.id)), printedSpeaker: speaker,
            printedKind: .group, resolution: resolution, act: act, addressee: addressee, medium: medium,
            occasion: occasion, posted: nil, reported: reported, status: status, evidence: evidence)
    }

    /// The passage of these words in the text.
    static func passage(_ words: String, in text: String = Harbour.text) -> Passage {
        let scalars = Array(text.unicodeScalars)
        let wanted = Array(words.unicodeScalars)
        let start = scalars.indices.first { scalars[$0...].starts(with: wanted) } ?? 0
        return Passage(start: start, end: start + wanted.count, exact: words)
    }

    static let papers = statement(
        [
            Quote(
                kind: .direct,
                segments: [passage("Give us the papers,"), passage("We have waited for a year.")],
                cue: Cue(passage: passage("told"), act: .say), attribution: passage("Harbour Families"),
                speaker: Attributed(name: "Harbour Families", kind: .group, basis: .name, confidence: 0.97),
                occasion: monday, confidence: 0.9)
        ], speaker: "Harbour Families", resolution: .speaker(group.id), act: .say, addressee: "the minister",
        occasion: monday)

    static let hearing = statement(
        [Quote(kind: .indirect, segments: [passage("a hearing")], confidence: 0.5)], speaker: "Iva Lund",
        resolution: .unresolved, act: .demand)

    static let monday = Occasion(
        date: EDTFDate("2024-03-04"), phrase: "on Monday", anchor: EDTFDate("2024-03-05"),
        rule: "weekday-past")

    static let timeline = Timeline(
        query: TimelineQuery(), statements: [papers, hearing], speakers: [group.id: .group(group)],
        sources: [source.id: source], versions: [version.id: version])

    /// A timeline of one statement whose words are a text by itself.
    static func timeline(saying words: String, speaker: String = "Someone") -> Timeline {
        let version = Version(source: source.id, text: words, paragraphs: [])
        let quote = Quote(
            kind: .indirect,
            segments: [Passage(start: 0, end: words.unicodeScalars.count, exact: words)], confidence: 1)
        let evidence = Evidence(
            id: quote.identifier(in: version.id), version: version.id, source: source.id, quote: quote)
        let statement = Statement(
            id: Statement.identifier(ofQuotes: [evidence.id]), printedSpeaker: speaker,
            printedKind: .unknown, resolution: .unresolved, act: nil, addressee: nil, medium: nil,
            occasion: nil, posted: nil, reported: nil, status: .proposed, evidence: [evidence])
        return Timeline(
            query: TimelineQuery(), statements: [statement], speakers: [:], sources: [source.id: source],
            versions: [version.id: version])
    }
}

extension String {
    init(_ bytes: [UInt8]) { self.init(decoding: bytes, as: UTF8.self) }
}
