import Foundation
import Statements
import TestSupport
import Testing

@testable import Tracker

@Suite("Files that came with an export")
struct MediaFilesTests {
    private let folder = TemporaryFolder()

    private func completed(_ path: String) throws -> MessageDetails.Media {
        let export = try folder.write("{}", to: "export/result.json")
        var files = MediaFiles(besideExport: export)
        var media = MessageDetails.Media(kind: "photo", path: path)
        files.complete(&media)
        return media
    }

    @Test("A file that is there is hashed")
    func there() throws {
        try folder.write("abc", to: "export/photos/1.jpg")
        let media = try completed("photos/1.jpg")
        #expect(media.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(try completed("photos/2.jpg").sha256 == nil)
    }

    @Test("Of an export that is no file no file is looked at, and its paths are checked all the same")
    func stream() {
        var files = MediaFiles(besideExport: "standard input")
        var media = MessageDetails.Media(kind: "photo", path: "../photo_1@07-11-2023_15-30-00.jpg")
        files.complete(&media)
        #expect(media.path == nil)
        #expect(media.missing != nil)
    }

    @Test("The time of the exporter's clock in a name is not kept")
    func clock() throws {
        try folder.write("abc", to: "export/photos/photo_1@07-11-2023_15-30-00.jpg")
        let media = try completed("photos/photo_1@07-11-2023_15-30-00.jpg")
        #expect(media.path == "photos/photo_1@….jpg")
        #expect(media.sha256 != nil)
        #expect(try completed("photos/mail@07-11.jpg").path == "photos/mail@07-11.jpg")
    }

    @Test(
        "A path that leads out of the export is not followed",
        arguments: [
            "../secret", "/etc/passwd", "photos/../../secret", "link/secret", "photos\0/1.jpg",
        ])
    func outside(path: String) throws {
        try folder.write("secret", to: "secret")
        try folder.write("x", to: "outside/secret")
        try folder.write("{}", to: "export/result.json")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/export/link", withDestinationPath: folder.path + "/outside")
        #expect(try completed(path).sha256 == nil)
    }
}
