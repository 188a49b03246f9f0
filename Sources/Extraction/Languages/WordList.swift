import Lexicon

/// A word list of `Config/lexicon`: entries below headings in square brackets, `#` before comments.
struct WordList {
    /// An entry and the heading that it stands below.
    struct Line {
        /// The heading, without its brackets; empty above the first.
        var heading: Substring
        /// The entry, without white space around it.
        var text: Substring
    }

    /// The entries, in order.
    let lines: [Line]

    /// The list that the program carries at this path of `Config`; empty where it carries none.
    init(carried path: String) {
        guard let file = lexicon_file(path) else {
            self.init(text: "")
            return
        }
        let bytes = UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.length)
        self.init(text: String(decoding: bytes, as: UTF8.self))
    }

    /// The list with this text.
    init(text: String) {
        var heading: Substring = ""
        var lines: [Line] = []
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            let content = trimmed(Substring(line.prefix { $0 != UInt8(ascii: "#") }))
            if content.isEmpty { continue }
            if content.hasPrefix("["), content.hasSuffix("]") {
                heading = content.dropFirst().dropLast()
            } else {
                lines.append(Line(heading: heading, text: content))
            }
        }
        self.lines = lines
    }
}

/// The text without spaces and tabs around it.
func trimmed(_ text: Substring) -> Substring {
    var utf8 = text.utf8
    while let first = utf8.first, first == 0x20 || first == 0x09 || first == 0x0D { utf8.removeFirst() }
    while let last = utf8.last, last == 0x20 || last == 0x09 || last == 0x0D { utf8.removeLast() }
    return Substring(utf8)
}
