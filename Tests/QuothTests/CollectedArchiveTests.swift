import Foundation
import TestSupport
import Testing

@Suite("Web archives in ZIP files")
struct CollectedArchiveTests {
    private func titles(_ run: Program.Run) -> [String] {
        run.lines.compactMap { line in
            let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return object?["title"] as? String
        }
    }

    @Test(
        "They are read as the archive itself is, packed once more or not, from a file and from standard input",
        arguments: ["harbour-courier.wacz", "harbour-courier-deflated.wacz"])
    func collected(name: String) throws {
        let quoth = Program(folder: TemporaryFolder())
        let folder = projectRoot.appendingPathComponent("Fixtures/webarchives").path
        let plain = titles(try quoth("read", "--format", "json", folder + "/harbour-courier.warc.gz"))
        #expect(plain.count > 1)
        #expect(titles(try quoth("read", "--format", "json", "\(folder)/\(name)")) == plain)
        #expect(titles(try quoth.shell("quoth read --format json - < '\(folder)/\(name)'")) == plain)
        #expect(titles(try quoth.shell("cat '\(folder)/\(name)' | quoth read --format json -")) == plain)
    }

    @Test("A ZIP file without a web archive that comes through standard input is refused")
    func nothingWithin() throws {
        let quoth = Program(folder: TemporaryFolder())
        let run = try quoth("read", "-", input: "PK\u{3}\u{4}" + String(repeating: "x", count: 100))
        #expect(run.status == 65)
        #expect(run.errors.contains("the ZIP file holds no web archive"))
    }
}
