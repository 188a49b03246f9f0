import Extraction
import Gold

/// What is learned from a text: which words head cues, and what the words around a cue are to it.
struct TextExamples {
    let text: TrainingText
    /// The gold's cues by the token that heads them.
    let heads: [Int: [AnnotatedQuote]]
    private let ranges: [Range<Int>]

    init(_ gold: AnnotatedText) {
        text = TrainingText(gold.document)
        ranges = text.tokenRanges
        var heads: [Int: [AnnotatedQuote]] = [:]
        for quote in gold.quotes {
            let tokens = Self.tokens(of: quote.cue, ranges)
            if let head = text.head(ofCue: tokens) { heads[head, default: []].append(quote) }
        }
        self.heads = heads
    }

    /// The tokens that overlap some code points.
    static func tokens(of spans: [Range<Int>], _ ranges: [Range<Int>]) -> [Int] {
        spans.flatMap { span in
            let first = Int(firstIn: ranges.indices) { ranges[$0].upperBound > span.lowerBound }
            return ranges.indices[first...].prefix { ranges[$0].lowerBound < span.upperBound }
        }
    }

    /// The labels of a cue's window.
    func labels(ofCue head: Int) -> [ChainLabel] {
        let window = text.window(ofCue: head)
        var labels = Array(repeating: ChainLabel.outside, count: window.count)
        func segments(_ spans: [Range<Int>]) -> [Range<Int>] {
            spans.compactMap { span in
                let tokens = Self.tokens(of: [span], ranges).filter(window.contains)
                guard var first = tokens.first, var last = tokens.last else { return nil }
                while first < last, !text.isWord(first) { first += 1 }
                while last > first, !text.isWord(last) { last -= 1 }
                guard text.isWord(first) else { return nil }
                return first - window.lowerBound..<last + 1 - window.lowerBound
            }
        }
        for quote in heads[head] ?? [] {
            for segment in segments(quote.attribution) {
                for index in segment { labels[index] = .source }
                labels[segment.lowerBound] = .sourceStart
            }
        }
        for quote in heads[head] ?? [] {
            for segment in segments(quote.content) {
                for index in segment { labels[index] = .content }
                labels[segment.lowerBound] = .contentStart
                if segment.count > 1 { labels[segment.upperBound - 1] = .contentEnd }
            }
        }
        return Self.repaired(labels)
    }

    /// Labels that a chain may have: overlapping spans of the gold can break it.
    private static func repaired(_ labels: [ChainLabel]) -> [ChainLabel] {
        var labels = labels
        for index in labels.indices {
            let before = index > 0 ? labels[index - 1] : .outside
            let next = index + 1 < labels.count ? labels[index + 1] : .outside
            let isInside = next == .content || next == .contentEnd
            switch labels[index] {
            case .content where !(before == .content || before == .contentStart):
                labels[index] = .contentStart
            case .contentEnd where !(before == .content || before == .contentStart):
                labels[index] = .contentStart
            case .contentEnd where isInside: labels[index] = .content
            case .content where !isInside: labels[index] = .contentEnd
            case .source where !(before == .source || before == .sourceStart): labels[index] = .sourceStart
            default: break
            }
        }
        return labels
    }
}
