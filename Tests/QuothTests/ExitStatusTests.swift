import Foundation
import TestSupport
import Testing

@Suite("Exit statuses, and errors that say what to do")
struct ExitStatusTests {
    let folder = TemporaryFolder()

    private var quoth: Program { Program(folder: folder) }

    @Test(
        "Usage errors end with 64",
        arguments: [
            ["timeline", "--bogus"], ["nonsense"], ["timeline", "--since", "yesterday"], ["ingest"],
            ["record", "words"], ["record", "words", "--group", "a", "--person", "b"],
            ["timeline", "--members"],
            ["ingest", "--jobs", "0", "x"], ["timeline", "-n", "-1"], ["export", "--format", "pdf"],
            ["record", "words", "--group", "…"],
        ])
    func usage(arguments: [String]) throws {
        let run = try quoth.run([Program.path] + arguments)
        #expect(run.status == 64)
        #expect(run.errors.hasPrefix("quoth: "))
        #expect(run.output == "")
        #expect(try folder.entries.isEmpty)
    }

    @Test(
        "Without an archive, commands that need one end with 66 and make none",
        arguments: [
            ["timeline"], ["verify"], ["export"], ["names"], ["show", "sta_abcde"], ["group", "list"],
            ["group", "show", "x"], ["group", "name", "x", "y"], ["person", "merge", "x", "y"],
            ["person", "member", "x", "y"],
        ])
    func noArchive(arguments: [String]) throws {
        let run = try quoth.run([Program.path] + arguments)
        #expect(run.status == 66)
        #expect(run.errors.contains("quoth ingest"))
        #expect(run.errors.contains("--archive"))
        #expect(try folder.entries.isEmpty)
    }

    @Test("What does not exist ends with 66, a bad document with 65, an address with 69")
    func inputs() throws {
        #expect(try quoth("ingest", "missing.txt").status == 66)
        try folder.write("", to: "empty.txt")
        let bad = try quoth("ingest", "empty.txt")
        #expect(bad.status == 65)
        #expect(bad.errors.contains("empty.txt"))
        // Port 1 of this machine, where nobody listens, and which may not be asked.
        let address = try quoth("ingest", "http://127.0.0.1:1/")
        #expect(address.status == 69)
        #expect(address.errors.contains("--allow-private"))
        #expect(try quoth("ingest", "--allow-private", "http://127.0.0.1:1/").status == 69)
        #expect(try quoth("extract", "http://127.0.0.1:1/").status == 69)
        #expect(try quoth("ingest", "http://user:word@127.0.0.1:1/").status == 64)
        try FileManager.default.createDirectory(
            atPath: folder.path + "/void", withIntermediateDirectories: true)
        #expect(try quoth("ingest", "void").status == 66)
        #expect(try quoth("extract", "missing.txt").status == 66)
        try folder.write("groups:\n- {nam: x}\n", to: "r.yaml")
        let registry = try quoth("group", "import", "r.yaml")
        #expect(registry.status == 65)
        #expect(registry.errors.contains("r.yaml:2"))
    }

    @Test("A search that finds nothing ends with 1, and so does an unknown name")
    func nothing() throws {
        try Harbour.record(with: quoth)
        for arguments in [
            ["timeline", "zeppelin"], ["timeline", "--group", "Nobody"], ["show", "sta_aaaaaaaaaaaaaaaa"],
            ["timeline", "--since", "2030"], ["person", "show", "Nobody"],
            ["timeline", "--source", "src_aaaaaaa"],
        ] {
            let run = try quoth.run([Program.path] + arguments)
            #expect(run.status == 1, "\(arguments)")
            #expect(run.output == "")
            #expect(run.errors.hasPrefix("quoth: "))
        }
    }

    @Test("A file that is no archive ends with 65, and stays as it is")
    func noArchiveFile() throws {
        try folder.write("My notes", to: "notes.txt")
        for arguments in [["timeline"], ["ingest", "notes.txt"], ["verify"], ["group", "add", "x"]] {
            let run = try quoth.run([Program.path] + arguments + ["--archive", "notes.txt"])
            #expect(run.status == 65, "\(arguments): \(run.errors)")
        }
        #expect(try folder.read("notes.txt") == "My notes")
        #expect(try folder.entries == ["notes.txt"])
    }

    @Test("What cannot be written ends with 74")
    func unwritable() throws {
        try Harbour.record(with: quoth)
        let run = try quoth("export", "-o", "nowhere/out.json")
        #expect(run.status == 74)
        #expect(run.errors.contains("nowhere/out.json"))
        #expect(try quoth.shell("quoth export > /dev/full").status == 74)
    }

    @Test("While another process writes, the archive is busy: 75")
    func busy() throws {
        guard let python = Python.path else { return Python.skip() }
        try Harbour.record(with: quoth)
        let program = """
            import sqlite3, sys, time
            db = sqlite3.connect("quoth.sqlite", isolation_level=None)
            db.execute("BEGIN IMMEDIATE")
            open("locked", "w").close()
            time.sleep(60)
            """
        let holder = try quoth.start(
            [python, "-c", program], input: "/dev/null", output: "/dev/null", errors: folder.path + "/errors")
        while access(folder.path + "/locked", F_OK) != 0 { usleep(20_000) }
        let run = try quoth("group", "add", "Dockers")
        let reading = try quoth("timeline")
        kill(holder, SIGKILL)
        _ = Program.wait(for: holder)
        #expect(run.status == 75)
        #expect(run.errors.contains("busy"))
        #expect(reading.status == 0)
        #expect(try quoth("group", "add", "Dockers").status == 0)
    }

    @Test("A closed pipe is no error")
    func closedPipe() throws {
        try Harbour.record(with: quoth)
        let run = try quoth.shell("{ quoth export; echo $? > status; } | head -c 1")
        #expect(run.output == "{")
        #expect(run.errors == "")
        #expect(try folder.read("status") == "0\n")
        let closed = try quoth.shell("{ sleep 0.2; quoth timeline; echo $? > status; } | true")
        #expect(closed.errors == "")
        #expect(try folder.read("status") == "0\n")
    }
}

/// The Python of the system, for what a test needs from outside.
enum Python {
    static let path = executable("python3")

    static func skip(_ reason: String = "there is no python3") {
        print("SKIPPED: \(reason)")
    }
}

/// The path of a program of the system, if it has it.
func executable(_ name: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":").map(String.init) ?? []
    return (folders + ["/usr/bin", "/bin"]).map { $0 + "/" + name }.first {
        FileManager.default.isExecutableFile(atPath: $0)
    }
}
