/// Text broken into lines that fit a width.
public enum LineWrapping {
    /// The lines of a text, each at most `width` cells wide, broken at spaces and between ideographs; a word that
    /// is wider than a line is broken where it must be. Runs of spaces become one.
    public static func lines(of text: String, width: Int) -> [String] {
        let width = max(width, 2)
        if let lines = simpleLines(of: text, width: width) { return lines }
        var lines: [String] = []
        var line = ""
        var lineWidth = 0
        for (piece, followsSpace) in pieces(of: text) {
            let pieceWidth = DisplayWidth.of(piece)
            let gap = followsSpace && lineWidth > 0 ? 1 : 0
            if lineWidth + gap + pieceWidth <= width {
                if gap == 1 { line += " " }
                line += piece
                lineWidth += gap + pieceWidth
                continue
            }
            if lineWidth > 0 { lines.append(line) }
            (line, lineWidth) = ("", 0)
            for character in piece {
                let characterWidth = DisplayWidth.of(character)
                if lineWidth + characterWidth > width {
                    lines.append(line)
                    (line, lineWidth) = ("", 0)
                }
                line.append(character)
                lineWidth += characterWidth
            }
        }
        if lineWidth > 0 || lines.isEmpty { lines.append(line) }
        return lines
    }

    /// The lines of a text of simple characters, told by its bytes; nil for any other text, and where a word is wider than
    /// a line.
    private static func simpleLines(of text: String, width: Int) -> [String]? {
        guard let whole = SimpleText.width(of: text) else { return nil }
        var lines: [String] = []
        lines.reserveCapacity(whole / width + 2)
        var line: [UInt8] = []
        var lineWidth = 0
        for word in text.utf8.split(separator: UInt8(ascii: " ")) {
            let wordWidth = word.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
            guard wordWidth <= width else { return nil }
            if lineWidth > 0, lineWidth + 1 + wordWidth > width {
                lines.append(String(decoding: line, as: UTF8.self))
                line.removeAll(keepingCapacity: true)
                lineWidth = 0
            }
            if lineWidth > 0 { line.append(UInt8(ascii: " ")) }
            line.append(contentsOf: word)
            lineWidth += (lineWidth > 0 ? 1 : 0) + wordWidth
        }
        if lineWidth > 0 || lines.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
        return lines
    }

    /// The pieces that are never broken if they fit: words, and single ideographs.
    private static func pieces(of text: String) -> [(piece: Substring, followsSpace: Bool)] {
        var pieces: [(piece: Substring, followsSpace: Bool)] = []
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }) {
            addPieces(of: word, to: &pieces)
        }
        return pieces
    }

    /// Adds the pieces of a word that may hold ideographs.
    private static func addPieces(
        of word: Substring, to pieces: inout [(piece: Substring, followsSpace: Bool)]
    ) {
        var start = word.startIndex
        var followsSpace = true
        for index in word.indices where index > start {
            // A mark that closes stays with what stands before it.
            guard DisplayWidth.isIdeographic(word[index]), !isClosingMark(word[index]) else { continue }
            pieces.append((word[start..<index], followsSpace))
            (start, followsSpace) = (index, false)
        }
        pieces.append((word[start...], followsSpace))
    }

    private static func isClosingMark(_ character: Character) -> Bool {
        switch character {
        case "。", "、", "，", "．", "」", "』", "）", "】", "！", "？", "：", "；", "》", "〉", "ー": true
        default: false
        }
    }
}
