#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The weights of neighbouring labels in a chain: what it costs to stand behind another label.
package struct ChainTransitions: Sendable {
    /// For each label, the weights of the labels that may follow it, where the follower stands before, at or behind the cue.
    /// Forbidden ones are far below all others.
    package var weights: [[SIMD8<Float>]]

    static let forbidden: Float = -1e4
    static let sides = 3

    /// Weights from settings: side by side, previous label by previous label, label by label; without settings, all that is
    /// allowed weighs nothing.
    package init(_ settings: ArraySlice<Float> = []) {
        let count = LinearModel.labels
        weights = (0..<Self.sides).map { side in
            ChainLabel.allCases.map { previous in
                var row = SIMD8<Float>(repeating: Self.forbidden)
                for label in ChainLabel.allCases where label.mayFollow(previous) {
                    let index =
                        settings.startIndex + (side * count + previous.rawValue) * count + label.rawValue
                    row[label.rawValue] = settings.indices.contains(index) ? settings[index] : 0
                }
                return row
            }
        }
    }

    /// The weights as settings of a model.
    package var settings: [Float] {
        weights.flatMap { side in side.flatMap { row in (0..<LinearModel.labels).map { row[$0] } } }
    }

    /// Adds to each label what forbids it at the beginning.
    package static let atStart: SIMD8<Float> = {
        var row = SIMD8<Float>(repeating: forbidden)
        for label in ChainLabel.allCases where label.mayFollow(nil) { row[label.rawValue] = 0 }
        return row
    }()

    /// Adds to each label what forbids it at the end.
    package static let atEnd: SIMD8<Float> = {
        var row = SIMD8<Float>(repeating: forbidden)
        for label in ChainLabel.allCases where label.mayEnd { row[label.rawValue] = 0 }
        return row
    }()
}

/// Finds the likeliest labels of a window (Viterbi) and how likely they are (forward algorithm), in a linear-chain
/// conditional random field (Lafferty, McCallum & Pereira, ICML 2001).
struct ChainDecoder {
    private let transitions: ChainTransitions
    /// The transitions as factors.
    private let factors: [[SIMD8<Float>]]

    init(_ transitions: ChainTransitions) {
        self.transitions = transitions
        factors = transitions.weights.map { side in side.map { exponential($0) } }
    }

    /// What decoding a window gives.
    struct Result {
        /// The labels, token by token.
        var labels: [ChainLabel]
        /// The probability of just these labels.
        var probability: Float
        /// The probability that no token is anything to the cue.
        var probabilityOfNothing: Float
        /// For each token, the probability of each label.
        var marginals: [SIMD8<Float>]
    }

