import Statements

/// Reads an input that is one document of running text.
enum PlainTextReader: Reader {
    static let format = Format.plainText

    /// Any input may be text; whether it is, decoding tells.
    static func recognises(_ head: Span<UInt8>) -> Bool { true }

    static func documents(in bytes: [UInt8], options: ReadingOptions) -> [Result<Document, ReadingError>] {
        let text = String(decoding: bytes, as: UTF8.self)
        guard !text.isEmpty else { return [] }
        var metadata = Metadata()
        options.override(&metadata)
        let document = understood(
            text: text, label: nil, kind: options.kind ?? .article, metadata: metadata, warnings: [])
        return [.success(document)]
    }
}
