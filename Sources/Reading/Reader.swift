import Statements

/// One input format. A reader is pure: the same bytes and options give the same documents.
protocol Reader: Sendable {
    /// The format that it reads.
    static var format: Format { get }

    /// Whether the input, of which `head` is the beginning, is of this format. Only content counts.
    static func recognises(_ head: Span<UInt8>) -> Bool

    /// The documents of a whole input, in their order; an error stands in the place of each that is bad.
    static func documents(in bytes: [UInt8], options: ReadingOptions) -> [Result<Document, ReadingError>]
}

/// The input formats.
public enum Format: String, Sendable, CaseIterable {
    /// A document of running text, in any encoding.
    case plainText
    /// A JSON object a line, each a document.
    case jsonLines
    /// A page of the web.
    case html
    /// A feed: RSS, Atom, RDF or JSON Feed; each item is a document.
    case feed
    /// An archive of the web: WARC or ARC; each page that was captured is a document.
    case webArchive
}

/// The formats in the order in which they are tried: what has a mark of its own before what has none.
private let readers: [any Reader.Type] = [
    WebArchiveReader.self, FeedReader.self, JSONLinesReader.self, HTMLReader.self, PlainTextReader.self,
]

/// The format of an input that begins with these bytes; 4,096 of them are enough.
///
/// Content that Quoth does not read (an archive, an image) is plain text by this measure;
/// reading it then says what is wrong.
public func format(ofInputBeginning head: Span<UInt8>) -> Format {
    readers.first { $0.recognises(head) }.map { $0.format } ?? .plainText
}

/// The documents of a whole input, in their order; an error stands in the place of each that is bad, and the
/// rest is read all the same.
///
/// The list is never empty: an input without a document is an error.
public func readEach(_ bytes: [UInt8], options: ReadingOptions = ReadingOptions()) -> [Result<
    Document, ReadingError
>] {
    let reader =
        readers.first { options.format == nil ? $0.recognises(bytes.span) : $0.format == options.format }
        ?? PlainTextReader.self
    let documents = reader.documents(in: bytes, options: options)
    guard documents.isEmpty else { return documents }
    return [.failure(ReadingError(problem: "the input is empty", advice: "give a text"))]
}

/// The documents of a whole input, in their order.
///
/// - Throws: the first error, with its place and what to do.
public func read(
    _ bytes: [UInt8], options: ReadingOptions = ReadingOptions()
) throws(ReadingError) -> [Document] {
    var documents: [Document] = []
    for result in readEach(bytes, options: options) {
        documents.append(try result.get())
    }
    return documents
}
