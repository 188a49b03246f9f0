import Foundation
import TestSupport
import Testing

@Suite("Every command explains itself")
struct HelpTests {
    private struct Dump: Decodable {
        struct Command: Decodable {
            let commandName: String
            let subcommands: [Command]?
        }
        let command: Command
    }

    /// The words of every command, as the program lists them.
    private static func commands(_ quoth: Program) throws -> [[String]] {
        let dump = try JSONDecoder().decode(
            Dump.self, from: Data(quoth("--experimental-dump-help").output.utf8))
        func words(_ command: Dump.Command, _ prefix: [String]) -> [[String]] {
            [prefix]
                + (command.subcommands ?? []).filter { $0.commandName != "help" }.flatMap {
                    words($0, prefix + [$0.commandName])
                }
        }
        return words(dump.command, [])
    }

    @Test("Each has help that opens with an example of its own, within the width of a terminal")
    func examples() throws {
        let quoth = Program(folder: TemporaryFolder())
        let commands = try HelpTests.commands(quoth)
        #expect(commands.count > 20)
        for words in commands {
            let run = try quoth.run([Program.path] + words + ["--help"])
            #expect(run.status == 0)
            let lines = run.output.split(separator: "\n").map(String.init)
            let example = try #require(lines.firstIndex(of: "EXAMPLES:"), "\(words)")
            #expect(example <= 2, "\(words)")
            let command = (["quoth"] + words).joined(separator: " ")
            #expect(lines[example + 1].contains(command), "\(words)")
        }
    }

    @Test("The version is told, and completions exist for each shell")
    func version() throws {
        let quoth = Program(folder: TemporaryFolder())
        #expect(try quoth("--version").output == "0.1.0\n")
        for shell in ["bash", "zsh", "fish"] {
            let run = try quoth("--generate-completion-script", shell)
            #expect(run.status == 0)
            #expect(run.output.contains("timeline"))
        }
    }
}
