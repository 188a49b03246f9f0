import Foundation

/// Learns the weights of a logistic regression with the steps of AdaGrad (Duchi, Hazan & Singer, JMLR 12, 2011).
struct LogisticTrainer {
    var rate: Float = 0.1
    var decay: Float = 3e-3
    var epochs = 8
    var firstBias: Float = -2

    private(set) var bias: Float = 0
    private(set) var weights: [Float] = []

    /// Learns from some of the examples.
    mutating func train(_ features: FeatureSet, _ labels: [Bool], only examples: [Int], seed: UInt64) {
        var generator = SplitMix(seed: seed)
        weights = Array(repeating: 0, count: features.keys.count)
        bias = firstBias
        var squares = Array(repeating: Float(1), count: features.keys.count)
        var biasSquares: Float = 1
        var order = examples
        for _ in 0..<epochs {
            order.shuffle(using: &generator)
            for example in order {
                let slope = probability(features[example]) - (labels[example] ? 1 : 0)
                if slope.magnitude < 1e-4 { continue }
                biasSquares += slope * slope
                bias -= rate * slope / biasSquares.squareRoot()
                for feature in features[example] {
                    let index = Int(feature)
                    let step = slope + decay * weights[index]
                    squares[index] += step * step
                    weights[index] -= rate * step / squares[index].squareRoot()
                }
            }
        }
    }

    /// The probability of an example with these features.
    func probability(_ features: ArraySlice<Int32>) -> Float {
        var score = bias
        for feature in features { score += weights[Int(feature)] }
        return 1 / (1 + exp(-score))
    }
}
