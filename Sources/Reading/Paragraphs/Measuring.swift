/// Measures what a paragraph looks like. `words` is room to work in.
func signs(of range: Range<Int>, in bytes: Span<UInt8>, _ phrases: PhraseTable, words: inout [Word]) -> Signs
{
    collectWords(in: range, of: bytes, into: &words)
    var signs = Signs()
    signs.words = words.count
    signs.startsCapital = words.first?.shape.contains(.capital) ?? false
    signs.startsQuoted = startsWithQuotationMark(range, bytes)
    signs.ending = ending(of: range, bytes)
    var index = 0
    while index < words.count {
        countShape(of: words[index], &signs)
        if let match = phrases.match(at: index, in: words) {
            count(match, at: index, of: words, range, bytes, &signs)
        }
        index += 1
    }
    if !signs.endsWithCredit { signs.endsWithCredit = endsWithNamesAndSlash(words, range, bytes) }
    return signs
}

@inline(__always)
private func countShape(of word: Word, _ signs: inout Signs) {
    if word.shape.contains(.quoted) { signs.quotedWords += 1 }
    if word.shape.contains(.capitals) { signs.capitals += 1 }
    if word.end - word.start >= 4, !word.shape.contains(.number) {
        signs.longWords += 1
        if word.shape.contains(.capital) { signs.longCapitalised += 1 }
    }
}

private func count(
    _ match: PhraseTable.Match, at index: Int, of words: [Word], _ range: Range<Int>, _ bytes: Span<UInt8>,
    _ signs: inout Signs
) {
    let classes = match.classes
    if index == 0 {
        signs.isFurnitureLine = classes.contains(.line)
        signs.isCommentsHeading = classes.contains(.comments)
        signs.isReply = classes.contains(.reply)
    }
    if classes.contains(.credit), !signs.endsWithCredit {
        signs.endsWithCredit = isCredit(match.length, at: index, of: words, range, bytes)
    }
    if classes.contains(.creditLabel), !signs.startsWithCreditLabel {
        signs.startsWithCreditLabel = isCreditLabel(match.length, at: index, of: words, range, bytes)
    }
    guard !words[index].shape.contains(.quoted) else { return }
    if classes.contains(.opening), index == 0 {
        signs.opening = match.length
        signs.opensWithSign = words[0].hash == WordHash.copyright
        signs.hasColonAfterOpening = byte(after: words[match.length - 1].end, range, bytes) == 0x3A
    }
    if classes.contains(.plea) { signs.pleas += 1 }
    if classes.contains(.voice) { signs.voices += 1 }
    if classes.contains(.address) { signs.addresses += 1 }
    if classes.contains(.report) { signs.reports = true }
}

private func byte(after index: Int, _ range: Range<Int>, _ bytes: Span<UInt8>) -> UInt8 {
    index < range.upperBound ? bytes[index] : 0
}

private func startsWithQuotationMark(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard range.count >= 3 else { return false }
    let start = range.lowerBound
    switch (bytes[start], bytes[start + 1], bytes[start + 2]) {
    case (0x22, _, _), (0x27, _, _), (0xC2, 0xAB, _): return true
    case (0xE2, 0x80, 0x98), (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9E): return true
    default: return false
    }
}

/// How a paragraph ends, when its closing quotation marks and brackets are taken away.
func ending(of range: Range<Int>, _ bytes: Span<UInt8>) -> Signs.Ending {
    var end = range.upperBound
    while end > range.lowerBound {
        switch bytes[end - 1] {
        case 0x22, 0x27, 0x29, 0x5D, 0x20: end -= 1
        case 0xBB where end - 2 >= range.lowerBound && bytes[end - 2] == 0xC2: end -= 2
        case 0x98, 0x99, 0x9C, 0x9D:
            guard end - 3 >= range.lowerBound, bytes[end - 2] == 0x80, bytes[end - 3] == 0xE2 else {
                return .other
            }
            end -= 3
        case 0x2E: return .stop
        case 0x21, 0x3F: return .mark
        case 0x3A: return .colon
        case 0x2C, 0x3B: return .comma
        case 0xA6:
            let isEllipsis = end - 3 >= range.lowerBound && bytes[end - 2] == 0x80 && bytes[end - 3] == 0xE2
            return isEllipsis ? .mark : .other
        default: return .other
        }
    }
    return .other
}
