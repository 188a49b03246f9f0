import Archive
import EDTF
import Foundation
import Publishing
import Reading
import Statements
import TestSupport
import Testing
import Tracker

@Suite("Export")
struct ExportTests {
    let folder = TemporaryFolder()

    @Test("The schema is the one in the project, and carried in the program")
    func schema() throws {
        let file = try Data(
            contentsOf: projectRoot.appendingPathComponent("Config/schema/timeline-1.schema.json"))
        #expect(TimelineSchema.bytes == Array(file))
    }

    @Test("An export holds whatever its statements refer to, and of the speakers no others")
    func references() async throws {
        let archive = try folder.archive()
        let registry = try RegistryImport(
            yaml: """
                groups: [{name: Harbour Families}, {name: Bystanders}, {name: Dockers}]
                people: [{name: Iva Lund, groups: [Dockers]}]
                """, name: "r")
        _ = try registry.run(into: archive)
        let file = try folder.write((0..<3).map { line($0) }.joined(separator: "\n"), to: "a.jsonl")
        _ = try await ingest([file], into: archive)

        var query = TimelineQuery()
        query.person = "Iva Lund"
        var bytes: [UInt8] = []
        let count = try Export(from: archive).document(query, generator: "quoth 0.1.0", stamp: nil) {
            bytes += $0
        }
        #expect(count > 0)
        let object = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let people = try #require(object["people"] as? [[String: Any]])
        let groups = try #require(object["groups"] as? [[String: Any]])
        #expect(people.map { $0["name"] as? String } == ["Iva Lund"])
        #expect(groups.map { $0["name"] as? String } == ["Dockers"])
        let all = try #require(
            JSONSerialization.jsonObject(with: Data(try export(archive).utf8)) as? [String: Any])
        #expect((all["groups"] as? [Any])?.count == 3)
    }

    @Test(
        "Pages make no difference: all formats hold each statement once", arguments: TimelineFormat.allCases)
    func pages(format: TimelineFormat) async throws {
        let archive = try folder.archive()
        let file = try folder.write((0..<600).map { line($0) }.joined(separator: "\n"), to: "a.jsonl")
        _ = try await ingest([file], into: archive)
        let whole = try archive.timeline(TimelineQuery(), includingTexts: true)
        #expect(whole.statements.count > 500)
        var bytes: [UInt8] = []
        let count = try Export(from: archive).timeline(TimelineQuery(), format: format, layout: Layout()) {
            bytes += $0
        }
        #expect(count == whole.statements.count)
        #expect(bytes == format.writer().bytes(of: whole))
    }
}
