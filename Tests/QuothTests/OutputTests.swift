import Foundation
import TestSupport
import Testing

@Suite("Where the output goes")
struct OutputTests {
    let folder = TemporaryFolder()
    private var quoth: Program { Program(folder: folder) }

    @Test("A file is written whole or not at all, and a link to it stays one")
    func wholeFile() throws {
        try Harbour.record(with: quoth)
        try folder.write("old", to: "out.json")
        #expect(try quoth("export", "--group", "Nobody", "-o", "out.json").status == 1)
        #expect(try folder.read("out.json") == "old")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link.json", withDestinationPath: "out.json")
        #expect(try quoth("export", "-o", "link.json").status == 0)
        #expect(try folder.read("out.json") == quoth("export").output)
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/link.json")
                == "out.json")
        #expect(try folder.entries == ["link.json", "out.json", "quoth.sqlite"])
        #expect(try quoth("timeline", "-o", "-").output == quoth("timeline").output)
    }

    @Test("A device and a pipe are written to as they stand, and nothing takes their place")
    func specialFiles() throws {
        try Harbour.record(with: quoth)
        #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
        let line = "cat pipe > copy.json & quoth export -o pipe && wait"
        #expect(try quoth.shell(line).status == 0)
        #expect(try folder.read("copy.json") == quoth("export").output)
        var status = stat()
        #expect(stat(folder.path + "/pipe", &status) == 0)
        #expect(status.st_mode & S_IFMT == S_IFIFO)
        #expect(try quoth("timeline", "-o", "/dev/stdout").output == quoth("timeline").output)
    }

    @Test("Two exports are the same bytes, and only --stamp says when they were made")
    func sameBytes() throws {
        try Harbour.record(with: quoth)
        let first = try quoth("export").output
        #expect(try quoth("export").output == first)
        let stamped = try quoth("export", "--stamp").output
        let lines = stamped.split(separator: "\n").filter { !$0.hasPrefix("\"generated\":") }
        #expect(lines.count == stamped.split(separator: "\n").count - 1)
        #expect(lines.joined(separator: "\n") + "\n" == first)
    }

    @Test("Exports validate against the schema that the program prints")
    func schema() throws {
        guard let python = Python.path else { return Python.skip() }
        guard try quoth.run([python, "-c", "import jsonschema"]).status == 0 else {
            return Python.skip("python3 has no jsonschema")
        }
        try Harbour.record(with: quoth)
        try folder.write(Harbour.article, to: "a.txt")
        try quoth("ingest", "--published", "2024-03-05", "--url", "https://quay-courier.example/a", "a.txt")
        try quoth("person", "add", "Iva Lund", "--group", "Harbour Families")
        try quoth("group", "add", "Bots", "--handle", "@bots")
        try quoth("export", "--schema", "-o", "schema.json")
        for arguments in [
            ["export"], ["export", "--stamp"],
            ["export", "--group", "Harbour Families", "--members", "--reverse"],
            ["export", "--since", "2024-03", "--kind", "direct", "-n", "1"], ["export", "papers"],
        ] {
            #expect(try quoth.run([Program.path] + arguments + ["-o", "export.json"]).status == 0)
            let check = """
                import json, jsonschema
                schema = json.load(open("schema.json"))
                jsonschema.Draft202012Validator.check_schema(schema)
                jsonschema.Draft202012Validator(schema).validate(json.load(open("export.json")))
                broken = json.load(open("export.json")); broken["extra"] = 1
                assert list(jsonschema.Draft202012Validator(schema).iter_errors(broken))
                """
            let run = try quoth.run([python, "-c", check])
            #expect(run.status == 0, "\(arguments): \(run.errors)")
        }
    }

    @Test("A terminal gets colours and its width, and never a control of the text's")
    func terminal() throws {
        try Harbour.record(with: quoth)
        guard let shown = try Terminal.run(quoth, ["timeline", "--no-pager"], columns: 50) else {
            return Python.skip("there is no script")
        }
        #expect(shown.contains("\u{1B}[36m4 March 2024\u{1B}[0m"))
        #expect(shown.contains("\\u{202E}evil\\u{1B}[2J"))
        #expect(!shown.contains("\u{202E}"))
        var plain = quoth
        plain.environment["NO_COLOR"] = "1"
        let lines = try #require(try Terminal.run(plain, ["timeline", "--no-pager"], columns: 50))
        #expect(!lines.contains("\u{1B}"))
        #expect(lines.split(separator: "\r\n").allSatisfy { $0.count <= 50 })
        for format in ["csv", "markdown", "html", "json", "oneline"] {
            let arguments = ["timeline", "--no-pager", "--format", format]
            let output = try #require(try Terminal.run(plain, arguments, columns: 50))
            #expect(!output.contains("\u{202E}"), "\(format)")
            #expect(!output.contains("\u{1B}"), "\(format)")
        }
    }

    @Test("A person at a terminal gets a pager")
    func pager() throws {
        try Harbour.record(with: quoth)
        var paged = quoth
        paged.environment["PAGER"] = "sed 's/^/| /'"
        guard let shown = try Terminal.run(paged, ["timeline", "--color", "never"], columns: 80) else {
            return Python.skip("there is no script")
        }
        #expect(shown.hasPrefix("| 4 March 2024"))
        #expect(try paged("timeline").output.hasPrefix("4 March 2024"))
    }
}

/// A terminal of one's own, which `script` of util-linux makes.
enum Terminal {
    /// What a command shows on a terminal of so many columns; nil where there is no `script`.
    static func run(_ quoth: Program, _ arguments: [String], columns: Int) throws -> String? {
        guard let script = executable("script") else { return nil }
        let command = ([Program.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
        let line = "stty cols \(columns) rows 24; \(command)"
        return try quoth.run([script, "-q", "-e", "-c", line, "/dev/null"]).output
    }
}
