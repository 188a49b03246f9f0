import Foundation
import TestSupport
import Testing

@Suite("From an article to a timeline that can be proved")
struct IngestTests {
    let folder = TemporaryFolder()
    private var quoth: Program { Program(folder: folder) }

    @Test("An article goes in; who said what and when comes out, proved; a second time changes nothing")
    func wholeWay() throws {
        try folder.write(Harbour.article, to: "article.txt")
        let first = try quoth(
            "ingest", "--published", "2024-03-05", "--publisher", "The Quay Courier", "article.txt")
        #expect(first.status == 0)
        #expect(first.output == "1 new, 0 unchanged, 0 new version, 0 repaired, 0 failed\n")
        try quoth("group", "add", "Harbour Families", "--alias", "HF")
        let timeline = try quoth("timeline", "--group", "HF")
        #expect(timeline.output.contains("4 March 2024"))
        #expect(timeline.output.contains("Harbour Families"))
        #expect(timeline.output.contains("Give us the papers,"))
        #expect(!timeline.output.contains("come back in April"))
        #expect(try quoth("verify").status == 0)
        let export = try quoth("export").output
        let second = try quoth(
            "ingest", "--published", "2024-03-05", "--publisher", "The Quay Courier", "article.txt")
        #expect(second.output == "0 new, 1 unchanged, 0 new version, 0 repaired, 0 failed\n")
        #expect(try quoth("export").output == export)
    }

    @Test("Standard input, folders and files mix; the failed are named, and the rest goes on")
    func mixed() throws {
        try folder.write(Harbour.article, to: "in/a.txt")
        try folder.write("", to: "in/b.txt")
        let run = try quoth(
            "ingest", "--published", "2024-03-05", "in", "-", input: Harbour.article + "\n\nThe end.\n")
        #expect(run.status == 65)
        #expect(run.output == "2 new, 0 unchanged, 0 new version, 0 repaired, 1 failed\n")
        #expect(run.errors.contains("in/b.txt"))
    }

    @Test("Without a date, the program says that relative dates stay as they are printed")
    func undated() throws {
        try folder.write(Harbour.article, to: "article.txt")
        let run = try quoth("ingest", "article.txt")
        #expect(run.errors.contains("--published"))
        let quiet = try quoth("ingest", "article.txt", "--quiet")
        #expect(quiet.errors == "")
        #expect(quiet.output == "")
    }

    @Test("One letter changed behind the program's back, and verify names it")
    func tampered() throws {
        try folder.write(Harbour.article, to: "article.txt")
        try quoth("ingest", "--published", "2024-03-05", "article.txt")
        let file = URL(fileURLWithPath: folder.path + "/quoth.sqlite")
        var bytes = try Data(contentsOf: file)
        // The version's text alone holds these words with the mark before them.
        let range = try #require(bytes.range(of: Data("“Give us the papers,” Harbour".utf8)))
        bytes[range.lowerBound + 3] = UInt8(ascii: "L")
        try bytes.write(to: file)
        let run = try quoth("verify")
        #expect(run.status == 1)
        #expect(run.output.contains("ver_"))
        #expect(run.output.contains("expected “Give us the papers,”, found “Live us the papers,”"))
        #expect(run.output.contains("the text is not the one that was recorded"))
        #expect(try quoth("verify", "--quiet").output == "")
    }

    @Test("Two ingests at once lose nothing and double nothing")
    func concurrent() throws {
        for number in 0..<60 {
            try folder.write(
                Harbour.article.replacing("quay", with: "quay \(number)"), to: "in/\(number).txt")
        }
        let alone = TemporaryFolder()
        try Program(folder: alone)("ingest", "--published", "2024-03-05", folder.path + "/in")
        let processes = try (0..<3).map { number in
            try quoth.start(
                [Program.path, "ingest", "--published", "2024-03-05", "in"], input: "/dev/null",
                output: folder.path + "/out\(number)", errors: folder.path + "/err\(number)")
        }
        #expect(processes.map { Program.wait(for: $0) } == [0, 0, 0])
        #expect(try quoth("verify").status == 0)
        #expect(try quoth("export").output == Program(folder: alone)("export").output)
    }

    @Test("Killed at any moment, the archive opens, verifies, and is completed by a second ingest")
    func killed() throws {
        for number in 0..<250 {
            let text = Harbour.article.replacing("quay", with: "quay \(number)")
            try folder.write(
                text + String(repeating: "\n\nThe tide went out.", count: 40), to: "in/\(number).txt")
        }
        let alone = TemporaryFolder()
        let clock = ContinuousClock()
        let time = try clock.measure {
            try Program(folder: alone)("ingest", "--published", "2024-03-05", folder.path + "/in")
        }
        let expected = try Program(folder: alone)("export").output
        let whole = Int(time / .microseconds(1))
        var interrupted = 0
        for round in 0..<12 {
            let place = TemporaryFolder()
            let quoth = Program(folder: place)
            let process = try quoth.start(
                [Program.path, "ingest", "--published", "2024-03-05", folder.path + "/in"],
                input: "/dev/null",
                output: place.path + "/out", errors: place.path + "/err")
            usleep(UInt32(whole * (round + 1) / 13))
            kill(process, SIGKILL)
            if Program.wait(for: process) == 128 + SIGKILL { interrupted += 1 }
            if access(place.path + "/quoth.sqlite", F_OK) == 0 {
                #expect(try quoth("verify").status == 0)
            }
            #expect(try quoth("ingest", "--published", "2024-03-05", folder.path + "/in").status == 0)
            #expect(try quoth("verify").status == 0)
            #expect(try quoth("export").output == expected)
        }
        #expect(interrupted > 0)
    }
}
