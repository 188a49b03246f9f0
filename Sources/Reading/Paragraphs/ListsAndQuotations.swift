import Statements

/// How many bytes the bullet or the number of a list takes that a paragraph begins with; 0 where there is none.
func bulletLength(at range: Range<Int>, _ bytes: Span<UInt8>) -> Int {
    let start = range.lowerBound
    guard range.count > 2 else { return 0 }
    switch (bytes[start], bytes[start + 1], bytes[start + 2]) {
    case (0x2D, 0x20, _), (0x2A, 0x20, _): return 2
    case (0xC2, 0xB7, _): return 2
    case (0xE2, 0x80, 0xA2), (0xE2, 0x80, 0xA3), (0xE2, 0x97, 0x8F), (0xE2, 0x96, 0xAA), (0xE2, 0x97, 0xA6),
        (0xE2, 0x96, 0xA0), (0xE2, 0x96, 0xBA):
        return 3
    default: return numberLength(at: range, bytes)
    }
}

/// `1.`, `12)`, `(3)`, `a)` before a blank.
private func numberLength(at range: Range<Int>, _ bytes: Span<UInt8>) -> Int {
    var index = range.lowerBound
    let opens = bytes[index] == 0x28
    if opens { index += 1 }
    let digits = index
    while index < range.upperBound, (0x30...0x39).contains(bytes[index]), index - digits < 3 { index += 1 }
    let isLetter = index == digits && index < range.upperBound && (0x61...0x7A).contains(bytes[index])
    if isLetter { index += 1 }
    guard index > digits, index + 1 < range.upperBound, bytes[index + 1] == 0x20 else { return 0 }
    let closes = bytes[index] == 0x29 || bytes[index] == 0x2E && !opens && !isLetter
    return closes ? index + 1 - range.lowerBound : 0
}

/// Marks entries of lists: two or more of the same make beside one another.
func markLists(_ drafts: inout [Draft], in bytes: Span<UInt8>) {
    var index = 0
    while index < drafts.count {
        var end = index
        while end < drafts.count, drafts[end].kind == nil, bulletLength(at: drafts[end].bytes, bytes) > 0 {
            end += 1
        }
        if end - index >= 2 {
            for entry in index..<end { drafts[entry].kind = .listItem }
        }
        index = max(end, index + 1)
    }
}

/// Marks quotations set apart: lines that begin with `>`, and the few paragraphs that are indented where most
/// are not.
func markBlockQuotations(_ drafts: inout [Draft], in bytes: Span<UInt8>) {
    let indented = drafts.count { $0.indent >= 2 }
    let indentCounts = indented * 3 <= drafts.count
    for index in drafts.indices where drafts[index].kind == nil {
        let isMarked = bytes[drafts[index].bytes.lowerBound] == 0x3E
        if isMarked || indentCounts && drafts[index].indent >= 2 && drafts[index].signs.words >= 4 {
            drafts[index].kind = .blockQuotation
        }
    }
}
