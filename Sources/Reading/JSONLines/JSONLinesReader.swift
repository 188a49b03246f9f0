import Statements

/// Reads an input that holds one JSON object a line, or one object over several lines.
enum JSONLinesReader: Reader {
    static let format = Format.jsonLines

    /// `{`, then a string or `}`: no text begins like that.
    static func recognises(_ head: Span<UInt8>) -> Bool {
        var scanner = JSONScanner()
        if head.count >= 3, head[0] == 0xEF, head[1] == 0xBB, head[2] == 0xBF { scanner.position = 3 }
        scanner.skipBlanks(head)
        guard scanner.peek(head) == 0x7B else { return false }
        scanner.position += 1
        scanner.skipBlanks(head)
        return scanner.peek(head) == 0x22 || scanner.peek(head) == 0x7D
    }

    static func documents(in bytes: [UInt8], options: ReadingOptions) -> [Result<Document, ReadingError>] {
        let reader = JSONLineReader(options: options)
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let lines = jsonLines(of: bytes[start...])
        if lines.count > 1, !isWholeValue(lines[0].bytes), isWholeValue(bytes[start...]) {
            return [result { () throws(ReadingError) in try reader.document(in: bytes[start...]) }]
        }
        return lines.map { line in
            result { () throws(ReadingError) in try reader.document(in: line.bytes) }
                .mapError { $0.inLine(line.number) }
        }
    }

    private static func result(
        _ read: () throws(ReadingError) -> Document
    ) -> Result<Document, ReadingError> {
        do throws(ReadingError) {
            return .success(try read())
        } catch {
            return .failure(error)
        }
    }

    /// Whether the bytes are one JSON value and nothing else.
    private static func isWholeValue(_ bytes: ArraySlice<UInt8>) -> Bool {
        var scanner = JSONScanner()
        scanner.skipBlanks(bytes.span)
        guard (try? scanner.skipValue(bytes.span)) != nil else { return false }
        scanner.skipBlanks(bytes.span)
        return scanner.position == bytes.count
    }

    /// The lines that are not blank, with their numbers from 1.
    private static func jsonLines(of bytes: ArraySlice<UInt8>) -> [(number: Int, bytes: ArraySlice<UInt8>)] {
        var lines: [(number: Int, bytes: ArraySlice<UInt8>)] = []
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let isBlank = line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
            if !isBlank { lines.append((index + 1, line)) }
        }
        return lines
    }
}
