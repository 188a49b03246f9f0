import EDTF
import Extraction
import Publishing
import Statements

extension JSONWriter {
    /// What was found in the document with this name, as one object: the contract of `extract --jsonl`.
    public mutating func findings(_ findings: Findings, id: String?) {
        beginObject()
        key("id")
        string(id)
        key("quotes")
        beginArray()
        for found in findings.quotes { quote(found) }
        endArray()
        key("dates")
        beginArray()
        for found in findings.dates { date(found) }
        endArray()
        endObject()
    }

    /// That the document with this name could not be read.
    public mutating func failure(_ error: String, id: String?) {
        beginObject()
        key("id")
        string(id)
        key("error")
        string(error)
        endObject()
    }

    private mutating func quote(_ found: FoundQuote) {
        let quote = found.quote
        beginObject()
        key("kind")
        string(quote.kind.rawValue)
        key("segments")
        beginArray()
        for segment in quote.segments {
            beginObject()
            key("start")
            integer(segment.start)
            key("end")
            integer(segment.end)
            key("exact")
            string(segment.exact)
            endObject()
        }
        endArray()
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
        key("statement")
        if let statement = found.statement { integer(statement) } else { string(nil) }
        key("confidence")
        fraction(quote.confidence)
        endObject()
    }

    private mutating func date(_ found: FoundDate) {
        beginObject()
        key("start")
        integer(found.passage.start)
        key("end")
        integer(found.passage.end)
        key("text")
        string(found.passage.exact)
        key("type")
        string(found.type.rawValue)
        key("value")
        string(found.value)
        key("edtf")
        string(found.date?.description)
        endObject()
    }
}
