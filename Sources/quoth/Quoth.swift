import ArgumentParser
import Tracker

/// The command line.
@main
struct Quoth: AsyncParsableCommand {
    static let version = "0.1.0"
    /// What an error message begins with.
    static let _errorLabel = "quoth"

    static let configuration = CommandConfiguration(
        commandName: "quoth",
        abstract: "Who said what, when, and where it was reported.",
        discussion: """
            EXAMPLES:
              quoth ingest --published 2023-12-19 article.txt
              quoth group add "Harbour Families" --alias "Families of the Harbour"
              quoth timeline --group "Harbour Families" --since 2023-12
              quoth verify
              quoth export -o timeline.json

            Completions: quoth --generate-completion-script bash (or zsh, fish). A manual page, from the sources: \
            swift package plugin generate-manual.
            """,
        version: version,
        subcommands: [
            IngestCommand.self, RecordCommand.self, TimelineCommand.self, ShowCommand.self, GroupCommand.self,
            PersonCommand.self, NamesCommand.self, ReviewCommand.self, VerifyCommand.self, ExportCommand.self,
            ReadCommand.self, ExtractCommand.self,
        ])

    static func main() async {
        StandardStreams.surviveClosedPipes()
        do {
            var command = try parsed(Array(CommandLine.arguments.dropFirst()))
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            Failure.end(with: error)
        }
    }

    /// The command that the arguments ask for.
    ///
    /// The one named first is parsed by itself, with its own options alone: the tree of all commands takes as long to
    /// build as a page of a timeline takes to read and print. What it can't parse, and a call for help, goes to the
    /// tree, which knows what to say.
    private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
        if let first = arguments.first,
            let named = configuration.subcommands.first(where: { $0.configuration.commandName == first }),
            let command = try? named.parseAsRoot(Array(arguments.dropFirst())), type(of: command) == named
        {
            return command
        }
        return try parseAsRoot(arguments)
    }
}
