import Foundation
import Statements
import Testing

@testable import Tracker

@Suite("Files that came with an export")
struct MediaFilesTests {
    private let folder = TemporaryFolder()

    private func completed(_ path: String) throws -> MessageDetails.Media {
        let export = try folder.write("{}", to: "export/result.json")
        var files = try #require(MediaFiles(besideExport: export))
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
