/// Decides which candidates are kept, and how far each can be trusted.
struct Judge {
    /// The least probability of a clause to be someone's words.
    static let leastClause: Float = 0.4
    /// The least probability of a belief to be one that the text tells.
    static let leastBelief: Float = 0.62
    /// The least probability of a quotation to be someone's words.
    static let leastQuotation: Float = 0.05

    let model: LinearModel
    let context: TaggingContext

    /// The proposals of the candidates that hold, in the order of the text.
    func proposals(_ candidates: [Candidate]) -> [Proposal] {
        let features = CandidateFeatures(context)
        let neighbours = NeighbourFeatures(candidates, context)
        var keys: [UInt64] = []
        var judged: [(proposal: Proposal, probability: Float)] = []
        for (index, candidate) in candidates.enumerated() {
            features.keys(of: candidate, into: &keys)
            neighbours.add(index, to: &keys)
            let scores = model.scores(keys)
            let probability = logistic(scores[0] + model.candidateBias)
            guard probability >= least(for: candidate) else { continue }
            var proposal = candidate.proposal
            proposal.confidence = logistic(scores[1] + model.confidenceBias)
            proposal.candidate = index
            judged.append((proposal, probability))
        }
        return Self.withoutRepeats(judged)
    }

    private func least(for candidate: Candidate) -> Float {
        switch candidate.proposal.ground {
        case .attributedQuotation, .continuation, .bareQuotation, .turn: Self.leastQuotation
        default:
            candidate.proposal.isBelief || candidate.proposal.source == nil
                ? Self.leastBelief : Self.leastClause
        }
    }

    /// The proposals without those that tell much the same words as a likelier one, and without quotations of which a
    /// clause tells more.
    private static func withoutRepeats(_ judged: [(proposal: Proposal, probability: Float)]) -> [Proposal] {
        var isDropped = Array(repeating: false, count: judged.count)
        for (index, one) in judged.enumerated() {
            for other in max(0, index - nearby)..<min(judged.count, index + nearby + 1) where other != index {
                if isRepeat(one, of: judged[other], isEarlier: index < other) {
                    isDropped[index] = true
                    break
                }
            }
        }
        return judged.indices.filter { !isDropped[$0] }.map { judged[$0].proposal }
    }

    /// How many candidates on either side are looked at for one that tells the same.
    private static let nearby = 6

    private static func isRepeat(
        _ one: (proposal: Proposal, probability: Float), of other: (proposal: Proposal, probability: Float),
        isEarlier: Bool
    ) -> Bool {
        let isLess = one.probability < other.probability || one.probability == other.probability && !isEarlier
        if let cue = one.proposal.cue?.head, cue == other.proposal.cue?.head {
            return isLess
        }
        let shared = one.proposal.segments.tokensShared(with: other.proposal.segments)
        guard shared > 0 else { return false }
        let own = one.proposal.segments.tokenCount
        let all = own + other.proposal.segments.tokenCount - shared
        if shared * 10 > all * 7 { return isLess }
        return one.proposal.cue == nil && shared == own
            && (other.proposal.cue != nil || other.proposal.ground == .turn)
    }

    /// The keys of the features of each candidate.
    func keys(of candidates: [Candidate]) -> [[UInt64]] {
        let features = CandidateFeatures(context)
        let neighbours = NeighbourFeatures(candidates, context)
        return candidates.indices.map { index in
            var keys: [UInt64] = []
            features.keys(of: candidates[index], into: &keys)
            neighbours.add(index, to: &keys)
            return keys
        }
    }
}
