import Publishing
import Statements

extension JSONWriter {
    /// What was read of a document, as one object: the contract of `read --format json`.
    ///
    /// `text` is the article's body alone; the offsets of its paragraphs count code points.
    public mutating func document(_ document: Document, id: String?) {
        let metadata = document.metadata
        beginObject()
        if let id {
            key("id")
            string(id)
        }
        origin(metadata)
        key("direction")
        string(metadata.direction?.rawValue)
        key("excerpt")
        string(metadata.excerpt)
        body(ArticleBody(of: document))
        key("warnings")
        strings(document.warnings)
        endObject()
    }

    private mutating func body(_ body: ArticleBody) {
        key("text")
        string(body.text)
        key("paragraphs")
        beginArray()
        for paragraph in body.paragraphs {
            beginObject()
            key("start")
            integer(paragraph.codePoints.lowerBound)
            key("end")
            integer(paragraph.codePoints.upperBound)
            key("kind")
            string(paragraph.kind.rawValue)
            endObject()
        }
        endArray()
    }
}
