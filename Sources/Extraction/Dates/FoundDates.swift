import Statements

extension TemporalExpression {
    /// The bytes of the expression, without the possessive ending behind it: “last month” of “last month's”.
    func byteRange(in text: TokenizedText) -> Range<Int> {
        let range = text.byteRange(tokens)
        guard let last = tokens.last, text.tokens[last].shape.contains(.possessive) else { return range }
        let apostrophe = range.upperBound - 2
        let isASCII = text.bytes[apostrophe] == UInt8(ascii: "'")
        return range.lowerBound..<range.upperBound - (isASCII ? 2 : 4)
    }

    /// The expression as Extraction's findings give it.
    func found(in text: TokenizedText, index: CodePointIndex) -> FoundDate {
        FoundDate(
            passage: index.passage(byteRange(in: text), in: text.bytes), type: type, value: value, date: date)
    }
}
