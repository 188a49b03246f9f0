/// What dates are made of: a number, or a word, and what stands before it.
struct DateToken {
    var number: Int?
    var digits = 0
    /// The month that a word names.
    var month: Int?
    /// Whether a word may stand between the parts of a date.
    var isShort = false
    /// The sign before it, 0 for blanks alone.
    var sign: UInt8 = 0
    var word = ""
    /// Where it stands, in bytes.
    var start = 0
    var end = 0

    /// Whether a word is written in the letters of ASCII alone.
    var isASCII: Bool { word.utf8.allSatisfy { $0 < 0x80 } }
}

/// The numbers and words of a text, 60 of them at most.
func dateTokens(_ bytes: Span<UInt8>) -> [DateToken] {
    var tokens: [DateToken] = []
    var words: [Word] = []
    var sign: UInt8 = 0
    var index = 0
    while index < bytes.count, tokens.count < 60 {
        let byte = bytes[index]
        var token = DateToken(sign: sign, start: index)
        if digit(at: index, bytes) != nil {
            readNumber(&token, at: &index, bytes)
        } else if (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0xC3 {
            readWord(&token, at: &index, bytes, &words)
        } else {
            if byte > 0x20 { sign = byte }
            index += 1
            continue
        }
        tokens.append(token)
        sign = 0
    }
    return tokens
}

private func readNumber(_ token: inout DateToken, at index: inout Int, _ bytes: Span<UInt8>) {
    var value = 0
    while token.digits < 15, let digit = digit(at: index, bytes) {
        value = value * 10 + digit.value
        token.digits += 1
        index += digit.length
    }
    token.number = value
    token.end = index
}

private func readWord(
    _ token: inout DateToken, at index: inout Int, _ bytes: Span<UInt8>, _ words: inout [Word]
) {
    while index < bytes.count, bytes[index] >= 0x80 || (0x61...0x7A).contains(bytes[index] | 0x20),
        digit(at: index, bytes) == nil
    {
        index += 1
    }
    token.end = index
    token.month = monthNamed(in: token.start..<index, of: bytes, &words)
    token.isShort = index - token.start <= 6
    token.word = text(token.start..<index, bytes)
}

/// A decimal digit of the scripts that news is written in: ours, and those of Arabic, Persian, Hindi and Bengali.
private func digit(at index: Int, _ bytes: Span<UInt8>) -> (value: Int, length: Int)? {
    guard index < bytes.count else { return nil }
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    switch (bytes[index], second, third) {
    case (0x30...0x39, _, _): return (Int(bytes[index] - 0x30), 1)
    case (0xD9, 0xA0...0xA9, _): return (Int(second - 0xA0), 2)
    case (0xDB, 0xB0...0xB9, _): return (Int(second - 0xB0), 2)
    case (0xE0, 0xA5, 0xA6...0xAF), (0xE0, 0xA7, 0xA6...0xAF): return (Int(third - 0xA6), 3)
    default: return nil
    }
}

/// The month that a word names in any of the languages that are known; `words` is room to work in.
func monthNamed(in range: Range<Int>, of bytes: Span<UInt8>, _ words: inout [Word]) -> Int? {
    collectWords(in: range, of: bytes, into: &words)
    return words.count == 1 ? PhraseTable.standard.match(at: 0, in: words)?.classes.month : nil
}

/// A number of a date or a time, with two digits.
func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
