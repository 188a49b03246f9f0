import Foundation
import Loopback
import TestSupport
import Testing

@Suite("Addresses on the command line")
struct AddressTests {
    private let folder = TemporaryFolder()
    private var quoth: Program { Program(folder: folder) }

    private static let article = """
        Families ask for a hearing

        “Give us the papers of the pier,” Harbour Families said in a statement on Monday. “We have waited for a year.”
        """

    private func server() throws -> LoopbackServer {
        try site([
            "/1": { $0.answer("200 OK", ["Content-Type: text/plain"], Array(AddressTests.article.utf8)) }
        ])
    }

    @Test("An address is ingested as a file is; the server learns who asks, and the capture is kept")
    func ingest() throws {
        let server = try server()
        let run = try quoth(
            "ingest", "--allow-private", "--contact", "desk@harbour.example", "--keep-captures", "captures",
            "--published", "2024-03-05", server.address("/1"))
        #expect(run.status == 0)
        #expect(run.output == "1 new, 0 unchanged, 0 new version, 0 repaired, 0 failed\n")
        #expect(server.requests.map { $0.field("User-Agent") } == ["Quoth/0.1.0 (+desk@harbour.example)"])
        #expect(try folder.read("captures/captures-00001.warc").contains(AddressTests.article))
        let source = try quoth("timeline", "--source", server.address("/1"), "--format", "oneline")
        #expect(source.output.contains("Give us the papers of the pier,"))
    }

    @Test("What is said at an address is found without an archive")
    func extract() throws {
        let server = try server()
        let run = try quoth("extract", "--allow-private", "--format", "oneline", server.address("/1"))
        #expect(run.status == 0)
        #expect(run.output.contains("Give us the papers of the pier,"))
        #expect(try folder.entries == [])
        #expect(server.requests.count == 1)
    }

    @Test("This machine is not asked without leave, and what leads nowhere is said, with status 69")
    func refused() throws {
        let server = try server()
        let refused = try quoth("extract", server.address("/1"))
        #expect(refused.status == 69)
        #expect(refused.errors.contains("loopback"))
        #expect(server.allRequests.isEmpty)
        let nowhere = try quoth("extract", "--allow-private", server.address("/2"))
        #expect(nowhere.status == 69)
        #expect(nowhere.errors.contains("status 404"))
    }
}
