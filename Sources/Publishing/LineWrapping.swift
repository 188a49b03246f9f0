/// Text broken into lines that fit a width.
public enum LineWrapping {
    /// The lines of a text, each at most `width` cells wide, broken at spaces and between ideographs; a word that
    /// is wider than a line is broken where it must be. Runs of spaces become one.
    public static func lines(of text: String, width: Int) -> [String] {
        let width = max(width, 2)
        var lines: [String] = []
        var line = ""
        var lineWidth = 0
        for (piece, followsSpace) in pieces(of: text) {
            let pieceWidth = DisplayWidth.of(piece)
            let gap = followsSpace && lineWidth > 0 ? 1 : 0
            if lineWidth + gap + pieceWidth <= width {
                line += (gap == 1 ? " " : "") + piece
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

    /// The pieces that are never broken if they fit: words, and single ideographs.
    private static func pieces(of text: String) -> [(piece: String, followsSpace: Bool)] {
        var pieces: [(piece: String, followsSpace: Bool)] = []
        var word = ""
        var followsSpace = false
        func endWord() {
            guard !word.isEmpty else { return }
            pieces.append((word, followsSpace))
            (word, followsSpace) = ("", false)
        }
        for character in text {
            if character == " " || character == "\n" || character == "\t" {
                endWord()
                followsSpace = true
            } else if DisplayWidth.isIdeographic(character), !isClosingMark(character) {
                endWord()
                word.append(character)
            } else {
                // A mark that closes stays with what stands before it.
                word.append(character)
            }
        }
        endWord()
        return pieces
    }

    private static func isClosingMark(_ character: Character) -> Bool {
        switch character {
        case "。", "、", "，", "．", "」", "』", "）", "】", "！", "？", "：", "；", "》", "〉", "ー": true
        default: false
        }
    }
}
