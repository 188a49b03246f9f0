import Statements

/// Marks what stands on the page and is not the article, by its words and by its place.
///
/// First what is furniture by its own words; then what speaks likewise beside such; then what is left over
/// before the headline and after the last running text, where there is furniture, too.
func markFurniture(_ drafts: inout [Draft]) {
    for index in drafts.indices where drafts[index].signs.isFurniture {
        drafts[index].kind = .notArticle
    }
    spreadFurniture(drafts.indices, &drafts)
    spreadFurniture(drafts.indices.reversed(), &drafts)
    markComments(&drafts)
    markTail(&drafts)
}

/// What readers wrote below an article is none of it: all that follows the headline of the comments, where text
/// came before it and one can reply to what comes after it.
private func markComments(_ drafts: inout [Draft]) {
    let replies = drafts.indices.filter { drafts[$0].signs.isReply }
    guard replies.count >= 2 else { return }
    let lastPlace = replies[replies.count - 2]
    var textBefore = 0
    for index in 0..<lastPlace {
        if drafts[index].signs.isCommentsHeading, textBefore >= 3 {
            for rest in index..<drafts.count { drafts[rest].kind = .notArticle }
            return
        }
        if drafts[index].kind == nil, drafts[index].signs.isRunningText { textBefore += 1 }
    }
}

/// From each piece of furniture to the next paragraph, in the order of `indices`.
private func spreadFurniture(_ indices: some Sequence<Int>, _ drafts: inout [Draft]) {
    var isBeside = false
    for index in indices {
        if isBeside, drafts[index].kind == nil, drafts[index].signs.mayBeFurniture {
            drafts[index].kind = .notArticle
        }
        isBeside = drafts[index].kind == .notArticle
    }
}

/// After the last running text, everything from the first piece of furniture on is furniture.
private func markTail(_ drafts: inout [Draft]) {
    let lastText = drafts.lastIndex { $0.kind != .notArticle && $0.signs.isRunningText }
    guard let lastText, let first = drafts[(lastText + 1)...].firstIndex(where: { $0.kind == .notArticle })
    else { return }
    for index in first..<drafts.count where drafts[index].kind == nil {
        drafts[index].kind = .notArticle
    }
}
