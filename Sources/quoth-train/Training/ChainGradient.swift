import Extraction

/// The gradient of the negated log-likelihood of a window's labels: forward and backward sums, scaled token by token.
struct ChainGradient {
    private(set) var emissions: [SIMD8<Float>]
    private(set) var transitions: [[SIMD8<Float>]]

    init(_ scores: [SIMD8<Float>], _ labels: [ChainLabel], cue: Int, _ chain: ChainTransitions) {
        let count = scores.count
        let size = LinearModel.labels
        let factors = chain.weights.map { $0.map(exponential) }
        func side(_ index: Int) -> Int { index < cue ? 0 : index == cue ? 1 : 2 }
        let local = scores.map { score in
            var top = score[0]
            for label in 1..<size { top = max(top, score[label]) }
            return exponential(score - top)
        }
        var alpha = [SIMD8<Float>](repeating: SIMD8(), count: count)
        var scale = [Float](repeating: 1, count: count)
        alpha[0] = local[0] * exponential(ChainTransitions.atStart)
        scale[0] = alpha[0].sum()
        alpha[0] /= scale[0]
        for index in 1..<max(1, count) {
            let steps = factors[side(index)]
            var next = SIMD8<Float>()
            for label in 0..<size { next += steps[label] * alpha[index - 1][label] }
            next *= local[index]
            if index == count - 1 { next *= exponential(ChainTransitions.atEnd) }
            scale[index] = next.sum()
            alpha[index] = next / scale[index]
        }
        var beta = SIMD8<Float>(repeating: 1)
        emissions = alpha
        transitions = chain.weights.map { $0.map { _ in SIMD8() } }
        for index in stride(from: count - 1, through: 0, by: -1) {
            emissions[index] = alpha[index] * beta
            guard index > 0 else { break }
            var inner = local[index] * beta / scale[index]
            if index == count - 1 { inner *= exponential(ChainTransitions.atEnd) }
            let steps = factors[side(index)]
            var previous = SIMD8<Float>()
            for label in 0..<size {
                let joint = steps[label] * inner * alpha[index - 1][label]
                transitions[side(index)][label] += joint
                previous[label] = (steps[label] * inner).sum()
            }
            beta = previous
        }
        for index in 0..<count {
            let label = labels[index].rawValue
            emissions[index][label] -= 1
            if index > 0 {
                let before = labels[index - 1].rawValue
                transitions[side(index)][before][label] -= 1
            }
        }
    }
}
