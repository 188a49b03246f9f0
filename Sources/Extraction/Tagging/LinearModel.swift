import Lexicon

/// The weights that `quoth-train` learned, read where they lie.
///
/// The file, in little-endian order: a header of 1,024 bytes, then groups of 64 bytes, a cache line each, and 64 bytes of nothing.
/// A group has eight entries: their checks of 16 bits (0 for an empty entry), then for each six weights of eight bits. A feature
/// stands in the group that its key names; the check tells it from the others there.
package final class LinearModel: Sendable {
    /// How many labels an entry has weights for.
    package static let labels = 6
    /// The first bytes of a model file.
    static let magic: [UInt8] = Array("QTHMODL2".utf8)
    static let headerLength = 1024

    /// The size of one step of a weight.
    package let scale: Float
    /// How many groups there are: a power of two.
    private let groupMask: UInt64
    /// The settings behind the magic number and the count, as the trainer wrote them.
    package let settings: [Float]
    // Never written after `init`; it lies in the program's read-only data, or in memory that this object owns.
    private nonisolated(unsafe) let entries: UnsafeRawPointer
    private nonisolated(unsafe) let owned: UnsafeMutableRawPointer?

    /// The model that the program carries at this path of `Config`; nil where it carries none, or one of another format.
    convenience init?(carried path: String) {
        guard let file = lexicon_file(path) else { return nil }
        self.init(
            UnsafeRawBufferPointer(start: file.pointee.bytes, count: file.pointee.length), owned: nil)
    }

    /// The model for English that the program carries.
    static let english = LinearModel(carried: "models/en.model")

    /// A model from the bytes of its file; nil where they are no model.
    package convenience init?(bytes: [UInt8]) {
        let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 64)
        bytes.withUnsafeBytes {
            copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: bytes.count)
        }
        self.init(UnsafeRawBufferPointer(start: copy, count: bytes.count), owned: copy)
    }

    private init?(_ file: UnsafeRawBufferPointer, owned: UnsafeMutableRawPointer?) {
        self.owned = owned
        guard let base = file.baseAddress, file.count >= Self.headerLength + 64,
            file.prefix(8).elementsEqual(Self.magic)
        else { return nil }
        let groups = UInt64(UInt32(littleEndian: file.loadUnaligned(fromByteOffset: 8, as: UInt32.self)))
        guard groups > 0, groups & (groups - 1) == 0,
            file.count == Self.headerLength + Int(groups) * 64 + Self.padding
        else {
            return nil
        }
        groupMask = groups - 1
        let count = (Self.headerLength - 12) / 4
        settings = (0..<count).map {
            Float(
                bitPattern: UInt32(
                    littleEndian: file.loadUnaligned(fromByteOffset: 12 + $0 * 4, as: UInt32.self)))
        }
        scale = settings[0]
        entries = base + Self.headerLength
    }

    deinit { owned?.deallocate() }

    /// Asks for the weights of some features, which lie anywhere in some megabytes, some time before they are added.
    @inline(__always)
    func prefetch(_ keys: [UInt64]) {
        for key in keys { prefetch_line(entries + Int(truncatingIfNeeded: key & groupMask) &* 64) }
    }

    /// The sums of the weights of some features for each label.
    @inline(__always)
    func sum(_ keys: [UInt64]) -> SIMD8<Int32> {
        var sums = SIMD8<Int32>()
        // Sums of 16 bits take half the steps, and hold so many weights of eight.
        for start in stride(from: 0, to: keys.count, by: 256) {
            var part = SIMD8<Int16>()
            for index in start..<min(start + 256, keys.count) {
                let key = keys[index]
                let group = entries + Int(truncatingIfNeeded: key & groupMask) &* 64
                let place = Int(place_of_number(group, Self.check(key)))
                guard place < 8 else { continue }
                let weights = group.loadUnaligned(
                    fromByteOffset: Self.checksLength &+ place &* Self.labels, as: SIMD8<Int8>.self)
                part &+= SIMD8<Int16>(truncatingIfNeeded: weights)
            }
            sums &+= SIMD8<Int32>(truncatingIfNeeded: part)
        }
        return sums
    }

    /// The checks of a group take up so many bytes.
    private static let checksLength = 16
    /// So many bytes behind the last group let its last entry be read as eight.
    private static let padding = 64

    /// The check of a key: never 0.
    @inline(__always)
    static func check(_ key: UInt64) -> UInt16 {
        let bits = UInt16(truncatingIfNeeded: key >> 48)
        return bits == 0 ? 1 : bits
    }

    /// The bytes of a model file with these weights, `labels` for each key, in units of one.
    ///
    /// A feature whose group is full is left out: those of the last list first, and of one list the lightest. So the few that judge
    /// a whole quote are never crowded out by the many that look at one token each.
    package static func bytes(
        weights lists: [[(key: UInt64, weights: [Float])]], scale: Float, groups: Int, settings: [Float]
    ) -> [UInt8] {
        var bytes = magic
        append(UInt32(groups).littleEndian, to: &bytes)
        for value in ([scale] + settings).prefix((headerLength - 12) / 4) {
            append(value.bitPattern.littleEndian, to: &bytes)
        }
        bytes += Array(repeating: 0, count: headerLength - bytes.count)
        var entries = [UInt8](repeating: 0, count: groups * 64 + padding)
        func heft(_ values: [Float]) -> Float { values.map { $0.magnitude }.max() ?? 0 }
        let ordered = lists.flatMap { list in
            list.sorted { (heft($0.weights), $0.key) > (heft($1.weights), $1.key) }
        }
        for (key, values) in ordered {
            let steps = values.map { Int8(max(-127, min(127, ($0 / scale).rounded()))) }
            if steps.allSatisfy({ $0 == 0 }) { continue }
            let group = Int(key & UInt64(groups - 1)) * 64
            let check = check(key)
            for place in 0..<8 {
                let at = group + place * 2
                let held = UInt16(entries[at]) | UInt16(entries[at + 1]) << 8
                if held == check { break }
                guard held == 0 else { continue }
                entries[at] = UInt8(truncatingIfNeeded: check)
                entries[at + 1] = UInt8(truncatingIfNeeded: check >> 8)
                for (label, step) in steps.enumerated() {
                    entries[group + checksLength + place * labels + label] = UInt8(bitPattern: step)
                }
                break
            }
        }
        return bytes + entries
    }

    private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
    }
}
