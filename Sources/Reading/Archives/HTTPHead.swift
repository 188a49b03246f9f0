/// The beginning of an HTTP response (RFC 9112, section 2.1): its status and its fields.
struct HTTPHead {
    let status: Int
    private let fields: [(name: String, value: String)]

    /// Reads a head, with the empty line at its end or without; nil where it is none.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.starts(with: "HTTP/".utf8), let end = bytes.firstIndex(of: 0x0A) else { return nil }
        let words = trimmed(bytes[..<end]).split(separator: " ")
        guard words.count >= 2, let status = Int(words[1]) else { return nil }
        self.status = status
        fields = headerFields(bytes[end...].dropFirst())
    }

    /// The first field with this name, in lower case.
    func field(_ name: String) -> String? {
        fields.first { $0.name == name }?.value
    }

    /// The codings of a field such as `Content-Encoding`, in the order in which they were applied.
    func codings(_ name: String) -> [String] {
        let values = fields.filter { $0.name == name }.map(\.value)
        return values.joined(separator: ",").lowercased().split(separator: ",")
            .map { $0.filter { $0 != " " && $0 != "\t" } }.filter { !$0.isEmpty && $0 != "identity" }
    }

    /// Whether a document may follow: it was found, and is a page, a feed, or of no known type.
    var mayHoldDocument: Bool {
        (200..<300).contains(status) && status != 206 && isDocumentType(field("content-type"))
    }
}

/// Whether documents may be of this type (RFC 9110, section 8.3.1): pages and feeds are.
func isDocumentType(_ contentType: String?) -> Bool {
    guard let contentType else { return true }
    let type = contentType.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
    return type.isEmpty || documentTypes.contains(type)
}

private let documentTypes: Set<String> = [
    "text/html", "application/xhtml+xml", "application/rss+xml", "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json", "application/xml", "text/xml", "text/rss+xml", "unknown/unknown",
    "application/octet-stream",
]
