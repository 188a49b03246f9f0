extension WARCHeader {
    /// Reads the line that stands before each record of an ARC file, the forerunner of WARC (Internet Archive, 1996):
    /// address, IP address, time of capture, type and length, with blanks between them. Version 2 has more fields
    /// before the length.
    ///
    /// Nil where the line is none.
    init?(arcLine line: ArraySlice<UInt8>) {
        let text = trimmed(line)
        let words = text.split(separator: " ")
        guard words.count >= 5, let length = Int(words[words.count - 1]), length >= 0,
            let address = words.first, address.utf8.contains(0x3A)
        else { return nil }
        // The address may have blanks in it; the time is the last of the words with twelve digits or more.
        guard
            let time = words.indices.last(where: { words[$0].utf8.count >= 12 && Int(words[$0]) != nil }),
            time >= 2, time < words.count - 1
        else { return nil }
        let uri = words[..<(time - 1)].joined(separator: " ")
        let isFileHeader = uri.hasPrefix("filedesc:")
        self.init(
            fields: [
                ("warc-type", isFileHeader ? "warcinfo" : "response"), ("warc-target-uri", uri),
                ("warc-date", WARCHeader.date(ofDigits: words[time])),
                ("content-type", isFileHeader ? "text/plain" : "application/http"),
            ], contentLength: length)
    }

    /// `20140216050221` as WARC writes it.
    private static func date(ofDigits digits: Substring) -> String {
        let padded = Array(digits.utf8.prefix(14)) + Array("00".utf8).prefix(max(0, 14 - digits.utf8.count))
        var text: [UInt8] = []
        for (index, byte) in padded.enumerated() {
            switch index {
            case 4, 6: text.append(0x2D)
            case 8: text.append(0x54)
            case 10, 12: text.append(0x3A)
            default: break
            }
            text.append(byte)
        }
        return String(decoding: text, as: UTF8.self) + "Z"
    }
}
