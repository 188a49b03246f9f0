import Extraction

/// What was learned of the words of texts: which head cues, and what those around a cue are to it.
struct LearnedTagger {
    /// The weights of the words that may head a cue.
    var cues: KeyedWeights
    /// The weights of the tokens of a cue's window.
    var arguments: KeyedWeights
    /// What is added to the score of every cue.
    var cueBias: Float
    /// The weights of neighbouring labels.
    var transitions: ChainTransitions
}

extension LearnedTagger {
    /// The mean of some that have learned alike.
    init(meanOf taggers: [LearnedTagger]) {
        let share = 1 / Float(max(1, taggers.count))
        var transitions = ChainTransitions()
        for side in transitions.weights.indices {
            for row in transitions.weights[side].indices {
                transitions.weights[side][row] = taggers.reduce(into: SIMD8()) {
                    $0 += $1.transitions.weights[side][row] * share
                }
            }
        }
        self.init(
            cues: KeyedWeights(meanOf: taggers.map(\.cues)),
            arguments: KeyedWeights(meanOf: taggers.map(\.arguments)),
            cueBias: taggers.reduce(0) { $0 + $1.cueBias * share },
            transitions: transitions)
    }
}
