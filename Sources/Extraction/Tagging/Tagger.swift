/// A cue that the tagger found, with the words that it tells of and the words that name the speaker.
struct TaggedCue: Sendable {
    /// The token that heads the cue.
    var token: Int
    /// The probability that it is one.
    var probability: Float
    /// The segments of the content, in order.
    var segments: [Range<Int>]
    /// The attribution.
    var source: Range<Int>?
    /// The probability of just these words.
    var certainty: Float
    /// How much of the words is expected to be right: the Jaccard index to the words that are meant, from 0 to 1.
    var likeness: Float
    /// The probability that the cue tells of nothing.
    var emptiness: Float
}

/// Finds cues, contents and attributions by what `quoth-train` learned.
///
/// In two steps: each word is scored as the head of a cue; then, for each likely cue, the tokens of its sentence are labelled
/// as content, attribution or nothing, as in the labelling of semantic roles (Hacioglu et al., CoNLL 2004). So a token can
/// belong to several cues, and each content has its cue.
struct Tagger {
    /// The least probability of a cue whose window is decoded.
    static let leastCue: Float = 0.2
    /// No more cues than this are decoded in a sentence, so that the cost stays linear whatever the text.
    static let cuesPerSentence = 12

    private let model: LinearModel
    private let decoder: ChainDecoder
    private let context: TaggingContext

    init(_ model: LinearModel, _ context: TaggingContext) {
        self.model = model
        self.context = context
        decoder = ChainDecoder(model.transitions)
    }

    /// The cues of the text, in its order.
    func cues() -> [TaggedCue] {
        let text = context.text
        let features = CueFeatures(context)
        var keys: [UInt64] = []
        keys.reserveCapacity(64)
        var found: [TaggedCue] = []
        for paragraph in text.paragraphs where paragraph.kind.speaks {
            for sentence in paragraph.sentences {
                let heads = heads(in: text.sentences[sentence], features, &keys)
                if !heads.isEmpty { decode(heads, in: text.sentences[sentence], into: &found) }
            }
        }
        return found
    }

    /// The likeliest heads of cues in a sentence, in its order.
    private func heads(
        in sentence: Range<Int>, _ features: CueFeatures, _ keys: inout [UInt64]
    ) -> [(token: Int, probability: Float)] {
        var heads: [(token: Int, probability: Float)] = []
        for token in sentence where features.isCandidate(token) {
            features.keys(of: token, in: sentence, into: &keys)
            let probability = logistic(model.scores(keys)[0] + model.cueBias)
            if probability >= Self.leastCue { heads.append((token, probability)) }
        }
        guard heads.count > Self.cuesPerSentence else { return heads }
        heads.sort { $0.probability > $1.probability }
        return heads.prefix(Self.cuesPerSentence).sorted { $0.token < $1.token }
    }

    /// The sums of the weights of each token's features. Those of the next token are asked for before those of one are added.
    @inline(__always)
    private func sums(
        of tokens: Range<Int>, keys: (_ token: Int, _ keys: inout [UInt64]) -> Void
    ) -> [SIMD8<Int32>] {
        var current: [UInt64] = []
        var next: [UInt64] = []
        current.reserveCapacity(64)
        next.reserveCapacity(64)
        var result: [SIMD8<Int32>] = []
        result.reserveCapacity(tokens.count)
        for token in tokens {
            keys(token, &next)
            model.prefetch(next)
            if token > tokens.lowerBound { result.append(model.sum(current)) }
            swap(&current, &next)
        }
        if !tokens.isEmpty { result.append(model.sum(current)) }
        return result
    }

    private func decode(
        _ candidates: [(token: Int, probability: Float)], in sentence: Range<Int>,
        into found: inout [TaggedCue]
    ) {
        let features = ArgumentFeatures(context)
        let first = features.window(of: candidates[0].token, in: sentence).lowerBound
        let last = features.window(of: candidates[candidates.count - 1].token, in: sentence).upperBound
        let shared = sums(of: first..<last) { features.sentenceKeys(of: $0, in: sentence, into: &$1) }
        for candidate in candidates {
            let cue = features.cue(candidate.token, in: sentence)
            let own = sums(of: cue.window) { features.cueKeys(of: $0, from: cue, into: &$1) }
            let scores = cue.window.map { token in
                SIMD8<Float>(shared[token - first] &+ own[token - cue.window.lowerBound]) * model.scale
            }
            let result = decoder.decode(scores, cue: cue.token - cue.window.lowerBound)
            let choice = ContentChoice(result)
            let start = cue.window.lowerBound
            let segments = choice.segments.map { $0.lowerBound + start..<$0.upperBound + start }
            let source = (choice.source).map { $0.lowerBound + start..<$0.upperBound + start }
            found.append(
                TaggedCue(
                    token: candidate.token, probability: candidate.probability, segments: segments,
                    source: source, certainty: result.probability, likeness: choice.likeness,
                    emptiness: result.probabilityOfNothing))
        }
    }
}

extension LinearModel {
    /// What the settings of a model mean, in their order behind the scale of the weights.
    enum Setting: Int {
        case cueBias = 1
        case candidateBias
        case confidenceBias
        case transitions
    }

    /// What is added to the score of every cue.
    package var cueBias: Float { settings[Setting.cueBias.rawValue] }
    /// What is added to the score of every candidate.
    var candidateBias: Float { settings[Setting.candidateBias.rawValue] }
    /// What is added to the score of every candidate's confidence.
    var confidenceBias: Float { settings[Setting.confidenceBias.rawValue] }
    /// The weights of neighbouring labels.
    package var transitions: ChainTransitions { ChainTransitions(settings[Setting.transitions.rawValue...]) }

    /// The scores of the labels for some features.
    package func scores(_ keys: [UInt64]) -> SIMD8<Float> {
        prefetch(keys)
        return SIMD8<Float>(sum(keys)) * scale
    }
}
