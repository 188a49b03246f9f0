/// Text in which every code point is a letter, a digit or a mark of one cell, as in most of what is written in Latin, Greek
/// or Cyrillic: what can be told of it from its bytes needs no look at Unicode's tables.
enum SimpleText {
    /// The number of characters, and so of a terminal's cells; nil where something in the text may be wide, combining,
    /// invisible or obeyed by a terminal.
    static func width(of text: some StringProtocol) -> Int? {
        var width = 0
        // How many bytes of a code point are still to come; 3 and 2 within U+2000 to U+203F.
        var place = 0
        for byte in text.utf8 {
            switch (place, byte) {
            case (0, 0x20...0x7E): width += 1
            case (0, 0xC3...0xCB), (0, 0xCE...0xD1): place = 1
            case (0, 0xE2): place = 3
            case (3, 0x80): place = 2
            // Of these only the dashes, the quotation marks and their like (U+2010 to U+2027) are simple.
            case (1, _), (2, 0x90...0xA7):
                place = 0
                width += 1
            default: return nil
            }
        }
        return width
    }
}
