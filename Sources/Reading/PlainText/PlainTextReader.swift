import Statements

/// Reads an input that is one document of running text.
enum PlainTextReader: Reader {
    static let format = Format.plainText

    /// Any input may be text; whether it is, decoding tells.
    static func recognises(_ head: Span<UInt8>) -> Bool { true }

    static func documents(in bytes: [UInt8], options: ReadingOptions) -> [Result<Document, ReadingError>] {
        [Result { () throws(ReadingError) in try document(in: bytes, options: options) }]
    }

    /// The document that a whole input is; its text is all of it, but for a byte order mark.
    private static func document(in bytes: [UInt8], options: ReadingOptions) throws(ReadingError) -> Document
    {
        let decoded = try decode(bytes, encoding: options.encoding)
        try refuseMarkup(decoded.text)
        var metadata = Metadata()
        options.override(&metadata)
        let document = understood(
            text: decoded.text, label: nil, kind: options.kind ?? .article, metadata: metadata,
            warnings: decoded.warnings)
        if document.paragraphs.isEmpty {
            throw ReadingError(problem: "the input holds nothing but white space", advice: "give a text")
        }
        return document
    }
}
