import EDTF
import Extraction
import Publishing
import Statements

extension JSONWriter {
    /// What was found in the document with this name, as one object: the contract of `extract --jsonl`.
    public mutating func findings(_ findings: Findings, id: String?) {
        object { json in
            json.member("id", id)
            json.member("quotes", objects: findings.quotes) { json, found in
                json.member("kind", found.quote.kind.rawValue)
                json.member("segments", objects: found.quote.segments) { $0.place(of: $1) }
                json.circumstances(of: found.quote)
                json.member("statement", found.statement)
                json.member("confidence", fraction: found.quote.confidence)
            }
            json.member("dates", objects: findings.dates) { json, found in
                json.member("start", found.passage.start)
                json.member("end", found.passage.end)
                json.member("text", found.passage.exact)
                json.member("type", found.type.rawValue)
                json.member("value", found.value)
                json.member("edtf", found.date?.description)
            }
        }
    }

    /// That the document with this name could not be read.
    public mutating func failure(_ error: String, id: String?) {
        object { json in
            json.member("id", id)
            json.member("error", error)
        }
    }
}
