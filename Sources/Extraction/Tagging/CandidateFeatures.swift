/// The features by which a proposal is judged as a whole: whether it is someone's statement, and whether its words and
/// its speaker are right.
struct CandidateFeatures {
    private let context: TaggingContext

    init(_ context: TaggingContext) { self.context = context }

    /// Puts the keys of the features of a candidate into `keys`.
    func keys(of candidate: Candidate, into keys: inout [UInt64]) {
        keys.removeAll(keepingCapacity: true)
        @inline(__always) func add(_ template: UInt64, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
            keys.append(featureKey(template, a, b, c))
        }
        let proposal = candidate.proposal
        let text = context.text
        let ground = proposal.ground.number
        let agreement = candidate.agreement.rawValue + (candidate.isAlternative ? 8 : 0)
        let tagged = candidate.tagged
        let cue = tagged.map { steps($0.probability) } ?? 31
        let presence = tagged.map { steps(1 - $0.emptiness) } ?? 31
        let both = tagged.map { steps($0.probability * (1 - $0.emptiness)) } ?? 31
        let certainty = tagged.map { steps($0.certainty) } ?? 31
        add(300, cue, presence)
        add(301, both, agreement)
        add(302, certainty, agreement)
        add(303, both, certainty)
        let likeness = tagged.map { steps($0.likeness) } ?? 31
        add(340, likeness, both)
        add(341, likeness, agreement)
        add(342, likeness, cue)
        add(343, likeness)
        add(304, ground, agreement)
        let head = proposal.cue?.head
        let word = head.map { context.attributes.words[$0] } ?? 0
        let frames = head.map { context.framesNumber($0) } ?? 0
        add(305, word, both / 4)
        add(306, word)
        add(307, frames, both / 4)
        let quoted = quotedness(proposal)
        add(308, quoted, agreement, certainty / 4)
        add(309, quoted, ground, both / 4)
        let first = proposal.start
        let last = proposal.end - 1
        let length = proposal.segments.tokenCount
        add(310, lengthBucket(length), certainty / 4)
        add(311, lengthBucket(length), frames, quoted)
        add(312, context.attributes.classes[first], context.attributes.classes[last])
        add(313, context.attributes.words[first])
        add(
            314, last + 1 < text.tokens.count ? context.attributes.words[last + 1] : 0,
            context.attributes.classes[last])
        add(315, first > 0 ? context.attributes.words[first - 1] : 0, context.attributes.classes[first])
        let verbs = min(3, context.verbs[last + 1] - context.verbs[first])
        add(316, UInt32(verbs), lengthBucket(length), frames)
        add(317, UInt32(min(3, proposal.segments.count)), quoted)
        if let head {
            let gap = first > head ? min(first - head, 7) : 8 + min(head - last, 7)
            add(318, UInt32(max(0, gap)), frames)
            add(319, UInt32(max(0, gap)), context.attributes.classes[first], quoted)
        }
        if let source = proposal.source {
            let kind = context.attributes.classes[source.upperBound - 1]
            let side: UInt32 = head.map { source.lowerBound < $0 ? 1 : 2 } ?? 0
            add(320, kind, side, candidate.hasTaggedSource ? 1 : 0)
            add(321, context.attributes.words[source.upperBound - 1])
            add(322, UInt32(min(6, source.count)), kind)
        } else {
            add(320, 1, ground, agreement)
        }
    }

    /// A probability in eighths of the odds' logarithm: 0…30.
    private func steps(_ probability: Float) -> UInt32 {
        // The odds double about every 0.7: the bounds are those of −6, −5.6, … in logarithms, without one to be taken.
        UInt32(Self.bounds.prefix { probability > $0 }.count)
    }

    private static let bounds: [Float] = [
        0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.13, 0.17, 0.21, 0.26, 0.31, 0.36, 0.42, 0.48, 0.54, 0.6, 0.66,
        0.72, 0.77,
        0.82, 0.86, 0.89, 0.92, 0.94, 0.96, 0.975, 0.985, 0.993,
    ]

    private func quotedness(_ proposal: Proposal) -> UInt32 {
        var inside = false
        var outside = false
        for segment in proposal.segments {
            for token in segment where context.text.tokens[token].kind == .word {
                if context.layer.covers(token) { inside = true } else { outside = true }
            }
        }
        return (inside ? 1 : 0) + (outside ? 2 : 0)
    }

    private func lengthBucket(_ length: Int) -> UInt32 {
        switch length {
        case ..<6: UInt32(length)
        case ..<9: 6
        case ..<13: 7
        case ..<20: 8
        case ..<35: 9
        default: 10
        }
    }
}
