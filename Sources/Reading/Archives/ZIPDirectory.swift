/// An entry of a ZIP file.
public struct ZIPEntry: Hashable, Sendable {
    /// Its name, with the folders before it.
    public let name: String
    /// Whether it stands there as it is, and not compressed.
    public let isStored: Bool
    /// Whether it is compressed with `deflate`.
    public let isDeflated: Bool
    /// How many bytes it takes up in the file.
    public let length: Int
    /// Where its local header stands.
    let header: Int
}

/// The directory of a ZIP file (APPNOTE 6.3.10, sections 4.3 and 4.4; ZIP64 too), such as a web archive in the format
/// WACZ is. Only the directory is believed, not the headers of entries, whose lengths are often left out.
public struct ZIPDirectory: Sendable {
    /// Gives the bytes of a range of the file; fewer where it ends before.
    public typealias Read<Failure: Error> = (Range<Int>) throws(Failure) -> [UInt8]

    /// The largest directory that is read: half a million entries.
    private static let sizeLimit = 64 << 20

    /// The entries in their order.
    public let entries: [ZIPEntry]

    /// Whether an input that begins so may be a ZIP file.
    public static func recognises(_ head: [UInt8]) -> Bool { head.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    /// The directory of a file of so many bytes; nil where it has none.
    ///
    /// - Throws: what `read` throws.
    public init?<Failure>(length: Int, read: Read<Failure>) throws(Failure) {
        // The record at the end has 22 bytes and a comment.
        let tailStart = max(0, length - 22 - 0xFFFF)
        let tail = try read(tailStart..<length)
        guard let end = ZIPDirectory.lastRecord(0x0605_4B50, in: tail, size: 22) else { return nil }
        var size = tail.number(at: end + 12, bytes: 4)
        var start = tail.number(at: end + 16, bytes: 4)
        if start == 0xFFFF_FFFF || size == 0xFFFF_FFFF {
            guard end >= 20, tail.number(at: end - 20, bytes: 4) == 0x0706_4B50 else { return nil }
            let place = tail.number(at: end - 12, bytes: 8)
            guard place >= 0, place <= length - 56 else { return nil }
            let record = try read(place..<place + 56)
            guard record.count == 56, record.number(at: 0, bytes: 4) == 0x0606_4B50 else { return nil }
            size = record.number(at: 40, bytes: 8)
            start = record.number(at: 48, bytes: 8)
        }
        guard size >= 0, start >= 0, size <= ZIPDirectory.sizeLimit, start <= length - size else {
            return nil
        }
        entries = ZIPDirectory.entries(in: try read(start..<start + size))
    }

    /// The bytes that an entry takes up; nil where the file does not hold them.
    ///
    /// - Throws: what `read` throws.
    public static func range<Failure>(
        of entry: ZIPEntry, length: Int, read: Read<Failure>
    ) throws(Failure) -> Range<Int>? {
        guard entry.header >= 0, entry.header <= length - 30 else { return nil }
        let header = try read(entry.header..<entry.header + 30)
        guard header.count == 30, header.number(at: 0, bytes: 4) == 0x0403_4B50 else { return nil }
        let start =
            entry.header + 30 + header.number(at: 26, bytes: 2) + header.number(at: 28, bytes: 2)
        guard entry.length >= 0, start <= length, entry.length <= length - start else { return nil }
        return start..<start + entry.length
    }

    private static func lastRecord(_ mark: Int, in bytes: [UInt8], size: Int) -> Int? {
        var index = bytes.count - size
        while index >= 0 {
            if bytes.number(at: index, bytes: 4) == mark { return index }
            index -= 1
        }
        return nil
    }

    private static func entries(in directory: [UInt8]) -> [ZIPEntry] {
        var entries: [ZIPEntry] = []
        var index = 0
        while index + 46 <= directory.count, directory.number(at: index, bytes: 4) == 0x0201_4B50 {
            let nameEnd = index + 46 + directory.number(at: index + 28, bytes: 2)
            let extraEnd = nameEnd + directory.number(at: index + 30, bytes: 2)
            guard extraEnd <= directory.count else { break }
            var fields = [
                directory.number(at: index + 24, bytes: 4), directory.number(at: index + 20, bytes: 4),
                directory.number(at: index + 42, bytes: 4),
            ]
            widen(&fields, directory, nameEnd..<extraEnd)
            entries.append(
                ZIPEntry(
                    name: String(decoding: directory[index + 46..<nameEnd], as: UTF8.self),
                    isStored: directory.number(at: index + 10, bytes: 2) == 0,
                    isDeflated: directory.number(at: index + 10, bytes: 2) == 8, length: fields[1],
                    header: fields[2]))
            index = extraEnd + directory.number(at: index + 32, bytes: 2)
        }
        return entries
    }

    /// Takes those of the lengths and places that need eight bytes from the extra field with the number 1.
    private static func widen(_ fields: inout [Int], _ directory: [UInt8], _ extra: Range<Int>) {
        var index = extra.lowerBound
        while index + 4 <= extra.upperBound {
            let end = index + 4 + directory.number(at: index + 2, bytes: 2)
            guard end <= extra.upperBound else { return }
            if directory.number(at: index, bytes: 2) == 1 {
                var place = index + 4
                for number in fields.indices where fields[number] == 0xFFFF_FFFF && place + 8 <= end {
                    fields[number] = directory.number(at: place, bytes: 8)
                    place += 8
                }
                return
            }
            index = end
        }
    }
}

extension [UInt8] {
    /// The number of so many bytes at a place, the lowest first.
    fileprivate func number(at index: Int, bytes: Int) -> Int {
        (0..<bytes).reduce(0) { $0 | Int(truncatingIfNeeded: UInt64(self[index + $1]) << UInt64(8 * $1)) }
    }
}
