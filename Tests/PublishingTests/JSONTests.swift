import EDTF
import Foundation
import Publishing
import Statements
import TestSupport
import Testing

@Suite("JSON is written as it should be")
struct JSONTests {
    @Test("Every text comes back as it was", arguments: 0..<40)
    func roundTrip(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        var text = "\"\\/\u{8}\n\r\t\u{7F}\u{85}\u{61C}\u{200B}\u{2028}\u{202E}\u{2066}\u{FEFF}\u{E0041}𝄞é"
        for _ in 0..<50 {
            let value = UInt32.random(in: 0...0x10FFFF, using: &generator)
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
        }
        var json = JSONWriter()
        json.beginArray()
        json.string(text)
        json.string(nil)
        json.integer(-120)
        json.fraction(0.9304)
        json.boolean(true)
        json.endArray()
        let values = try #require(JSONSerialization.jsonObject(with: Data(json.bytes)) as? [Any])
        #expect((values[0] as? String)?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
        #expect(values[1] is NSNull)
        #expect(values[2] as? Int == -120)
        #expect(values[3] as? Double == 0.93)
    }

    @Test(
        "Fractions are short",
        arguments: [
            (0.0, "0"), (1.0, "1"), (0.5, "0.5"), (0.05, "0.05"), (0.123_4, "0.123"),
            (.nan, "0"), (2.0, "1"), (0.9999, "1"),
        ])
    func fractions(value: Double, text: String) {
        var json = JSONWriter()
        json.fraction(value)
        #expect(String(json.bytes) == text)
    }

    @Test("Lines of JSON and an array hold the same objects")
    func lines() throws {
        let lines = String(TimelineFormat.jsonl.writer().bytes(of: Harbour.timeline))
        let array = String(TimelineFormat.json.writer().bytes(of: Harbour.timeline))
        let rows = lines.split(separator: "\n")
        #expect(rows.count == 2)
        #expect(array == "[\n" + rows.joined(separator: ",\n") + "\n]\n")
    }

    @Test("A segment carries its place and its context")
    func selectors() throws {
        let line = String(TimelineFormat.jsonl.writer().bytes(of: Harbour.timeline)).prefix { $0 != "\n" }
        let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        let quotes = try #require(object["quotes"] as? [[String: Any]])
        let segments = try #require(quotes[0]["segments"] as? [[String: Any]])
        let scalars = Array(Harbour.text.unicodeScalars)
        for segment in segments {
            let start = try #require(segment["start"] as? Int)
            let end = try #require(segment["end"] as? Int)
            func slice(_ from: Int, _ to: Int) -> String {
                var text = ""
                text.unicodeScalars.append(contentsOf: scalars[max(from, 0)..<min(to, scalars.count)])
                return text
            }
            #expect(segment["exact"] as? String == slice(start, end))
            #expect(segment["prefix"] as? String == slice(start - 32, start))
            #expect(segment["suffix"] as? String == slice(end, end + 32))
        }
    }

    @Test("The export is a pure function, and counts what it holds")
    func export() throws {
        func export() -> [UInt8] {
            var document = ExportDocument()
            document.begin(query: TimelineQuery(), generator: "quoth 0.1.0")
            document.addStatements(Harbour.timeline)
            document.addSpeakers(Harbour.timeline.speakers.values)
            document.addSource(Harbour.source, versions: [(Harbour.version.id, Harbour.version.sha256)])
            document.end()
            return document.bytes
        }
        let object = try #require(JSONSerialization.jsonObject(with: Data(export())) as? [String: Any])
        #expect(object["counts"] as? [String: Int] == ["sources": 1, "statements": 2, "quotes": 2])
        #expect(export() == export())
        #expect(export().last == UInt8(ascii: "\n"))
    }

    @Test("An export of nothing is whole, too")
    func emptyExport() throws {
        var document = ExportDocument()
        document.begin(query: TimelineQuery(), generator: "quoth 0.1.0")
        document.addSpeakers([])
        document.end()
        let object = try #require(JSONSerialization.jsonObject(with: Data(document.bytes)) as? [String: Any])
        #expect((object["statements"] as? [Any])?.isEmpty == true)
        #expect((object["sources"] as? [Any])?.isEmpty == true)
    }
}
