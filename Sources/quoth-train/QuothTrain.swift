import ArgumentParser
import Gold

/// The command line of those who work on the engine.
@main
struct QuothTrain: ParsableCommand {
    static let _errorLabel = "quoth-train"

    static let configuration = CommandConfiguration(
        commandName: "quoth-train",
        abstract: "Teach the engine, and measure it, on annotated texts.",
        discussion: """
            EXAMPLES:
              quoth-train score Fixtures/gold
              quoth-train score --errors --uttered Fixtures/gold
              quoth-train convert Fixtures/gold > gold.jsonl

            A text is annotated in a file with marks (Fixtures/gold/GUIDELINES.md) or in a line of JSON. A path is a \
            file of lines of JSON, a file with marks, whose name ends in .txt, or a folder of such.
            """,
        subcommands: [TrainCommand.self, ScoreCommand.self, ConvertCommand.self])
}
