/// What a record of a web archive says of itself (WARC/1.1, ISO 28500:2017, section 4).
public struct WARCHeader: Hashable, Sendable {
    /// The named fields in their order, their names in lower case.
    private(set) var fields: [(name: String, value: String)]
    /// How many bytes the block has, as the record says.
    let contentLength: Int

    /// A header with these fields.
    init(fields: [(name: String, value: String)], contentLength: Int) {
        self.fields = fields
        self.contentLength = contentLength
    }

    /// Reads a header, with its first line and without the empty line at its end.
    ///
    /// Nil where it is none, or does not tell how long its block is.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
        fields = headerFields(bytes[(end + 1)...])
        guard let length = fields.first(where: { $0.name == "content-length" }).flatMap({ Int($0.value) }),
            length >= 0
        else { return nil }
        contentLength = length
    }

    /// The first field with this name, in lower case.
    func field(_ name: String) -> String? {
        fields.first { $0.name == name }?.value
    }

    /// What the record is: `response`, `resource`, `revisit`, `conversion`, `warcinfo` and others.
    var type: String { (field("warc-type") ?? "").lowercased() }

    /// The address that was captured. Some tools put it in angle brackets, or leave blanks in it.
    public var targetURI: String? { field("warc-target-uri").map(WARCHeader.address) }

    /// When it was captured, as the record says it (W3C date and time).
    public var date: String? { field("warc-date") }

    /// The name of the record.
    public var recordID: String? { field("warc-record-id") }

    /// The digest of what was captured, the same for the same bytes.
    public var payloadDigest: String? { field("warc-payload-digest") }

    /// Whether the record goes on in others (WARC/1.1, section 5.14).
    var isSegmented: Bool { field("warc-segment-number") != nil }

    /// Whether the block is a message of HTTP.
    var holdsHTTP: Bool {
        let type = (field("content-type") ?? "").lowercased()
        return type.hasPrefix("application/http") || type.isEmpty && (targetURI ?? "").hasPrefix("http")
    }

    /// Whether a document may come of a record like this.
    var mayHoldDocument: Bool {
        switch type {
        case "response", "revisit": holdsHTTP
        case "resource": isDocumentType(field("content-type"))
        case "conversion": isDocumentType(field("content-type")) || isPlainText
        default: false
        }
    }

    /// Whether the block is a text by itself, as in archives of the texts of pages (WET).
    var isPlainText: Bool { (field("content-type") ?? "").lowercased().hasPrefix("text/plain") }

    /// An address without the brackets around it; its blanks are written as addresses write them.
    static func address(_ text: String) -> String {
        let isBracketed = text.hasPrefix("<") && text.hasSuffix(">") && text.utf8.count >= 2
        let bare = isBracketed ? String(text.dropFirst().dropLast()) : text
        guard bare.utf8.contains(0x20) else { return bare }
        return bare.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "%20")
    }

    /// Whether two headers say the same.
    public static func == (one: WARCHeader, other: WARCHeader) -> Bool {
        one.contentLength == other.contentLength
            && one.fields.elementsEqual(other.fields, by: { $0 == $1 })
    }

    /// Adds what the header says.
    public func hash(into hasher: inout Hasher) {
        for field in fields { hasher.combine(field.value) }
    }
}

/// The fields of a header as MIME, HTTP and WARC write them: `name: value` a line, names in lower case, a value goes
/// on in lines that begin with white space. What is no field is left out.
func headerFields(_ bytes: ArraySlice<UInt8>) -> [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    for line in bytes.split(separator: 0x0A) {
        if line.first == 0x20 || line.first == 0x09 {
            let more = trimmed(line)
            guard !more.isEmpty, !fields.isEmpty else { continue }
            fields[fields.count - 1].value += " " + more
            continue
        }
        guard let colon = line.firstIndex(of: 0x3A) else { continue }
        let name = trimmed(line[..<colon]).lowercased()
        if !name.isEmpty { fields.append((name, trimmed(line[(colon + 1)...]))) }
    }
    return fields
}

/// The text of bytes, without white space around it.
func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let start = bytes.drop { $0 <= 0x20 }
    guard let last = start.lastIndex(where: { $0 > 0x20 }) else { return "" }
    return String(decoding: start[...last], as: UTF8.self)
}
