/// A character reference that the parser left as it stands: of HTML 5 alone, without its semicolon, or made twice
/// (`&amp;rsquo;`).
struct CharacterReference {
    /// What it stands for.
    let scalars: [UnicodeScalar]
    /// How many bytes it takes.
    let length: Int

    /// Whether it is white space.
    var isBlank: Bool { scalars.count == 1 && scalars[0].properties.isWhitespace }

    /// Reads a reference that begins at `start`, with an ampersand.
    init?(at start: Int, _ end: Int, _ text: Span<UInt8>) {
        if start + 2 < end, text[start + 1] == 0x23 {
            self.init(numberAt: start, end, text)
        } else {
            self.init(nameAt: start, end, text)
        }
    }

    private init?(nameAt start: Int, _ end: Int, _ text: Span<UInt8>) {
        var hash = WordHash()
        var index = start + 1
        while index < end, index - start <= longestName, isAlphanumeric(text[index]) {
            hash.add(text[index])
            index += 1
        }
        guard index > start + 2, let scalars = Self.named[hash.value] else { return nil }
        let hasEnd = index < end && text[index] == 0x3B
        // Without its end only what was always a reference is one: “&copy” may begin a parameter.
        guard hasEnd || Self.endless.contains(hash.value) else { return nil }
        self.scalars = scalars
        length = index - start + (hasEnd ? 1 : 0)
    }

    private init?(numberAt start: Int, _ end: Int, _ text: Span<UInt8>) {
        var index = start + 2
        let isHexadecimal = text[index] | 0x20 == 0x78
        if isHexadecimal { index += 1 }
        var number: UInt32 = 0
        let first = index
        while index < end, index - first < 8, let digit = Self.digit(text[index]), isHexadecimal || digit < 10
        {
            number = number &* (isHexadecimal ? 16 : 10) &+ digit
            index += 1
        }
        guard index > first else { return nil }
        if (0x80...0x9F).contains(number) {
            scalars = [SingleByteEncoding.windows1252.scalar(UInt8(number))]
        } else {
            guard number >= 0x20 || number == 9 || number == 10 || number == 13,
                let scalar = UnicodeScalar(number)
            else { return nil }
            scalars = [scalar]
        }
        length = index - start + (index < end && text[index] == 0x3B ? 1 : 0)
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46: UInt32(byte - 0x41 + 10)
        case 0x61...0x66: UInt32(byte - 0x61 + 10)
        default: nil
        }
    }

    private static let named: [UInt64: [UnicodeScalar]] = {
        var table: [UInt64: [UnicodeScalar]] = [:]
        for line in lexiconLines("lexicon/html/references.txt") {
            let fields = line.split(separator: " ")
            guard let name = fields.first else { continue }
            table[nameHash(Array(name.utf8).span)] = fields.dropFirst().compactMap {
                UInt32($0, radix: 16).flatMap(UnicodeScalar.init)
            }
        }
        return table
    }()

    /// References that are often written without a semicolon, and can hardly be anything else.
    private static let endless: Set<UInt64> = {
        let names = "nbsp quot lsquo rsquo ldquo rdquo laquo raquo hellip mdash ndash amp"
        return Set(names.split(separator: " ").map { nameHash(Array($0.utf8).span) })
    }()
}

/// The longest name is that of U+2233.
private let longestName = 32

private func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
}

extension SingleByteEncoding {
    /// The character of a byte.
    func scalar(_ byte: UInt8) -> UnicodeScalar {
        // No character of these tables is a surrogate.
        byte < 0x80 ? UnicodeScalar(byte) : UnicodeScalar(upperHalf[Int(byte - 0x80)]).unsafelyUnwrapped
    }
}
