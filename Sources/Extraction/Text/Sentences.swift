/// A sentence is cut after so many tokens: what rules look at within one stays bounded, whatever the input.
private let longestSentence = 400

/// Appends the sentences of a paragraph, as ranges of token indices.
///
/// A sentence ends at a full stop, a question or an exclamation mark, or an ellipsis before a capital, together with the
/// marks and brackets that close behind it; not behind an abbreviation or an initial.
func splitSentences(
    tokens: [Token], in range: Range<Int>, bytes: [UInt8], vocabulary: Vocabulary,
    into sentences: inout [Range<Int>]
) {
    var start = range.lowerBound
    if let end = placeLineEnd(tokens: tokens, in: range) {
        sentences.append(start..<end)
        start = end
    }
    var index = start
    while index < range.upperBound {
        let token = tokens[index]
        if index - start >= longestSentence {
            sentences.append(start..<index)
            start = index
        }
        guard token.kind == .stop || token.kind == .ellipsis || isDottedEnd(token) else {
            index += 1
            continue
        }
        var end = index + 1
        while end < range.upperBound, isCloser(tokens[end]) { end += 1 }
        if end < range.upperBound,
            breaksSentence(tokens, stop: index, next: end, start: start, bytes, vocabulary)
        {
            sentences.append(start..<end)
            start = end
        }
        index = end
    }
    if start < range.upperBound { sentences.append(start..<range.upperBound) }
}

/// “STILLWATER BEND, May 3 (Plains Wire) — ”: where the place at the head of an agency's report ends; it is a sentence of its
/// own. Nil where the paragraph begins with no such place.
private func placeLineEnd(tokens: [Token], in range: Range<Int>) -> Int? {
    guard let first = range.first, tokens[first].kind == .word, tokens[first].shape.contains(.allCapitals)
    else { return nil }
    for index in first + 1..<min(first + 16, max(first + 1, range.upperBound - 1)) {
        let token = tokens[index]
        switch token.kind {
        case .dash:
            return token.shape.contains([.afterSpace, .beforeSpace]) ? index + 1 : nil
        case .word:
            guard token.shape.contains(.capitalized) else { return nil }
        case .comma, .stop, .number, .openBracket, .closeBracket: continue
        default: return nil
        }
    }
    return nil
}

/// An abbreviation such as `U.S.` holds the stop that may end a sentence.
private func isDottedEnd(_ token: Token) -> Bool {
    token.kind == .word && token.shape.contains(.dotted)
}

private func isCloser(_ token: Token) -> Bool {
    switch token.kind {
    case .stop, .ellipsis, .closeBracket: true
    case .mark: !token.shape.contains(.afterSpace)
    default: false
    }
}

private func breaksSentence(
    _ tokens: [Token], stop: Int, next: Int, start: Int, _ bytes: [UInt8], _ vocabulary: Vocabulary
) -> Bool {
    let following = tokens[next]
    guard following.shape.contains(.afterSpace) else { return false }
    let startsNew: Bool
    switch following.kind {
    case .word: startsNew = following.shape.contains(.capitalized) || following.shape.contains(.nonASCII)
    case .mark, .number, .openBracket, .symbol, .dash, .ellipsis: startsNew = true
    default: startsNew = false
    }
    guard startsNew else { return false }
    let stopToken = tokens[stop]
    if isDottedEnd(stopToken) {
        // “The U.S. Senate” goes on; “in the U.S. The Senate” does not.
        let classes = vocabulary[following.entry].classes
        return following.kind == .mark || !classes.isDisjoint(with: [.determiner, .pronoun, .conjunction])
    }
    guard stopToken.kind == .stop, bytes[Int(stopToken.start)] == UInt8(ascii: "."), stop > start,
        next == stop + 1
    else { return true }
    let before = tokens[stop - 1]
    guard before.kind == .word, before.end == stopToken.start else { return true }
    if vocabulary[before.entry].classes.contains(.abbreviation) {
        return following.kind == .mark && following.shape.contains(.beforeSpace)
    }
    let isInitial = before.end - before.start == 1 && before.shape.contains(.capitalized)
    return !(isInitial && bytes[Int(before.start)] != UInt8(ascii: "I"))
}
