import Foundation
import TestSupport
import Testing

@Suite("Which archive a command works on")
struct ArchivePlaceTests {
    let folder = TemporaryFolder()

    @Test(
        "Commands that add make an archive here, and say so",
        arguments: [
            ["record", "words", "--group", "Dockers"], ["group", "add", "Dockers"],
            ["person", "add", "Iva Lund"],
            ["ingest", "--published", "2024-03-05", "article.txt"],
        ])
    func made(arguments: [String]) throws {
        let quoth = Program(folder: folder)
        try folder.write(Harbour.article, to: "article.txt")
        let run = try quoth.run([Program.path] + arguments)
        #expect(run.status == 0)
        #expect(run.errors.contains("made a new archive, quoth.sqlite"))
        #expect(try folder.entries.contains("quoth.sqlite"))
        #expect(!(try quoth.run([Program.path] + arguments).errors.contains("made a new archive")))
    }

    @Test("The nearest archive upwards is found; the environment and --archive go before it")
    func found() throws {
        let deep = TemporaryFolder()
        try deep.write("", to: "a/b/.keep")
        var quoth = Program(folder: deep)
        try Harbour.record(with: quoth)
        #expect(try quoth.shell("cd a/b && quoth timeline").status == 0)
        try deep.write("", to: "other/.keep")
        #expect(try quoth.shell("cd other && quoth group add Dockers --archive mine.sqlite").status == 0)
        #expect(try quoth("group", "list", "--archive", "other/mine.sqlite").output.contains("Dockers"))
        quoth.environment["QUOTH_ARCHIVE"] = deep.path + "/other/mine.sqlite"
        #expect(try quoth.shell("cd a/b && quoth group list").output.contains("Dockers"))
        let list = try quoth("group", "list", "--archive", "quoth.sqlite").output
        #expect(list.contains("Harbour Families"))
    }

    @Test("Commands that read leave no trace")
    func readOnly() throws {
        let quoth = Program(folder: folder)
        try Harbour.record(with: quoth)
        let before = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/quoth.sqlite"))
        for arguments in [["timeline"], ["export"], ["names"], ["group", "list"]] {
            #expect(try quoth.run([Program.path] + arguments).status == 0)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/quoth.sqlite")) == before)
    }
}
