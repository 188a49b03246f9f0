import EDTF
import Statements

/// The stages up to the dates, each by itself: for benchmarks.
package struct DateStage: Sendable {
    private let documents: [Document]

    /// The stages over these documents.
    package init(_ documents: [Document]) {
        self.documents = documents
    }

    /// What the stage of dates works on.
    package struct Input: Sendable {
        fileprivate let texts: [(text: TokenizedText, published: EDTFDate?)]
    }

    /// The documents as tokens and sentences.
    package func tokenized() -> Input {
        Input(
            texts: documents.map {
                (
                    TokenizedText($0, vocabulary: .of(language: $0.metadata.language)),
                    $0.metadata.published
                )
            })
    }

    /// How many temporal expressions the documents hold.
    package func count(in input: Input) -> Int {
        let tagger = TemporalTagger()
        return input.texts.reduce(0) { $0 + tagger.expressions(in: $1.text, published: $1.published).count }
    }
}
