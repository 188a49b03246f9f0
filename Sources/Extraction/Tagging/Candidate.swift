/// A proposal, with what the tagger holds of it.
struct Candidate: Sendable {
    /// What is proposed.
    var proposal: Proposal
    /// What the tagger found at its cue; nil where it found nothing there, or where there is no cue.
    var tagged: TaggedCue?
    /// How the words of the rules and of the tagger stand to each other.
    var agreement: Agreement
    /// Whether it is the second of two for one quotation: the words that the tagger finds at its cue.
    var isAlternative = false
    /// Whether the attribution is the tagger's own.
    var hasTaggedSource = false

    /// How the words that the rules and the tagger find for one cue stand to each other.
    enum Agreement: UInt32, Sendable {
        /// Only the tagger has any.
        case taggerOnly
        /// Only the rules have any.
        case rulesOnly
        /// They are the same.
        case same
        /// They share most of their words.
        case close
        /// They share few or none.
        case apart

        /// How two lists of segments stand to each other.
        init(_ first: [Range<Int>], _ second: [Range<Int>]) {
            if first == second {
                self = .same
                return
            }
            let shared = first.tokensShared(with: second)
            let all = first.tokenCount + second.tokenCount - shared
            self = shared * 10 >= all * 8 ? .close : .apart
        }
    }
}

extension [Range<Int>] {
    /// How many tokens the segments take up.
    var tokenCount: Int { reduce(0) { $0 + $1.count } }

    /// How many tokens these segments and others have in common.
    func tokensShared(with others: [Range<Int>]) -> Int {
        reduce(0) { sum, one in sum + others.reduce(0) { $0 + one.clamped(to: $1).count } }
    }
}
