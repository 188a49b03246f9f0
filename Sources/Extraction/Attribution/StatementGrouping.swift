import Statements

/// Joins the quotes of one speaker on one occasion to one statement.
struct StatementGrouping {
    /// Whether beliefs count as statements.
    let includesBeliefs: Bool
    private var count = 0
    private var last: (statement: Int, speaker: ResolvedSpeaker?, paragraph: Int)?

    init(includesBeliefs: Bool) { self.includesBeliefs = includesBeliefs }

    /// The number of the statement that the next proposal is evidence of; nil where it is no statement.
    mutating func statement(of proposal: Proposal, speaker: ResolvedSpeaker?) -> Int? {
        if proposal.isBelief, !includesBeliefs { return nil }
        let number: Int
        if let last, adds(proposal), isSame(last.speaker, speaker), proposal.paragraph - last.paragraph <= 1 {
            number = last.statement
        } else {
            number = count
            count += 1
        }
        last = (number, speaker, proposal.paragraph)
        return number
    }

    /// “it added”, “she continued”: the words go on from those before.
    private func adds(_ proposal: Proposal) -> Bool {
        proposal.cue?.isContinuing ?? false
    }

    private func isSame(_ one: ResolvedSpeaker?, _ other: ResolvedSpeaker?) -> Bool {
        guard let one, let other else { return false }
        if let entity = one.entity, let second = other.entity { return entity == second }
        return one.attributed.key == other.attributed.key
    }
}
