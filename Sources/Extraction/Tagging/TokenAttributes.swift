/// What the features of the tagger see of each token, worked out once for a text: hashes, so that a feature costs no string.
struct TokenAttributes: Sendable {
    /// What stands before the first and behind the last token of a sentence.
    static let outside: UInt32 = 0x9E37

    /// The word in lower case; a number by its shape.
    private(set) var words: [UInt32] = []
    /// The last three bytes of the word in lower case.
    private(set) var suffixes: [UInt32] = []
    /// What part of speech the word lists, its ending and its writing make likely.
    private(set) var classes: [UInt32] = []
    /// Where the token stands to the quotations: outside, at an opening mark, within, or at a closing mark.
    private(set) var quotes: [UInt8] = []

    /// The attributes of the tokens of a text.
    init(_ text: TokenizedText, _ layer: QuotationLayer) {
        let count = text.tokens.count
        words.reserveCapacity(count)
        suffixes.reserveCapacity(count)
        classes.reserveCapacity(count)
        quotes.reserveCapacity(count)
        for index in 0..<count {
            let token = text.tokens[index]
            words.append(Self.wordHash(token, text.bytes))
            suffixes.append(Self.suffixHash(token, text.bytes))
            classes.append(Self.classHash(index, in: text))
            quotes.append(layer.state(of: index))
        }
    }

    private static func wordHash(_ token: Token, _ bytes: [UInt8]) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for position in Int(token.start)..<Int(token.end) {
            var byte = bytes[position]
            if token.kind == .number {
                if byte >= 0x30 && byte <= 0x39 { byte = 0x30 }
            } else if byte >= 0x41 && byte <= 0x5A {
                byte |= 0x20
            }
            hash = (hash ^ UInt32(byte)) &* 16_777_619
        }
        return hash
    }

    private static func suffixHash(_ token: Token, _ bytes: [UInt8]) -> UInt32 {
        guard token.kind == .word else { return UInt32(token.kind.rawValue) }
        var hash: UInt32 = 7
        for position in max(Int(token.start), Int(token.end) - 3)..<Int(token.end) {
            let byte = bytes[position]
            hash = hash &* 257 &+ UInt32(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        }
        return hash
    }

    /// The classes that tell how a word is used in a sentence; what kind of thing a noun means is left to the word itself.
    private static let grammatical: WordClasses = [
        .pronoun, .possessive, .determiner, .preposition, .conjunction, .subordinator, .relative, .auxiliary,
        .copula, .modal, .adverb, .verb, .cue, .title, .group, .person, .document, .medium, .month, .weekday,
        .temporal, .negation, .interrogative, .adjective, .spokesperson, .quantity,
    ]

    private static func classHash(_ index: Int, in text: TokenizedText) -> UInt32 {
        let token = text.tokens[index]
        guard token.kind == .word else {
            let isMark = token.kind == .stop || token.kind == .symbol
            return UInt32(token.kind.rawValue) &+ (isMark ? UInt32(text.firstByte(index)) &* 31 : 0)
        }
        let entry = text.entry(index)
        let known = entry.classes.intersection(grammatical)
        let writing = UInt32(
            token.shape.rawValue & (TokenShape.capitalized.rawValue | TokenShape.possessive.rawValue))
        guard known.isEmpty else {
            let folded = known.rawValue ^ known.rawValue >> 32
            return (UInt32(truncatingIfNeeded: folded) &* 0x85EB_CA6B)
                ^ (writing &* 0xC2B2 &+ UInt32(entry.form.rawValue) &* 0x27D4)
        }
        return 64 + writing * 8 + ending(token, text.bytes)
    }

    /// What the ending of an unknown word makes likely.
    private static func ending(_ token: Token, _ bytes: [UInt8]) -> UInt32 {
        let end = Int(token.end)
        guard end - Int(token.start) > 3 else { return 0 }
        switch (bytes[end - 2] | 0x20, bytes[end - 1] | 0x20) {
        case (UInt8(ascii: "e"), UInt8(ascii: "d")): return 1
        case (UInt8(ascii: "n"), UInt8(ascii: "g")) where bytes[end - 3] | 0x20 == UInt8(ascii: "i"): return 2
        case (UInt8(ascii: "l"), UInt8(ascii: "y")): return 3
        case (UInt8(ascii: "s"), UInt8(ascii: "s")): return 0
        case (_, UInt8(ascii: "s")): return 4
        default: return 0
        }
    }
}

extension QuotationLayer {
    /// Outside (0), at the opening mark (1), within (2), or at the closing mark (3) of an outermost quotation.
    func state(of token: Int) -> UInt8 {
        guard covers(token) else { return 0 }
        let quotation = quotations[Int(outermost[token])]
        return token == quotation.open ? 1 : token == quotation.close ? 3 : 2
    }
}
