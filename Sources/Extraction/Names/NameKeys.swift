import Statements

/// Hashes of names, by which they are compared without making strings of them: folded as `NameKey` folds, a word at a time.
///
/// Two names with the same hash would be taken for one; with 64 bits no text that is not made for it has them.
struct NameKeys {
    let text: TokenizedText

    /// The hashes of a name's words, without a possessive ending, a suffix such as “Jr.” and the stops of initials.
    func words(of mention: NameMention) -> [UInt64] {
        var words: [UInt64] = []
        words.reserveCapacity(mention.tokens.count)
        for token in mention.tokens {
            switch text.tokens[token].kind {
            case .word, .number: words.append(word(token, isPossessive: mention.isPossessive))
            default: break
            }
        }
        if words.count > 2, let last = words.last, Self.suffixes.contains(last) { words.removeLast() }
        return words
    }

    /// The hash of the initials of a name as the word that they make: of its capitals, or of all its words.
    func initials(of mention: NameMention, capitalsOnly: Bool) -> UInt64 {
        var hash = Self.seed
        for token in mention.tokens where text.tokens[token].kind == .word {
            let byte = text.firstByte(token)
            guard byte < 0x80, !capitalsOnly || text.tokens[token].shape.contains(.capitalized) else {
                continue
            }
            hash = Self.adding(byte | 0x20, to: hash)
        }
        return hash
    }

    /// The hash of several words.
    static func joined(_ words: some Sequence<UInt64>) -> UInt64 {
        words.reduce(seed) { ($0 ^ $1) &* prime }
    }

    /// The hash of what stands behind “al-” or “el-” in a surname; nil where it has no such particle.
    func withoutParticle(_ token: Int) -> UInt64? {
        let bytes = text.tokens[token].bytes
        guard bytes.count > 5, text.bytes[bytes.lowerBound + 2] == UInt8(ascii: "-"),
            text.bytes[bytes.lowerBound + 1] | 0x20 == UInt8(ascii: "l"),
            [UInt8(ascii: "a"), UInt8(ascii: "e")].contains(text.bytes[bytes.lowerBound] | 0x20)
        else { return nil }
        return hash(bytes.lowerBound + 3..<bytes.upperBound)
    }

    private func word(_ token: Int, isPossessive: Bool) -> UInt64 {
        var bytes = text.tokens[token].bytes
        if isPossessive, text.tokens[token].shape.contains(.possessive) {
            let length = text.bytes[bytes.upperBound - 2] == UInt8(ascii: "'") ? 2 : 4
            if bytes.count > length { bytes = bytes.lowerBound..<bytes.upperBound - length }
        }
        return hash(bytes)
    }

    private func hash(_ bytes: Range<Int>) -> UInt64 {
        var hash = Self.seed
        for position in bytes {
            let byte = text.bytes[position]
            if byte >= 0x80 { return foldedHash(bytes) }
            if byte == UInt8(ascii: "'") || byte == UInt8(ascii: ".") { continue }
            hash = Self.adding(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte, to: hash)
        }
        return hash
    }

    private func foldedHash(_ bytes: Range<Int>) -> UInt64 {
        Self.hash(NameKey(folding: String(decoding: text.bytes[bytes], as: UTF8.self)).text)
    }

    private static func hash(_ word: String) -> UInt64 {
        word.utf8.reduce(seed) {
            $1 == UInt8(ascii: "'") || $1 == UInt8(ascii: ".") ? $0 : adding($1, to: $0)
        }
    }

    private static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* prime }

    private static let suffixes: Set<UInt64> = Set(["jr", "sr", "ii", "iii", "iv"].map(hash))
    private static let seed: UInt64 = 14_695_981_039_346_656_037
    private static let prime: UInt64 = 1_099_511_628_211
}
