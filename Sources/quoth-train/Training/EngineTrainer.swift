import Extraction
import Gold

/// Learns the engine's model from annotated texts, in three stages: which words head cues, what the words around a cue are to it,
/// and which of the candidates that come of it hold.
struct EngineTrainer {
    /// Features that fewer examples than this have are dropped.
    var rarest = 6
    /// How many groups of weights the model has: a power of two.
    var groups = 65_536
    /// The texts are parted in so many; the candidates of each part are those of a model that has not seen it.
    var parts = 8
    var seed: UInt64 = 1
    /// Is told what is being done.
    var progress: (String) -> Void = { _ in }

    /// A word that is no cue is learned from in the second stage where the first gives it at least this probability.
    private static let leastDoubt: Float = 0.08
    /// The size of one step of a weight.
    private static let scale: Float = 1 / 24

    /// The bytes of a model that has learned from all texts.
    func model(from texts: [AnnotatedText]) -> [UInt8] {
        let examples = texts.map { TextExamples($0) }
        progress("\(texts.count) texts read")
        let taggers = (0..<parts).map { part in
            tagger(from: examples.indices.filter { $0 % parts != part }.map { examples[$0] })
        }
        let judging = judging(texts, examples, taggers)
        let judge = judge(from: judging)
        progress("\(judging.labels.count) candidates judged")
        let trusting = trusting(texts, taggers, judge, judging.features.keys)
        let trust = self.judge(from: trusting)
        progress("\(trusting.labels.count) quotes trusted")
        let whole = tagger(from: examples)
        let candidates = merged(
            columns(judge, judging.features.keys, 0), columns(trust, trusting.features.keys, 1))
        return bytes(
            [candidates] + whole.weights, [whole.cueBias, judge.bias, trust.bias], whole.transitions)
    }

    private func judge(from judging: Judging) -> LogisticTrainer {
        var judge = LogisticTrainer()
        judge.rate = 0.03
        judge.decay = 0.03
        judge.epochs = 6
        judge.firstBias = 0
        judge.train(judging.features, judging.labels, only: Array(judging.labels.indices), seed: seed)
        return judge
    }

    /// The weights of a regression as those of one label.
    private func columns(
        _ regression: LogisticTrainer, _ keys: [UInt64], _ label: Int
    ) -> [(key: UInt64, weights: [Float])] {
        keys.indices.map { (keys[$0], Array(repeating: 0, count: label) + [regression.weights[$0]]) }
    }

    /// The weights of both, those of one key side by side.
    private func merged(
        _ one: [(key: UInt64, weights: [Float])], _ other: [(key: UInt64, weights: [Float])]
    ) -> [(key: UInt64, weights: [Float])] {
        var places: [UInt64: Int] = [:]
        var result = one
        for (index, entry) in one.enumerated() { places[entry.key] = index }
        for entry in other {
            if let place = places[entry.key] {
                result[place].weights += entry.weights.dropFirst(result[place].weights.count)
            } else {
                result.append(entry)
            }
        }
        return result
    }

    private func bytes(
        _ weights: [[(key: UInt64, weights: [Float])]], _ biases: [Float], _ transitions: ChainTransitions
    ) -> [UInt8] {
        LinearModel.bytes(
            weights: weights, scale: Self.scale, groups: groups, settings: biases + transitions.settings)
    }

    // MARK: Cues, contents and attributions

    private struct LearnedTagger {
        /// The weights of cues, then those of the tokens around them.
        var weights: [[(key: UInt64, weights: [Float])]]
        var cueBias: Float
        var transitions: ChainTransitions
    }

    private func tagger(from examples: [TextExamples]) -> LearnedTagger {
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
        let keys = features.keys
        let chain = chain(from: examples, and: doubtful.sorted().map { places[$0] })
        let heads = keys.indices.map { (key: keys[$0], weights: [cues.weights[$0]]) }
        return LearnedTagger(
            weights: [heads, chain.weights], cueBias: cues.bias, transitions: chain.transitions)
    }

    private func chain(
        from examples: [TextExamples], and doubtful: [(text: Int, token: Int)]
    ) -> (weights: [(key: UInt64, weights: [Float])], transitions: ChainTransitions) {
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
        return (weights, chain.transitions)
    }

    // MARK: Candidates

    private struct Judging {
        var features = FeatureSet()
        var labels: [Bool] = []
    }

    /// The candidates of each part, by a tagger that has not seen it, and whether each is someone's statement.
    private func judging(
        _ texts: [AnnotatedText], _ examples: [TextExamples], _ taggers: [LearnedTagger]
    ) -> Judging {
        var judging = Judging()
        for (part, tagger) in taggers.enumerated() {
            guard
                let model = LinearModel(
                    bytes: bytes(tagger.weights, [tagger.cueBias, 0, 0], tagger.transitions))
            else { continue }
            for number in texts.indices where number % parts == part {
                add(examples[number].text.candidates(model), of: texts[number], to: &judging) { $0.isFound }
            }
        }
        judging.features.drop(rarerThan: rarest)
        return judging
    }

    /// The quotes that come of those candidates, and whether each has just the right words and the right speaker.
    private func trusting(
        _ texts: [AnnotatedText], _ taggers: [LearnedTagger], _ judge: LogisticTrainer, _ keys: [UInt64]
    ) -> Judging {
        var trusting = Judging()
        for (part, tagger) in taggers.enumerated() {
            let weights = [columns(judge, keys, 0)] + tagger.weights
            guard
                let model = LinearModel(
                    bytes: bytes(weights, [tagger.cueBias, judge.bias, 0], tagger.transitions))
            else { continue }
            let extractor = Extractor(model: model)
            for number in texts.indices where number % parts == part {
                add(extractor.judgedQuotes(in: texts[number].document), of: texts[number], to: &trusting) {
                    $0.isExact && $0.isAttributed
                }
            }
        }
        trusting.features.drop(rarerThan: rarest)
        return trusting
    }

    private func add(
        _ quotes: [JudgedQuote], of text: AnnotatedText, to judging: inout Judging, isRight: (Verdict) -> Bool
    ) {
        let verdicts = Scorer().compare(text, with: quotes.map(\.quote)).verdicts
        // A quote without a word is no unit of the scorer; then the two can't be laid side by side.
        guard verdicts.count == quotes.count else { return }
        for (quote, verdict) in zip(quotes, verdicts) {
            guard let verdict else { continue }
            judging.features.append(quote.keys)
            judging.labels.append(isRight(verdict))
        }
    }
}
