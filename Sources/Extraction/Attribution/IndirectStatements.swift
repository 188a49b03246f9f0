import Statements

/// Finds the clauses that tell what someone said, by the frames of their cues.
struct IndirectStatements {
    let text: TokenizedText
    let layer: QuotationLayer
    let cues: [CueMatch]
    let phrases: NounPhrases
    /// The tokens that temporal expressions take up.
    let isTemporal: [Bool]

    /// What the cues that no quotation has taken tell, in the order of the text.
    func find(except taken: Set<Int>) -> [Proposal] {
        var proposals: [Proposal] = []
        for (index, cue) in cues.enumerated() where !taken.contains(index) && !cue.frames.contains(.belief) {
            let sentence = text.sentences[cue.sentence]
            if let proposal = cue.isPreposition
                ? accordingTo(cue, in: sentence) : complement(of: index, in: sentence)
            {
                proposals.append(proposal)
            }
        }
        return proposals
    }

    /// The proposal of a cue, whose segments lose the marks at their ends; nil where no words are left.
    func proposal(
        _ segments: [Range<Int>], _ cue: CueMatch, _ source: Range<Int>?, _ ground: Proposal.Ground,
        addressee: Range<Int>? = nil
    ) -> Proposal? {
        let kept = segments.map(trimmed).filter { !$0.isEmpty }
        guard kept.contains(where: { $0.count > 1 || layer.covers($0.lowerBound) }) else { return nil }
        return Proposal(
            segments: kept, cue: cue, source: source, ground: ground,
            paragraph: text.paragraphIndex(ofSentence: cue.sentence),
            addressee: addressee)
    }

    /// A segment without the commas, stops and dashes at its ends; a stop within a closing quotation mark stays.
    private func trimmed(_ segment: Range<Int>) -> Range<Int> {
        var range = segment
        while let first = range.first,
            isEdge(first) || text.isA(first, .conjunction) && text.tokens[first].kind == .word
        {
            range = first + 1..<range.upperBound
        }
        while let last = range.last, isEdge(last), !layer.covers(last) { range = range.lowerBound..<last }
        return range
    }

    private func isEdge(_ index: Int) -> Bool {
        switch text.tokens[index].kind {
        case .comma, .stop, .dash, .colon, .semicolon:
            !text.isA(max(index - 1, 0), .abbreviation) || text.tokens[index].kind != .stop
        default: false
        }
    }

    // MARK: Verbs

    private func complement(of index: Int, in sentence: Range<Int>) -> Proposal? {
        let cue = cues[index]
        if let inverted = inverted(cue, in: sentence) { return inverted }
        let source = subject(of: index, in: sentence)
        if let source, source.lowerBound > sentence.lowerBound, text.isWord(source.lowerBound - 1, "what") {
            return nil
        }
        let end = contentEnd(of: index, in: sentence)
        let behind = Complement(text: text, layer: layer, phrases: phrases, isTemporal: isTemporal)
            .begin(after: cue, limit: end)
        if let behind, let source {
            let limit = behind.isObject ? objectEnd(of: cue, from: behind.start, limit: end) : end
            guard behind.start < limit else { return nil }
            return proposal([behind.start..<limit], cue, source, behind.ground, addressee: behind.addressee)
        }
        return parenthetical(cue, source: source, in: sentence)
    }

    private func subject(of index: Int, in sentence: Range<Int>) -> Range<Int>? {
        let cue = cues[index]
        if cue.isParticipial {
            return phrases.clauseSubject(before: cue.head, limit: sentence.lowerBound)
                ?? subjectOfCue(before: index, in: sentence)
        }
        guard let subject = phrases.subject(before: cue.head, limit: sentence.lowerBound) else {
            return coordinatedSubject(of: cue, in: sentence)
        }
        if subject.count == 1, text.isA(subject.lowerBound, .relative) {
            return phrases.phrase(
                endingAt: subject.lowerBound - (commaBefore(subject.lowerBound) ? 1 : 0),
                limit: sentence.lowerBound)
                ?? subject
        }
        return subject
    }

    /// “‘…,’ X said, adding that”: the subject of the cue before.
    private func subjectOfCue(before index: Int, in sentence: Range<Int>) -> Range<Int>? {
        guard index > 0, cues[index - 1].sentence == cues[index].sentence, !cues[index - 1].isParticipial,
            !cues[index - 1].isPreposition
        else { return nil }
        let before = cues[index - 1]
        if let subject = phrases.subject(before: before.head, limit: sentence.lowerBound) { return subject }
        return phrases.phrase(startingAt: before.tokens.upperBound, limit: cues[index].head)
    }

    private func commaBefore(_ index: Int) -> Bool { index > 0 && text.tokens[index - 1].kind == .comma }

    /// “X denied … and said that”, “… and pressed for”: the subject of the clause before.
    private func coordinatedSubject(of cue: CueMatch, in sentence: Range<Int>) -> Range<Int>? {
        var before = cue.head - 1
        while before > sentence.lowerBound, isPerfect(before) { before -= 1 }
        guard before > sentence.lowerBound else { return nil }
        if text.isA(before, .relative) {
            return phrases.phrase(
                endingAt: before - (commaBefore(before) ? 1 : 0), limit: sentence.lowerBound)
        }
        guard text.isA(before, [.conjunction, .adverb]) || text.tokens[before].kind == .comma else {
            return nil
        }
        return phrases.clauseSubject(before: cue.head, limit: sentence.lowerBound)
    }

