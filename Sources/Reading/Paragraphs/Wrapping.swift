/// Joins the lines of a text into paragraphs.
///
/// A line is a paragraph of its own, unless the text is hard-wrapped: then nearly every line that another
/// follows is so long that the first word of the next would not have fitted, and such lines are joined.
func drafts(of lines: [TextLine], in bytes: Span<UInt8>) -> [Draft] {
    guard let width = wrapWidth(of: lines, in: bytes) else { return lines.map(Draft.init) }
    var drafts: [Draft] = []
    for index in lines.indices {
        if index > 0, joins(lines[index - 1], lines[index], width, bytes) {
            let last = drafts.count - 1
            drafts[last].bytes = drafts[last].bytes.lowerBound..<lines[index].bytes.upperBound
            drafts[last].indent = min(drafts[last].indent, lines[index].indent)
        } else {
            drafts.append(Draft(lines[index]))
        }
    }
    return drafts
}

/// No one wraps text wider than this, in code points; a longer line is a paragraph.
private let widestWrap = 132

/// The width to which a text is wrapped, in code points; nil where it is not.
private func wrapWidth(of lines: [TextLine], in bytes: Span<UInt8>) -> Int? {
    let pairs = lines.indices.dropFirst().filter { !lines[$0].opensBlock }
    guard pairs.count >= 2 else { return nil }
    let lengths = pairs.map { length(of: lines[$0 - 1], in: bytes) }
    // One line in ten may stick out: an address, a word that nobody parts.
    let width = lengths.sorted()[(lengths.count * 9 + 9) / 10 - 1]
    guard (30...widestWrap).contains(width) else { return nil }
    var full = 0
    for (pair, length) in zip(pairs, lengths)
    where length + 1 + firstWordLength(of: lines[pair], in: bytes) > width {
        full += 1
    }
    return full * 4 >= pairs.count * 3 ? width : nil
}

private func joins(_ line: TextLine, _ next: TextLine, _ width: Int, _ bytes: Span<UInt8>) -> Bool {
    guard !next.opensBlock, next.indent <= line.indent + 1 || next.indent == 0 else { return false }
    if bulletLength(at: next.bytes, bytes) > 0 { return false }
    let isFull = length(of: line, in: bytes) + 1 + firstWordLength(of: next, in: bytes) > width
    return isFull || ending(of: line.bytes, bytes) == .other && startsSmall(next, bytes)
}

private func startsSmall(_ line: TextLine, _ bytes: Span<UInt8>) -> Bool {
    (0x61...0x7A).contains(bytes[line.bytes.lowerBound])
}

/// In code points, with its indent.
private func length(of line: TextLine, in bytes: Span<UInt8>) -> Int {
    var count = line.indent
    for index in line.bytes where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
}

private func firstWordLength(of line: TextLine, in bytes: Span<UInt8>) -> Int {
    var count = 0
    for index in line.bytes {
        if bytes[index] == 0x20 { break }
        if bytes[index] & 0xC0 != 0x80 { count += 1 }
    }
    return count
}
