/// The members of a line's object that Quoth reads.
struct JSONLineFields {
    private(set) var id: String?
    private(set) var text: String?
    private(set) var published: String?
    private(set) var language: String?
    private(set) var title: String?
    private(set) var url: String?
    private(set) var publisher: String?
    private(set) var path: String?
    private(set) var html: String?
    private(set) var encoding: String?
    private(set) var contentType: String?

    /// Reads a line, which must be one object and nothing else.
    ///
    /// A value of the wrong type is an error only when the whole object was read, so that the error can carry
    /// the `id` wherever that stands.
    init(_ bytes: Span<UInt8>) throws(ReadingError) {
        do {
            _ = try UTF8Span(validating: bytes)
        } catch {
            throw ReadingError(
                place: .init(byte: error.byteOffsets.lowerBound), problem: "the line is not UTF-8",
                advice: "write JSON in UTF-8")
        }
        var scanner = JSONScanner()
        var wrongType: ReadingError?
        do throws(ReadingError) {
            try readMembers(bytes, &scanner, &wrongType)
            scanner.skipBlanks(bytes)
            if scanner.position < bytes.count { throw scanner.fault("something stands after the object") }
            if let wrongType { throw wrongType }
        } catch {
            var labelled = error
            labelled.label = id
            throw labelled
        }
    }

    private mutating func readMembers(
        _ bytes: Span<UInt8>, _ scanner: inout JSONScanner, _ wrongType: inout ReadingError?
    ) throws(ReadingError) {
        scanner.skipBlanks(bytes)
        guard scanner.peek(bytes) == 0x7B else { throw scanner.fault("the line is not a JSON object") }
        scanner.position += 1
        scanner.skipBlanks(bytes)
        if scanner.peek(bytes) == 0x7D {
            scanner.position += 1
            return
        }
        while true {
            scanner.skipBlanks(bytes)
            let key = try scanner.text(try scanner.string(bytes), bytes)
            scanner.skipBlanks(bytes)
            try scanner.expect(0x3A, bytes)
            scanner.skipBlanks(bytes)
            try readValue(of: key, bytes, &scanner, &wrongType)
            scanner.skipBlanks(bytes)
            guard scanner.peek(bytes) == 0x2C else { break }
            scanner.position += 1
        }
        try scanner.expect(0x7D, bytes)
    }

    private mutating func readValue(
        of key: String, _ bytes: Span<UInt8>, _ scanner: inout JSONScanner, _ wrongType: inout ReadingError?
    ) throws(ReadingError) {
        guard let field = Self.field(key) else {
            try scanner.skipValue(bytes)
            return
        }
        switch scanner.peek(bytes) ?? 0 {
        case 0x22:
            self[keyPath: field] = try scanner.text(try scanner.string(bytes), bytes)
        case 0x6E:
            try scanner.skipWord("null", bytes)
            self[keyPath: field] = nil
        case 0x2D, 0x30...0x39:
            let start = scanner.position
            let number = try scanner.number(bytes)
            self[keyPath: field] = Reading.text(number, bytes)
            if key != "id" { wrongType = wrongType ?? Self.wrongType(key, at: start) }
        default:
            let start = scanner.position
            try scanner.skipValue(bytes)
            wrongType = wrongType ?? Self.wrongType(key, at: start)
        }
    }

    private static func wrongType(_ key: String, at byte: Int) -> ReadingError {
        ReadingError(
            place: .init(byte: byte), problem: "“\(key)” has the wrong type",
            advice: key == "id" ? "give it as a string or a number" : "give it as a string")
    }

    private static func field(_ key: String) -> WritableKeyPath<JSONLineFields, String?>? {
        switch key {
        case "id": \.id
        case "text": \.text
        case "published": \.published
        case "language": \.language
        case "title": \.title
        case "url": \.url
        case "publisher": \.publisher
        case "path": \.path
        case "html": \.html
        case "encoding": \.encoding
        case "contentType": \.contentType
        default: nil
        }
    }
}
