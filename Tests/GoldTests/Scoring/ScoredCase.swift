import EDTF
import Foundation
import Statements
import Testing

@testable import Gold

/// A sentence, its marks as annotated and as found, and what the comparison comes to.
///
/// The counts are those that the scorer of the field's papers gives for the same marks.
struct ScoredCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// With the marks of the corpus.
    let annotated: String
    /// The same text, with marks around what an engine found.
    let found: String
    /// The annotated speakers, by the number of the quote.
    let speakers: [Int: AnnotatedSpeaker]
    /// The names that an engine found, by the number of its quote.
    let names: [Int: String]
    let options: ScoringOptions
    /// Annotated: all, found, exact, whole | found: all, annotated, exact, whole | right speakers/of | rightly
    /// without/of | words of annotated quotes found/all, words found that are annotated/all.
    let counts: String

    init(
        _ sentence: String, _ annotated: String, _ found: String, speakers: [Int: AnnotatedSpeaker] = [:],
        names: [Int: String] = [:], options: ScoringOptions = ScoringOptions(), _ counts: String
    ) {
        testDescription = sentence
        self.annotated = annotated
        self.found = found
        self.speakers = speakers
        self.names = names
        self.options = options
        self.counts = counts
    }

    /// The comparison of the two.
    func comparison() throws -> Comparison {
        let expected = try Marked(annotated)
        let given = try Marked(found)
        let quotes = expected.numbers.map { number in
            AnnotatedQuote(
                content: expected.spans(.content, number), cue: expected.spans(.cue, number),
                attribution: expected.spans(.attribution, number), speaker: speakers[number])
        }
        let text = AnnotatedText(id: "a", text: expected.text, quotes: quotes)
        return Scorer(options).compare(text, with: given.numbers.map { given.quote($0, by: names[$0]) })
    }
}

/// A text with marks, without front matter.
struct Marked {
    let text: String
    private let scalars: [Unicode.Scalar]
    private let marked: [MarkedSpan]

    init(_ body: String) throws {
        let scanner = try MarkScanner(Array(body.unicodeScalars)[...], file: "a.txt", firstLine: 1)
        scalars = scanner.text
        text = String(String.UnicodeScalarView(scanner.text))
        marked = scanner.spans
    }

    /// The numbers of the quotes.
    var numbers: [Int] { Set(marked.flatMap(\.numbers)).sorted() }

    /// What a mark of a quote stands around.
    func spans(_ mark: Mark, _ number: Int) -> [Range<Int>] {
        marked.filter { $0.mark == mark && $0.numbers.contains(number) }.map(\.range)
            .sorted { $0.lowerBound < $1.lowerBound }
    }

    /// A quote as an engine gives it.
    func quote(_ number: Int, by name: String?) -> Quote {
        func passages(_ mark: Mark) -> [Passage] {
            spans(mark, number).map {
                Passage(
                    start: $0.lowerBound, end: $0.upperBound,
                    exact: String(String.UnicodeScalarView(scalars[$0])))
            }
        }
        return Quote(
            kind: .indirect, segments: passages(.content),
            cue: passages(.cue).first.map { Cue(passage: $0, act: .say) },
            attribution: passages(.attribution).first,
            speaker: name.map { Attributed(name: $0, kind: .unknown, basis: .name, confidence: 1) },
            confidence: 1)
    }
}
