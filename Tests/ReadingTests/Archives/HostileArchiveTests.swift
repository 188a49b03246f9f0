import TestSupport
import Testing

@testable import Reading

/// Small archives in every packing.
private let archives: [[UInt8]] = {
    let records = [
        TestRecord.page("One.", uri: "https://quay-courier.example/1").bytes,
        TestRecord(type: "request", block: Array("GET / HTTP/1.1\r\n\r\n".utf8)).bytes,
        TestRecord.page("Two.", uri: "https://quay-courier.example/2").bytes,
    ]
    let arc = """
        filedesc://a.arc 0.0.0.0 20240506070809 text/plain 5
        1 0 X
        http://quay-courier.example/1 192.0.2.1 20240506070809 text/html 60
        """
    return [
        records.flatMap(\.self), records.flatMap(gzip), records.flatMap { zstd($0) },
        Array(arc.utf8) + [0x0A] + response(Array("<p>One.".utf8)),
    ]
}()

@Suite("Hostile archives") struct HostileArchiveTests {
    @Test("An archive that is cut anywhere is read as far as it goes", arguments: archives.indices)
    func cut(number: Int) {
        let archive = archives[number]
        let whole = told(archive).filter { !$0.hasPrefix("damage") }
        for end in stride(from: 0, to: archive.count, by: 3) {
            let found = told(Array(archive[..<end]), pieces: 64).filter { !$0.hasPrefix("damage") }
            let sound = found.filter { !$0.hasPrefix("!") }
            #expect(whole.starts(with: sound), "cut at \(end)")
        }
    }

    @Test(
        "An archive with any byte changed is read, and the record after it, too", arguments: archives.indices)
    func changed(number: Int) {
        let archive = archives[number]
        for index in stride(from: 0, to: archive.count, by: 2) {
            var copy = archive
            copy[index] ^= 0xFF
            let found = told(copy, pieces: 1 << 10)
            #expect(found.count <= 40, "changed at \(index)")
            // Without its mark an input is not known to be packed.
            if index >= 4, index < archive.count / 3, number < 2 {
                #expect(found.contains("https://quay-courier.example/2"), "changed at \(index)")
            }
        }
    }

    @Test("Bytes without sense behind the mark of an archive come to an end", arguments: 0..<60)
    func noise(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let starts: [[UInt8]] = [
            Array("WARC/1.0\r\n".utf8), [0x1F, 0x8B, 8, 0], [0x28, 0xB5, 0x2F, 0xFD], Array("filedesc:".utf8),
        ]
        var bytes = starts[seed % 4]
        for _ in 0..<2_000 {
            let piece = starts.randomElement(using: &generator) ?? []
            bytes += Bool.random(using: &generator) ? piece : [UInt8.random(in: 0...255, using: &generator)]
        }
        _ = told(bytes, pieces: 100)
    }

    @Test("Lengths that no file has, headers without an end and marks without number cost no time")
    func sizes() {
        var record = TestRecord.page("One.")
        record.length = Int.max
        #expect(told(record.bytes).last?.hasSuffix("quay-courier.example/1") == true)
        #expect(
            told(Array("WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n".utf8)) == ["damage at 0"])
        let endless = Array("WARC/1.0\r\n".utf8) + [UInt8](repeating: 0x41, count: 3 << 20)
        #expect(told(endless, pieces: 1 << 16) == ["damage at 0"])
        let marks = [UInt8](repeating: 0, count: 1 << 18).indices.map {
            [0x1F, 0x8B, 0x08, 0x00][$0 % 4] as UInt8
        }
        #expect(!told(marks, pieces: 1 << 14).isEmpty)
    }
}
