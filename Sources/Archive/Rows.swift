import EDTF
import GRDB
import Statements

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A source in its row.
struct SourceRow {
    let number: Int64
    let source: Source
    /// The number of the version captured last.
    let latest: Int64?

    static let columns = """
        source.number, source.latest, source.id, source.kind, url, canonicalURL, title, byline, authors, \
        publisher, published, modified, language, excerpt
        """

    init(_ row: Columns) {
        number = row.integer(0)
        latest = row.optionalInteger(1)
        var metadata = Metadata()
        metadata.url = row.optionalText(4)
        metadata.canonicalURL = row.optionalText(5)
        metadata.title = row.optionalText(6)
        metadata.byline = row.optionalText(7)
        metadata.authors = row.optionalText(8).map(SourceRow.list) ?? []
        metadata.publisher = row.optionalText(9)
        metadata.published = row.date(10)
        metadata.modified = row.date(11)
        metadata.language = row.optionalText(12)
        metadata.excerpt = row.optionalText(13)
        source = Source(
            id: Identifier(stored: row.text(2)), kind: SourceKind(rawValue: row.text(3)) ?? .article,
            metadata: metadata)
    }

    static func find(_ id: Identifier<Source>, in db: Database) throws -> SourceRow? {
        try db.first("SELECT \(columns) FROM source WHERE id = ?", .text(id.text), read: SourceRow.init)
    }

    static func find(number: Int64, in db: Database) throws -> SourceRow? {
        try db.first("SELECT \(columns) FROM source WHERE number = ?", .integer(number), read: SourceRow.init)
    }

    /// The values of the columns from `url` to `publisherKey`.
    static func values(_ metadata: Metadata) -> [Value] {
        [
            Value(metadata.url), Value(metadata.canonicalURL), Value(metadata.title), Value(metadata.byline),
            Value(text(of: metadata.authors)), Value(metadata.publisher),
            Value(metadata.published?.description), Value(metadata.modified?.description),
            Value(metadata.language), Value(metadata.excerpt), Value(publisherKey(metadata.publisher)),
        ]
    }

    /// The key under which an outlet is looked up.
    static func publisherKey(_ publisher: String?) -> String? {
        guard let publisher else { return nil }
        let key = NameKey(folding: publisher)
        return key.isEmpty ? publisher : key.text
    }

    /// A list of authors is stored as a JSON array.
    private static func text(of list: [String]) -> String? {
        guard !list.isEmpty, let data = try? JSONEncoder().encode(list) else { return nil }
        return String(decoding: data, as: UTF8.self)
    }

    private static func list(_ text: String) -> [String] {
        (try? JSONDecoder().decode([String].self, from: Data(text.utf8))) ?? []
    }
}

/// A version in its row.
enum VersionRow {
    /// The columns; the text is last, since it fills pages of its own.
    static func columns(withText: Bool) -> String {
        "version.number, version.id, source.id, version.sha256, version.paragraphs"
            + (withText ? ", version.text" : ", ''")
    }

    static func version(_ row: Columns) -> Version {
        Version(
            id: Identifier(stored: row.text(1)), source: Identifier(stored: row.text(2)), sha256: row.text(3),
            text: row.text(5), paragraphs: paragraphs(row.text(4)))
    }

    /// Paragraphs are stored as `title 0-45,body 47-300`: the kind, then the bytes.
    static func text(of paragraphs: [Paragraph]) -> String {
        var text = ""
        for paragraph in paragraphs {
            if !text.isEmpty { text += "," }
            text += "\(paragraph.kind.rawValue) \(paragraph.bytes.lowerBound)-\(paragraph.bytes.upperBound)"
        }
        return text
    }

    /// What is damaged is left out; verification tells.
    static func paragraphs(_ text: String) -> [Paragraph] {
        text.split(separator: ",").compactMap { item in
            let parts = item.split(separator: " ")
            guard parts.count == 2, let kind = ParagraphKind(rawValue: String(parts[0])),
                let bytes = Spans.range(parts[1])
            else { return nil }
            return Paragraph(bytes: bytes, kind: kind)
        }
    }
}

/// The places of a quote's segments, stored as `120-180,200-230` in code points. The words are stored beside
/// them, one segment after the other with a line feed between, and parted again by their lengths.
enum Spans {
    static func text(of segments: [Segment]) -> String {
        segments.map { "\($0.start)-\($0.end)" }.joined(separator: ",")
    }

    static func words(of segments: [Segment]) -> String {
        segments.map(\.exact).joined(separator: "\n")
    }

