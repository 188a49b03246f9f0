import Statements

/// A line of JSON that names a document to be read: `{"id", "path"|"html", "url"?, "encoding"?, "contentType"?}`.
public struct PageLine: Hashable, Sendable {
    /// Where the document's bytes are.
    public enum Content: Hashable, Sendable {
        /// In the file at this path.
        case path(String)
        /// In the line itself, as a page of HTML.
        case html(String)
    }

    /// The name under which the input knows the document.
    public let id: String?
    /// Where the document's bytes are.
    public let content: Content
    /// The address that the document was taken from.
    public let url: String?
    /// The character encoding.
    public let encoding: String?
    /// The `Content-Type` that the document was sent with.
    public let contentType: String?

    /// Reads a line.
    ///
    /// - Throws: what is wrong and at which byte of the line, with the document's `id` where it could be told.
    public init(_ line: ArraySlice<UInt8>) throws(ReadingError) {
        let fields = try JSONLineFields(line.span)
        id = fields.id
        url = fields.url
        encoding = fields.encoding
        contentType = fields.contentType
        if let html = fields.html {
            content = .html(html)
        } else if let path = fields.path {
            content = .path(path)
        } else {
            throw ReadingError(
                label: fields.id, problem: "the object has neither “path” nor “html”",
                advice: "give the path of the document under “path”, or the page itself under “html”")
        }
    }

    /// The document that the bytes are, read with what the line tells of it.
    ///
    /// - Throws: why it cannot be read, with the `id` of the line.
    public func document(
        of bytes: [UInt8], options: ReadingOptions = ReadingOptions()
    ) throws(ReadingError) -> Document {
        var options = options
        options.url = url ?? options.url
        options.encoding = encoding ?? options.encoding
        options.contentType = contentType ?? options.contentType
        if case .html = content {
            options.encoding = "utf-8"
            options.format = .html
        }
        do throws(ReadingError) {
            let first = readEach(bytes, options: options)[0]
            var document = try first.get()
            document.label = id
            return document
        } catch {
            var labelled = error
            labelled.label = id
            throw labelled
        }
    }
}
