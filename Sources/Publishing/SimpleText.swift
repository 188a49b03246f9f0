/// Text in which every code point is a letter, a digit or a mark of one cell, as in most of what is written in Latin, Greek
/// or Cyrillic: what can be told of it from its bytes needs no look at Unicode's tables.
enum SimpleText {
    /// The number of characters, and so of a terminal's cells; nil where something in the text may be wide, combining,
    /// invisible or obeyed by a terminal.
    static func width(of text: some StringProtocol) -> Int? {
        var width = 0
        // Where in a code point: 0 before it, 1 in its last byte, 4 behind C2, 3 and 2 within U+2000 to U+203F.
        var place = 0
        for byte in text.utf8 {
            switch (place, byte) {
            case (0, 0x20...0x7E): width += 1
            case (0, 0xC3...0xCB), (0, 0xCE...0xD1): place = 1
            case (0, 0xC2): place = 4
            case (0, 0xE2): place = 3
            case (3, 0x80): place = 2
            // Of these only the dashes, the quotation marks and their like (U+2010 to U+2027) are simple.
            // Of what begins with C2, not the controls, the space that does not break and the soft hyphen.
            case (1, _), (2, 0x90...0xA7), (4, 0xA1...0xAC), (4, 0xAE...0xBF):
                place = 0
                width += 1
            default: return nil
            }
        }
        return width
    }
}
