/// A word of a text: where it stands, what it looks like, and a hash of it with the case folded away.
struct Word {
    /// What a word looks like, and where it stands.
    struct Shape: OptionSet {
        let rawValue: UInt8
        /// It begins with a capital letter.
        static let capital = Shape(rawValue: 1)
        /// It has two letters or more, all of them capital.
        static let capitals = Shape(rawValue: 2)
        /// It is a number.
        static let number = Shape(rawValue: 4)
        /// It is a sign that counts as a word: a currency, `©`, `@`.
        static let sign = Shape(rawValue: 8)
        /// It stands between quotation marks.
        static let quoted = Shape(rawValue: 16)
    }

    /// Equal for words that differ in case and apostrophes alone; for all numbers; for all currencies.
    var hash: UInt64
    var start: Int
    var end: Int
    var shape: Shape
}

/// FNV-1a (Fowler, Noll, Vo), 64 bits.
struct WordHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    /// The hash of a one-letter word that no text has: the class of numbers, currencies and so on.
    static func ofClass(_ byte: UInt8) -> UInt64 {
        var hash = WordHash()
        hash.add(byte)
        return hash.value
    }

    static let number = ofClass(0x23)
    static let currency = ofClass(0x24)
    static let copyright = ofClass(0xA9)
    static let at = ofClass(0x40)
}

/// Fills `words` with the words of a range of UTF-8 text. Hyphens part words; apostrophes do not.
func collectWords(in range: Range<Int>, of bytes: Span<UInt8>, into words: inout [Word]) {
    words.removeAll(keepingCapacity: true)
    var quoted: Word.Shape = []
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
        switch bytes[index] {
        case 0x41...0x5A, 0x61...0x7A:
            words.append(word(at: &index, end, bytes, quoted))
        case 0x30...0x39:
            words.append(number(at: &index, end, bytes, quoted))
        case 0x22:
            quoted.formSymmetricDifference(.quoted)
            index += 1
        case 0x24:
            words.append(sign(WordHash.currency, at: &index, length: 1, quoted))
        case 0x40:
            words.append(sign(WordHash.at, at: &index, length: 1, quoted))
        case 0..<0x80:
            index += 1
        default:
            nonASCII(at: &index, end, bytes, &quoted, &words)
        }
    }
}

/// Takes a word, a sign or a quotation mark whose first byte is not ASCII.
private func nonASCII(
    at index: inout Int, _ end: Int, _ bytes: Span<UInt8>, _ quoted: inout Word.Shape, _ words: inout [Word]
) {
    let second = index + 1 < end ? bytes[index + 1] : 0
    let third = index + 2 < end ? bytes[index + 2] : 0
    switch (bytes[index], second, third) {
    case (0xC2, 0xA3, _), (0xC2, 0xA5, _):
        words.append(sign(WordHash.currency, at: &index, length: 2, quoted))
    case (0xC2, 0xA9, _):
        words.append(sign(WordHash.copyright, at: &index, length: 2, quoted))
    case (0xE2, 0x82, 0xA0...0xBF):
        words.append(sign(WordHash.currency, at: &index, length: 3, quoted))
    case (0xC2, 0xAB, _), (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9E):
        quoted = .quoted
        index += second == 0xAB ? 2 : 3
    case (0xC2, 0xBB, _), (0xE2, 0x80, 0x9D):
        quoted = []
        index += second == 0xBB ? 2 : 3
    default:
        if letterLength(at: index, end, bytes) > 0 {
            words.append(word(at: &index, end, bytes, quoted))
        } else {
            index += 1
            while index < end, bytes[index] & 0xC0 == 0x80 { index += 1 }
        }
    }
}

private func sign(_ hash: UInt64, at index: inout Int, length: Int, _ quoted: Word.Shape) -> Word {
    let start = index
    index += length
    return Word(hash: hash, start: start, end: index, shape: quoted.union(.sign))
}

/// A number with its separators: `10,000`, `1.5`; `14:05` are two.
private func number(at index: inout Int, _ end: Int, _ bytes: Span<UInt8>, _ quoted: Word.Shape) -> Word {
    let start = index
    while index < end {
        let byte = bytes[index]
        let isSeparator = byte == 0x2C || byte == 0x2E
        let goesOn = isSeparator && index + 1 < end && (0x30...0x39).contains(bytes[index + 1])
        guard (0x30...0x39).contains(byte) || goesOn else { break }
        index += 1
    }
    return Word(hash: WordHash.number, start: start, end: index, shape: quoted.union(.number))
}

/// A run of letters, and of apostrophes between letters.
private func word(at index: inout Int, _ end: Int, _ bytes: Span<UInt8>, _ quoted: Word.Shape) -> Word {
    let start = index
    var hash = WordHash()
    var letters = 0
    var capitals = 0
    var startsCapital = false
    while index < end {
        let byte = bytes[index]
        switch byte {
        case 0x61...0x7A:
            hash.add(byte)
            index += 1
            letters += 1
        case 0x41...0x5A:
            hash.add(byte | 0x20)
            if letters == 0 { startsCapital = true }
            index += 1
            letters += 1
            capitals += 1
        default:
            let length = apostropheLength(at: index, end, bytes)
            if length > 0, letterLength(at: index + length, end, bytes) > 0 {
                index += length
                continue
            }
            let letter = letterLength(at: index, end, bytes)
            guard letter > 0 else {
                return finished(hash, start, index, letters, capitals, startsCapital, quoted)
            }
            if addFolded(letter, at: index, bytes, &hash) {
                if letters == 0 { startsCapital = true }
                capitals += 1
            }
            index += letter
            letters += 1
        }
    }
    return finished(hash, start, index, letters, capitals, startsCapital, quoted)
}

@inline(__always)
private func finished(
    _ hash: WordHash, _ start: Int, _ end: Int, _ letters: Int, _ capitals: Int, _ startsCapital: Bool,
    _ quoted: Word.Shape
) -> Word {
    var shape = quoted
    if startsCapital { shape.insert(.capital) }
    if letters > 1, letters == capitals { shape.insert(.capitals) }
    return Word(hash: hash.value, start: start, end: end, shape: shape)
}

/// How many bytes of an apostrophe (`'`, `’`, `ʼ`) stand at `index`.
private func apostropheLength(at index: Int, _ end: Int, _ bytes: Span<UInt8>) -> Int {
    switch bytes[index] {
    case 0x27: 1
    case 0xCA: index + 1 < end && bytes[index + 1] == 0xBC ? 2 : 0
    case 0xE2: index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99 ? 3 : 0
    default: 0
    }
}

/// How many bytes of a letter stand at `index`; 0 where there is none.
///
/// Beyond ASCII everything is a letter but Latin-1 signs, the points of Arabic, the punctuation and symbols of U+2000
/// to U+2FFF and U+3000 to U+303F, and what lies above U+FE00.
private func letterLength(at index: Int, _ end: Int, _ bytes: Span<UInt8>) -> Int {
    guard index < end else { return 0 }
    let byte = bytes[index]
    switch byte {
    case 0x41...0x5A, 0x61...0x7A: return 1
    case 0xD8 where index + 1 < end && [0x8C, 0x9B, 0x9F].contains(bytes[index + 1]): return 0
    case 0xDB where index + 1 < end && bytes[index + 1] == 0x94: return 0
    case 0xC3...0xDF: return index + 2 <= end ? 2 : 0
    case 0xE0, 0xE1, 0xE4...0xEE: return index + 3 <= end ? 3 : 0
    case 0xE3: return index + 3 <= end && bytes[index + 1] != 0x80 ? 3 : 0
    default: return 0
    }
}
