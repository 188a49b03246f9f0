import Testing

@testable import Reading

/// The bytes of a number, the lowest first.
private func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}

/// A ZIP file with entries that are stored; lengths stand in the directory alone, in four bytes or in eight.
private func zip(_ entries: [(name: String, bytes: [UInt8])], isWide: Bool = false) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
        let name = Array(entry.name.utf8)
        let wide =
            isWide
            ? number(1, 2) + number(24, 2)
                + [entry.bytes.count, entry.bytes.count, file.count].flatMap { number($0, 8) } : []
        let fields =
            isWide
            ? [0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF] : [entry.bytes.count, entry.bytes.count, file.count]
        directory += number(0x0201_4B50, 4) + number(0, 16) + number(fields[0], 4) + number(fields[1], 4)
        directory +=
            number(name.count, 2) + number(wide.count, 2) + number(0, 10) + number(fields[2], 4) + name + wide
        file +=
            number(0x0403_4B50, 4) + number(0, 22) + number(name.count, 2) + number(3, 2) + name + [1, 2, 3]
        file += entry.bytes
    }
    let start = file.count
    file += directory
    if isWide {
        let record = file.count
        file += number(0x0606_4B50, 4) + number(0, 36) + number(directory.count, 8) + number(start, 8)
        file += number(0x0706_4B50, 4) + number(0, 4) + number(record, 8) + number(1, 4)
    }
    let (size, place) = isWide ? (0xFFFF_FFFF, 0xFFFF_FFFF) : (directory.count, start)
    return file + number(0x0605_4B50, 4) + number(0, 8) + number(size, 4) + number(place, 4) + number(0, 2)
}

private func read(_ file: [UInt8]) -> (Range<Int>) -> [UInt8] {
    { Array(file[$0.clamped(to: file.indices)]) }
}

@Suite("ZIP files") struct ZIPDirectoryTests {
    @Test("The entries of a ZIP file are found, with the bytes that each takes up", arguments: [false, true])
    func entries(isWide: Bool) throws {
        let contents = [("datapackage.json", Array("{}".utf8)), ("archive/a.warc", Array("WARC/1.0".utf8))]
        let file = zip(contents, isWide: isWide)
        let directory = try #require(ZIPDirectory(length: file.count, read: read(file)))
        #expect(directory.entries.map(\.name) == contents.map(\.0))
        for (entry, content) in zip(directory.entries, contents) {
            let range = try #require(ZIPDirectory.range(of: entry, length: file.count, read: read(file)))
            #expect(Array(file[range]) == content.1)
        }
    }

    @Test("A ZIP file that is cut or changed anywhere is read or refused", arguments: [false, true])
    func broken(isWide: Bool) {
        let file = zip([("archive/a.warc", Array("WARC/1.0".utf8))], isWide: isWide)
        for index in file.indices {
            for changed in [
                Array(file[..<index]),
                file.map(\.self).enumerated().map { $0.offset == index ? 0xFF : $0.element },
            ] {
                for entry in ZIPDirectory(length: changed.count, read: read(changed))?.entries ?? [] {
                    _ = ZIPDirectory.range(of: entry, length: changed.count, read: read(changed))
                }
            }
        }
    }
}
