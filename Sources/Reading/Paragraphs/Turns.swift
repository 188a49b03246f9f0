import Statements

/// Marks the turns of an interview: paragraphs that begin with a label and a colon.
///
/// Labels in capitals (`ROE:`, `Q:`) make an interview where there are three or more, one of them twice. Labels
/// that look like names (`Jane Roe:`) must be two that stand at the head of most paragraphs between the first
/// and the last of them.
func markTurns(_ drafts: inout [Draft], in bytes: Span<UInt8>) {
    let capitals = turns(drafts) { turnLabel(at: $0, bytes) }
    if capitals.count >= 3, repeatedLabels(capitals) >= 1 {
        for turn in capitals { drafts[turn.index].kind = .turn }
        return
    }
    let named = turns(drafts) { nameLabel(at: $0, bytes) }
    guard let first = named.first, let last = named.last, named.count >= 4, repeatedLabels(named) >= 2,
        named.count * 2 >= last.index - first.index + 1
    else { return }
    for turn in named { drafts[turn.index].kind = .turn }
}

private typealias Turn = (index: Int, label: String)

private func turns(_ drafts: [Draft], _ label: (Range<Int>) -> String?) -> [Turn] {
    drafts.indices.compactMap { index in
        guard drafts[index].kind == nil else { return nil }
        return label(drafts[index].bytes).map { (index, $0) }
    }
}

/// How many labels stand twice or more.
private func repeatedLabels(_ turns: [Turn]) -> Int {
    Dictionary(grouping: turns, by: \.label).values.count { $0.count >= 2 }
}

/// One to three words that begin with capitals, before a colon.
private func nameLabel(at range: Range<Int>, _ bytes: Span<UInt8>) -> String? {
    let limit = min(range.upperBound, range.lowerBound + 40)
    guard let colon = (range.lowerBound..<limit).first(where: { bytes[$0] == 0x3A }) else { return nil }
    var words: [Word] = []
    collectWords(in: range.lowerBound..<colon, of: bytes, into: &words)
    guard (1...3).contains(words.count), words.allSatisfy({ $0.shape.contains(.capital) }),
        words[0].start == range.lowerBound
    else { return nil }
    return text(range.lowerBound..<colon, bytes)
}

/// The label of a turn: `Q` or `A`, or up to four words all in capitals, before a colon (`Q.` does, too).
private func turnLabel(at range: Range<Int>, _ bytes: Span<UInt8>) -> String? {
    let start = range.lowerBound + openingMark(at: range, bytes)
    let limit = min(range.upperBound, start + 40)
    var index = start
    var letters = 0
    var words = 1
    while index < limit {
        switch bytes[index] {
        case 0x3A:
            guard letters >= 2 || letters == 1 && (bytes[start] == 0x51 || bytes[start] == 0x41) else {
                return nil
            }
            return words <= 4 ? text(start..<index, bytes) : nil
        case 0x41...0x5A: letters += 1
        case 0xD0 where index + 1 < limit && (0x81...0xAF).contains(bytes[index + 1]):
            letters += 1
            index += 1
        case 0x20: words += 1
        case 0x2E where letters == 1 && index == start + 1 && (bytes[start] == 0x51 || bytes[start] == 0x41):
            return index + 1 < limit && bytes[index + 1] == 0x20 ? text(start..<index, bytes) : nil
        case 0x2E, 0x2D, 0x27: break
        default: return nil
        }
        index += 1
    }
    return nil
}

/// How many bytes a quotation mark takes up that opens the paragraph, as where a whole interview is quoted; 0 for none.
private func openingMark(at range: Range<Int>, _ bytes: Span<UInt8>) -> Int {
    guard range.count > 4 else { return 0 }
    let start = range.lowerBound
    if bytes[start] == 0x22 { return 1 }
    return bytes[start] == 0xE2 && bytes[start + 1] == 0x80 && bytes[start + 2] == 0x9C ? 3 : 0
}
