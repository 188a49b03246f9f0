import EDTF
import Foundation
import Statements
import TestSupport
import Testing

@testable import Archive

/// A folder for one test, removed when the test is done.
final class Scratch: Sendable {
    private let temporary = TemporaryFolder()

    var folder: String { temporary.path }
    var path: String { folder + "/quoth.sqlite" }

    var files: [String] { (try? temporary.entries) ?? [] }

    func archive() throws -> Archive { try Archive.create(at: path) }

    /// All that the archive holds, without the numbers of rows, in an order that doesn't depend on them.
    func dump() throws -> String {
        try Archive.open(at: path).reading { db in
            try Scratch.tables.map { query in
                try db.all(query) { row in (0..<row.count).map(row.text).joined(separator: "|") }
                    .sorted().joined(separator: "\n")
            }.joined(separator: "\n--\n")
        }
    }

    private static let tables = [
        "SELECT id, kind, note FROM speaker",
        "SELECT speaker.id, value, key, name.kind, language, period FROM name JOIN speaker ON speaker = speaker.number",
        "SELECT old, new FROM merged",
        """
        SELECT source.id, kind, url, canonicalURL, title, byline, authors, publisher, published, modified,
            language, excerpt, publisherKey, version.id FROM source JOIN version ON version.number = latest
        """,
        """
        SELECT version.id, source.id, sha256, paragraphs, text, captured, engine, findings
            FROM version JOIN source ON source.number = source JOIN reading ON version = version.number
        """,
        """
        SELECT statement.id, speaker, speakerKind, key, act, addressee, medium, date, phrase, anchor, rule,
            posted, reported, status, ruledDate, statement.kind, source.id, statement.publisherKey, current,
            listed, earliest, statement.latest, place FROM statement JOIN source ON source.number = source
        """,
        """
        SELECT quote.id, statement.id, version.id, kind, spans, words, cueStart, cueEnd, cue, act,
            attributionStart, attributionEnd, attribution, speaker, speakerKind, basis, speakerConfidence,
            addressee, medium, date, phrase, anchor, rule, confidence FROM
            (SELECT quote.*, statement.id AS sid FROM quote JOIN statement ON statement.number = statement) AS quote
            JOIN version ON version.number = quote.version
            JOIN (SELECT id, number FROM statement) AS statement ON statement.number = quote.statement
        """,
        "SELECT id, statement, ruling, value, by, reason FROM decision",
    ]

    /// Runs SQL behind the program's back, as the `sqlite3` shell would.
    func tamper(_ sql: String) throws {
        let archive = try Archive.open(at: path)
        try archive.writing { db in try db.execute(sql: sql) }
    }
}

/// A report as the tests write one: a text in which quotes stand between ‹ and ›, a cue between { and }, an attribution
/// between [ and ]. Each quote takes the cue and the attribution that come next after it.
struct Report {
    var marked: String
    var url: String? = "https://news.example/1"
    var kind = SourceKind.article
    var published: String? = "2023-12-19"
    var publisher: String? = "The Courier"
    var said: String?
    var engine = "test 1"
    var captured: Int64 = 1_700_000_000
    var quoteKind = QuoteKind.direct
    var acceptance: Recording.Acceptance?
    /// Whether all quotes are one statement.
    var isOneStatement = false
    var basis = SpeakerBasis.name

    init(_ marked: String, _ change: (inout Report) -> Void = { _ in }) {
        self.marked = marked
        change(&self)
    }

    var recording: Recording {
        var text = ""
        var count = 0
        var open: [Character: (offset: Int, start: String.Index)] = [:]
        var quotes: [Passage] = []
        var cues: [Passage] = []
        var names: [Passage] = []
        for character in marked {
            switch character {
            case "‹", "{", "[": open[character] = (count, text.endIndex)
            case "›", "}", "]":
                let opener: Character = character == "›" ? "‹" : character == "}" ? "{" : "["
                guard let (offset, start) = open[opener] else { continue }
                let passage = Passage(start: offset, end: count, exact: String(text[start...]))
                switch opener {
                case "‹": quotes.append(passage)
                case "{": cues.append(passage)
                default: names.append(passage)
                }
            default:
                text.append(character)
                count += character.unicodeScalars.count
            }
        }
        var document = Document(
            kind: kind, text: text, paragraphs: [Paragraph(bytes: 0..<text.utf8.count, kind: .body)])
        document.metadata.url = url
        document.metadata.publisher = publisher
        document.metadata.published = published.flatMap { EDTFDate($0) }
        let source = Source(of: document)
        let proposals = quotes.enumerated().map { index, words in
            let cue = cues.first { $0.start >= words.start }
            let name = names.first { $0.start >= words.start }
            let quote = Quote(
                kind: quoteKind, segments: [words], cue: cue.map { Cue(passage: $0, act: .say) },
                attribution: name,
                speaker: name.map { Attributed(name: $0.exact, kind: .group, basis: basis, confidence: 0.9) },
                occasion: said.map { Occasion(date: EDTFDate($0), phrase: nil, anchor: nil, rule: "test") },
                confidence: 0.9)
            return Recording.Proposal(quote: quote, statement: isOneStatement ? 0 : index)
        }
        return Recording(
            source: source,
            version: Version(source: source.id, text: text, paragraphs: document.paragraphs),
            proposals: proposals, engine: engine, captured: captured, acceptance: acceptance)
    }
}

extension Timeline {
    /// The first words of each statement.
    var words: [String] {
        statements.map { $0.evidence.first?.quote.segments.first?.exact ?? "" }
    }
}

extension TimelineQuery {
    init(_ change: (inout TimelineQuery) -> Void) {
        self.init()
        change(&self)
    }
}
