#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension AnnotatedText {
    /// The text as a line of JSON with its line end, its keys in the order of the alphabet.
    public var jsonLine: Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let scored = ScoredText(text)
        let line = JSONLine(
            id: id, text: text, title: title, date: published?.description, publisher: outlet, genre: genre,
            quotes: quotes.map { $0.line(in: scored) }, discard: pairs(discarded))
        // Strings, whole numbers and lists of them can always be encoded.
        let bytes = (try? encoder.encode(line)) ?? Data()
        return bytes + [UInt8(ascii: "\n")]
    }
}

extension AnnotatedQuote {
    fileprivate func line(in text: ScoredText) -> JSONLine.Quote {
        JSONLine.Quote(
            content: pairs(content), type: text.kind(ofWords: text.words(in: content)).rawValue,
            cue: pairs(cue), source: pairs(attribution), speaker: speaker?.name,
            aliases: speaker?.aliases, reference: reference,
            kind: speaker.flatMap { $0.kind == .unknown ? nil : $0.kind.rawValue },
            occasion: occasion?.description, category: category)
    }
}

private func pairs(_ spans: [Range<Int>]) -> [[Int]] {
    spans.map { [$0.lowerBound, $0.upperBound] }
}
