import Statements

/// How far from the beginning a headline may stand, in paragraphs: menus and pleas come before it.
private let headLength = 240

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
///
/// Of those that do before the running text, one with an author or a date soon after it comes first, then one of
/// four words or more in a block of its own; of equals the first, but the last below a menu.
func likelyTitle(_ drafts: [Draft], in bytes: Span<UInt8>, _ phrases: PhraseTable) -> Int? {
    guard let firstText = beginningOfText(drafts), firstText > 0 else { return nil }
    let isLine = (0..<firstText).map { isAuthorOrDate(drafts[$0], in: bytes, phrases) }
    var best: (index: Int, score: Int)?
    var menuLength = 0
    for index in 0..<firstText {
        if drafts[index].kind == nil, !isLine[index], drafts[index].looksLikeHeadline {
            var score = drafts[index].headlineScore(followedBy: drafts[index + 1])
            if score > 2, isLine[(index + 1)...].prefix(4).contains(true) { score += 3 }
            let isBelowMenu = score == best?.score && menuLength >= menuSize
            if isBelowMenu || score > best?.score ?? 0 { best = (index, score) }
        }
        menuLength = drafts[index].isMenuEntry ? menuLength + 1 : 0
    }
    guard let best, mayPrecedeTitle(drafts[..<best.index]) else { return nil }
    return best.index
}

/// So many short lines before a headline are the menu of a page, whose entries look like headlines, too.
private let menuSize = 8

/// The first paragraph of running text that is long or has another soon after it; else the first of all.
private func beginningOfText(_ drafts: [Draft]) -> Int? {
    func isText(_ index: Int) -> Bool {
        drafts[index].kind != .notArticle && drafts[index].signs.isRunningText
            && !drafts[index].looksLikeHeadline
    }
    var first: Int?
    for index in drafts.indices.prefix(headLength) where isText(index) {
        if drafts[index].signs.words >= 25 { return index }
        first = first ?? index
        if drafts.indices.dropFirst(index + 1).prefix(8).contains(where: isText) { return index }
    }
    return first
}

private func isAuthorOrDate(_ draft: Draft, in bytes: Span<UInt8>, _ phrases: PhraseTable) -> Bool {
    guard (2...24).contains(draft.signs.words) else { return false }
    var words: [Word] = []
    collectWords(in: draft.bytes, of: bytes, into: &words)
    return DateLine(words[...], in: bytes, phrases) != nil
        || Byline(words, in: bytes, draft.bytes, phrases, isExpected: false) != nil
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

    /// A short line that is no sentence, as in a menu.
    fileprivate var isMenuEntry: Bool {
        kind == .notArticle || signs.words <= 6 && !signs.endsSentence
    }

    fileprivate func headlineScore(followedBy next: Draft) -> Int {
        var score = 1
        if signs.words >= 4 { score += 2 }
        if opensBlock, next.opensBlock { score += 1 }
        return score
    }
}
