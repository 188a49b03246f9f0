import Statements

/// What the rules take for someone's words, before the speaker is known.
struct Proposal: Sendable {
    /// How sure a rule is by itself that it has the right words and the right place of the speaker, from 0 to 1.
    enum Ground: Sendable {
        /// A quotation with a cue and a subject beside it.
        case attributedQuotation
        /// A clause with “that”, an infinitive or a question behind a cue with a subject.
        case complement
        /// A clause behind a cue, without “that”.
        case bareClause
        /// A clause before “X said” or “according to X”.
        case parenthetical
        /// A noun phrase behind a cue.
        case object
        /// A quotation without a cue that goes on from the one before.
        case continuation
        /// The words behind the label of an interview's turn.
        case turn
        /// A quotation of some length of which nothing else is known.
        case bareQuotation
    }

    /// The words, as ranges of tokens; in order, and none empty.
    var segments: [Range<Int>]
    /// The cue.
    var cue: CueMatch?
    /// The words that name the speaker.
    var source: Range<Int>?
    /// What the proposal rests on.
    var ground: Ground
    /// The paragraph of the first segment.
    var paragraph: Int
    /// How likely the words and the place of the speaker are right, from 0 to 1; nil where no model has judged it.
    var confidence: Float?
    /// The number of the candidate that it was; nil where no model has judged it.
    var candidate: Int?
    /// The person spoken to, where the frame of the cue tells.
    var addressee: Range<Int>?

    /// Whether it tells what someone believes, wants or sees, and not what they say.
    var isBelief: Bool { cue?.frames.contains(.belief) ?? false }
    /// The first token of the words or of the cue and the speaker beside them.
    var start: Int { segments[0].lowerBound }
    /// One past the last token of the words.
    var end: Int { segments[segments.count - 1].upperBound }
}
