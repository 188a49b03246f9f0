import Statements

/// Something that an engine got wrong.
public struct Mistake: Hashable, Sendable {
    /// What kind of mistake it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// An annotated quote was not found.
        case missed
        /// What was found is no quote.
        case invented
        /// A quote was found with other words.
        case words
        /// A quote was found with another speaker.
        case speaker
    }

    /// What is wrong.
    public let kind: Kind
    /// The quote as annotated.
    public let annotated: ScoredUnit?
    /// The quote as found.
    public let found: ScoredUnit?

    /// Where the mistake stands: the first code point of the quote as annotated, else as found.
    public var start: Int { (annotated ?? found)?.spans.first?.lowerBound ?? 0 }
}

extension Comparison {
    /// What is wrong, in the order of the text. A pair with other words and another speaker is two mistakes.
    public var mistakes: [Mistake] {
        let speakers = SpeakerMatch(text: text, options: options)
        var mistakes: [Mistake] = []
        for (index, unit) in annotated.enumerated() where !unit.isOptional {
            guard let match = matchOfAnnotated[index] else {
                mistakes.append(Mistake(kind: .missed, annotated: unit, found: nil))
                continue
            }
            let other = found[match.found]
            if !match.isExact { mistakes.append(Mistake(kind: .words, annotated: unit, found: other)) }
            if !speakers.isRightOrSilent(unit, other) {
                mistakes.append(Mistake(kind: .speaker, annotated: unit, found: other))
            }
        }
        for (index, unit) in found.enumerated() where matchOfFound[index] == nil && !isExcused(index) {
            mistakes.append(Mistake(kind: .invented, annotated: nil, found: unit))
        }
        return mistakes.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
            .map(\.element)
    }
}
