import Gold
import Statements

extension AnnotatedText {
    /// What an engine would find that makes no mistake.
    var quotesAsFound: [Quote] {
        func passage(_ span: Range<Int>) -> Passage {
            Passage(start: span.lowerBound, end: span.upperBound, exact: words(span, of: text))
        }
        return quotes.map { quote in
            Quote(
                kind: .indirect, segments: quote.content.map(passage),
                cue: quote.cue.first.map { Cue(passage: passage($0), act: .say) },
                attribution: quote.attribution.first.map(passage),
                speaker: quote.speaker.map {
                    Attributed(name: $0.name, kind: $0.kind, basis: .name, confidence: 1)
                },
                confidence: 1)
        }
    }
}
