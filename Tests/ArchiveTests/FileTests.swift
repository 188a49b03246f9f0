import Foundation
import GRDB
import Statements
import Testing

@testable import Archive

@Suite("The file")
struct FileTests {
    @Test(
        "A file that is no archive is refused and left untouched",
        arguments: [
            "", "not a database", String(repeating: "SQLite format 3\0", count: 20),
        ])
    func foreignFile(content: String) throws {
        let scratch = Scratch()
        let bytes = Data(content.utf8)
        try bytes.write(to: URL(fileURLWithPath: scratch.path))
        let error = #expect(throws: ArchiveError.self) { try Archive.open(at: scratch.path) }
        guard case .notArchive = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path)) == bytes)
        #expect(scratch.files == ["quoth.sqlite"])
    }

    @Test("A database of another program is refused and left untouched", arguments: [false, true])
    func foreignDatabase(isReadOnly: Bool) throws {
        let scratch = Scratch()
        try DatabaseQueue(path: scratch.path).writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL; CREATE TABLE t(a); INSERT INTO t VALUES (1)")
        }
        try assertRefused(scratch, isReadOnly: isReadOnly) {
            if case .notArchive = $0 { true } else { false }
        }
    }

    @Test("An archive of a newer version is refused and left untouched", arguments: [false, true])
    func newerArchive(isReadOnly: Bool) throws {
        let scratch = Scratch()
        try scratch.archive(RecordingTests.report.recording)
        try scratch.tamper("PRAGMA user_version = \(Schema.version + 1)")
        try assertRefused(scratch, isReadOnly: isReadOnly) {
            $0 == .newer(path: scratch.path, version: Schema.version + 1, supported: Schema.version)
        }
    }

    private func assertRefused(
        _ scratch: Scratch, isReadOnly: Bool, _ isExpected: (ArchiveError) -> Bool
    ) throws {
        let before = try Data(contentsOf: URL(fileURLWithPath: scratch.path))
        let files = scratch.files
        var options = Archive.Options()
        options.isReadOnly = isReadOnly
        let error = try #require(
            #expect(throws: ArchiveError.self) { try Archive.open(at: scratch.path, options: options) })
        #expect(isExpected(error), "\(error)")
        #expect(throws: ArchiveError.self) { try Archive.create(at: scratch.path) }
        #expect(throws: ArchiveError.self) { try Archive.openOrCreate(at: scratch.path) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path)) == before)
        #expect(scratch.files == files)
    }

    @Test("A folder, and a place where nothing is, are refused")
    func noFile() throws {
        let scratch = Scratch()
        #expect(throws: ArchiveError.notFound(path: scratch.path)) { try Archive.open(at: scratch.path) }
        #expect(throws: ArchiveError.notArchive(path: scratch.folder, found: "a folder or a device")) {
            try Archive.open(at: scratch.folder)
        }
        #expect(throws: ArchiveError.self) { try Archive.create(at: scratch.folder + "/no/folder.sqlite") }
        #expect(scratch.files == [])
    }

    @Test("An archive is made whole, leaves nothing beside it, and is not made twice")
    func creation() throws {
        let scratch = Scratch()
        do { _ = try Archive.create(at: scratch.path) }
        #expect(scratch.files == ["quoth.sqlite"])
        #expect(throws: ArchiveError.exists(path: scratch.path)) { try Archive.create(at: scratch.path) }
        #expect(try Archive.openOrCreate(at: scratch.path).timeline(TimelineQuery()).statements == [])
        let journal = try Archive.open(at: scratch.path).reading { db in
            try db.first("PRAGMA journal_mode") { $0.text(0) }
        }
        #expect(journal == "wal")
    }

    @Test("A reader leaves nothing beside the archive, and may not write")
    func reader() throws {
        let scratch = Scratch()
        try scratch.archive(RecordingTests.report.recording)
        var options = Archive.Options()
        options.isReadOnly = true
        do {
            let archive = try Archive.open(at: scratch.path, options: options)
            #expect(try archive.timeline(TimelineQuery()).statements.count == 2)
            #expect(throws: ArchiveError.readOnly(path: scratch.path)) {
                try archive.addSpeaker(.group, official: Name("Ada Holm"))
            }
            #expect(try archive.verify { Issue.record("\($0)") }.failures == 0)
        }
        #expect(scratch.files == ["quoth.sqlite"])
    }

    @Test("A second writer waits for the first, and then says that the archive is busy")
    func busy() throws {
        let scratch = Scratch()
        let first = try scratch.archive()
        try first.record(RecordingTests.report.recording)
        var options = Archive.Options()
        options.patience = 0.05
        let second = try Archive.open(at: scratch.path, options: options)
        let other = Report("‹Other words› [Ada Holm] {said}.") { $0.url = "https://news.example/2" }
        try first.writing { db in
            try db.execute(sql: "UPDATE speaker SET note = note")
            #expect(throws: ArchiveError.busy(path: scratch.path)) { try second.record(other.recording) }
            // A reader doesn't wait.
            #expect(try second.timeline(TimelineQuery()).statements.count == 2)
        }
        #expect(try second.record(other.recording) == .new)
        #expect(try first.timeline(TimelineQuery()).statements.count == 3)
    }

    @Test("Several writers at once lose nothing")
    func writers() async throws {
        let scratch = Scratch()
        _ = try scratch.archive()
        let path = scratch.path
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    var options = Archive.Options()
                    options.patience = 60
                    let archive = try Archive.open(at: path, options: options)
                    for number in 0..<10 {
                        let report = Report("‹Word \(writer) \(number)› [Ada Holm] {said}.") {
                            $0.url = "https://news.example/\(writer)/\(number)"
                        }
                        #expect(try archive.record(report.recording) == .new)
                    }
                }
            }
            try await group.waitForAll()
        }
        let archive = try Archive.open(at: path)
        #expect(try archive.summary(of: TimelineQuery()).count == 40)
        #expect(try archive.verify { Issue.record("\($0)") }.failures == 0)
    }

    @Test("A path that looks like an address is a path")
    func addressLikePath() throws {
        let scratch = Scratch()
        let here = FileManager.default.currentDirectoryPath
        let odd = scratch.folder + "/file:a?mode=memory.sqlite"
        _ = try Archive.create(at: odd)
        #expect(scratch.files == ["file:a?mode=memory.sqlite"])
        #expect(FileManager.default.currentDirectoryPath == here)
    }

    @Test("An archive of the former version is migrated when it is opened, and keeps what it holds")
    func migration() throws {
        let scratch = Scratch()
        let queue = try DatabaseQueue(path: scratch.path)
        try Schema.migrator.migrate(queue, upTo: "1: the record")
        try queue.writeWithoutTransaction { db in
            try db.execute(
                sql: """
                    PRAGMA journal_mode = WAL;
                    INSERT INTO speaker(id, kind) VALUES ('grp_aaaaaaaaaaaaaaaa', 'group');
                    INSERT INTO name(speaker, value, key, kind) VALUES (1, 'Ada', 'ada', 'official');
                    """)
        }
        try queue.close()
        let archive = try Archive.open(at: scratch.path)
        #expect(try archive.speakers().map(\.displayName) == ["Ada"])
        #expect(try archive.summary(of: TimelineQuery()).count == 0)
        #expect(
            try archive.reading { db in try Int.fetchOne(db, sql: "PRAGMA user_version") } == Schema.version)
    }
}
