import Statements

/// Marks headlines within the article: short, in one piece, without a final stop, between paragraphs of running
/// text. What may be a short paragraph of the text stays one.
func markHeadings(_ drafts: inout [Draft]) {
    guard drafts.count >= 3 else { return }
    for index in 1..<drafts.count - 1 where drafts[index].kind == nil {
        let signs = drafts[index].signs
        guard signs.startsCapital, (1...10).contains(signs.words), !signs.reports, signs.quotedWords == 0
        else {
            continue
        }
        guard signs.ending == .other || signs.ending == .mark && signs.isTitleCase else { continue }
        guard isRunning(drafts[index - 1]), isRunning(drafts[index + 1]) else { continue }
        if signs.isTitleCase || drafts[index].opensBlock && signs.words <= 8 {
            drafts[index].kind = .heading
        }
    }
}

private func isRunning(_ draft: Draft) -> Bool {
    switch draft.kind {
    case nil, .body: draft.signs.isRunningText
    case .listItem, .blockQuotation, .turn: true
    default: false
    }
}
