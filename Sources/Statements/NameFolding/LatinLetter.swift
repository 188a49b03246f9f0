/// Latin letters beyond ASCII, taken apart into base letter and mark by the names that Unicode gives them
/// (“LATIN SMALL LETTER S WITH CARON”), so that no table has to list them.
enum LatinLetter {
    static func fold(_ scalar: Unicode.Scalar) -> NameCharacter? {
        if let special = fold(special: scalar) { return special }
        guard isInLatinBlock(scalar) else { return nil }
        guard var name = scalar.properties.name?.utf8[...], name.drop("LATIN ") else { return nil }
        guard name.drop("SMALL LETTER ") || name.drop("CAPITAL LETTER "), let base = name.first,
            UInt8(ascii: "A")...UInt8(ascii: "Z") ~= base
        else { return nil }
        name.removeFirst()
        let letter = Unicode.Scalar(base | 32)
        if name.isEmpty { return .letter(letter, mark: nil) }
        guard name.drop(" WITH ") else { return nil }
        return .letter(letter, mark: mark(named: name))
    }

    private static func isInLatinBlock(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xC0...0x24F, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xFF21...0xFF5A: true
        default: false
        }
    }

    /// Letters that are no base letter with a mark.
    private static func fold(special scalar: Unicode.Scalar) -> NameCharacter? {
        switch scalar {
        case "ß", "ẞ": .ligature("s", "s")
        case "æ", "Æ", "ǽ", "Ǽ", "ǣ", "Ǣ": .ligature("a", "e")
        case "œ", "Œ": .ligature("o", "e")
        case "þ", "Þ": .ligature("t", "h")
        case "ĳ", "Ĳ": .ligature("i", "j")
        case "ð", "Ð": .letter("d", mark: .other)
        case "ə", "Ə": .letter("a", mark: .other)
        case "ı": .letter("i", mark: .other)
        case "ŋ", "Ŋ": .letter("n", mark: .other)
        case "\u{FF21}"..."\u{FF3A}": .letter(Unicode.Scalar(UInt8(scalar.value - 0xFF21) + 97), mark: nil)
        case "\u{FF41}"..."\u{FF5A}": .letter(Unicode.Scalar(UInt8(scalar.value - 0xFF41) + 97), mark: nil)
        default: nil
        }
    }

    private static func mark(named name: Substring.UTF8View) -> NameMark {
        switch String(Substring(name)) {
        case "CARON": .caron
        case "CIRCUMFLEX": .circumflex
        case "BREVE": .breve
        case "DIAERESIS": .diaeresis
        case "GRAVE": .grave
        default: .other
        }
    }
}

extension Substring.UTF8View {
    /// Drops the text if this begins with it, and says whether it did.
    fileprivate mutating func drop(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { prefix in
            guard starts(with: prefix) else { return false }
            self = dropFirst(prefix.count)
            return true
        }
    }
}
