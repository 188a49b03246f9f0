import Foundation
import TestSupport
import Testing
import Tracker

@Suite("Extraction as a filter")
struct LineFilterTests {
    let folder = TemporaryFolder()

    private func run(_ input: String, jobs: Int = 2) async throws -> (
        text: String, counts: LineFilter.Counts
    ) {
        let file = try folder.write(input, to: UUID().uuidString)
        var bytes: [UInt8] = []
        let filter = LineFilter.extraction(jobs: jobs)
        let counts = try await filter.run(try ByteInput(path: file)) { bytes += $0 }
        return (String(decoding: bytes, as: UTF8.self), counts)
    }

    private func objects(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").map {
            try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test("A line out for each line in, in the same order, the same for any number of workers")
    func order() async throws {
        let input = (0..<2_000).map { line($0) }.joined(separator: "\n")
        let one = try await run(input, jobs: 1)
        let many = try await run(input, jobs: 7)
        #expect(one.text == many.text)
        #expect(one.counts.documents == 2_000)
        #expect(try objects(one.text).map { $0["id"] as? String } == (0..<2_000).map { "doc-\($0)" })
    }

    @Test("A line that is no document has its error in its place")
    func errors() async throws {
        let result = try await run("\u{FEFF}" + line(1) + "\nno\n{\"id\":\"x\"}\n\n" + line(2) + "\n[]")
        let rows = try objects(result.text)
        #expect(rows.map { $0["id"] as? String } == ["doc-1", nil, "x", "doc-2", nil])
        #expect(rows.map { $0["error"] != nil } == [false, true, true, false, true])
        #expect((rows[1]["error"] as? String)?.contains("line 2") == true)
        #expect((rows[4]["error"] as? String)?.contains("line 6") == true)
        #expect(result.counts.failures == 3)
    }

    @Test("Keys come in the order of the contract")
    func keys() async throws {
        let text = try await run(line(1)).text
        var position = text.startIndex
        for key in [
            "id", "quotes", "kind", "segments", "start", "end", "exact", "cue", "attribution", "speaker",
            "addressee", "medium", "occasion", "statement", "confidence",
        ] {
            let found = try #require(text.range(of: "\"\(key)\":", range: position..<text.endIndex), "\(key)")
            position =
                key == "speaker" || key == "cue"
                ? text.range(
                    of: key == "cue" ? "\"attribution\":" : "\"addressee\":",
                    range: found.upperBound..<text.endIndex)?
                    .lowerBound ?? found.upperBound : found.upperBound
        }
    }

    @Test("Every span reads back, in code points")
    func spans() async throws {
        let text = "Сім’ї 👩‍👧 e\u{301}: “We stay,” Iva Lund said on Monday. “We 👧 stay.”"
        let data = try JSONSerialization.data(withJSONObject: [
            "id": "a", "text": text, "published": "2024-03-05",
        ])
        let row = try #require(objects(try await run(String(decoding: data, as: UTF8.self)).text).first)
        let quotes = try #require(row["quotes"] as? [[String: Any]])
        #expect(!quotes.isEmpty)
        let scalars = Array(text.unicodeScalars)
        for quote in quotes {
            var spans = try #require(quote["segments"] as? [[String: Any]])
            for key in ["cue", "attribution"] {
                if let span = quote[key] as? [String: Any] { spans.append(span) }
            }
            for span in spans {
                let start = try #require(span["start"] as? Int)
                let end = try #require(span["end"] as? Int)
                var slice = ""
                slice.unicodeScalars.append(contentsOf: scalars[start..<end])
                #expect((span["exact"] ?? span["text"]) as? String == slice)
            }
        }
    }
}
