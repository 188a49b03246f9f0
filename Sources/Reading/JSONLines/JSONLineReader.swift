import Statements

/// Turns one line of JSON into a document: `{"id", "text", "published"?, "language"?, "title"?, "url"?,
/// "publisher"?}`. Other keys are ignored; of a key that stands twice, the last counts.
///
/// The document's text is the string as given, code point for code point.
public struct JSONLineReader: Sendable {
    private let options: ReadingOptions

    /// A reader for lines of which the user knows this much.
    public init(options: ReadingOptions = ReadingOptions()) {
        self.options = options
    }

    /// The document of a line.
    ///
    /// - Throws: what is wrong and at which byte of the line, with the document's `id` where it could be told.
    public func document(in line: Span<UInt8>) throws(ReadingError) -> Document {
        let fields = try JSONLineFields(line)
        guard let text = fields.text else {
            throw ReadingError(
                label: fields.id, problem: "the object has no “text”",
                advice: "give the document's text as a string under “text”")
        }
        var metadata = Metadata()
        metadata.url = fields.url
        metadata.title = fields.title
        metadata.publisher = fields.publisher
        metadata.language = fields.language
        var warnings: [String] = []
        if let published = fields.published, !published.isEmpty {
            metadata.published = publicationDate(published)
            if metadata.published == nil {
                warnings.append("“published” is no date (EDTF or RFC 3339): \(published.prefix(40))")
            }
        }
        return document(id: fields.id, text: text, metadata: metadata, warnings: warnings)
    }

    /// The document that a line with these members gives.
    public func document(
        id: String?, text: String, metadata: Metadata = Metadata(), warnings: [String] = []
    ) -> Document {
        var metadata = metadata
        options.override(&metadata)
        return understood(
            text: text, label: id, kind: options.kind ?? .article, metadata: metadata, warnings: warnings)
    }

    /// The document of a line.
    ///
    /// - Throws: what is wrong and at which byte of the line, with the document's `id` where it could be told.
    public func document(in line: ArraySlice<UInt8>) throws(ReadingError) -> Document {
        try document(in: line.span)
    }

    /// The document of a line, which must stay where it is during the call.
    ///
    /// - Throws: what is wrong and at which byte of the line, with the document's `id` where it could be told.
    public func document(in line: UnsafeBufferPointer<UInt8>) throws(ReadingError) -> Document {
        try document(in: line.span)
    }
}
