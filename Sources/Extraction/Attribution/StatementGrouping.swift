import Statements

/// Joins the quotes of one speaker on one occasion to one statement.
///
/// The quotes of a statement follow on each other with nobody else between. Those of one paragraph are one statement unless
/// something tells them apart: another day, another medium, another person spoken to, a speech act of its own (“… and
/// demanded that”). Over a paragraph's end only a cue that goes on (“it added”, “she continued”) joins them: what else stands
/// there may be of another day.
struct StatementGrouping {
    /// Whether beliefs count as statements.
    let includesBeliefs: Bool
    private var count = 0
    private var last: Last?

    /// What the next quote is held against: the quotes of the last statement, taken together.
    private struct Last {
        var statement: Int
        var speaker: ResolvedSpeaker?
        var paragraph: Int
        var quote: Quote
        var isBelief: Bool
    }

    init(includesBeliefs: Bool) { self.includesBeliefs = includesBeliefs }

    /// The number of the statement that the next quote is evidence of; nil where it is no statement.
    mutating func statement(of proposal: Proposal, _ quote: Quote, speaker: ResolvedSpeaker?) -> Int? {
        if proposal.isBelief, !includesBeliefs { return nil }
        if var last, isSame(last.speaker, speaker), goesOn(proposal, quote, from: last) {
            last.paragraph = proposal.paragraph
            last.quote.medium = last.quote.medium ?? quote.medium
            last.quote.addressee = last.quote.addressee ?? quote.addressee
            self.last = last
            return last.statement
        }
        last = Last(
            statement: count, speaker: speaker, paragraph: proposal.paragraph, quote: quote,
            isBelief: proposal.isBelief)
        count += 1
        return count - 1
    }

    private func goesOn(_ proposal: Proposal, _ quote: Quote, from last: Last) -> Bool {
        if proposal.cue?.isContinuing ?? false { return proposal.paragraph - last.paragraph <= 1 }
        let act = quote.cue?.act
        return proposal.paragraph == last.paragraph && proposal.isBelief == last.isBelief
            && isSame(quote.occasion, last.quote.occasion)
            && agree(quote.medium, last.quote.medium) && agree(quote.addressee, last.quote.addressee)
            && (isPlain(act) || act == last.quote.cue?.act)
    }

    /// Whether two quotes were said at one time, as far as is told: “on Monday” is the same day only as itself where the article has no
    /// date.
    private func isSame(_ one: Occasion?, _ other: Occasion?) -> Bool {
        one?.date == other?.date && (one?.date != nil || one?.phrase == other?.phrase)
    }

    private func agree(_ one: String?, _ other: String?) -> Bool {
        one == nil || other == nil || one == other
    }

    /// Whether a cue tells only that something was said.
    private func isPlain(_ act: SpeechAct?) -> Bool { act == nil || act == .say }

    private func isSame(_ one: ResolvedSpeaker?, _ other: ResolvedSpeaker?) -> Bool {
        guard let one, let other else { return false }
        if let entity = one.entity, let second = other.entity { return entity == second }
        return one.attributed.key == other.attributed.key
    }
}