    /// The segments. Where the words are longer or shorter than their places, which only damage can bring about,
    /// the last segment has what is left, and so reads wrong.
    static func segments(_ spans: String, words: String) -> [Segment] {
        let ranges = spans.split(separator: ",").compactMap(range)
        if ranges.count == 1 {
            return [Segment(start: ranges[0].lowerBound, end: ranges[0].upperBound, exact: words)]
        }
        let scalars = words.unicodeScalars
        var index = scalars.startIndex
        return ranges.enumerated().map { position, range in
            let isLast = position == ranges.count - 1
            let end =
                isLast
                ? scalars.endIndex
                : scalars.index(index, offsetBy: range.count, limitedBy: scalars.endIndex) ?? scalars.endIndex
            let exact = String(scalars[index..<end])
            index = end < scalars.endIndex ? scalars.index(after: end) : end
            return Segment(start: range.lowerBound, end: range.upperBound, exact: exact)
        }
    }

    static func range(_ text: some StringProtocol) -> Range<Int>? {
        let bounds = text.split(separator: "-", omittingEmptySubsequences: false)
        guard bounds.count == 2, let start = Int(bounds[0]), let end = Int(bounds[1]), start >= 0,
            start <= end
        else { return nil }
        return start..<end
    }
}

extension Columns {
    /// A date; what is damaged counts as unknown.
    func date(_ column: Int32) -> EDTFDate? { optionalText(column).flatMap { EDTFDate($0) } }

    /// The occasion in four columns: date, phrase, anchor, rule.
    func occasion(_ column: Int32) -> Occasion? {
        guard let rule = optionalText(column + 3) else { return nil }
        return Occasion(
            date: date(column), phrase: optionalText(column + 1), anchor: date(column + 2), rule: rule)
    }

    /// A passage in three columns: start, end, words.
    func passage(_ column: Int32) -> Passage? {
        guard let exact = optionalText(column + 2) else { return nil }
        return Passage(start: Int(integer(column)), end: Int(integer(column + 1)), exact: exact)
    }
}

extension Value {
    static func occasion(_ occasion: Occasion?) -> [Value] {
        [
            Value(occasion?.date?.description), Value(occasion?.phrase), Value(occasion?.anchor?.description),
            Value(occasion?.rule),
        ]
    }

    static func passage(_ passage: Passage?) -> [Value] {
        [Value(passage?.start), Value(passage?.end), Value(passage?.exact)]
    }
}

/// A quote in its row.
enum QuoteRow {
    static let columns = """
        quote.id, quote.kind, spans, words, cueStart, cueEnd, cue, quote.act, \
        attributionStart, attributionEnd, attribution, quote.speaker, quote.speakerKind, basis, \
        speakerConfidence, quote.addressee, quote.medium, quote.date, quote.phrase, quote.anchor, quote.rule, \
        confidence
        """

    static func values(_ quote: Quote, id: Identifier<Quote>) -> [Value] {
        var values: [Value] = [
            .text(id.text), .text(quote.kind.rawValue), .text(Spans.text(of: quote.segments)),
            .text(Spans.words(of: quote.segments)),
        ]
        values += Value.passage(quote.cue?.passage)
        values.append(Value(quote.cue?.act.rawValue))
        values += Value.passage(quote.attribution)
        values += [
            Value(quote.speaker?.name), Value(quote.speaker?.kind.rawValue),
            Value(quote.speaker?.basis.rawValue),
            Value(quote.speaker?.confidence), Value(quote.addressee), Value(quote.medium),
        ]
        values += Value.occasion(quote.occasion)
        values.append(.real(quote.confidence))
        return values
    }

    /// The quote in the columns from `column` on.
    static func quote(_ row: Columns, at column: Int32) -> Quote {
        let cue = row.passage(column + 4).map {
            Cue(passage: $0, act: SpeechAct(rawValue: row.text(column + 7)) ?? .say)
        }
        let speaker = row.optionalText(column + 11).map { name in
            Attributed(
                name: name, kind: SpeakerKind(rawValue: row.text(column + 12)) ?? .unknown,
                basis: SpeakerBasis(rawValue: row.text(column + 13)) ?? .none,
                confidence: row.real(column + 14))
        }
        return Quote(
            kind: QuoteKind(rawValue: row.text(column + 1)) ?? .indirect,
            segments: Spans.segments(row.text(column + 2), words: row.text(column + 3)), cue: cue,
            attribution: row.passage(column + 8), speaker: speaker,
            addressee: row.optionalText(column + 15), medium: row.optionalText(column + 16),
            occasion: row.occasion(column + 17), confidence: row.real(column + 21))
    }
}
