import Foundation
import Gold
import Reading
import Statements
import Testing

@Suite("A text is scored as the filter reads it")
struct SameDocumentTests {
    @Test("A line of JSON with id, text and date gives the document that is scored")
    func same() throws {
        for text in try GoldCorpus(paths: [sampleTexts]).texts {
            let line = try JSONSerialization.data(withJSONObject: [
                "id": text.id, "text": text.text, "published": text.published?.description ?? "",
            ])
            var metadata = Metadata()
            metadata.published = text.published
            let reader = JSONLineReader()
            let document = try reader.document(in: Array(line)[...])
            #expect(reader.document(id: text.id, text: text.text, metadata: metadata) == document)
        }
    }
}
