/// Folds text of a page as a reader sees it: runs of white space are one blank, a line break stays where `br`
/// asked for it, characters that nobody sees are left out, and references that the parser left are resolved.
struct TextFolder {
    /// What was folded so far.
    private(set) var bytes: [UInt8] = []
    /// White space that stands before what comes next.
    private var isBlankDue = false
    private var isBreakDue = false
    /// Where the current paragraph begins.
    private var start = 0

    /// How many bytes there are.
    var count: Int { bytes.count }

    /// Whether the current paragraph has no text yet.
    var isEmpty: Bool { bytes.count == start }

    /// Begins a paragraph, and tells where it begins.
    mutating func beginParagraph() -> Int {
        start = bytes.count
        (isBlankDue, isBreakDue) = (false, false)
        return start
    }

    /// A line break, if anything stands before it and after it.
    mutating func breakLine() { isBreakDue = true }

    /// A blank, if anything stands before it and after it.
    mutating func addBlank() { isBlankDue = true }

    /// Adds text; white space in it counts as it stands with `isVerbatim`.
    mutating func add(_ range: Range<Int>, of text: Span<UInt8>, isVerbatim: Bool = false) {
        var index = range.lowerBound
        let end = range.upperBound
        while index < end {
            let byte = text[index]
            switch byte {
            case 0x0A where isVerbatim:
                isBreakDue = true
                index += 1
            case 0...0x20, 0x7F:
                isBlankDue = true
                index += 1
            case 0x26:
                addReference(at: &index, end, text)
            case 0xEF where index + 2 < end && text[index + 1] == 0xB7 && text[index + 2] == 0x90:
                // An ampersand that SlimPage replaced.
                index += 2
                addReference(at: &index, end, text)
            case 0x21..<0x80:
                settle()
                bytes.append(byte)
                index += 1
            default:
                addWide(at: &index, end, text)
            }
        }
    }

    @inline(__always)
    private mutating func settle() {
        guard isBlankDue || isBreakDue else { return }
        if bytes.count > start { bytes.append(isBreakDue ? 0x0A : 0x20) }
        (isBlankDue, isBreakDue) = (false, false)
    }

    private mutating func addReference(at index: inout Int, _ end: Int, _ text: Span<UInt8>) {
        guard let reference = CharacterReference(at: index, end, text) else {
            settle()
            bytes.append(0x26)
            index += 1
            return
        }
        index += reference.length
        if reference.isBlank {
            isBlankDue = true
        } else if !reference.scalars.isEmpty {
            settle()
            for scalar in reference.scalars { bytes.append(scalar: scalar) }
        }
    }

    /// Adds a character that is not ASCII; white space and what nobody sees are known by their bytes.
    private mutating func addWide(at index: inout Int, _ end: Int, _ text: Span<UInt8>) {
        let second = index + 1 < end ? text[index + 1] : 0
        let third = index + 2 < end ? text[index + 2] : 0
        switch (text[index], second, third) {
        case (0xC2, 0xA0, _), (0xC2, 0x85, _):
            isBlankDue = true
            index += 2
        case (0xC2, 0xAD, _):
            index += 2
        case (0xC2, 0x80...0x9F, _):
            // A reference to a control character means that of Windows-1252.
            settle()
            bytes.append(scalar: SingleByteEncoding.windows1252.scalar(second))
            index += 2
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80),
            (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9):
            isBlankDue = true
            index += 3
        case (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF):
            index += 3
        default:
            settle()
            bytes.append(text[index])
            index += 1
            while index < end, text[index] & 0xC0 == 0x80 {
                bytes.append(text[index])
                index += 1
            }
        }
    }
}

/// The folded text of some pieces of a page; an empty piece is a blank.
func foldedText(of ranges: [Range<Int>], in bytes: Span<UInt8>) -> String {
    var folder = TextFolder()
    for range in ranges {
        if range.isEmpty { folder.addBlank() }
        folder.add(range, of: bytes)
    }
    return String(decoding: folder.bytes, as: UTF8.self)
}
