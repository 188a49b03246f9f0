import EDTF
import Statements

/// Statements, speakers and sources as the objects that `timeline-1.schema.json` describes.
struct StatementJSON: Sendable {
    /// The code points of context on each side of a segment (W3C Web Annotation, `TextQuoteSelector`).
    private static let contextLength = 32
    var json = JSONWriter()
    private var texts: [Identifier<Version>: SlicedText] = [:]

    /// Forgets the texts of the page before.
    mutating func turnPage() { texts.removeAll(keepingCapacity: true) }

    mutating func write(_ statement: Statement, in page: Timeline) {
        json.beginObject()
        json.key("id")
        json.string(statement.id.text)
        json.key("speaker")
        writeSpeaker(of: statement, in: page)
        json.key("kinds")
        json.strings(statement.kinds.map(\.rawValue))
        json.key("act")
        json.string(statement.act?.rawValue)
        json.key("addressee")
        json.string(statement.addressee)
        json.key("medium")
        json.string(statement.medium)
        json.key("occasion")
        json.occasion(statement.occasion)
        json.key("posted")
        json.string(statement.posted?.description)
        json.key("reported")
        json.string(statement.reported?.description)
        json.key("status")
        json.string(statement.status.rawValue)
        json.key("quotes")
        json.beginArray()
        for evidence in statement.evidence { write(evidence, in: page) }
        json.endArray()
        json.endObject()
    }

    private mutating func writeSpeaker(of statement: Statement, in page: Timeline) {
        json.beginObject()
        json.key("id")
        if case .speaker(let id) = statement.resolution { json.string(id.text) } else { json.null() }
        json.key("candidates")
        json.beginArray()
        if case .ambiguous(let ids) = statement.resolution {
            for id in ids.sorted() { json.string(id.text) }
        }
        json.endArray()
        json.key("name")
        json.string(page.displayName(of: statement))
        json.key("printed")
        json.string(statement.printedSpeaker)
        json.key("kind")
        json.string(statement.printedKind.rawValue)
        json.endObject()
    }

    private mutating func write(_ evidence: Evidence, in page: Timeline) {
        let quote = evidence.quote
        json.beginObject()
        json.key("id")
        json.string(evidence.id.text)
        json.key("source")
        json.string(evidence.source.text)
        json.key("version")
        json.string(evidence.version.text)
        json.key("kind")
        json.string(quote.kind.rawValue)
        json.key("segments")
        json.beginArray()
        for segment in quote.segments { write(segment, of: evidence.version, in: page) }
        json.endArray()
        json.quoteDetails(quote)
        json.endObject()
    }

    private mutating func write(_ segment: Segment, of version: Identifier<Version>, in page: Timeline) {
        json.beginObject()
        json.key("start")
        json.integer(segment.start)
        json.key("end")
        json.integer(segment.end)
        json.key("exact")
        json.string(segment.exact)
        if let text = text(of: version, in: page) {
            json.key("prefix")
            json.string(text.slice(from: segment.start - StatementJSON.contextLength, to: segment.start))
            json.key("suffix")
            json.string(text.slice(from: segment.end, to: segment.end + StatementJSON.contextLength))
        }
        json.endObject()
    }

    private mutating func text(of version: Identifier<Version>, in page: Timeline) -> SlicedText? {
        if let known = texts[version] { return known }
        guard let text = page.versions[version]?.text, !text.isEmpty else { return nil }
        let sliced = SlicedText(text)
        texts[version] = sliced
        return sliced
    }
}

extension JSONWriter {
    /// When it was said, or null.
    public mutating func occasion(_ occasion: Occasion?) {
        guard let occasion else { return null() }
        let bounds = occasion.date?.boundsText
        beginObject()
        key("edtf")
        string(occasion.date?.description)
        key("phrase")
        string(occasion.phrase)
        key("anchor")
        string(occasion.anchor?.description)
        key("rule")
        string(occasion.rule)
        key("earliest")
        string(bounds?.earliest)
        key("latest")
        string(bounds?.latest)
        endObject()
    }

    /// A passage that is no segment, or null; `act` is what a cue tells.
    public mutating func passage(_ passage: Passage?, act: SpeechAct? = nil) {
        guard let passage else { return null() }
        beginObject()
        key("start")
        integer(passage.start)
        key("end")
        integer(passage.end)
        key("text")
        string(passage.exact)
        if let act {
            key("act")
            string(act.rawValue)
        }
        endObject()
    }

    /// A speaker as the document names it, or null.
    public mutating func attributed(_ speaker: Attributed?) {
        guard let speaker else { return null() }
        beginObject()
        key("name")
        string(speaker.name)
        key("kind")
        string(speaker.kind.rawValue)
        key("basis")
        string(speaker.basis.rawValue)
        key("confidence")
        fraction(speaker.confidence)
        endObject()
    }

    /// The members of a quote's object that follow its segments.
    mutating func quoteDetails(_ quote: Quote) {
        key("cue")
        passage(quote.cue?.passage, act: quote.cue?.act)
        key("attribution")
        passage(quote.attribution)
        key("speaker")
        attributed(quote.speaker)
        key("addressee")
        string(quote.addressee)
        key("medium")
        string(quote.medium)
        key("occasion")
        occasion(quote.occasion)
        key("confidence")
        fraction(quote.confidence)
    }
}
