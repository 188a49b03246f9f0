/// A table from words to numbers, without regard to case: open addressing over the bytes of the words.
///
/// A look-up hashes the bytes as they stand in the text and makes no string. Latin letters in ASCII and Cyrillic ones fold
/// their case, and the curly apostrophe is the straight one.
struct WordTable: Sendable {
    private struct Slot: Sendable {
        var hash: UInt32
        var keyStart: Int32
        var keyLength: Int16
        var value: Int16
    }

    private var slots: [Slot]
    private var keys: [UInt8] = []
    private var count = 0
    private var mask: Int

    /// An empty table.
    init() {
        slots = Array(repeating: Slot(hash: 0, keyStart: 0, keyLength: -1, value: 0), count: 1024)
        mask = 1023
    }

    /// The number of the word that stands at some bytes; nil for an unknown word.
    @inline(__always)
    func value(_ bytes: [UInt8], _ range: Range<Int>) -> Int16? {
        let hash = Self.hash(bytes, range)
        var index = Int(hash) & mask
        while true {
            let slot = slots[index]
            if slot.keyLength < 0 { return nil }
            if slot.hash == hash, isKey(slot, bytes, range) { return slot.value }
            index = (index + 1) & mask
        }
    }

    /// Gives a word, in lower case and with straight apostrophes, its number; a word that is there keeps its own.
    mutating func insert(_ word: [UInt8], value: Int16) {
        if count * 2 >= slots.count { grow() }
        guard self.value(word, 0..<word.count) == nil else { return }
        let hash = Self.hash(word, 0..<word.count)
        place(Slot(hash: hash, keyStart: Int32(keys.count), keyLength: Int16(word.count), value: value))
        keys.append(contentsOf: word)
        count += 1
    }

    private mutating func place(_ slot: Slot) {
        var index = Int(slot.hash) & mask
        while slots[index].keyLength >= 0 { index = (index + 1) & mask }
        slots[index] = slot
    }

    private mutating func grow() {
        let old = slots
        slots = Array(
            repeating: Slot(hash: 0, keyStart: 0, keyLength: -1, value: 0), count: slots.count * 2)
        mask = slots.count - 1
        for slot in old where slot.keyLength >= 0 { place(slot) }
    }

    /// FNV-1a (Fowler, Noll, Vo) over the folded bytes.
    @inline(__always)
    private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        var position = range.lowerBound
        while position < range.upperBound {
            let (byte, length) = folded(bytes, position, range.upperBound)
            hash = (hash ^ UInt32(byte)) &* 16_777_619
            position += length
        }
        return hash ^ hash >> 15
    }

    /// The byte at a place as the table compares it, and how many bytes it stands for.
    @inline(__always)
    static func folded(_ bytes: [UInt8], _ position: Int, _ limit: Int) -> (byte: UInt8, length: Int) {
        let byte = bytes[position]
        if byte >= 0x41 && byte <= 0x5A { return (byte | 0x20, 1) }
        if byte == 0xE2, position + 2 < limit, bytes[position + 1] == 0x80, bytes[position + 2] == 0x99 {
            return (UInt8(ascii: "'"), 3)
        }
        return byte < 0x80 ? (byte, 1) : foldedCyrillic(bytes, position, limit)
    }

    /// A byte of a Cyrillic letter, as it is in the small one; the apostrophe of Ukrainian (U+02BC) is the straight one.
    private static func foldedCyrillic(_ bytes: [UInt8], _ position: Int, _ limit: Int) -> (
        byte: UInt8, length: Int
    ) {
        let byte = bytes[position]
        if byte & 0xC0 == 0x80 {
            guard position > 0 else { return (byte, 1) }
            switch (bytes[position - 1], byte) {
            case (0xD0, 0x80...0x8F): return (byte + 0x10, 1)
            case (0xD0, 0x90...0x9F): return (byte + 0x20, 1)
            case (0xD0, 0xA0...0xAF): return (byte - 0x20, 1)
            case (0xD2, 0x90): return (0x91, 1)
            default: return (byte, 1)
            }
        }
        guard position + 1 < limit else { return (byte, 1) }
        switch (byte, bytes[position + 1]) {
        case (0xD0, 0x80...0x8F), (0xD0, 0xA0...0xAF): return (0xD1, 1)
        case (0xCA, 0xBC): return (UInt8(ascii: "'"), 2)
        default: return (byte, 1)
        }
    }

    private func isKey(_ slot: Slot, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        var position = range.lowerBound
        var key = Int(slot.keyStart)
        let end = key + Int(slot.keyLength)
        while position < range.upperBound {
            let (byte, length) = Self.folded(bytes, position, range.upperBound)
            if key == end || keys[key] != byte { return false }
            key += 1
            position += length
        }
        return key == end
    }
}
