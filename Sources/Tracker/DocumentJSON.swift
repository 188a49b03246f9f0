import Publishing
import Statements

extension JSONWriter {
    /// What was read of a document, as one object: the contract of `read --format json`.
    ///
    /// `text` is the article's body alone; the offsets of its paragraphs count code points.
    public mutating func document(_ document: Document, id: String?) {
        let metadata = document.metadata
        let body = ArticleBody(of: document)
        object { json in
            if let id { json.member("id", id) }
            json.origin(metadata)
            json.member("direction", metadata.direction?.rawValue)
            json.member("excerpt", metadata.excerpt)
            json.member("text", body.text)
            json.member("paragraphs", objects: body.paragraphs) { json, paragraph in
                json.member("start", paragraph.codePoints.lowerBound)
                json.member("end", paragraph.codePoints.upperBound)
                json.member("kind", paragraph.kind.rawValue)
            }
            json.member("warnings", document.warnings)
        }
    }
}
