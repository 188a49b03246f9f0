import Statements

/// A text as the scorer reads it: characters, words, and what stands between quotation marks.
struct ScoredText: Sendable {
    let scalars: [Unicode.Scalar]
    /// For each character, whether it stands between double quotation marks.
    let isQuoted: [Bool]

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        isQuoted = QuotedMask(scalars).isQuoted
    }

    /// The characters of a span, as far as the text has them.
    func slice(_ span: Range<Int>) -> ArraySlice<Unicode.Scalar> {
        scalars[span.clamped(to: scalars.indices)]
    }

    /// The words in some spans, each as the place where it begins.
    func words(in spans: [Range<Int>]) -> Set<Int> {
        var words: Set<Int> = []
        for span in spans {
            for word in WordPattern.text.words(in: slice(span)) { words.insert(word.lowerBound) }
        }
        return words
    }

    /// How these words are given: all, some or none of them between quotation marks.
    func kind(ofWords words: Set<Int>) -> QuoteKind {
        let quoted = words.count { isQuoted[$0] }
        return quoted == 0 ? .indirect : quoted == words.count ? .direct : .mixed
    }

    /// The parts of a span between its quotation marks and line ends, as far as they hold words; with
    /// `quotedOnly`, only what stands between quotation marks.
    func runs(in span: Range<Int>, quotedOnly: Bool) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        let span = span.clamped(to: scalars.indices)
        var start: Int?
        for index in span.lowerBound...span.upperBound {
            let isInside =
                index < span.upperBound && scalars[index] != "\n" && !QuotedMask.isMark(scalars[index])
                && (isQuoted[index] || !quotedOnly)
            if isInside {
                start = start ?? index
            } else if let from = start {
                runs.append(from..<index)
                start = nil
            }
        }
        return runs.filter { !words(in: [$0]).isEmpty }
    }
}
