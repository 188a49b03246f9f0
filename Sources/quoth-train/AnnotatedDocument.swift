import Extraction
import Gold
import Reading
import Statements

extension AnnotatedText {
    /// The document that `quoth extract --jsonl` makes of this text. Its title and outlet are not told: Reading must
    /// find them.
    var document: Document {
        var metadata = Metadata()
        metadata.published = published
        return JSONLineReader().document(id: id, text: text, metadata: metadata)
    }
}

extension Extractor {
    /// The quotes that the engine finds in a text.
    func quotes(in text: AnnotatedText) -> [Quote] { findings(in: text.document).quotes.map(\.quote) }
}
