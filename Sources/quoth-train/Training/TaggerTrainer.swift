import Extraction

/// Learns which words head cues, and what the words around a cue are to it.
struct TaggerTrainer {
    /// Features that fewer examples than this have are dropped.
    var rarest: Int
    var seed: UInt64
    /// Is told what is being done.
    var progress: (String) -> Void

    /// A word that is no cue is learned from in the second stage where the first gives it at least this probability.
    private static let leastDoubt: Float = 0.08

    /// Learns from some texts.
    func tagger(from examples: [TextExamples]) -> LearnedTagger {
        var features = FeatureSet()
        var labels: [Bool] = []
        var places: [(text: Int, token: Int)] = []
        for (number, example) in examples.enumerated() {
            for token in example.text.cueCandidates {
                features.append(example.text.cueKeys(token))
                labels.append(example.heads[token] != nil)
                places.append((number, token))
            }
        }
        features.drop(rarerThan: rarest)
        var cues = LogisticTrainer()
        var doubtful: [Int] = []
        for half in 0..<2 {
            cues.train(
                features, labels, only: places.indices.filter { places[$0].text % 2 == half }, seed: seed)
            doubtful += places.indices.filter {
                places[$0].text % 2 != half && !labels[$0]
                    && cues.probability(features[$0]) > Self.leastDoubt
            }
        }
        cues.train(features, labels, only: Array(places.indices), seed: seed)
        progress("\(labels.count) words, \(labels.count { $0 }) cues, \(doubtful.count) that could be some")
        let chain = chain(from: examples, and: doubtful.sorted().map { places[$0] })
        return LearnedTagger(
            cues: KeyedWeights(cues, features.keys), arguments: chain.weights, cueBias: cues.bias,
            transitions: chain.transitions)
    }

    private func chain(
        from examples: [TextExamples], and doubtful: [(text: Int, token: Int)]
    ) -> (weights: KeyedWeights, transitions: ChainTransitions) {
        let cues = examples.indices.flatMap { text in
            examples[text].heads.keys.sorted().map { (text: text, token: $0) }
        }
        var features = FeatureSet()
        var windows: [ChainTrainer.Window] = []
        for (text, token) in cues + doubtful {
            let first = features.count
            for keys in examples[text].text.argumentKeys(ofCue: token) { features.append(keys) }
            windows.append(
                ChainTrainer.Window(
                    tokens: first..<features.count,
                    cue: token - examples[text].text.window(ofCue: token).lowerBound,
                    labels: examples[text].labels(ofCue: token)))
        }
        features.drop(rarerThan: rarest)
        progress("\(windows.count) windows, \(features.count) tokens, \(features.keys.count) features")
        var chain = ChainTrainer()
        chain.train(features, windows, seed: seed)
        let weights = features.keys.indices.map { number in
            (features.keys[number], (0..<LinearModel.labels).map { chain.weights[number][$0] })
        }
        return (KeyedWeights(weights), chain.transitions)
    }
}
