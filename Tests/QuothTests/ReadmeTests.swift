import Foundation
import TestSupport
import Testing

@Suite("What the README shows is there")
struct ReadmeTests {
    /// A command as the program describes it.
    private struct Command: Decodable {
        struct Argument: Decodable {
            struct Spelling: Decodable {
                let kind: String
                let name: String

                var text: String { (kind == "short" ? "-" : "--") + name }
            }
            let names: [Spelling]?
        }
        let commandName: String
        let arguments: [Argument]?
        let subcommands: [Command]?

        var options: Set<String> {
            Set((arguments ?? []).flatMap { ($0.names ?? []).map(\.text) })
        }
    }

    private static let readme: String = {
        let file = projectRoot.appendingPathComponent("README.md")
        return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }()

    private static func program() throws -> Command {
        struct Dump: Decodable { let command: Command }
        let run = try Program(folder: TemporaryFolder())("--experimental-dump-help")
        return try JSONDecoder().decode(Dump.self, from: Data(run.output.utf8)).command
    }

    /// The calls of the program in the README's examples, each as its words.
    private static let calls: [[String]] = {
        var calls: [[String]] = []
        var block: Substring?
        for line in readme.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                block = block == nil ? line.dropFirst(3) : nil
            } else if block == "sh" {
                calls += ReadmeTests.calls(in: line)
            } else if block == "console", line.hasPrefix("$ ") {
                calls += ReadmeTests.calls(in: line.dropFirst(2))
            }
        }
        return calls
    }()

    /// Splits a line of shell into words, and begins a call at each `quoth` that stands where a command may.
    private static func calls(in line: Substring) -> [[String]] {
        var calls: [[String]] = []
        var word = ""
        var mark: Character?
        var beginsCommand = true
        var inCall = false
        func endWord() {
            guard !word.isEmpty else { return }
            if beginsCommand { inCall = word == "quoth" }
            if beginsCommand, inCall { calls.append([]) }
            if inCall { calls[calls.count - 1].append(word) }
            beginsCommand = false
            word = ""
        }
        loop: for character in line {
            switch character {
            case _ where character == mark: mark = nil
            case _ where mark != nil: word.append(character)
            case "\"", "'": mark = character
            case "#" where word.isEmpty: break loop
            case " ": endWord()
            case "|", ";", "(", ")", "&":
                endWord()
                beginsCommand = true
            case ">", "<":
                endWord()
                inCall = false
            default: word.append(character)
            }
        }
        endWord()
        return calls
    }

    @Test("Every call of the program names a command and options that it has")
    func options() throws {
        let program = try ReadmeTests.program()
        #expect(ReadmeTests.calls.count > 20)
        for call in ReadmeTests.calls {
            var command = program
            var options: Set = ["--help", "--version", "--generate-completion-script"]
            for word in call.dropFirst() {
                if let next = command.subcommands?.first(where: { $0.commandName == word }) {
                    command = next
                } else if word.hasPrefix("-"), word != "-" {
                    options.formUnion(command.options)
                    #expect(options.contains(word), "\(call.joined(separator: " "))")
                }
            }
            let isOption = call.dropFirst().first?.hasPrefix("-") == true
            let namesCommand = command.commandName != "quoth" || isOption
            #expect(namesCommand, "\(call.joined(separator: " "))")
        }
    }

    @Test("Every command, and every command below one, is shown")
    func commands() throws {
        func check(_ command: Command, _ words: String) {
            let below = (command.subcommands ?? []).filter { $0.commandName != "help" }
            let isShown = ReadmeTests.readme.contains(words)
            #expect(isShown, "\(words)")
            for next in below { check(next, words + " " + next.commandName) }
        }
        for command in try ReadmeTests.program().subcommands ?? [] where command.commandName != "help" {
            check(command, "quoth " + command.commandName)
        }
    }

    @Test("Every file that it names is in the project")
    func files() throws {
        var isCode = false
        var count = 0
        for piece in ReadmeTests.readme.split(separator: "`", omittingEmptySubsequences: false) {
            defer { isCode.toggle() }
            let folders = ["Config/", "Fixtures/", "Tests/", "Sources/"]
            guard isCode, folders.contains(where: { piece.hasPrefix($0) }), !piece.contains("\n") else {
                continue
            }
            let path = projectRoot.appendingPathComponent(String(piece)).path
            #expect(FileManager.default.fileExists(atPath: path), "\(piece)")
            count += 1
        }
        #expect(count > 5)
    }
}