    /// The likeliest labels of a window that hold some content, whose cue stands at an offset.
    func decode(_ scores: [SIMD8<Float>], cue: Int) -> Result {
        let start = ChainLabel.contentStart.rawValue
        // Two lattices: the labels before the first token of any content, and those from there on.
        var before = scores[0] + ChainTransitions.atStart
        var alpha = exponential(before)
        var best = SIMD8<Float>(repeating: ChainTransitions.forbidden)
        best[start] = before[start]
        before[start] = ChainTransitions.forbidden
        var logarithm: Float = 0
        var nothing = scores[0][0]
        var alphas = [alpha]
        alphas.reserveCapacity(scores.count)
        var local = [exponential(scores[0])]
        local.reserveCapacity(scores.count)
        var back: [SIMD8<UInt8>] = []
        var backBefore: [SIMD8<UInt8>] = []
        back.reserveCapacity(scores.count)
        backBefore.reserveCapacity(scores.count)
        for index in 1..<max(1, scores.count) {
            let side = index < cue ? 0 : index == cue ? 1 : 2
            let rows = transitions.weights[side]
            var (top, from) = Self.step(best, rows)
            let (topBefore, fromBefore) = Self.step(before, rows)
            if topBefore[start] > top[start] {
                top[start] = topBefore[start]
                from[start] = Self.firstContent | fromBefore[start]
            }
            back.append(from)
            backBefore.append(fromBefore)
            best = top + scores[index]
            before = topBefore + scores[index]
            before[start] = ChainTransitions.forbidden
            nothing += rows[0][0] + scores[index][0]

            let sum = largest(alpha)
            logarithm += log(sum)
            let scaled = alpha / sum
            let steps = factors[side]
            var next = steps[0] * scaled[0]
            for label in 1..<LinearModel.labels { next += steps[label] * scaled[label] }
            local.append(exponential(scores[index]))
            alpha = next * local[index]
            alphas.append(alpha)
        }
        best += ChainTransitions.atEnd
        var total: Float = 0
        for label in ChainLabel.allCases where label.mayEnd { total += alpha[label.rawValue] }
        let whole = logarithm + log(total)
        var last = UInt8(0)
        for label in 1..<LinearModel.labels where best[label] > best[Int(last)] { last = UInt8(label) }
        let score = best[Int(last)]
        var labels = Array(repeating: ChainLabel.outside, count: scores.count)
        var hasContent = true
        for index in stride(from: scores.count - 1, through: 0, by: -1) {
            labels[index] = ChainLabel(rawValue: Int(last)) ?? .outside
            guard index > 0 else { break }
            let previous = (hasContent ? back : backBefore)[index - 1][Int(last)]
            if hasContent, previous & Self.firstContent != 0 { hasContent = false }
            last = previous & ~Self.firstContent
        }
        return Result(
            labels: labels, probability: exp(score - whole), probabilityOfNothing: exp(nothing - whole),
            marginals: marginals(alphas, local, cue: cue))
    }

    /// The probability of each label at each token, by the backward pass over the sums of the forward one.
    private func marginals(
        _ alphas: [SIMD8<Float>], _ local: [SIMD8<Float>], cue: Int
    ) -> [SIMD8<Float>] {
        var result = alphas
        var beta = exponential(ChainTransitions.atEnd)
        for index in stride(from: alphas.count - 1, through: 0, by: -1) {
            let joint = alphas[index] * beta
            result[index] = joint / joint.sum()
            guard index > 0 else { break }
            let side = index < cue ? 0 : index == cue ? 1 : 2
            let inner = local[index] * beta
            for label in 0..<LinearModel.labels { beta[label] = (factors[side][label] * inner).sum() }
            beta /= largest(beta)
        }
        return result
    }

    /// Marks a step from the labels before any content to its first token.
    private static let firstContent: UInt8 = 0x80

    /// For each label, the best score of a label before it with the way from there, and which that is.
    @inline(__always)
    private static func step(
        _ best: SIMD8<Float>, _ rows: [SIMD8<Float>]
    ) -> (top: SIMD8<Float>, from: SIMD8<UInt8>) {
        var top = rows[0] + best[0]
        var from = SIMD8<UInt8>(repeating: 0)
        for label in 1..<LinearModel.labels {
            let candidate = rows[label] + best[label]
            let better = candidate .> top
            top.replace(with: candidate, where: better)
            from.replace(with: SIMD8(repeating: UInt8(label)), where: SIMD8<UInt8>.mask(better))
        }
        return (top, from)
    }

    private func largest(_ values: SIMD8<Float>) -> Float {
        var largest = values[0]
        for label in 1..<LinearModel.labels { largest = max(largest, values[label]) }
        return largest
    }
}

extension SIMD8<UInt8> {
    /// The mask for bytes that a comparison of floats gives.
    @inline(__always)
    fileprivate static func mask(_ mask: SIMDMask<SIMD8<Int32>>) -> SIMDMask<SIMD8<Int8>> {
        var result = SIMDMask<SIMD8<Int8>>(repeating: false)
        for label in 0..<LinearModel.labels { result[label] = mask[label] }
        return result
    }
}
