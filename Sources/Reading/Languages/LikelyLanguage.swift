/// How much of a text is looked at, in bytes: its language shows soon.
private let sampleLength = 8192

/// The language of a text, as BCP 47 writes it; nil where it cannot be told, as with a text of a few words.
///
/// The script tells first: many languages have one to themselves. Of those that share Latin or Cyrillic letters it is
/// the one whose commonest words stand in the text most often, by a clear margin.
func likelyLanguage(of drafts: [Draft], in bytes: Span<UInt8>) -> String? {
    likelyLanguage(of: drafts.filter { $0.kind != .notArticle }.map(\.bytes), in: bytes)
}

/// The language of some stretches of a text; nil where it cannot be told.
func likelyLanguage(of ranges: [Range<Int>], in bytes: Span<UInt8>) -> String? {
    var letters = LetterCounts()
    var counts = WordCounts()
    var left = sampleLength
    for range in ranges {
        guard left > 0 else { break }
        let part = range.prefix(left)
        left -= part.count
        letters.add(part, of: bytes)
        counts.add(part, of: bytes)
    }
    switch letters.script {
    case .single(let language): return language
    case .latin: return counts.language(among: CommonWords.standard.latin)
    case .cyrillic: return letters.cyrillicLanguage ?? counts.language(among: CommonWords.standard.cyrillic)
    case .none: return nil
    }
}

/// The commonest words of each language, by their hashes.
struct CommonWords: Sendable {
    /// The list carried within the program.
    static let standard = CommonWords(file: "lexicon/languages.txt")

    /// For a word the languages that have it, as bits by their order.
    private(set) var languages: [UInt64: UInt64] = [:]
    /// The tags of the languages.
    private(set) var tags: [String] = []
    /// The languages that are written in Latin letters, and in Cyrillic.
    private(set) var latin: UInt64 = 0
    private(set) var cyrillic: UInt64 = 0

    init(file: String) {
        var words: [Word] = []
        for line in lexiconLines(file) {
            let bytes = Array(line.utf8)
            if line.hasPrefix("["), line.hasSuffix("]") {
                tags.append(String(line.dropFirst().dropLast()))
                continue
            }
            let bit: UInt64 = 1 << UInt64(tags.count - 1)
            if bytes[0] == 0xD0 || bytes[0] == 0xD1 || bytes[0] == 0xD2 {
                cyrillic |= bit
            } else {
                latin |= bit
            }
            collectWords(in: 0..<bytes.count, of: bytes.span, into: &words)
            for word in words { languages[word.hash, default: 0] |= bit }
        }
    }
}

/// How often the commonest words of each language stand in a text.
private struct WordCounts {
    private var counts = [Int](repeating: 0, count: 64)
    private var total = 0

    mutating func add(_ range: Range<Int>, of bytes: Span<UInt8>) {
        var words: [Word] = []
        collectWords(in: range, of: bytes, into: &words)
        total += words.count
        for word in words {
            guard var bits = CommonWords.standard.languages[word.hash] else { continue }
            while bits != 0 {
                counts[bits.trailingZeroBitCount] += 1
                bits &= bits - 1
            }
        }
    }

    /// The language with most words, where these are a tenth of all, or an eighth of a short text.
    func language(among candidates: UInt64) -> String? {
        let tags = CommonWords.standard.tags
        let ranked = tags.indices.filter { candidates & 1 << UInt64($0) != 0 }.sorted {
            counts[$0] > counts[$1]
        }
        guard let best = ranked.first, total >= 4, counts[best] * (total < 100 ? 8 : 10) >= total else {
            return nil
        }
        if ranked.count > 1, counts[ranked[1]] == counts[best] { return nil }
        return tags[best]
    }
}

/// How many letters of each script, and of some languages alone, a text has.
private struct LetterCounts {
    enum Script {
        case latin, cyrillic, none
        case single(String)
    }

    private var latin = 0
    private var cyrillic = 0
    private var kana = 0
    private var ideographs = 0
    private var arabic = 0
    private var persian = 0
    private var urdu = 0
    private var others: [String: Int] = [:]
    private var ukrainian = 0
    private var russian = 0
    private var belarusian = 0
    private var serbian = 0
    private var macedonian = 0
    private var kazakh = 0

