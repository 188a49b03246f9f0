/// Pairs the quotation marks of one paragraph.
///
/// A stack holds the open ones. What a mark does is decided by its character, by the white space around it, and by what is
/// open: straight and curly marks may close each other, as they do where an editor's hand has been at work.
struct MarkPairing {
    private struct Opening {
        var token: Int
        var mark: QuotationMark
    }

    private let text: TokenizedText
    private let paragraph: Int
    private let range: Range<Int>
    private var stack: [Opening] = []
    /// The last token that could close a single quotation; −1 for none.
    private var lastSingleCloser = -1
    /// How many marks from here on can only close.
    private var closersAhead = 0
    /// The quotations that were found.
    private(set) var quotations: [Quotation] = []
    private var isContinuation = false

    init(_ text: TokenizedText, paragraph: Int) {
        self.text = text
        self.paragraph = paragraph
        self.range = text.paragraphs[paragraph].tokens
    }

    /// Pairs the marks. `continuing` says that a quotation of the paragraph before runs on into this one.
    mutating func pair(continuing: Bool) {
        isContinuation = continuing
        for index in range where text.tokens[index].kind == .mark {
            if canCloseSingle(index) { lastSingleCloser = index }
            if case .curlyClose = mark(index) { closersAhead += 1 }
        }
        for index in range where text.tokens[index].kind == .mark {
            let mark = mark(index)
            if case .curlyClose = mark { closersAhead -= 1 }
            if mark.isSingle { pairSingle(index, mark) } else { pairDouble(index, mark) }
        }
    }

    /// Ends the paragraph: settles what is still open. True where the quotation runs on into the next paragraph.
    mutating func finish(nextParagraphOpens: Bool) -> Bool {
        while let last = stack.last, last.mark.isSingle { stack.removeLast() }
        guard let opening = stack.first, text.paragraphs[paragraph].kind.speaks else { return false }
        if nextParagraphOpens || introducesQuotation(opening.token) || opensSentence(opening.token) {
            add(opening, close: nil, end: range.upperBound, depth: 0)
            quotations.removeAll { $0.open > opening.token && $0.depth == 0 }
            return nextParagraphOpens
        }
        // A stray mark: what was found within it stands on its own.
        for index in quotations.indices where quotations[index].open > opening.token {
            quotations[index].depth -= 1
        }
        return false
    }

    // MARK: Double marks

    private mutating func pairDouble(_ index: Int, _ mark: QuotationMark) {
        let openDouble = stack.lastIndex { !$0.mark.isSingle }
        guard let top = openDouble else {
            if canOpenDouble(index, mark) { stack.append(Opening(token: index, mark: mark)) }
            return
        }
        let shape = text.tokens[index].shape
        let looksOpening = shape.contains(.afterSpace) && !shape.contains(.beforeSpace)
        let closes: Bool
        switch mark {
        case .curlyClose: closes = true
        case .straight: closes = !looksOpening
        case .curlyOpen:
            if case .low = stack[top].mark {
                closes = !looksOpening
            } else {
                closes = !looksOpening && !followsOpening(index)
            }
        case .angleClose: closes = isAngle(stack[top].mark) || !looksOpening
        case .angleOpen:
            if case .angleClose = stack[top].mark { closes = true } else { closes = false }
        default: closes = false
        }
        if closes {
            close(at: index, opening: top)
        } else if nests(index, mark, in: stack[top].mark) {
            stack.append(Opening(token: index, mark: mark))
        } else {
            replaceUnclosed(top, by: index, mark)
        }
    }

    private func isAngle(_ mark: QuotationMark) -> Bool {
        switch mark {
        case .angleOpen, .angleClose: true
        default: false
        }
    }

    private func opensLine(_ index: Int) -> Bool { index == range.lowerBound }

    private func followsOpening(_ index: Int) -> Bool {
        index > range.lowerBound
            && (text.tokens[index - 1].kind == .openBracket || text.tokens[index - 1].kind == .mark)
    }

    private func canOpenDouble(_ index: Int, _ mark: QuotationMark) -> Bool {
        let shape = text.tokens[index].shape
        switch mark {
        case .curlyOpen, .low, .angleOpen: return index + 1 < range.upperBound
        case .curlyClose, .angleClose: return shape.contains(.afterSpace) && !shape.contains(.beforeSpace)
        default: break
        }
        guard index + 1 < range.upperBound else { return false }
        if shape.contains(.afterSpace) { return !shape.contains(.beforeSpace) || opensLine(index) }
        guard !shape.contains(.beforeSpace) else { return false }
        // Without a space before it: after a bracket, a dash or another mark, or where the space was forgotten.
        switch text.tokens[index - 1].kind {
        case .openBracket, .dash, .mark, .comma, .colon, .ellipsis: return true
        default: return false
        }
    }

