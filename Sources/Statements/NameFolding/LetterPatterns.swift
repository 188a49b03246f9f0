/// Whether a lower-case ASCII letter is a vowel; y counts as none.
func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
}

extension [UInt8] {
    /// Whether the bytes at an index spell a text.
    func spells(_ text: StaticString, at index: Int) -> Bool {
        text.withUTF8Buffer { wanted in
            index >= 0 && index + wanted.count <= count
                && self[index..<(index + wanted.count)].elementsEqual(wanted)
        }
    }

    /// Whether the bytes end with a text, and do not consist of it alone.
    func ends(with text: StaticString) -> Bool {
        count > text.utf8CodeUnitCount && spells(text, at: count - text.utf8CodeUnitCount)
    }

    /// Whether the bytes end with one of the texts.
    func ends(withAnyOf texts: [StaticString]) -> Bool { texts.contains { ends(with: $0) } }
}
