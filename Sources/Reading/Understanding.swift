import Statements

/// The document with this text: its paragraphs are found, each is given its kind, and what the text says of
/// itself (title, authors, date) is added where nothing is known yet.
func understood(
    text: String, label: String?, kind: SourceKind, metadata: Metadata, warnings: [String]
) -> Document {
    var metadata = metadata
    let bytes = text.utf8.span
    let phrases = PhraseTable.standard
    var drafts = drafts(of: textLines(of: bytes), in: bytes)
    var words: [Word] = []
    for index in drafts.indices {
        drafts[index].signs = signs(of: drafts[index].bytes, in: bytes, phrases, words: &words)
    }
    if kind == .article {
        markFurniture(&drafts)
        markFrontMatter(&drafts, &metadata, in: bytes, phrases)
        markCaptions(&drafts)
    }
    markStructure(&drafts, kind, in: bytes)
    if kind == .article, let first = drafts.first(where: { $0.kind == nil }) {
        noteHead(of: first, &metadata, in: bytes, phrases)
    }
    metadata.language = metadata.language ?? likelyLanguage(of: drafts, in: bytes)
    let paragraphs = drafts.map { Paragraph(bytes: $0.bytes, kind: $0.kind ?? .body) }
    return Document(
        label: label, kind: kind, text: text, paragraphs: paragraphs, metadata: metadata, warnings: warnings)
}

/// Marks what stands within the article and is set apart from its running text.
private func markStructure(_ drafts: inout [Draft], _ kind: SourceKind, in bytes: Span<UInt8>) {
    markTurns(&drafts, in: bytes)
    markLists(&drafts, in: bytes)
    markBlockQuotations(&drafts, in: bytes)
    if kind == .article { markHeadings(&drafts) }
}

/// Marks captions: paragraphs with the credit of a picture in its place.
private func markCaptions(_ drafts: inout [Draft]) {
    for index in drafts.indices where drafts[index].kind == nil && drafts[index].signs.words <= 80 {
        let signs = drafts[index].signs
        if signs.endsWithCredit || signs.startsWithCreditLabel && !signs.startsQuoted {
            drafts[index].kind = .caption
        }
    }
}
