import Extraction
import Testing

@testable import quoth_train

@Suite("Learning from examples")
struct LearningTests {
    private static func features(_ examples: [[UInt64]], rarest: Int = 1) -> FeatureSet {
        var features = FeatureSet()
        for keys in examples { features.append(keys) }
        features.drop(rarerThan: rarest)
        return features
    }

    @Test("Features that few examples have are dropped, and the rest keep their examples")
    func rareFeatures() {
        let features = Self.features([[7, 8], [8], [9, 8, 7], []], rarest: 2)
        #expect(features.keys == [7, 8])
        #expect(
            (0..<features.count).map { features[$0].map { features.keys[Int($0)] } } == [
                [7, 8], [8], [8, 7], [],
            ])
    }

    @Test("A regression learns what tells the examples apart, and nothing of what is in all")
    func regression() {
        let examples: [[UInt64]] = (0..<400).map { [1, $0 % 2 == 0 ? 2 : 3] }
        let labels = (0..<400).map { $0 % 2 == 0 }
        let features = Self.features(examples)
        var trainer = LogisticTrainer()
        trainer.train(features, labels, only: Array(labels.indices), seed: 1)
        #expect(trainer.probability(features[0]) > 0.9)
        #expect(trainer.probability(features[1]) < 0.1)
        #expect(abs(trainer.weights[0] + trainer.bias) < abs(trainer.weights[1]))
    }

    @Test("A chain learns a label from its token, and from its neighbour where the token tells nothing")
    func chain() {
        // Token 1 begins a content; token 2 is the inside of one or nothing, by what stands before it.
        let texts: [([UInt64], [ChainLabel])] = [
            ([5, 1, 2, 3], [.outside, .contentStart, .content, .contentEnd]),
            ([5, 4, 2, 3], [.outside, .outside, .outside, .outside]),
        ]
        var features = FeatureSet()
        var windows: [ChainTrainer.Window] = []
        for (tokens, labels) in Array(repeating: texts, count: 100).joined() {
            let first = features.count
            for token in tokens { features.append([token]) }
            windows.append(ChainTrainer.Window(tokens: first..<features.count, cue: 0, labels: labels))
        }
        features.drop(rarerThan: 1)
        var trainer = ChainTrainer()
        trainer.rate = 0.1
        trainer.dropout = 0
        trainer.train(features, windows, seed: 1)
        for (window, (_, labels)) in zip(windows, texts) {
            let scores = window.tokens.map { trainer.weights[Int(features[$0].first ?? 0)] }
            let gradient = ChainGradient(scores, labels, cue: 0, trainer.transitions)
            for (slope, label) in zip(gradient.emissions, labels) { #expect(slope[label.rawValue] > -0.2) }
        }
    }

    @Test("A mean counts a feature that is missing as nothing")
    func meanWeights() {
        let mean = KeyedWeights(meanOf: [
            KeyedWeights([(key: 1, weights: [2, 4]), (key: 2, weights: [6, 0])]),
            KeyedWeights([(key: 2, weights: [2, 2]), (key: 3, weights: [1, 1])]),
        ])
        #expect(mean.entries.map(\.key) == [1, 2, 3])
        #expect(mean.entries.map(\.weights) == [[1, 2], [4, 1], [0.5, 0.5]])
    }

    @Test("Weights of further labels stand beside those that were there")
    func besides() {
        let both = KeyedWeights([(key: 1, weights: [2]), (key: 2, weights: [3])])
            .beside(KeyedWeights([(key: 2, weights: [0, 5]), (key: 3, weights: [0, 7])]))
        #expect(both.entries.map(\.key) == [1, 2, 3])
        #expect(both.entries.map(\.weights) == [[2], [3, 5], [0, 7]])
    }
}
