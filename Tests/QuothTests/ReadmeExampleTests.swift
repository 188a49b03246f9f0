import Foundation
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
    /// Stands where the README leaves lines out.
    private static let cut: Substring = "[…]"

    /// With `QUOTH_RECORD=1` the README is written anew, cut where it was, and the test fails once.
    @Test("Is what it prints")
    func examples() throws {
        guard Python.path != nil else { return Python.skip() }
        let folder = TemporaryFolder()
        try ReadmeExampleTests.copyFixtures(to: folder)
        let quoth = Program(folder: folder)
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
                lines += try ReadmeExampleTests.run(examples, quoth)
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
    private static func run(_ block: [Substring], _ quoth: Program) throws -> [Substring] {
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
            let printed = try quoth.shell("{ " + example.command + "; } 2>&1").output
            let now = ReadmeExampleTests.shorten(printed, as: example.output)
            #expect(now == example.output, "\(example.command)")
            lines += ["$ " + Substring(example.command)] + now
        }
        return lines
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
        try files.createDirectory(atPath: folder.path + "/articles", withIntermediateDirectories: true)
        for name in try files.contentsOfDirectory(atPath: fixtures + "/articles") where name.hasSuffix(".txt")
        {
            try files.copyItem(
                atPath: fixtures + "/articles/" + name, toPath: folder.path + "/articles/" + name)
        }
        try files.copyItem(atPath: fixtures + "/registry.yaml", toPath: folder.path + "/registry.yaml")
    }
}
