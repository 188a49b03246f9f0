import ArgumentParser
import Extraction
import Foundation
import Gold

/// Learns the engine's model.
struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Learn the engine's model from annotated texts.",
        discussion: """
            EXAMPLES:
              quoth-train train train.jsonl -o Config/models/en.model
              quoth-train train train.jsonl -o Config/models/en.model --measure dev.jsonl
              quoth-train train --without courier train.jsonl -o without.model

            The same texts, seed and rounds give the same bytes. With --measure a model card is written beside the model, with \
            figures on texts that it has not seen: en.md beside en.model.
            """)

    @OptionGroup var corpus: CorpusArgument

    @Option(name: .shortAndLong, help: "Where the model goes.", completion: .file())
    var output: String

    @Option(help: "Annotated texts to measure it on, for its card.", completion: .file())
    var measure: [String] = []

    @Option(help: "Leave out the texts of this outlet.")
    var without: String?

    @Option(help: "Begins the random numbers by which the examples are shuffled.")
    var seed: UInt64 = 1

    @Option(help: "How often all is learned anew; the weights are the mean.")
    var rounds = EngineTrainer().rounds

    func validate() throws {
        guard rounds > 0 else { throw ValidationError("--rounds must be at least 1.") }
    }

    func run() throws {
        let all = try corpus.corpus()
        let learned = without.map { outlet in GoldCorpus(all.texts.filter { $0.outlet != outlet }) } ?? all
        guard !learned.texts.isEmpty else { throw ValidationError("there is no text to learn from") }
        let measured = measure.isEmpty ? nil : try CorpusArgument.corpus(measure)
        let clock = ContinuousClock()
        let began = clock.now
        var trainer = EngineTrainer()
        trainer.seed = seed
        trainer.rounds = rounds
        trainer.progress = { StandardStreams.say("\((clock.now - began).components.seconds) s: \($0)") }
        let bytes = trainer.model(from: learned.texts)
        try write(Data(bytes), to: output)
        guard let measured, let model = LinearModel(bytes: bytes) else { return }
        let card = ModelCard(
            learned: learned, measured: measured, seed: seed, rounds: rounds, size: bytes.count,
            extractor: Extractor(model: model))
        let path = output.hasSuffix(".model") ? String(output.dropLast(6)) : output
        try write(Data(card.markdown.utf8), to: path + ".md")
    }

    private func write(_ data: Data, to path: String) throws {
        do {
            try data.write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            StandardStreams.say("quoth-train: \(path): can't be written; name a file in a folder that exists")
            throw ExitCode(74)
        }
    }
}
