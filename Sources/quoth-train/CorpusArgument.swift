import ArgumentParser
import Gold

/// The annotated texts that a command works on.
struct CorpusArgument: ParsableArguments {
    @Argument(help: "Files of annotated texts, or folders of them.", completion: .file())
    var paths: [String]

    /// The texts. What is wrong with a file ends the command, with the status of bad input (sysexits.h), or of no input
    /// where there is none.
    func corpus() throws -> GoldCorpus { try Self.corpus(paths) }

    /// The texts of some files or folders.
    static func corpus(_ paths: [String]) throws -> GoldCorpus {
        do {
            return try GoldCorpus(paths: paths)
        } catch {
            StandardStreams.say("quoth-train: \(error)")
            throw ExitCode(error.isMissing ? 66 : 65)
        }
    }
}
