import Foundation
import Loopback
import TestSupport
import Testing

@Suite("What the README says that the program prints")
struct ReadmeExampleTests {
    /// A command of the README, and the lines below it.
    private struct Example {
        let command: String
        var output: [Substring] = []
    }

    private static let file = projectRoot.appendingPathComponent("README.md")
    /// Begins a comment whose command runs before the next examples.
    private static let preparing = "<!-- before: "
    /// The port of the server of the articles, as the README writes it; the real one is whichever is free.
    private static let port = "127.0.0.1:8017"
    /// Stands where the README leaves lines out.
    private static let cut: Substring = "[…]"

    /// With `QUOTH_RECORD=1` the README is written anew, cut where it was, and the test fails once.
    @Test("Is what it prints")
    func examples() throws {
        guard Python.path != nil else { return Python.skip() }
        let folder = TemporaryFolder()
        try ReadmeExampleTests.copyFixtures(to: folder)
        let quoth = Program(folder: folder)
        let server = try ReadmeExampleTests.serve(folder.path + "/articles")
        let readme = try String(contentsOf: ReadmeExampleTests.file, encoding: .utf8)
        var lines: [Substring] = []
        var block: [Substring]?
        for line in readme.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix(ReadmeExampleTests.preparing) {
                let command = line.dropFirst(ReadmeExampleTests.preparing.count).dropLast(4)
                let run = try quoth.shell(String(command))
                #expect(run.status == 0, "\(command): \(run.errors)")
            }
            if let examples = block, line == "```" {
                lines += try ReadmeExampleTests.run(examples, quoth, port: "127.0.0.1:\(server.port)")
                block = nil
            }
            if block == nil { lines.append(line) } else { block?.append(line) }
            if line == "```console" { block = [] }
        }
        let now = lines.joined(separator: "\n")
        guard now != readme, ProcessInfo.processInfo.environment["QUOTH_RECORD"] == "1" else { return }
        try Data(now.utf8).write(to: ReadmeExampleTests.file)
    }

    /// Runs the commands of a block of examples, and gives the block as it should be.
    private static func run(_ block: [Substring], _ quoth: Program, port: String) throws -> [Substring] {
        var examples: [Example] = []
        for line in block {
            if line.hasPrefix("$ ") {
                examples.append(Example(command: String(line.dropFirst(2))))
            } else {
                examples[examples.count - 1].output.append(line)
            }
        }
        var lines: [Substring] = []
        for example in examples {
            let command = example.command.replacingOccurrences(of: ReadmeExampleTests.port, with: port)
            let printed = try quoth.shell("{ " + command + "; } 2>&1").output
                .replacingOccurrences(of: port, with: ReadmeExampleTests.port)
            let now = ReadmeExampleTests.shorten(printed, as: example.output)
            #expect(now == example.output, "\(example.command)")
            lines += ["$ " + Substring(example.command)] + now
        }
        return lines
    }

    /// A server of the files in a folder, which knows them again.
    private static func serve(_ folder: String) throws -> LoopbackServer {
        try LoopbackServer { request, connection in
            let file = URL(fileURLWithPath: folder + request.target)
            guard let bytes = try? Data(contentsOf: file) else { return connection.answer("404 Not Found") }
            let tag = "\"\(bytes.count)\""
            if request.field("If-None-Match") == tag { return connection.answer("304 Not Modified") }
            connection.answer("200 OK", ["Content-Type: text/plain", "ETag: \(tag)"], Array(bytes))
        }
    }

    /// What was printed, cut where the README cuts it.
    private static func shorten(_ printed: String, as shown: [Substring]) -> [Substring] {
        var lines = printed.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        guard let place = shown.firstIndex(of: cut) else { return lines }
        let tail = shown.count - place - 1
        guard lines.count > place + tail else { return lines }
        return lines.prefix(place) + [cut] + lines.suffix(tail)
    }

    private static func copyFixtures(to folder: TemporaryFolder) throws {
        let files = FileManager.default
        let fixtures = projectRoot.appendingPathComponent("Fixtures").path
        for (subfolder, suffix) in [
            ("/articles", ".txt"), ("/pages", ".html"), ("/feeds", ".xml"), ("/webarchives", ".gz"),
        ] {
            try files.createDirectory(atPath: folder.path + subfolder, withIntermediateDirectories: true)
            for name in try files.contentsOfDirectory(atPath: fixtures + subfolder)
            where name.hasSuffix(suffix) {
                try files.copyItem(
                    atPath: fixtures + subfolder + "/" + name, toPath: folder.path + subfolder + "/" + name)
            }
        }
        try files.copyItem(atPath: fixtures + "/telegram", toPath: folder.path + "/telegram")
        try files.copyItem(atPath: fixtures + "/registry.yaml", toPath: folder.path + "/registry.yaml")
    }
}
