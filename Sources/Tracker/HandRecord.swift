import Archive
import EDTF
import Publishing
import Statements

/// A statement that a person writes down: a note whose words are the statement, accepted at once.
public struct HandRecord: Sendable {
    /// The engine that the archive names for what was written by hand.
    public static let engine = "hand-1"

    /// The words.
    public var words: String
    /// Who said them: the name, as the archive knows it or will.
    public var speaker: String
    /// Whether that is a group or a person.
    public var speakerKind: SpeakerKind
    /// How the words are given.
    public var kind = QuoteKind.direct
    /// When they were said.
    public var said: EDTFDate?
    /// Where they can be read.
    public var url: String?
    /// By what means they were said.
    public var medium: String?
    /// To whom.
    public var addressee: String?
    /// The language, as BCP 47 writes it.
    public var language: String?
    /// Who writes it down.
    public var by: String?

    /// A statement of these words.
    public init(words: String, speaker: String, speakerKind: SpeakerKind) {
        self.words = words
        self.speaker = speaker
        self.speakerKind = speakerKind
    }

    /// Records the statement; recording it again changes nothing.
    ///
    /// - Parameter captured: the time, in seconds since 1970-01-01T00:00:00Z.
    /// - Throws: `TrackerError` where there are no words, and `ArchiveError`.
    public func record(in archive: Archive, captured: Int64) throws -> (
        id: Identifier<Statement>, outcome: Outcome
    ) {
        let words = words.trimmingWhiteSpace()
        guard !words.isEmpty else {
            throw TrackerError(
                .usage, "there are no words to record", advice: "give the words that were said")
        }
        // The line below the words tells whose they are, so that one text said by two speakers makes two notes.
        let origin = [speaker, said?.description, medium, url].compactMap(\.self).joined(separator: ", ")
        let text = words + "\n\n— " + origin + "\n"
        let count = words.unicodeScalars.count
        let attribution = Passage(
            start: count + 4, end: count + 4 + speaker.unicodeScalars.count, exact: speaker)

        var metadata = Metadata()
        metadata.url = url
        metadata.language = language
        let document = Document(
            kind: .note, text: text, paragraphs: HandRecord.paragraphs(words: words, text: text),
            metadata: metadata)
        let source = Source(of: document)
        let version = Version(source: source.id, text: text, paragraphs: document.paragraphs)
        let quote = Quote(
            kind: kind, segments: [Segment(start: 0, end: count, exact: words)], attribution: attribution,
            speaker: Attributed(name: speaker, kind: speakerKind, basis: .author, confidence: 1),
            addressee: addressee, medium: medium,
            occasion: said.map { Occasion(date: $0, phrase: nil, anchor: nil, rule: "given") }, confidence: 1)
        let outcome = try archive.record(
            Recording(
                source: source, version: version, proposals: [Recording.Proposal(quote: quote, statement: 0)],
                engine: HandRecord.engine, captured: captured, acceptance: Recording.Acceptance(by: by)))
        return (Statement.identifier(ofQuotes: [quote.identifier(in: version.id)]), outcome)
    }

    private static func paragraphs(words: String, text: String) -> [Paragraph] {
        let length = words.utf8.count
        return [
            Paragraph(bytes: 0..<length, kind: .body),
            Paragraph(bytes: length + 2..<text.utf8.count - 1, kind: .byline),
        ]
    }
}

extension String {
    /// The text without white space before and after it.
    fileprivate func trimmingWhiteSpace() -> String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
