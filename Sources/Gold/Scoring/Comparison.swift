import Statements

/// Compares what an engine finds with what was marked by hand.
public struct Scorer: Hashable, Sendable {
    /// What is scored, and how.
    public let options: ScoringOptions

    /// A scorer with these options.
    public init(_ options: ScoringOptions = ScoringOptions()) {
        self.options = options
    }

    /// Compares the quotes that were found in a text with those that are annotated.
    public func compare(_ text: AnnotatedText, with found: [Quote]) -> Comparison {
        Comparison(text, found, options)
    }
}

/// The annotated quotes of a text beside the found ones, each matched with one of the other side at the most.
public struct Comparison: Sendable {
    /// Two units that were taken for one.
    struct Match: Hashable {
        let annotated: Int
        let found: Int
        /// The words of both by the words of either.
        let overlap: Double

        var isExact: Bool { overlap == 1 }
    }

    let text: ScoredText
    let options: ScoringOptions
    let annotated: [ScoredUnit]
    let found: [ScoredUnit]
    /// For each annotated unit, its match.
    let matchOfAnnotated: [Match?]
    /// For each found unit, its match.
    let matchOfFound: [Match?]

    init(_ text: AnnotatedText, _ quotes: [Quote], _ options: ScoringOptions) {
        let scored = ScoredText(text.text)
        self.text = scored
        self.options = options
        annotated = text.quotes.flatMap { ComparedQuote($0).annotatedUnits(in: scored, options) }
        found = quotes.flatMap { ComparedQuote($0).units(in: scored, options) }
        var ofAnnotated: [Match?] = Array(repeating: nil, count: annotated.count)
        var ofFound: [Match?] = Array(repeating: nil, count: found.count)
        for match in Comparison.candidates(annotated, found, options.overlap)
        where ofAnnotated[match.annotated] == nil && ofFound[match.found] == nil {
            ofAnnotated[match.annotated] = match
            ofFound[match.found] = match
        }
        matchOfAnnotated = ofAnnotated
        matchOfFound = ofFound
    }

    /// The pairs that share enough words, those that share most first; among equals the ones that must be found come
    /// before the others, then those that stand first.
    private static func candidates(
        _ annotated: [ScoredUnit], _ found: [ScoredUnit], _ least: Double
    ) -> [Match] {
        var candidates: [Match] = []
        for (index, expected) in annotated.enumerated() {
            for (other, unit) in found.enumerated() {
                let shared = expected.words.intersection(unit.words).count
                guard shared > 0 else { continue }
                let all = expected.words.count + unit.words.count - shared
                let overlap = Double(shared) / Double(all)
                if overlap >= least || shared == all {
                    candidates.append(Match(annotated: index, found: other, overlap: overlap))
                }
            }
        }
        func rank(_ match: Match) -> (Double, Int, Int, Int) {
            (-match.overlap, annotated[match.annotated].isOptional ? 1 : 0, match.annotated, match.found)
        }
        return candidates.sorted { rank($0) < rank($1) }
    }

    /// Whether a found unit counts neither as right nor as wrong: its match is optional, or, unmatched, half of its
    /// words or more are of an annotated quote that is.
    func isExcused(_ index: Int) -> Bool {
        if let match = matchOfFound[index] { return annotated[match.annotated].isOptional }
        let words = found[index].words
        return annotated.contains { $0.isOptional && $0.words.intersection(words).count * 2 >= words.count }
    }
}
