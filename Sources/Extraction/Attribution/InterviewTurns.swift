/// Finds the words of each turn of an interview: what stands behind the label and its colon (“ASKE: It rained.”).
///
/// What the interviewer asks is the outlet's own and no statement, unless the text names the interviewer beside the labels, or
/// quotes the whole interview from elsewhere (a mark stands before each label).
struct InterviewTurns {
    /// A label is no longer than this many tokens, its colon included.
    private static let longestLabel = 8

    let text: TokenizedText

    /// A turn whose label has been read.
    private struct Turn {
        var paragraph: Int
        var label: Range<Int>
        var words: Range<Int>
        /// The label in small letters.
        var name: String
        var asks: Bool
        /// Whether a quotation mark stands before the label.
        var isQuoted: Bool
    }

    /// The proposals of the turns, in the order of the text.
    func proposals() -> [Proposal] {
        let turns = text.paragraphs.indices.filter { text.paragraphs[$0].kind == .turn }.compactMap(turn)
        guard !turns.isEmpty else { return [] }
        let interviewers = interviewers(turns)
        return turns.filter { !interviewers.contains($0.name) }.map {
            Proposal(
                segments: [$0.words], cue: nil, source: $0.label, ground: .turn, paragraph: $0.paragraph)
        }
    }

    private func turn(_ paragraph: Int) -> Turn? {
        let tokens = text.paragraphs[paragraph].tokens
        var start = tokens.lowerBound
        if text.tokens[start].kind == .mark { start += 1 }
        let limit = min(tokens.upperBound, start + Self.longestLabel)
        guard start < limit, let end = (start..<limit).first(where: { isEnd($0, of: start) }) else {
            return nil
        }
        var last = tokens.upperBound
        while last > end + 1, text.tokens[last - 1].kind == .mark { last -= 1 }
        guard end > start, last > end + 1 else { return nil }
        return Turn(
            paragraph: paragraph, label: start..<end, words: end + 1..<last,
            name: text.string(start..<end).lowercased(),
            asks: text.firstByte(last - 1) == UInt8(ascii: "?"), isQuoted: start > tokens.lowerBound)
    }

    /// A colon ends a label; a stop ends `Q.` and `A.`
    private func isEnd(_ token: Int, of start: Int) -> Bool {
        text.tokens[token].kind == .colon
            || text.tokens[token].kind == .stop && token == start + 1
                && text.tokens[start].end - text.tokens[start].start == 1
    }

    /// The labels that mostly ask, and that the text does not name beside the labels.
    private func interviewers(_ turns: [Turn]) -> Set<String> {
        var found: Set<String> = []
        for (name, group) in Dictionary(grouping: turns, by: \.name) {
            let asking = group.count { $0.asks }
            guard !group[0].isQuoted, name == "q" || asking * 2 > group.count,
                !isNamed(group[0].label, beside: turns)
            else { continue }
            found.insert(name)
        }
        return found
    }

    private func isNamed(_ label: Range<Int>, beside turns: [Turn]) -> Bool {
        let labels = Set(turns.map(\.label.lowerBound))
        let word = lowered(label.upperBound - 1)
        guard word.count > 1 else { return false }
        return text.tokens.indices.contains { token in
            let shape = text.tokens[token].shape
            return shape.contains(.capitalized) && !shape.contains(.allCapitals) && !labels.contains(token)
                && text.tokens[token].bytes.count == word.count && lowered(token) == word
        }
    }

    private func lowered(_ token: Int) -> [UInt8] {
        text.bytes[text.tokens[token].bytes].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    }
}
