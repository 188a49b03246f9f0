/// A paragraph of a page, whatever it is to the article.
struct PageBlock {
    /// The element that holds it.
    let node: Int
    /// What sets it apart: a headline, an entry of a list, a quotation, a caption, a row of a table, or `p`.
    let form: PageTag
    /// Its bytes in the text of the page.
    let bytes: Range<Int>
    /// How many of its bytes stand in links.
    let linkBytes: Int
    /// What was counted in it.
    let counts: TextCounts

    /// The share of it that stands in links.
    var linkDensity: Double { bytes.isEmpty ? 0 : Double(linkBytes) / Double(bytes.count) }

    /// Whether it reads as sentences do.
    var isProse: Bool { counts.words >= 8 && (counts.endsSentence || counts.signs >= 2) && linkDensity < 0.4 }
}

/// What is counted in a text, whatever its script.
struct TextCounts {
    /// Words; in scripts that do not part them, two characters are one.
    private(set) var words = 0
    /// Commas and sentence ends.
    private(set) var signs = 0
    /// Whether it ends as a sentence does.
    private(set) var endsSentence = false
    /// Whether it ends with a colon.
    private(set) var endsWithColon = false
    /// The hash of its letters and digits, with the case of ASCII folded.
    private(set) var fingerprint: UInt64 = 0

    init(_ range: Range<Int>, of bytes: Span<UInt8>) {
        var isInWord = false
        // Where words are not parted, a blank parts sentences.
        var isAfterUnparted = false
        var halves = 0
        var letters = WordHash()
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            switch byte {
            case 0x61...0x7A, 0x30...0x39, 0x41...0x5A:
                letters.add(byte | 0x20)
                if !isInWord { words += 1 }
                isInWord = true
                index += 1
            case 0x27: index += 1
            case 0..<0x80:
                if byte == 0x2C || byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0x3B { signs += 1 }
                if byte == 0x20, isAfterUnparted { signs += 1 }
                isInWord = false
                isAfterUnparted = false
                index += 1
            default:
                let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                let second = index + 1 < range.upperBound ? bytes[index + 1] : 0
                let third = index + 2 < range.upperBound ? bytes[index + 2] : 0
                switch WideSign(byte, second, third) {
                case .apostrophe: break
                case .letter:
                    for offset in 0..<min(length, range.upperBound - index) {
                        letters.add(bytes[index + offset])
                    }
                    if !isInWord { words += 1 }
                    isInWord = true
                case .ideograph:
                    for offset in 0..<min(length, range.upperBound - index) {
                        letters.add(bytes[index + offset])
                    }
                    halves += 1
                    isInWord = false
                    isAfterUnparted = byte < 0xE3
                case .stop:
                    signs += 1
                    isInWord = false
                case .other: isInWord = false
                }
                index += length
            }
        }
        words += halves / 2
        fingerprint = letters.value
        end(range, bytes)
    }

    private mutating func end(_ range: Range<Int>, _ bytes: Span<UInt8>) {
        switch ending(of: range, bytes) {
        case .stop, .mark: endsSentence = true
        case .colon: endsWithColon = true
        case .comma, .other:
            var end = range.upperBound
            while end - 3 > range.lowerBound, isClosingMark(bytes[end - 3], bytes[end - 2], bytes[end - 1]) {
                end -= 3
            }
            guard end - range.lowerBound >= 3 else { return }
            let last = WideSign(bytes[end - 3], bytes[end - 2], bytes[end - 1])
            let lastTwo = WideSign(bytes[end - 2], bytes[end - 1], 0)
            endsSentence = last == .stop || bytes[end - 3] < 0xE0 && lastTwo == .stop
        }
    }
}

/// Whether these bytes are a closing quotation mark or bracket of Chinese or Japanese.
private func isClosingMark(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second, third) {
    case (0xE3, 0x80, 0x8D), (0xE3, 0x80, 0x8F), (0xE3, 0x80, 0x91), (0xEF, 0xBC, 0x89), (0xE2, 0x80, 0x9D):
        true
    default: false
    }
}

/// What a character that is not ASCII is to the words around it.
private enum WideSign {
    case letter, ideograph, stop, apostrophe, other

    init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
        switch (first, second, third) {
        case (0xC2, _, _): self = .other
        // The Arabic comma, semicolon, question mark and full stop; the Armenian, the Ethiopic and the Indic full stop,
        // and those of Burma and Cambodia.
        case (0xD8, 0x8C, _), (0xD8, 0x9B, _), (0xD8, 0x9F, _), (0xDB, 0x94, _), (0xD6, 0x89, _),
            (0xE1, 0x8D, 0xA2), (0xE0, 0xA5, 0xA4), (0xE1, 0x81, 0x8A...0x8B), (0xE1, 0x9F, 0x94...0x95):
            self = .stop
        case (0xE2, 0x80, 0x98), (0xE2, 0x80, 0x99): self = .apostrophe
        case (0xE2, 0x80, 0xA6): self = .stop
        case (0xE2, 0x80...0xAF, _): self = .other
        // The ideographic comma and full stop, and the wide forms of comma, full stop, mark and semicolon.
        case (0xE3, 0x80, 0x81), (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x8C),
            (0xEF, 0xBC, 0x8E),
            (0xEF, 0xBC, 0x9F), (0xEF, 0xBC, 0x9B), (0xEF, 0xBD, 0xA1):
            self = .stop
        case (0xE3, 0x80, _): self = .other
        case (0xE3...0xE9, _, _): self = .ideograph
        // Thai, Lao, Khmer and Burmese do not part their words either.
        case (0xE0, 0xB8...0xBB, _), (0xE1, 0x9E...0x9F, _), (0xE1, 0x80...0x82, _): self = .ideograph
        case (0xEF, 0xBC...0xBD, _), (0xF0, _, _): self = .other
        default: self = .letter
        }
    }
}