    /// Whether a mark that opens within an open quotation begins an inner one, and not the next of its kind.
    private func nests(_ index: Int, _ mark: QuotationMark, in outer: QuotationMark) -> Bool {
        switch (outer, mark) {
        case (.straight, .curlyOpen), (.angleOpen, .low), (.angleOpen, .curlyOpen), (.curlyOpen, .angleOpen):
            true
        case (.curlyOpen, .straight), (.low, .angleOpen): true
        case (.curlyOpen, .curlyOpen): closersAhead >= 2
        case (.angleOpen, .angleOpen): true
        default: false
        }
    }

    /// The open quotation was never closed: it ends with its sentence where it began a paragraph or was announced, and is a
    /// stray mark otherwise.
    private mutating func replaceUnclosed(_ position: Int, by index: Int, _ mark: QuotationMark) {
        let unclosed = stack[position]
        stack.removeSubrange(position...)
        if introducesQuotation(unclosed.token), let stop = firstStop(from: unclosed.token + 1, before: index)
        {
            add(unclosed, close: nil, end: stop + 1, depth: position)
        }
        stack.append(Opening(token: index, mark: mark))
    }

    private func firstStop(from start: Int, before end: Int) -> Int? {
        (start..<end).first { text.tokens[$0].kind == .stop }
    }

    /// Whether what stands before a mark announces a quotation: the start of the paragraph, a comma or a colon.
    private func introducesQuotation(_ index: Int) -> Bool {
        guard index > range.lowerBound else { return true }
        switch text.tokens[index - 1].kind {
        case .comma, .colon: return true
        default: return false
        }
    }

    /// Whether a mark opens a sentence behind another quotation of the paragraph: “‘A,’ she said. ‘B.” lacks its last mark.
    private func opensSentence(_ index: Int) -> Bool {
        let shape = text.tokens[index].shape
        return index > range.lowerBound && text.tokens[index - 1].kind == .stop && shape.contains(.afterSpace)
            && !shape.contains(.beforeSpace) && quotations.contains { $0.open < index && !$0.isSingle }
    }

    // MARK: Single marks

    private mutating func pairSingle(_ index: Int, _ mark: QuotationMark) {
        let openSingle = stack.last.flatMap { $0.mark.isSingle ? stack.count - 1 : nil }
        if let openSingle {
            if canCloseSingle(index), !isPluralPossessive(index) { close(at: index, opening: openSingle) }
        } else if canOpenSingle(index, mark) {
            stack.append(Opening(token: index, mark: mark))
        }
    }

    private func canOpenSingle(_ index: Int, _ mark: QuotationMark) -> Bool {
        switch mark {
        case .singleClose, .singleAngleClose: return false
        default: break
        }
        let shape = text.tokens[index].shape
        guard index + 1 < range.upperBound, lastSingleCloser > index, !shape.contains(.beforeSpace) else {
            return false
        }
        let next = text.tokens[index + 1]
        guard next.kind == .word || next.kind == .openBracket || next.kind == .ellipsis || next.kind == .mark
        else {
            return false
        }
        if text.vocabulary.isElision(text.bytes, Int(text.tokens[index].start)..<Int(next.end)) {
            return false
        }
        guard !shape.contains(.afterSpace), index > range.lowerBound else { return true }
        switch text.tokens[index - 1].kind {
        case .openBracket, .dash, .mark: return true
        default: return false
        }
    }

    private func canCloseSingle(_ index: Int) -> Bool {
        let mark = mark(index)
        guard mark.isSingle, index > range.lowerBound else { return false }
        let shape = text.tokens[index].shape
        guard !shape.contains(.afterSpace) else { return false }
        if shape.contains(.beforeSpace) || index + 1 == range.upperBound { return true }
        switch text.tokens[index + 1].kind {
        case .word, .number, .openBracket: return false
        default: return true
        }
    }

    /// “the soldiers’ families”: a plural's apostrophe, where a better closing mark comes later.
    private func isPluralPossessive(_ index: Int) -> Bool {
        let before = Int(text.tokens[index].start) - 1
        guard before >= 0, text.bytes[before] | 0x20 == UInt8(ascii: "s"), lastSingleCloser > index,
            index + 1 < range.upperBound
        else { return false }
        let next = text.tokens[index + 1]
        return next.kind == .word && !next.shape.contains(.capitalized)
    }

    // MARK: What was found

    private func mark(_ index: Int) -> QuotationMark { QuotationMark(text.tokens[index], in: text.bytes) }

    private mutating func close(at index: Int, opening position: Int) {
        let opening = stack[position]
        stack.removeSubrange(position...)
        guard index > opening.token + 1 else { return }
        add(opening, close: index, end: index, depth: stack.count)
    }

    private mutating func add(_ opening: Opening, close: Int?, end: Int, depth: Int) {
        var quotation = Quotation(
            open: opening.token, close: close, inner: opening.token + 1..<end, depth: depth,
            isSingle: opening.mark.isSingle, paragraph: paragraph)
        quotation.continuesPrevious = isContinuation && opening.token == range.lowerBound
        if !quotation.inner.isEmpty { quotations.append(quotation) }
    }
}
