/// A line of a text that is not blank.
struct TextLine {
    /// Its bytes without the white space around it.
    var bytes: Range<Int>
    /// How many columns of white space stand before it.
    var indent: Int
    /// Whether blank lines, a form feed, or the beginning of the text stand before it.
    var opensBlock: Bool
}

/// The lines of a text that are not blank.
///
/// A line ends with LF, CR, CR LF, VT, FF, NEL (U+0085), U+2028 or U+2029 (Unicode Standard, section 5.8); the
/// form feed and U+2029 end a block of lines, too.
func textLines(of bytes: Span<UInt8>) -> [TextLine] {
    var lines: [TextLine] = []
    var start = 0
    var blankBefore = true
    var index = 0
    while index < bytes.count {
        guard let end = lineEnd(at: index, bytes) else {
            index += 1
            continue
        }
        if let line = trimmedLine(start..<index, bytes, opensBlock: blankBefore) {
            lines.append(line)
            blankBefore = end.endsBlock
        } else {
            blankBefore = true
        }
        index += end.length
        start = index
    }
    if let line = trimmedLine(start..<bytes.count, bytes, opensBlock: blankBefore) { lines.append(line) }
    return lines
}

/// A line end and how many bytes it takes.
private struct LineEnd {
    let length: Int
    let endsBlock: Bool
}

@inline(__always)
private func lineEnd(at index: Int, _ bytes: Span<UInt8>) -> LineEnd? {
    switch bytes[index] {
    case 0x0A, 0x0B: return LineEnd(length: 1, endsBlock: false)
    case 0x0C: return LineEnd(length: 1, endsBlock: true)
    case 0x0D:
        let isPair = index + 1 < bytes.count && bytes[index + 1] == 0x0A
        return LineEnd(length: isPair ? 2 : 1, endsBlock: false)
    case 0xC2:
        let isNextLine = index + 1 < bytes.count && bytes[index + 1] == 0x85
        return isNextLine ? LineEnd(length: 2, endsBlock: false) : nil
    case 0xE2:
        guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return nil }
        switch bytes[index + 2] {
        case 0xA8: return LineEnd(length: 3, endsBlock: false)
        case 0xA9: return LineEnd(length: 3, endsBlock: true)
        default: return nil
        }
    default: return nil
    }
}

/// The line without the white space around it; nil where nothing is left.
private func trimmedLine(_ range: Range<Int>, _ bytes: Span<UInt8>, opensBlock: Bool) -> TextLine? {
    var start = range.lowerBound
    var indent = 0
    while start < range.upperBound {
        let length = blankLength(at: start, range.upperBound, bytes)
        if length == 0 { break }
        indent += bytes[start] == 0x09 ? 4 : 1
        start += length
    }
    var end = range.upperBound
    while end > start {
        let length = blankLength(before: end, start, bytes)
        if length == 0 { break }
        end -= length
    }
    return start < end ? TextLine(bytes: start..<end, indent: indent, opensBlock: opensBlock) : nil
}

/// How many bytes of white space, or of characters that show nothing, begin at `index`: 0 where something
/// else does.
private func blankLength(at index: Int, _ end: Int, _ bytes: Span<UInt8>) -> Int {
    switch bytes[index] {
    case 0x09, 0x20: 1
    case 0xC2: index + 1 < end && bytes[index + 1] == 0xA0 ? 2 : 0
    case 0xE2, 0xE3, 0xEF:
        index + 2 < end && isWideBlank(bytes[index], bytes[index + 1], bytes[index + 2]) ? 3 : 0
    default: 0
    }
}

/// How many bytes of white space end before `index`.
private func blankLength(before index: Int, _ start: Int, _ bytes: Span<UInt8>) -> Int {
    switch bytes[index - 1] {
    case 0x09, 0x20: return 1
    case 0x80...0xBF:
        if index - 2 >= start, bytes[index - 2] == 0xC2, bytes[index - 1] == 0xA0 { return 2 }
        if index - 3 >= start, isWideBlank(bytes[index - 3], bytes[index - 2], bytes[index - 1]) { return 3 }
        return 0
    default: return 0
    }
}

/// Whether three bytes are U+2000 to U+200B, U+202F, U+205F, U+2060, U+3000 or U+FEFF.
private func isWideBlank(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second, third) {
    case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE2, 0x81, 0xA0): true
    case (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): true
    default: false
    }
}
