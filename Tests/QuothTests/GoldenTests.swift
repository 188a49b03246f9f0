import Foundation
import Testing

@Suite("What the program prints is what it printed before")
struct GoldenTests {
    @Test(
        "Golden output",
        arguments: [
            ("timeline.txt", ["timeline"]),
            ("timeline-oneline.txt", ["timeline", "--format", "oneline"]),
            ("timeline-colour.txt", ["timeline", "--color", "always"]),
            ("timeline-reversed.txt", ["timeline", "--reverse", "-n", "2"]),
            ("timeline-group.txt", ["timeline", "--group", "Сім’ї гавані"]),
            ("timeline.json", ["timeline", "--format", "json"]),
            ("timeline.jsonl", ["timeline", "--format", "jsonl"]),
            ("timeline.csv", ["timeline", "--format", "csv"]),
            ("timeline.md", ["timeline", "--format", "markdown"]),
            ("timeline.html", ["timeline", "--format", "html"]),
            ("export.json", ["export"]),
            ("group-show.txt", ["group", "show", "Harbour Families"]),
            ("group-list.txt", ["group", "list"]),
            ("names.txt", ["names"]),
            ("verify.txt", ["verify"]),
        ])
    func golden(name: String, arguments: [String]) throws {
        let quoth = Program(folder: TemporaryFolder())
        try Harbour.record(with: quoth)
        let run = try quoth.run([Program.path] + arguments)
        #expect(run.status == 0)
        #expect(run.errors == "")
        try Golden.check(run.output, name)
    }

    @Test("A statement with its evidence")
    func show() throws {
        let quoth = Program(folder: TemporaryFolder())
        try Harbour.record(with: quoth)
        let id = try #require(
            try quoth("timeline", "--format", "oneline", "-n", "1").output.split(separator: " ").first)
        try Golden.check(try quoth("show", String(id)).output, "show.txt")
        try Golden.check(try quoth("show", String(id), "--color", "always").output, "show-colour.txt")
        #expect(try quoth("show", String(id.prefix(9))).output == quoth("show", String(id)).output)
    }
}

/// Output kept in `Fixtures/golden`.
enum Golden {
    /// Holds output against the golden file. With `QUOTH_RECORD=1` the file is written anew, and the test fails
    /// once, so that the difference is read.
    static func check(_ output: String, _ name: String) throws {
        let file = projectRoot.appendingPathComponent("Fixtures/golden/cli/\(name)")
        let known = try? String(contentsOf: file, encoding: .utf8)
        if known.map({ Array($0.utf8) }) == Array(output.utf8) { return }
        guard ProcessInfo.processInfo.environment["QUOTH_RECORD"] == "1" else {
            Issue.record("\(name) differs from Fixtures/golden/cli; it is now:\n\(output)")
            return
        }
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(output.utf8).write(to: file)
        Issue.record("\(name) was recorded anew: read the difference, and run the tests again")
    }
}
