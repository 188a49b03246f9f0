/// Adds a letter to the hash with its case folded, and says whether it was a capital.
///
/// Latin with all its marks, Greek, Armenian and the Cyrillic of Europe are folded; ё counts as е.
func addFolded(_ length: Int, at index: Int, _ bytes: Span<UInt8>, _ hash: inout WordHash) -> Bool {
    guard length == 2 else {
        for offset in 0..<length { hash.add(bytes[index + offset]) }
        return false
    }
    let letter = UInt16(bytes[index] & 0x1F) << 6 | UInt16(bytes[index + 1] & 0x3F)
    let folded = smallLetter(letter)
    hash.add(UInt8(0xC0 | folded >> 6))
    hash.add(UInt8(0x80 | folded & 0x3F))
    return folded != letter && letter != smallYo
}

private let smallYo: UInt16 = 0x451

/// The small letter of a capital below U+0800; any other letter is itself. By the simple case foldings of Unicode.
private func smallLetter(_ letter: UInt16) -> UInt16 {
    switch letter {
    case 0xC0...0xDE where letter != 0xD7: letter + 0x20
    case 0x100...0x137, 0x14A...0x177: letter | 1
    case 0x139...0x148, 0x179...0x17E: letter & 1 == 1 ? letter + 1 : letter
    case 0x386: 0x3AC
    case 0x388...0x38A: letter + 0x25
    case 0x38C: 0x3CC
    case 0x38E, 0x38F: letter + 0x3F
    case 0x391...0x3A9: letter + 0x20
    case smallYo, 0x401: 0x435
    case 0x400...0x40F: letter + 0x50
    case 0x410...0x42F: letter + 0x20
    case 0x48A...0x4BF, 0x4D0...0x52F: letter | 1
    case 0x531...0x556: letter + 0x30
    default: letter
    }
}
