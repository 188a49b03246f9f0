import Extraction

/// Learns the weights of a linear-chain conditional random field with the steps of AdaGrad.
struct ChainTrainer {
    /// A window of tokens with its labels.
    struct Window {
        /// The tokens, as examples of the feature set.
        var tokens: Range<Int>
        /// Where in the window the cue stands.
        var cue: Int
        /// The label of each token.
        var labels: [ChainLabel]
    }

    var rate: Float = 0.015
    var decay: Float = 3e-3
    var epochs = 6
    /// What the sum of squared slopes begins with.
    var firstSquare: Float = 0.1
    /// The share of a token's features that each step leaves out, so that none is leaned upon alone.
    var dropout: Float = 0.5

    private(set) var weights: [SIMD8<Float>] = []
    private(set) var transitions = ChainTransitions()

    private var squares: [SIMD8<Float>] = []
    private var transitionSquares: [[SIMD8<Float>]] = []

    /// Learns from windows. The weights are the mean of those behind each of the later epochs.
    mutating func train(_ features: FeatureSet, _ windows: [Window], seed: UInt64) {
        var generator = SplitMix(seed: seed)
        weights = Array(repeating: SIMD8(), count: features.keys.count)
        squares = Array(repeating: SIMD8(repeating: firstSquare), count: features.keys.count)
        transitionSquares = transitions.weights.map { $0.map { _ in SIMD8(repeating: 1) } }
        var order = Array(windows.indices)
        var sum = weights
        var summed: Float = 0
        for epoch in 0..<epochs {
            order.shuffle(using: &generator)
            for number in order { step(windows[number], features, &generator) }
            guard epoch * 2 >= epochs || epoch + 1 == epochs else { continue }
            summed += 1
            for index in weights.indices { sum[index] += weights[index] }
        }
        for index in weights.indices { weights[index] = sum[index] / summed }
    }

    private mutating func step(_ window: Window, _ features: FeatureSet, _ generator: inout SplitMix) {
        let kept = window.tokens.map { token in
            features[token].filter { _ in generator.fraction() >= dropout }
        }
        let scores = kept.map { active in
            active.reduce(into: SIMD8<Float>()) { $0 += weights[Int($1)] } / (1 - dropout)
        }
        let gradient = ChainGradient(scores, window.labels, cue: window.cue, transitions)
        for (offset, active) in kept.enumerated() {
            let slope = gradient.emissions[offset]
            if (slope * slope).sum() < 1e-7 { continue }
            for feature in active {
                let index = Int(feature)
                let step = slope + decay * weights[index]
                squares[index] += step * step
                weights[index] -= rate * step / squares[index].squareRoot()
            }
        }
        for side in transitions.weights.indices {
            for row in transitions.weights[side].indices {
                let slope = gradient.transitions[side][row]
                transitionSquares[side][row] += slope * slope
                transitions.weights[side][row] -= 3 * rate * slope / transitionSquares[side][row].squareRoot()
            }
        }
    }
}
