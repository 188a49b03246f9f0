/// What a speaker does in saying something (Searle, “A Classification of Illocutionary Acts”, 1976, in the
/// finer words that news uses).
public enum SpeechAct: String, Sendable, CaseIterable, Codable {
    /// Says, writes, adds.
    case say
    /// Asks a question.
    case ask
    /// Answers one.
    case answer
    /// Wants something done: demands, urges, calls for, orders, requests.
    case demand
    /// Commits to do something: promises, vows, pledges, offers.
    case promise
    /// Warns of something.
    case warn
    /// Threatens with something.
    case threaten
    /// Accuses or blames someone.
    case accuse
    /// Denies, rejects, dismisses or refuses.
    case deny
    /// Announces or declares.
    case announce
    /// Praises, thanks, welcomes or endorses.
    case praise
    /// Condemns, criticises or mocks.
    case condemn
    /// Admits or concedes.
    case admit
    /// Claims, argues, insists, alleges.
    case claim
    /// Agrees or confirms.
    case agree
    /// Apologizes.
    case apologize
    /// Predicts or expects.
    case predict
    /// Explains, describes or clarifies.
    case explain
    /// Reports, reveals or cites what others said or what was found.
    case report
    /// A belief, a wish or a perception: no speech act, but told in the same way.
    case think
}
