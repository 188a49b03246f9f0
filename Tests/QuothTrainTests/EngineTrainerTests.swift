import Extraction
import Foundation
import Gold
import TestSupport
import Testing

@testable import quoth_train

@Suite("Learning the engine's model")
struct EngineTrainerTests {
    /// The texts of the gold corpus, those of few quotes first.
    private static let texts: [AnnotatedText] = {
        let gold = projectRoot.appending(path: "Fixtures/gold")
        let texts = (try? GoldCorpus(paths: [gold.path]))?.texts ?? []
        return texts.sorted { $0.quotes.count < $1.quotes.count }
    }()

    private static func model(of texts: [AnnotatedText], seed: UInt64, rounds: Int = 1) -> [UInt8] {
        var trainer = EngineTrainer()
        trainer.parts = 2
        trainer.rounds = rounds
        trainer.groups = 1024
        trainer.rarest = 2
        trainer.seed = seed
        return trainer.model(from: texts)
    }

    @Test("The same texts and seed give the same bytes, and another seed others")
    func reproducible() {
        let texts = Array(Self.texts.prefix(2))
        let first = Self.model(of: texts, seed: 1, rounds: 2)
        #expect(first == Self.model(of: texts, seed: 1, rounds: 2))
        #expect(first != Self.model(of: texts, seed: 2, rounds: 2))
    }

    @Test("What was learned from texts finds their quotes")
    func learns() throws {
        let texts = Array(Self.texts.prefix(6))
        let model = try #require(LinearModel(bytes: Self.model(of: texts, seed: 1)))
        let extractor = Extractor(model: model)
        let found = texts.map { text in
            Scorer().compare(text, with: extractor.findings(in: text.document).quotes.map(\.quote)).verdicts
        }
        let quotes = texts.reduce(0) { $0 + $1.quotes.count }
        #expect(found.joined().count { $0?.isFound == true } * 2 > quotes)
    }

    @Test("From nothing comes a model that finds nothing by itself")
    func nothing() throws {
        #expect(LinearModel(bytes: Self.model(of: [], seed: 1)) != nil)
    }
}