    mutating func add(_ range: Range<Int>, of bytes: Span<UInt8>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte < 0x80 {
                if (0x61...0x7A).contains(byte | 0x20) { latin += 1 }
                index += 1
                continue
            }
            let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            guard index + length <= range.upperBound else { return }
            var value = UInt32(byte) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
            for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
            add(value)
            index += length
        }
    }

    private mutating func add(_ letter: UInt32) {
        switch letter {
        case 0xC0...0x24F, 0x1E00...0x1EFF: latin += 1
        case 0x400...0x52F: addCyrillic(letter)
        case 0x370...0x3FF, 0x1F00...0x1FFF: others["el", default: 0] += 1
        case 0x530...0x58F: others["hy", default: 0] += 1
        case 0x5D0...0x5EA: others["he", default: 0] += 1
        case 0x620...0x6FF:
            arabic += 1
            switch letter {
            case 0x679, 0x688, 0x691, 0x6D2, 0x6BA: urdu += 1
            case 0x67E, 0x686, 0x698, 0x6AF, 0x6A9, 0x6CC: persian += 1
            default: break
            }
        case 0x900...0x97F: others["hi", default: 0] += 1
        case 0x980...0x9FF: others["bn", default: 0] += 1
        case 0xA00...0xA7F: others["pa", default: 0] += 1
        case 0xA80...0xAFF: others["gu", default: 0] += 1
        case 0xB80...0xBFF: others["ta", default: 0] += 1
        case 0xC00...0xC7F: others["te", default: 0] += 1
        case 0xC80...0xCFF: others["kn", default: 0] += 1
        case 0xD00...0xD7F: others["ml", default: 0] += 1
        case 0xD80...0xDFF: others["si", default: 0] += 1
        case 0xE00...0xE7F: others["th", default: 0] += 1
        case 0xE80...0xEFF: others["lo", default: 0] += 1
        case 0x1000...0x109F: others["my", default: 0] += 1
        case 0x10A0...0x10FF: others["ka", default: 0] += 1
        case 0x1200...0x137F: others["am", default: 0] += 1
        case 0x1780...0x17FF: others["km", default: 0] += 1
        case 0x3040...0x30FF: kana += 1
        case 0x3400...0x9FFF: ideographs += 1
        case 0xAC00...0xD7AF, 0x1100...0x11FF: others["ko", default: 0] += 1
        default: break
        }
    }

    private mutating func addCyrillic(_ letter: UInt32) {
        cyrillic += 1
        switch letter {
        case 0x406, 0x456: (ukrainian, belarusian) = (ukrainian + 1, belarusian + 1)
        case 0x404, 0x407, 0x454, 0x457, 0x490, 0x491: ukrainian += 2
        case 0x40E, 0x45E: belarusian += 4
        case 0x401, 0x42B, 0x42D, 0x44B, 0x44D, 0x451: (russian, belarusian) = (russian + 1, belarusian + 1)
        case 0x402, 0x40B, 0x452, 0x45B: serbian += 4
        case 0x403, 0x405, 0x40C, 0x453, 0x455, 0x45C: macedonian += 4
        case 0x408...0x40A, 0x458...0x45A: (serbian, macedonian) = (serbian + 1, macedonian + 1)
        case 0x492, 0x493, 0x49A, 0x49B, 0x4A2, 0x4A3, 0x4D8, 0x4D9, 0x4E8, 0x4E9: kazakh += 3
        default: break
        }
    }

    /// The script that most letters are of.
    var script: Script {
        let eastern = kana + ideographs
        let other = others.max { $0.value < $1.value || $0.value == $1.value && $0.key > $1.key }
        let best = max(latin, cyrillic, eastern * 2, arabic, other?.value ?? 0)
        if best == 0 { return .none }
        // Ideographs stand for several letters each.
        if best == eastern * 2 {
            if eastern < 8 { return .none }
            return .single(kana * 10 > eastern ? "ja" : "zh")
        }
        if let other, best == other.value { return best < 10 ? .none : .single(other.key) }
        if best == arabic {
            guard arabic >= 10 else { return .none }
            return .single(urdu * 50 > arabic ? "ur" : persian * 30 > arabic ? "fa" : "ar")
        }
        if best == cyrillic { return cyrillic >= 20 ? .cyrillic : .none }
        return .latin
    }

    /// The language whose own letters a text in Cyrillic has; nil where it has none, or of several.
    var cyrillicLanguage: String? {
        let counts = [
            ("uk", ukrainian), ("ru", russian), ("be", belarusian), ("sr", serbian), ("mk", macedonian),
            ("kk", kazakh),
        ]
        let ranked = counts.sorted { $0.1 > $1.1 }
        return ranked[0].1 > ranked[1].1 ? ranked[0].0 : nil
    }
}
