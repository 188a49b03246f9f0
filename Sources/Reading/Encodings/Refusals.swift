/// A kind of content that is recognised by how it begins, and is not read.
private struct Refused {
    let beginning: [UInt8]
    let offset: Int
    let name: String
    let advice: String

    init(_ beginning: [UInt8], at offset: Int = 0, _ name: String, _ advice: String = Refused.saveAsText) {
        self.beginning = beginning
        self.offset = offset
        self.name = name
        self.advice = advice
    }

    init(_ beginning: String, _ name: String, _ advice: String = Refused.saveAsText) {
        self.init(Array(beginning.utf8), name, advice)
    }

    static let saveAsText = "save its text as a plain text file and give that"
    static let unpack = "unpack it and give the text within"
    static let giveText = "give a text"
}

private let refusedKinds: [Refused] = [
    Refused("%PDF-", "a PDF document"),
    Refused([0x50, 0x4B, 0x03, 0x04], "a ZIP archive, or a document of Word or OpenOffice"),
    Refused([0xD0, 0xCF, 0x11, 0xE0], "a document of an old office program"),
    Refused(#"{\rtf"#, "an RTF document"),
    Refused([0x1F, 0x8B], "compressed with gzip", Refused.unpack),
    Refused("BZh", "compressed with bzip2", Refused.unpack),
    Refused([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "compressed with xz", Refused.unpack),
    Refused([0x28, 0xB5, 0x2F, 0xFD], "compressed with zstd", Refused.unpack),
    Refused([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive", Refused.unpack),
    Refused("Rar!", "a RAR archive", Refused.unpack),
    Refused("SQLite format 3\0", "a SQLite database", Refused.giveText),
    Refused([0x7F, 0x45, 0x4C, 0x46], "a program", Refused.giveText),
    Refused([0x89, 0x50, 0x4E, 0x47], "a picture", Refused.giveText),
    Refused([0xFF, 0xD8, 0xFF], "a picture", Refused.giveText),
    Refused("GIF8", "a picture", Refused.giveText),
    Refused("RIFF", "a picture or a recording", Refused.giveText),
    Refused("ID3", "a recording", Refused.giveText),
    Refused("OggS", "a recording", Refused.giveText),
    Refused(Array("ftyp".utf8), at: 4, "a film", Refused.giveText),
]

/// - Throws: where the input is empty, or is recognised as something that is no text.
func refuseBinary(_ bytes: [UInt8]) throws(ReadingError) {
    if bytes.isEmpty {
        throw ReadingError(problem: "the input is empty", advice: "give a text")
    }
    for kind in refusedKinds where bytes.dropFirst(kind.offset).starts(with: kind.beginning) {
        // A text may begin with the letters of a mark (“Rar!”): then no control follows them.
        let isShortWord = kind.beginning.count <= 4 && isPlain(kind.beginning[...])
        if isShortWord, isPlain(bytes.prefix(64)) { continue }
        throw ReadingError(
            place: .init(byte: kind.offset), problem: "the input is no text but \(kind.name)",
            advice: kind.advice)
    }
}

/// Whether no control stands here but tabs and line ends.
private func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F || $0 == 0x09 || $0 == 0x0A || $0 == 0x0C || $0 == 0x0D }
}

/// - Throws: where the text is XML, or is JSON of a form that is not read.
func refuseMarkup(_ text: String) throws(ReadingError) {
    let head = text.utf8.prefix(4096).drop { $0 <= 0x20 }
    let lower = head.prefix(16).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let place = ReadingError.Place(byte: text.utf8.distance(from: text.utf8.startIndex, to: head.startIndex))
    if ["<?xml", "<rss", "<feed", "<svg"].contains(where: { lower.starts(with: $0.utf8) }) {
        throw ReadingError(
            place: place, problem: "the input is XML, which is not read",
            advice: "save its text and give that")
    }
    if head.filter({ $0 > 0x20 }).prefix(3).elementsEqual([0x5B, 0x7B, 0x22]) {
        throw ReadingError(
            place: place, problem: "the input is a JSON array, which is not read",
            advice: "write one JSON object a line")
    }
}
