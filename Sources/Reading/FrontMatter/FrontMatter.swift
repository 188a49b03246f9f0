import EDTF
import Statements

/// Marks the headline and what stands around it (authors, date, summary), and notes in `metadata` what these
/// say, unless it is known.
func markFrontMatter(
    _ drafts: inout [Draft], _ metadata: inout Metadata, in bytes: Span<UInt8>, _ phrases: PhraseTable
) {
    let found = metadata.title.flatMap { titleParagraphs($0, drafts, in: bytes) }
    let title = found ?? likelyTitle(drafts, in: bytes, phrases).map { $0..<$0 + 1 }
    guard let title else {
        markLines(from: 0, &drafts, &metadata, in: bytes, phrases)
        return
    }
    for index in 0..<title.lowerBound {
        drafts[index].kind = drafts[index].kind ?? .notArticle
    }
    for index in title { drafts[index].kind = .title }
    if metadata.title == nil {
        metadata.title = text(drafts[title.lowerBound].bytes, bytes)
    }
    readLines(before: title.lowerBound, &drafts, &metadata, in: bytes, phrases)
    markLines(from: title.upperBound, &drafts, &metadata, in: bytes, phrases)
}

/// A date may stand above the headline.
private func readLines(
    before title: Int, _ drafts: inout [Draft], _ metadata: inout Metadata, in bytes: Span<UInt8>,
    _ phrases: PhraseTable
) {
    var words: [Word] = []
    for index in 0..<title where drafts[index].signs.words <= 24 {
        collectWords(in: drafts[index].bytes, of: bytes, into: &words)
        guard let dates = DateLine(words[...], in: bytes, phrases) else { continue }
        drafts[index].kind = .dateline
        note(dates, &metadata)
    }
}

/// Marks authors, date and summary among the paragraphs that follow the headline.
private func markLines(
    from start: Int, _ drafts: inout [Draft], _ metadata: inout Metadata, in bytes: Span<UInt8>,
    _ phrases: PhraseTable
) {
    var words: [Word] = []
    var hasLine = false
    var firstOpen: Int?
    for index in start..<min(start + 8, drafts.count) where drafts[index].kind != .notArticle {
        let isCaption = drafts[index].signs.endsWithCredit || drafts[index].signs.startsWithCreditLabel
        collectWords(in: drafts[index].bytes, of: bytes, into: &words)
        let isNearDate = index + 1 < drafts.count && isDateLine(drafts[index + 1], in: bytes, phrases)
        if drafts[index].signs.words <= 24, let dates = DateLine(words[...], in: bytes, phrases) {
            drafts[index].kind = .dateline
            note(dates, &metadata)
        } else if !drafts[index].signs.reports, !isCaption, drafts[index].signs.words <= 24,
            let byline = Byline(words, in: bytes, drafts[index].bytes, phrases, isExpected: isNearDate)
        {
            drafts[index].kind = .byline
            note(byline, drafts[index], &metadata, in: bytes, phrases)
        } else if isCaption {
            continue
        } else if firstOpen == nil {
            firstOpen = index
            continue
        } else {
            break
        }
        hasLine = true
        if let open = firstOpen, index == open + 1, isStandfirst(drafts[open]) {
            drafts[open].kind = .standfirst
            firstOpen = nil
        }
        if firstOpen != nil { break }
    }
    if !hasLine || firstOpen == start, start > 0 { markSecondLine(at: start, &drafts) }
}

/// A line directly below the headline, in the same block, is its second half or a summary.
private func markSecondLine(at index: Int, _ drafts: inout [Draft]) {
    guard index + 1 < drafts.count, drafts[index].kind == nil, !drafts[index].opensBlock,
        drafts[index + 1].opensBlock, drafts[index].signs.words <= 45
    else { return }
    drafts[index].kind = .standfirst
}

private func isStandfirst(_ draft: Draft) -> Bool {
    draft.kind == nil && !draft.signs.startsQuoted && (3...60).contains(draft.signs.words)
}

private func isDateLine(_ draft: Draft, in bytes: Span<UInt8>, _ phrases: PhraseTable) -> Bool {
    guard draft.signs.words <= 24 else { return false }
    var words: [Word] = []
    collectWords(in: draft.bytes, of: bytes, into: &words)
    return DateLine(words[...], in: bytes, phrases) != nil
}

private func note(_ dates: DateLine, _ metadata: inout Metadata) {
    metadata.published = metadata.published ?? dates.published
    metadata.modified = metadata.modified ?? dates.modified
}

private func note(
    _ byline: Byline, _ draft: Draft, _ metadata: inout Metadata, in bytes: Span<UInt8>,
    _ phrases: PhraseTable
) {
    if metadata.byline == nil {
        metadata.byline = text(draft.bytes, bytes)
        metadata.authors = byline.authors
    }
    // “Jane Roe, Kyiv, 19 December 2023”: the date is what the last words are.
    for start in byline.rest.indices {
        guard let dates = DateLine(byline.rest[start...], in: bytes, phrases) else { continue }
        note(dates, &metadata)
        return
    }
}
