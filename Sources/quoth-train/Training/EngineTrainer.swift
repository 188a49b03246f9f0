import Extraction
import Gold

/// Learns the engine's model from annotated texts, in three stages: which words head cues, what the words around a cue are to it,
/// and which of the candidates that come of it hold.
///
/// All is learned in several rounds, each with random numbers and a parting of the texts of its own. A weight of the model is the
/// mean of theirs, so that it hangs less upon chance, and what judges candidates has learned from those of all rounds.
struct EngineTrainer {
    /// Features that fewer examples than this have are dropped.
    var rarest = 6
    /// How many groups of weights the model has: a power of two.
    var groups = 65_536
    /// The texts are parted in so many; the candidates of each part are those of a model that has not seen it.
    var parts = 8
    /// So often all is learned.
    var rounds = 5
    var seed: UInt64 = 1
    /// Is told what is being done.
    var progress: (String) -> Void = { _ in }

    /// The size of one step of a weight.
    private static let scale: Float = 1 / 24

    /// The bytes of a model that has learned from all texts.
    func model(from texts: [AnnotatedText]) -> [UInt8] {
        let examples = texts.map { TextExamples($0) }
        progress("\(texts.count) texts read")
        let partings = (0..<rounds).map { parting(examples, round: $0) }
        let judging = judging(texts, examples, partings)
        let judge = judge(from: judging)
        progress("\(judging.labels.count) candidates judged")
        let judgement = KeyedWeights(judge, judging.features.keys)
        let trusting = trusting(texts, partings, judgement, judge.bias)
        let trust = self.judge(from: trusting)
        progress("\(trusting.labels.count) quotes trusted")
        let whole = LearnedTagger(meanOf: (0..<rounds).map { tagger(from: examples, round: $0) })
        let candidates = judgement.beside(KeyedWeights(trust, trusting.features.keys, label: 1))
        return bytes(candidates, whole, [judge.bias, trust.bias])
    }

    private func bytes(_ candidates: KeyedWeights, _ tagger: LearnedTagger, _ biases: [Float]) -> [UInt8] {
        LinearModel.bytes(
            weights: [candidates, tagger.cues, tagger.arguments].map(\.entries), scale: Self.scale,
            groups: groups, settings: [tagger.cueBias] + biases + tagger.transitions.settings)
    }

    private func judge(from judging: Judging) -> LogisticTrainer {
        var judge = LogisticTrainer()
        judge.rate = 0.03
        judge.decay = 0.03
        judge.epochs = 3
        judge.firstBias = 0
        judge.train(judging.features, judging.labels, only: Array(judging.labels.indices), seed: seed)
        return judge
    }

    private func tagger(from examples: [TextExamples], round: Int) -> LearnedTagger {
        TaggerTrainer(rarest: rarest, seed: seed &+ UInt64(round), progress: progress).tagger(from: examples)
    }

    // MARK: Parts

    /// The texts of a part, and a tagger that has seen all others.
    private struct Part {
        var texts: [Int]
        var tagger: LearnedTagger
    }

    private func parting(_ examples: [TextExamples], round: Int) -> [Part] {
        var generator = SplitMix(seed: seed &+ UInt64(round))
        let order = examples.indices.shuffled(using: &generator)
        var parts = Array(repeating: [Int](), count: parts)
        for (place, text) in order.enumerated() { parts[place % parts.count].append(text) }
        return parts.map { texts in
            let left = Set(texts)
            let others = examples.indices.filter { !left.contains($0) }.map { examples[$0] }
            return Part(texts: texts.sorted(), tagger: tagger(from: others, round: round))
        }
    }

    // MARK: Candidates

    private struct Judging {
        var features = FeatureSet()
        var labels: [Bool] = []
    }

    /// The candidates of each part, by a tagger that has not seen it, and whether each is someone's statement.
    private func judging(
        _ texts: [AnnotatedText], _ examples: [TextExamples], _ partings: [[Part]]
    ) -> Judging {
        var judging = Judging()
        for part in partings.joined() {
            guard let model = LinearModel(bytes: bytes(KeyedWeights([]), part.tagger, [0, 0])) else {
                continue
            }
            for number in part.texts {
                add(examples[number].text.candidates(model), of: texts[number], to: &judging) { $0.isFound }
            }
        }
        judging.features.drop(rarerThan: rarest * rounds)
        return judging
    }

    /// The quotes that come of those candidates, and whether each has just the right words and the right speaker.
    private func trusting(
        _ texts: [AnnotatedText], _ partings: [[Part]], _ judge: KeyedWeights, _ bias: Float
    ) -> Judging {
        var trusting = Judging()
        for part in partings.joined() {
            guard let model = LinearModel(bytes: bytes(judge, part.tagger, [bias, 0])) else { continue }
            let extractor = Extractor(model: model)
            for number in part.texts {
                add(extractor.judgedQuotes(in: texts[number].document), of: texts[number], to: &trusting) {
                    $0.isExact && $0.isAttributed
                }
            }
        }
        trusting.features.drop(rarerThan: rarest * rounds)
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
