/// Text in UTF-8 that a program took for Windows-1252 (`ðŸ§¤` for 🧤, `ÐœÑ‹` for “Мы”, `â€™` for ’).
enum Mojibake {
    /// So many characters of two bytes in a row are no chance.
    private static let leastPairs = 3

    /// Whether a text looks like that. It stays as it is: what it was can't be told for sure.
    static func stands(in text: String) -> Bool {
        guard mayStand(in: text.utf8.span) else { return false }
        let bytes = text.unicodeScalars.map(byte)
        var pairs = 0
        var index = 0
        while index + 1 < bytes.count {
            guard let lead = bytes[index], lead >= 0xC2, let next = bytes[index + 1], next & 0xC0 == 0x80
            else {
                // A blank keeps words together that all look like that.
                if bytes[index] != 0x20 { pairs = 0 }
                index += 1
                continue
            }
            // An emoji, or a mark of punctuation; other sequences of three occur in French.
            if lead == 0xF0 && next == 0x9F || lead == 0xE2 && next == 0x80 { return true }
            pairs = lead < 0xE0 ? pairs + 1 : 0
            if pairs >= leastPairs { return true }
            index += 2
        }
        return false
    }

    /// Whether there is a character of those that begin such a sequence, U+00C2 to U+00F4: their first byte is C3.
    private static func mayStand(in bytes: Span<UInt8>) -> Bool {
        for index in bytes.indices where bytes[index] == 0xC3 { return true }
        return false
    }

    /// The byte that Windows-1252 has for a character.
    private static func byte(of scalar: UnicodeScalar) -> UInt8? {
        if scalar.value < 0x80 { return UInt8(scalar.value) }
        return numbers[scalar.value]
    }

    private static let numbers: [UInt32: UInt8] = Dictionary(
        zip(SingleByteEncoding.windows1252.upperHalf.map(UInt32.init), (0x80...0xFF).map { UInt8($0) }),
        uniquingKeysWith: { first, _ in first })
}
