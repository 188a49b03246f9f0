import Extraction
import Foundation
import Testing

@testable import quoth_train

@Suite("The slope by which the chain learns")
struct ChainGradientTests {
    private static let count = 4
    private static let cue = 2

    private static let labellings: [[ChainLabel]] = (0..<count).reduce([[]]) { sequences, _ in
        sequences.flatMap { sequence in ChainLabel.allCases.map { sequence + [$0] } }
    }.filter { labels in
        labels.indices.allSatisfy { labels[$0].mayFollow($0 > 0 ? labels[$0 - 1] : nil) }
            && labels.last?.mayEnd == true
    }

    private static func side(_ index: Int) -> Int { index < cue ? 0 : index == cue ? 1 : 2 }

    /// How likely each labelling is, by trying them all.
    private static func likelihoods(_ scores: [SIMD8<Float>], _ chain: ChainTransitions) -> [Double] {
        let weights = labellings.map { labels in
            let sum = labels.indices.reduce(0 as Float) { sum, index in
                let step =
                    index > 0
                    ? chain.weights[side(index)][labels[index - 1].rawValue][labels[index].rawValue] : 0
                return sum + scores[index][labels[index].rawValue] + step
            }
            return exp(Double(sum))
        }
        let total = weights.reduce(0, +)
        return weights.map { $0 / total }
    }

    @Test("It is what the labels are expected to be, less what they are", arguments: 1...20)
    func expectedLessSeen(seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        func random() -> Float { generator.fraction() * 6 - 3 }
        let scores = (0..<Self.count).map { _ in
            (0..<LinearModel.labels).reduce(into: SIMD8<Float>()) { $0[$1] = random() }
        }
        var chain = ChainTransitions()
        for side in chain.weights.indices {
            for row in chain.weights[side].indices {
                for label in 0..<LinearModel.labels where chain.weights[side][row][label] == 0 {
                    chain.weights[side][row][label] = random()
                }
            }
        }
        let gold = try #require(Self.labellings.randomElement(using: &generator))
        let gradient = ChainGradient(scores, gold, cue: Self.cue, chain)
        let likelihoods = Self.likelihoods(scores, chain)
        func expected(_ holds: ([ChainLabel]) -> Bool) -> Float {
            Float(zip(Self.labellings, likelihoods).reduce(0) { $0 + (holds($1.0) ? $1.1 : 0) })
                - (holds(gold) ? 1 : 0)
        }
        for token in 0..<Self.count {
            for label in ChainLabel.allCases {
                let slope = expected { $0[token] == label }
                #expect(abs(gradient.emissions[token][label.rawValue] - slope) < 1e-3)
            }
        }
        for side in 0..<3 {
            for (before, after) in ChainLabel.allCases.flatMap({ one in ChainLabel.allCases.map { (one, $0) }
            }) {
                let slope = (1..<Self.count).filter { Self.side($0) == side }.reduce(0 as Float) {
                    sum, token in
                    sum + expected { $0[token - 1] == before && $0[token] == after }
                }
                #expect(abs(gradient.transitions[side][before.rawValue][after.rawValue] - slope) < 1e-3)
            }
        }
    }
}
