/// What became of a quote that was found.
public struct Verdict: Hashable, Sendable {
    /// Whether it shares enough words with an annotated quote.
    public let isFound: Bool
    /// Whether it has all words of that quote and no others.
    public let isExact: Bool
    /// Whether its speaker is right, too.
    public let isAttributed: Bool
}

extension Comparison {
    /// What became of each unit that was found; nil for one that counts neither as right nor as wrong.
    ///
    /// A quote without a word makes no unit; where quotes are compared whole, all others make one each.
    public var verdicts: [Verdict?] {
        let speakers = SpeakerMatch(text: text, options: options)
        return found.indices.map { index in
            if isExcused(index) { return nil }
            guard let match = matchOfFound[index] else {
                return Verdict(isFound: false, isExact: false, isAttributed: false)
            }
            return Verdict(
                isFound: true, isExact: match.isExact,
                isAttributed: speakers.isRightOrSilent(annotated[match.annotated], found[index]))
        }
    }
}
