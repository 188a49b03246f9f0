/// Chooses the words that are likeliest to share most with those that are meant.
///
/// The single likeliest labels (Viterbi) are a poor choice where the end of a clause is in doubt: many long readings share the
/// probability that one short reading has alone. So the tokens whose own probability is above a threshold are chosen, with the
/// threshold at which the expected Jaccard index is greatest (minimum Bayes risk decoding; Goel & Byrne, 2000).
struct ContentChoice {
    /// The segments of the content, by offsets in the window.
    private(set) var segments: [Range<Int>] = []
    /// The attribution, by offsets in the window; nil for none.
    private(set) var source: Range<Int>?
    /// The expected Jaccard index of the words, from 0 to 1.
    private(set) var likeness: Float = 0

    private static let thresholds: [Float] = [0.25, 0.35, 0.45, 0.55, 0.65]

    init(_ result: ChainDecoder.Result) {
        let something = max(1 - result.probabilityOfNothing, 1e-6)
        let content = result.marginals.map { min(1, ($0[1] + $0[2] + $0[3]) / something) }
        let total = content.reduce(0, +)
        let (labelled, labelledSource) = Self.spans(result.labels)
        consider(labelled, content, total)
        for threshold in Self.thresholds {
            consider(Self.runs(content) { $0 >= threshold }, content, total)
        }
        let attribution = result.marginals.map { ($0[4] + $0[5]) / something }
        source = Self.source(attribution) ?? labelledSource
    }

    private mutating func consider(_ runs: [Range<Int>], _ content: [Float], _ total: Float) {
        var inside: Float = 0
        var count = 0
        for run in runs {
            count += run.count
            for index in run { inside += content[index] }
        }
        guard count > 0 else { return }
        let index = inside / (Float(count) + total - inside)
        if index > likeness {
            likeness = index
            segments = runs
        }
    }

    private static func runs(_ values: [Float], _ isIn: (Float) -> Bool) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for (index, value) in values.enumerated() where isIn(value) {
            if let last = runs.last, last.upperBound == index {
                runs[runs.count - 1] = last.lowerBound..<index + 1
            } else {
                runs.append(index..<index + 1)
            }
        }
        return runs
    }

    /// The run of tokens with the likeliest token of an attribution.
    private static func source(_ attribution: [Float]) -> Range<Int>? {
        guard let best = attribution.indices.max(by: { attribution[$0] < attribution[$1] }),
            attribution[best] >= 0.3
        else { return nil }
        let least = attribution[best] * 0.5
        var range = best..<best + 1
        while range.lowerBound > 0, attribution[range.lowerBound - 1] >= least {
            range = range.lowerBound - 1..<range.upperBound
        }
        while range.upperBound < attribution.count, attribution[range.upperBound] >= least {
            range = range.lowerBound..<range.upperBound + 1
        }
        return range
    }

    /// The segments and the attribution that labels mark.
    static func spans(_ labels: [ChainLabel]) -> (contents: [Range<Int>], source: Range<Int>?) {
        var contents: [Range<Int>] = []
        var source: Range<Int>?
        for (token, label) in labels.enumerated() {
            switch label {
            case .contentStart: contents.append(token..<token + 1)
            case .content, .contentEnd:
                if let last = contents.popLast() { contents.append(last.lowerBound..<token + 1) }
            case .sourceStart where source == nil: source = token..<token + 1
            case .source where source?.upperBound == token: source = source.map { $0.lowerBound..<token + 1 }
            default: break
            }
        }
        return (contents, source)
    }
}
