import ArgumentParser

/// The command line.
@main
struct Quoth: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quoth", abstract: "Who said what, when, and where it was reported.")
}
