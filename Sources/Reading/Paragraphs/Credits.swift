/// Whether the words at `index` credit a picture to someone at the end of a paragraph: “… Jane Roe / Northern
/// News Agency”, “(AP Photo/Jane Roe)”, “… via Getty Images”.
///
/// A credit is set off from the words before it; a sentence that happens to end with an agency's name is none.
func isCredit(
    _ length: Int, at index: Int, of words: [Word], _ range: Range<Int>, _ bytes: Span<UInt8>
) -> Bool {
    let after = words.count - index - length
    // “PA” is an agency, “Pa.” a state.
    if length == 1, words[index].end - words[index].start <= 3, !words[index].shape.contains(.capitals) {
        return false
    }
    guard after <= 5, index > 0, words[(index + length)...].allSatisfy(isNameLike) else { return false }
    let gap = words[index - 1].end..<words[index].start
    let following = words[index + length - 1].end..<range.upperBound
    switch separator(in: gap, bytes) {
    case .slash, .bracket: return true
    case .comma: return ending(of: range, bytes) == .other
    case .stop: return ending(of: range, bytes) == .other || startsWithSlash(following, bytes)
    case .none: return startsWithSlash(following, bytes) || isNamedBefore(index, of: words, bytes)
    }
}

/// Whether the words at `index` are a label (“Photo:”, “Photo by”) that opens the paragraph, or what is left of
/// it after its last sentence or within its last bracket.
func isCreditLabel(
    _ length: Int, at index: Int, of words: [Word], _ range: Range<Int>, _ bytes: Span<UInt8>
) -> Bool {
    let last = words[index + length - 1].end
    let hasColon = last < range.upperBound && (bytes[last] == 0x3A || bytes[last] == 0x2F)
    let after = words[(index + length)...]
    let isPhrase = length > 1 && after.first?.shape.contains(.capital) ?? false
    guard hasColon || isPhrase, (1...8).contains(after.count), after.contains(where: isNameLike) else {
        return false
    }
    guard index > 0 else { return true }
    switch separator(in: words[index - 1].end..<words[index].start, bytes) {
    case .bracket, .slash, .stop: return true
    case .comma, .none: return false
    }
}

/// Whether a paragraph ends with names on both sides of a slash, set off from the words before: “… Marta Lind /
/// Northern News Agency”, “… (NNA Photo/Peter Holm)”. So a credit is known though nobody in it is.
func endsWithNamesAndSlash(_ words: [Word], _ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard words.count >= 3, ending(of: range, bytes) == .other else { return false }
    var index = words.count - 1
    var slash: Int?
    var isSetOff = false
    while index >= 0, words.count - index <= 9, words[index].shape.contains(.capital) {
        let before = index > 0 ? separator(in: words[index - 1].end..<words[index].start, bytes) : .stop
        if before == .slash { slash = slash ?? index }
        if before == .bracket || before == .stop, slash != nil {
            isSetOff = true
            break
        }
        if before == .comma { return false }
        index -= 1
    }
    guard isSetOff, let slash else { return false }
    return words.count - slash <= 5 && (1...4).contains(slash - index)
}

private enum Separator {
    case slash, bracket, stop, comma, none
}

private func separator(in gap: Range<Int>, _ bytes: Span<UInt8>) -> Separator {
    var found = Separator.none
    for index in gap {
        switch bytes[index] {
        case 0x2F, 0x7C: return .slash
        case 0x28: return .bracket
        // In square brackets stands the source of a report.
        case 0x5B: return .none
        case 0x2E, 0x21, 0x3F: found = .stop
        case 0x2C: found = .comma
        default: break
        }
    }
    return found
}

private func startsWithSlash(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    !range.isEmpty && bytes[range.lowerBound] == 0x2F
}

/// Whether a name and a slash stand before: “Jane Roe / Northern News Agency”, where the agency's own words are
/// not in the list but for the last.
private func isNamedBefore(_ index: Int, of words: [Word], _ bytes: Span<UInt8>) -> Bool {
    var position = index
    while position > 1, index - position < 4, isNameLike(words[position - 1]) {
        if separator(in: words[position - 2].end..<words[position - 1].start, bytes) == .slash { return true }
        position -= 1
    }
    return false
}

private func isNameLike(_ word: Word) -> Bool {
    !word.shape.isDisjoint(with: [.capital, .number]) || word.end - word.start <= 3
}
