/// The single-byte encoding that bytes most likely are in; nil where they are UTF-8, or nearly so.
///
/// Cyrillic stands in runs, the accented letters of Latin text between plain ones. Of the Cyrillic encodings
/// that one is taken under which the text has the pairs of letters that Russian and Ukrainian have, and no
/// capitals within words.
func likelySingleByteEncoding(_ bytes: [UInt8]) -> SingleByteEncoding? {
    let shape = utf8Shape(bytes)
    if shape.invalid == 0 || shape.sequences > shape.invalid * 2 { return nil }
    guard standsInRuns(bytes) else { return .windows1252 }
    let sample = bytes.prefix(65_536)
    let windows = cyrillicScore(SingleByteEncoding.windows1251.text(sample))
    let koi8 = cyrillicScore(SingleByteEncoding.koi8U.text(sample))
    if max(windows, koi8) <= 0 { return .windows1252 }
    if windows >= koi8 { return .windows1251 }
    // Where KOI8-U has і, ї and є, KOI8-R has the lines of boxes.
    return sample.contains { [0xA4, 0xA6, 0xA7].contains($0) } ? .koi8U : .koi8R
}

/// How many sequences of two bytes or more are good UTF-8, and how many stretches of bytes are none.
private func utf8Shape(_ bytes: [UInt8]) -> (sequences: Int, invalid: Int) {
    if (try? UTF8Span(validating: bytes.span)) != nil { return (0, 0) }
    var sequences = 0
    var invalid = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where !scalar.isASCII {
        if scalar == "\u{FFFD}" { invalid += 1 } else { sequences += 1 }
    }
    return (sequences, invalid)
}

/// Whether most of the bytes from 0xA0 on stand beside others of them.
private func standsInRuns(_ bytes: [UInt8]) -> Bool {
    var letters = 0
    var inRuns = 0
    for index in bytes.indices.dropFirst().dropLast() where bytes[index] >= 0xA0 {
        letters += 1
        if bytes[index - 1] >= 0xA0 || bytes[index + 1] >= 0xA0 { inRuns += 1 }
    }
    return letters >= 4 && inRuns * 10 > letters * 7
}

/// The commonest pairs of letters in Russian and Ukrainian text, which together are about a third of it.
private let commonPairs: Set<[UnicodeScalar]> = {
    let pairs = """
        ст но то на ен ов ни ра во ко ро по пр го ос ер ре ва ом те ли ол ал не ес от та ск ил ат до ел ор ла \
        за ка ль ан ет ло ит од ин де ог им ть ас ви ти об ри нн ме ам ки ся со он тр ый ия ей ий ик
        """
    return Set(pairs.split(separator: " ").map { Array($0.unicodeScalars) })
}()

/// How much a text looks like Russian or Ukrainian: common pairs of letters count for it; a capital after a
/// small letter, and a sign that is no letter of theirs after one, count against it.
private func cyrillicScore(_ text: String) -> Int {
    var score = 0
    var previous: UnicodeScalar = " "
    for scalar in text.unicodeScalars {
        if isSmallCyrillic(previous) {
            if isSmallCyrillic(scalar) {
                if commonPairs.contains([previous, scalar]) { score += 1 }
            } else if isCapitalCyrillic(scalar) {
                score -= 3
            } else if isUnlikely(scalar) {
                score -= 2
            }
        }
        previous = scalar
    }
    return score
}

private func isSmallCyrillic(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x430...0x44F, 0x451, 0x454, 0x456, 0x457, 0x491: true
    default: false
    }
}

private func isCapitalCyrillic(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x410...0x42F, 0x401, 0x404, 0x406, 0x407, 0x490: true
    default: false
    }
}

/// Lines of boxes, currency and other signs, and the Cyrillic of other languages.
private func isUnlikely(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.value {
    case 0x2320...0x25FF, 0xA4...0xA9, 0xAC...0xB6: true
    case 0x402, 0x403, 0x409...0x40F, 0x452, 0x453, 0x459...0x45F: true
    default: false
    }
}
