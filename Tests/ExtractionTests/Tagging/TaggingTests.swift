import Statements
import TestSupport
import Testing

@testable import Extraction

@Suite("The learned model")
struct TaggingTests {
    private static func keys(_ count: Int, seed: UInt64) -> [UInt64] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in generator.next() }
    }

    @Test("The weights of a model are those that were written, and of an unknown feature there are none")
    func weightsReadBack() throws {
        let known = Self.keys(500, seed: 1)
        let weights = known.enumerated().map { number, key in
            (key: key, weights: (0..<LinearModel.labels).map { Float(number % 7 - 3 + $0) })
        }
        let bytes = LinearModel.bytes(weights: [weights], scale: 1, groups: 512, settings: [0.5])
        let model = try #require(LinearModel(bytes: bytes))
        #expect(model.cueBias == 0.5)
        for (number, key) in known.enumerated() {
            let scores = model.scores([key])
            for label in 0..<LinearModel.labels { #expect(scores[label] == Float(number % 7 - 3 + label)) }
        }
        let strangers = Self.keys(500, seed: 2).count { model.scores([$0])[1] != 0 }
        #expect(strangers < 5, "a check of 16 bits tells features apart")
    }

    @Test("Where there is no room for all weights, those of the first list stay")
    func crowdedGroup() throws {
        let few = Self.keys(4, seed: 3).map { (key: $0, weights: [Float(1)]) }
        let many = Self.keys(40, seed: 4).map { (key: $0, weights: [Float(100)]) }
        let bytes = LinearModel.bytes(weights: [few, many], scale: 1, groups: 1, settings: [])
        let model = try #require(LinearModel(bytes: bytes))
        for (key, _) in few { #expect(model.scores([key])[0] == 1) }
        #expect(many.count { model.scores([$0.key])[0] == 100 } == 4)
    }

    @Test(
        "What is no model is refused",
        arguments: [[], [0], Array("QTHMODL2".utf8), Array(repeating: 0xFF, count: 4096)] as [[UInt8]])
    func refused(bytes: [UInt8]) {
        #expect(LinearModel(bytes: bytes) == nil)
    }

    @Test("A model that was cut short is refused")
    func cutShort() {
        let bytes = LinearModel.bytes(weights: [], scale: 1, groups: 8, settings: [])
        #expect(LinearModel(bytes: bytes) != nil)
        #expect(LinearModel(bytes: bytes.dropLast()) == nil)
    }

    // MARK: The chain

    private static func allowed(_ labels: [ChainLabel]) -> Bool {
        labels.indices.allSatisfy { labels[$0].mayFollow($0 > 0 ? labels[$0 - 1] : nil) }
            && labels.last?.mayEnd == true
    }

    private static func everyLabelling(_ count: Int) -> [[ChainLabel]] {
        (0..<count).reduce([[]]) { sequences, _ in
            sequences.flatMap { sequence in ChainLabel.allCases.map { sequence + [$0] } }
        }.filter(allowed)
    }

    @Test("Decoding finds what trying all labels finds", arguments: 0..<20)
    func decodingIsExact(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed) + 100)
        func random() -> Float { Float(generator.next() >> 40) * 0x1p-24 * 6 - 3 }
        let scores = (0..<4).map { _ in
            (0..<LinearModel.labels).reduce(into: SIMD8<Float>()) { $0[$1] = random() }
        }
        var chain = ChainTransitions()
        for side in chain.weights.indices {
            for row in chain.weights[side].indices {
                for label in 0..<LinearModel.labels where chain.weights[side][row][label] == 0 {
                    chain.weights[side][row][label] = random()
                }
            }
        }
        let cue = 2
        func score(_ labels: [ChainLabel]) -> Float {
            labels.indices.reduce(0) { sum, index in
                let own = scores[index][labels[index].rawValue]
                guard index > 0 else { return sum + own }
                let side = index < cue ? 0 : index == cue ? 1 : 2
                return sum + own + chain.weights[side][labels[index - 1].rawValue][labels[index].rawValue]
            }
        }
        let all = Self.everyLabelling(4).map { ($0, score($0)) }
        let total = all.reduce(0) { $0 + Double($1.1).exponential }
        let result = ChainDecoder(chain).decode(scores, cue: cue)
        let best = all.filter { $0.0.contains(.contentStart) }.max { $0.1 < $1.1 }
        #expect(result.labels == best?.0)
        #expect(abs(Double(result.probability) - Double(best?.1 ?? 0).exponential / total) < 1e-3)
        let nothing = Double(score(Array(repeating: .outside, count: 4))).exponential / total
        #expect(abs(Double(result.probabilityOfNothing) - nothing) < 1e-3)
        for token in 0..<4 {
            for label in ChainLabel.allCases {
                let sum = all.filter { $0.0[token] == label }.reduce(0) { $0 + Double($1.1).exponential }
                #expect(abs(Double(result.marginals[token][label.rawValue]) - sum / total) < 1e-3)
            }
        }
    }

    // MARK: What it finds

    @Test("A belief is found and is no statement, unless one asks")
    func beliefs() {
        let text = document("Mira Holt believes that the ferry will sail in spring. She said it was late.")
        let plain = Extractor().findings(in: text).quotes
        let asked = Extractor(ExtractionOptions(includesBeliefs: true)).findings(in: text).quotes
        #expect(plain.map(\.statement) == [nil, 0])
        #expect(asked.map(\.statement) == [0, 1])
        #expect(plain.map(\.quote) == asked.map(\.quote))
    }

    @Test("Without the model the rules still find what is said")
    func rulesOnly() {
        let quotes = Extractor(ExtractionOptions(rulesOnly: true)).findings(
            in: document("“The ferry is late,” Mira Holt said. She added that it would sail.")
        ).quotes
        #expect(quotes.map(\.quote.speaker?.name) == ["Mira Holt", "Mira Holt"])
    }

    @Test("The turns of an interview are the words of those whose labels stand before them")
    func turns() {
        let text = """
            Nora Aske keeps the pilot boat.

            Q: Was it cold?

            ASKE: It was cold, and it was dark.

            Q: Will you go again?

            ASKE: As soon as the ice is gone.
            """
        let quotes = Extractor().findings(in: document(text, kind: .turn)).quotes.map(\.quote)
        #expect(
            quotes.map { $0.segments[0].exact } == [
                "It was cold, and it was dark.", "As soon as the ice is gone.",
            ])
        #expect(quotes.map(\.kind) == [.direct, .direct])
        #expect(quotes.map(\.attribution?.exact) == ["ASKE", "ASKE"])
    }
}

extension Double {
    /// e to the power of this number, by its series: enough for small numbers, and without a library.
    fileprivate var exponential: Double {
        var term = 1.0
        var sum = 1.0
        for step in 1..<120 {
            term *= self / Double(step)
            sum += term
        }
        return sum
    }
}
