/// The features by which a candidate is judged among those around it: what stands within it, what it stands within, what
/// shares its words or its speaker, and how strong its neighbours are.
struct NeighbourFeatures {
    /// How many candidates on either side are looked at.
    private static let reach = 4

    private let context: TaggingContext
    private let candidates: [Candidate]
    private let strengths: [Strength]
    private let sentences: [Int]

    /// How strong a candidate is by itself: by what the tagger holds of its cue.
    private enum Strength: UInt32, Comparable {
        case withoutCue
        case cueOfRules
        case weak
        case doubtful
        case likely
        case sure

        init(_ candidate: Candidate) {
            guard let tagged = candidate.tagged else {
                self = candidate.proposal.cue == nil ? .withoutCue : .cueOfRules
                return
            }
            switch tagged.probability * (1 - tagged.emptiness) {
            case ..<0.3: self = .weak
            case ..<0.6: self = .doubtful
            case ..<0.85: self = .likely
            default: self = .sure
            }
        }

        static func < (one: Strength, other: Strength) -> Bool { one.rawValue < other.rawValue }
    }

    /// How the candidates around one stand to it, each with the strongest that does; 0 for none.
    private struct Surroundings {
        /// Whether another's words enclose its own (1), or its own enclose another's (2).
        var nesting: UInt32 = 0
        /// A cue within its words.
        var inner: UInt32 = 0
        /// Words that its cue stands within, and the word of their cue.
        var outer: UInt32 = 0
        var outerWord: UInt32 = 0
        /// The same words name the speaker.
        var fellow: UInt32 = 0
        /// Another cue of the sentence that takes some of its words.
        var rival: UInt32 = 0
    }

    init(_ candidates: [Candidate], _ context: TaggingContext) {
        self.context = context
        self.candidates = candidates
        strengths = candidates.map { Strength($0) }
        sentences = candidates.map { context.text.sentenceIndex(containing: $0.proposal.start) }
    }

    /// Adds the keys of the features of a candidate to `keys`.
    func add(_ index: Int, to keys: inout [UInt64]) {
        func add(_ template: UInt64, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
            keys.append(featureKey(template, a, b, c))
        }
        let proposal = candidates[index].proposal
        let own = strengths[index].rawValue
        let around = surroundings(of: index)
        let word = proposal.cue.map { context.attributes.words[$0.head] } ?? 0
        let frames = proposal.cue.map { context.framesNumber($0.head) } ?? 0
        add(323, around.nesting, own)
        add(350, around.inner, own)
        add(351, around.outer, own)
        add(352, around.outerWord, own)
        add(353, around.fellow, own)
        add(354, around.rival, own)
        add(355, around.rival, around.inner, around.outer)
        add(356, around.outer, word)
        add(357, around.inner, frames)
        add(358, around.rival, frames)
        let (before, behind) = (neighbour(index - 1, of: index), neighbour(index + 1, of: index))
        add(359, before, own)
        add(360, behind, own)
        add(361, before, behind, own)
        let kind = context.text.paragraphs[proposal.paragraph].kind
        add(362, kind == .listItem ? 1 : kind == .blockQuotation ? 2 : 0, own)
        add(363, UInt32(min(3, proposal.paragraph)), own)
    }

    private func surroundings(of index: Int) -> Surroundings {
        var found = Surroundings()
        let mine = candidates[index].proposal
        let range = mine.start..<mine.end
        for other in max(0, index - Self.reach)..<min(candidates.count, index + Self.reach + 1)
        where other != index {
            let theirs = candidates[other].proposal
            let strength = strengths[other].rawValue + 1
            let otherRange = theirs.start..<theirs.end
            if otherRange.count > range.count, range.clamped(to: otherRange) == range { found.nesting |= 1 }
            if otherRange.count < range.count, otherRange.clamped(to: range) == otherRange {
                found.nesting |= 2
            }
            if let head = theirs.cue?.head, mine.segments.contains(where: { $0.contains(head) }) {
                found.inner = max(found.inner, strength)
            }
            if let head = mine.cue?.head, strength > found.outer,
                theirs.segments.contains(where: { $0.contains(head) })
            {
                found.outer = strength
                found.outerWord = theirs.cue.map { context.attributes.words[$0.head] } ?? 1
            }
            if let source = mine.source, theirs.source == source {
                found.fellow = max(found.fellow, strength)
            }
            if sentences[other] == sentences[index], mine.cue?.head != theirs.cue?.head,
                mine.segments.tokensShared(with: theirs.segments) > 0
            {
                found.rival = max(found.rival, strength)
            }
        }
        return found
    }

    /// A number for a neighbour: how many sentences away, how strong, and whether it is a quotation.
    private func neighbour(_ other: Int, of index: Int) -> UInt32 {
        guard candidates.indices.contains(other) else { return 63 }
        let distance = abs(sentences[other] - sentences[index])
        let isQuoted: UInt32 = context.layer.covers(candidates[other].proposal.start) ? 1 : 0
        return UInt32(min(distance, 3)) * 16 + strengths[other].rawValue * 2 + isQuoted
    }
}
