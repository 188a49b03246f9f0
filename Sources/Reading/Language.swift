/// How much of a text is looked at, in bytes: its language shows soon.
private let sampleLength = 4096

/// The language of a text, as BCP 47 writes it: `en`, `ru` or `uk`; nil where it is none of these, or too short
/// to tell.
///
/// The script tells first; then letters that only one language has (і, ї, є, ґ against ы, э, ё, ъ), or the
/// share of the commonest English words.
func likelyLanguage(of drafts: [Draft], in bytes: Span<UInt8>) -> String? {
    var latin = 0
    var cyrillic = 0
    var ukrainian = 0
    var russian = 0
    var words: [Word] = []
    var wordCount = 0
    var englishCount = 0
    var left = sampleLength
    for draft in drafts where draft.kind != .notArticle {
        guard left > 0 else { break }
        let range = draft.bytes.prefix(left)
        left -= range.count
        for index in range.dropLast() {
            switch (bytes[index], bytes[index + 1]) {
            case (0x41...0x5A, _), (0x61...0x7A, _): latin += 1
            case (0xD1, 0x96), (0xD1, 0x97), (0xD1, 0x94), (0xD2, 0x91), (0xD0, 0x86), (0xD0, 0x87),
                (0xD0, 0x84):
                cyrillic += 1
                ukrainian += 1
            case (0xD1, 0x8B), (0xD1, 0x8D), (0xD1, 0x91), (0xD1, 0x8A), (0xD0, 0xAB), (0xD0, 0xAD),
                (0xD0, 0x81):
                cyrillic += 1
                russian += 1
            case (0xD0...0xD2, _): cyrillic += 1
            default: break
            }
        }
        collectWords(in: range, of: bytes, into: &words)
        wordCount += words.count
        englishCount += words.count { commonEnglish.contains($0.hash) }
    }
    if cyrillic > latin, cyrillic >= 20 {
        if ukrainian > russian { return "uk" }
        return russian > ukrainian ? "ru" : nil
    }
    return latin > cyrillic && wordCount >= 4 && englishCount * 8 >= wordCount ? "en" : nil
}

/// The commonest words of English, by their hashes.
private let commonEnglish: Set<UInt64> = {
    let list = "the of and to in that is was for on with as by at from he she it they his her an are were has"
    let more = " have had been be not this which said who will would their its but after before about"
    let bytes = (list + more).utf8.span
    var words: [Word] = []
    collectWords(in: 0..<bytes.count, of: bytes, into: &words)
    return Set(words.map(\.hash))
}()