    /// “…, X said.”, “…, said X.”, “…, X said, …”.
    private func parenthetical(_ cue: CueMatch, source: Range<Int>?, in sentence: Range<Int>) -> Proposal? {
        guard cue.frames.contains(.clause) || cue.frames.contains(.that), !cue.isParticipial else {
            return nil
        }
        guard let source, source.lowerBound > sentence.lowerBound + 2,
            text.tokens[source.lowerBound - 1].kind == .comma
        else { return nil }
        return parenthetical(
            cue, source: source, from: source.lowerBound - 1, behind: cue.tokens.upperBound, sentence)
    }

    /// “…, said X.”
    private func inverted(_ cue: CueMatch, in sentence: Range<Int>) -> Proposal? {
        guard cue.frames.contains(.clause) || cue.frames.contains(.that),
            cue.form == .past || cue.form == .present,
            cue.head > sentence.lowerBound + 2, text.tokens[cue.head - 1].kind == .comma,
            !layer.covers(cue.head - 1),
            let source = phrases.phrase(startingAt: cue.tokens.upperBound, limit: sentence.upperBound),
            text.tokens[source.lowerBound].shape.contains(.capitalized)
                || source.contains(where: { text.isA($0, [.person, .group, .organization]) }),
            endsAttribution(source.upperBound, in: sentence)
        else { return nil }
        return parenthetical(cue, source: source, from: cue.head - 1, behind: source.upperBound, sentence)
    }

    private func endsAttribution(_ index: Int, in sentence: Range<Int>) -> Bool {
        guard index < sentence.upperBound else { return true }
        switch text.tokens[index].kind {
        case .stop, .comma, .semicolon: return true
        case .word: return isTemporal[index] || text.isA(index, .preposition)
        default: return false
        }
    }

    private func parenthetical(
        _ cue: CueMatch, source: Range<Int>, from comma: Int, behind: Int, _ sentence: Range<Int>
    ) -> Proposal? {
        let semicolon = (sentence.lowerBound..<comma).last {
            text.tokens[$0].kind == .semicolon && !layer.covers($0)
        }
        let before = (semicolon.map { $0 + 1 } ?? sentence.lowerBound)..<comma
        guard isClause(before) || behind + 3 < sentence.upperBound && text.tokens[behind].kind == .comma
        else { return nil }
        var segments = [before]
        if behind + 3 < sentence.upperBound, text.tokens[behind].kind == .comma, !layer.covers(behind) {
            segments.append(behind + 1..<sentence.upperBound)
        }
        return proposal(segments, cue, source, .parenthetical)
    }

    /// Whether some tokens hold a verb that a clause can have.
    private func isClause(_ range: Range<Int>) -> Bool {
        range.contains { token in
            text.isA(token, [.auxiliary, .verb]) || text.isPastByForm(token)
        }
    }

    // MARK: Where the words end

    /// How many cues behind one are looked at for the clause that ends its words.
    private static let cuesAhead = 8

    /// The end of what a cue tells: the end of the sentence, a semicolon, or the next clause with a cue of its own.
    private func contentEnd(of index: Int, in sentence: Range<Int>) -> Int {
        let cue = cues[index]
        let start = cue.tokens.upperBound
        let end =
            (start..<sentence.upperBound).first { text.tokens[$0].kind == .semicolon && !layer.covers($0) }
            ?? sentence.upperBound
        for next in cues[(index + 1)...].prefix(Self.cuesAhead) {
            guard next.sentence == cue.sentence, next.head < end else { break }
            if next.head > start + 1, let boundary = boundary(before: next, after: cue) { return boundary }
        }
        return end
    }

    /// Where the clause of a second cue begins, if it stands beside that of the first and not within it: “… and he added”,
    /// “…, saying”, “…, according to”.
    private func boundary(before next: CueMatch, after cue: CueMatch) -> Int? {
        let start = cue.tokens.upperBound
        if next.isParticipial || next.isPreposition {
            return text.tokens[next.head - 1].kind == .comma ? next.head - 1 : nil
        }
        var boundary = next.head
        if let subject = phrases.subject(before: next.head, limit: start) { boundary = subject.lowerBound }
        while boundary > start, text.isA(boundary - 1, .adverb) || isPerfect(boundary - 1),
            !text.isA(boundary - 1, .conjunction)
        {
            boundary -= 1
        }
        guard boundary - 1 > start, text.isA(boundary - 1, .conjunction) || text.isWord(boundary - 1, "while")
        else { return nil }
        return boundary - 1
    }

    /// Where the object of a cue ends. “Rejected the charge on Monday”: the day is that of the rejecting, not of the charge.
    private func objectEnd(of cue: CueMatch, from start: Int, limit: Int) -> Int {
        let end = objectEnd(from: start, limit: limit)
        switch cue.act {
        case .deny, .condemn, .accuse, .praise: break
        default: return end
        }
        var last = end
        while last > start + 1, text.tokens[last - 1].kind == .stop { last -= 1 }
        let behindDate = last
        while last > start + 1, isTemporal[last - 1] { last -= 1 }
        return last < behindDate ? last : end
    }

    /// “… and has called for”: the auxiliary of a clause of its own; “… and would go” may go on with what was said.
    private func isPerfect(_ index: Int) -> Bool {
        text.isA(index, .auxiliary) && !text.isA(index, [.modal, .copula])
    }

    /// A noun phrase with what belongs to it ends at a comma that no list needs.
    private func objectEnd(from start: Int, limit: Int) -> Int {
        var index = start
        while index < limit {
            if index > start, !layer.covers(index), index + 1 < limit {
                if text.tokens[index].kind == .comma, endsObject(index + 1) { return index }
                if text.isA(index, .conjunction), text.isSecondVerb(index + 1) { return index }
            }
            index += 1
        }
        return limit
    }

    private func endsObject(_ index: Int) -> Bool {
        text.isA(index, [.conjunction, .subordinator, .relative, .pronoun, .cue, .preposition])
    }
}
