import ArgumentParser
import Extraction
import Foundation

/// Which engine a command measures.
struct EngineArguments: ParsableArguments {
    @Option(help: "The model, in place of the one that the program carries.", completion: .file())
    var model: String?

    @Flag(help: "Use rules and word lists alone, without a model.")
    var rulesOnly = false

    func validate() throws {
        if model != nil, rulesOnly { throw ValidationError("give one of --model and --rules-only") }
    }

    /// The engine. What is wrong with the model ends the command, with the status of bad input (sysexits.h), or of no input.
    func extractor() throws -> Extractor {
        guard let model else { return Extractor(ExtractionOptions(rulesOnly: rulesOnly)) }
        guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: model)) else {
            StandardStreams.say(
                "quoth-train: \(model): there is no such file; learn a model with quoth-train train")
            throw ExitCode(66)
        }
        guard let learned = LinearModel(bytes: [UInt8](bytes)) else {
            StandardStreams.say("quoth-train: \(model): not a model; learn one with quoth-train train")
            throw ExitCode(65)
        }
        return Extractor(model: learned)
    }
}
