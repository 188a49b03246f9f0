import Statements

/// How far from the beginning a headline may stand, in paragraphs: menus and pleas come before it.
private let headLength = 24

/// The paragraphs that are the headline, where it is known: its words, or their beginning.
func titleParagraphs(_ title: String, _ drafts: [Draft], in bytes: Span<UInt8>) -> Range<Int>? {
    var sought: [Word] = []
    let titleBytes = title.utf8.span
    collectWords(in: 0..<titleBytes.count, of: titleBytes, into: &sought)
    guard !sought.isEmpty else { return nil }
    var words: [Word] = []
    for start in drafts.indices.prefix(headLength) {
        var position = 0
        var index = start
        while index < drafts.count, position < sought.count {
            collectWords(in: drafts[index].bytes, of: bytes, into: &words)
            // The field may hold more than the line (a second line), or less (no name of a series).
            guard agree(words, sought[position...]) else { break }
            position += words.count
            index += 1
        }
        if index > start, position * 2 >= sought.count { return start..<index }
    }
    return nil
}

/// Whether one is the beginning of the other, and not much shorter.
private func agree(_ words: [Word], _ sought: ArraySlice<Word>) -> Bool {
    guard !words.isEmpty, words.count <= sought.count + 3 else { return false }
    guard words.count >= 2 || words.count == sought.count else { return false }
    return zip(words, sought).allSatisfy { $0.hash == $1.hash }
}

/// The paragraph that looks like the headline; nil where none clearly does.
func likelyTitle(_ drafts: [Draft]) -> Int? {
    let head = drafts.indices.prefix(headLength)
    let firstText = head.first { index in
        let signs = drafts[index].signs
        guard drafts[index].kind != .notArticle else { return false }
        return signs.isRunningText && !drafts[index].looksLikeHeadline
    }
    guard let firstText, firstText > 0 else { return nil }
    var best: (index: Int, score: Int)?
    for index in 0..<firstText where drafts[index].kind == nil && drafts[index].looksLikeHeadline {
        let score = drafts[index].headlineScore(followedBy: drafts[index + 1])
        if score > best?.score ?? 0 { best = (index, score) }
    }
    guard let best, mayPrecedeTitle(drafts[..<best.index]) else { return nil }
    return best.index
}

/// Whether these may stand above a headline: pleas, menus, the name of a section; but no sentence of the text.
private func mayPrecedeTitle(_ drafts: ArraySlice<Draft>) -> Bool {
    if drafts.contains(where: { $0.kind == .notArticle }) { return true }
    return drafts.allSatisfy { $0.signs.words <= 8 && $0.signs.ending == .other }
}

extension Draft {
    /// Short, in one piece, and not plainly a sentence of the text.
    fileprivate var looksLikeHeadline: Bool {
        guard (2...28).contains(signs.words), signs.startsCapital || signs.startsQuoted else { return false }
        if signs.endsWithCredit || signs.startsWithCreditLabel { return false }
        switch signs.ending {
        case .other, .mark, .comma: return true
        case .stop: return signs.longWords >= 3 && signs.isTitleCase
        case .colon: return false
        }
    }

    fileprivate func headlineScore(followedBy next: Draft) -> Int {
        var score = 1
        if signs.words >= 4 { score += 2 }
        if opensBlock, next.opensBlock { score += 1 }
        return score
    }
}
