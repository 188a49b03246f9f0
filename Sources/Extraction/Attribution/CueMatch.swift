import Statements

/// A cue where it stands: the words that tell that someone spoke.
struct CueMatch: Sendable {
    /// The verb, or the first word of “according to”.
    var head: Int
    /// The tokens of the cue, its particle included.
    var tokens: Range<Int>
    /// What the speaker does in saying it.
    var act: SpeechAct
    /// What may follow it.
    var frames: CueFrames
    /// Which form of its verb it is.
    var form: VerbForm
    /// The index of its sentence.
    var sentence: Int
    /// Whether it tells that the words go on from those before: “added”, “continued”.
    var isContinuing = false
    /// Whether it is “according to” or its like: the speaker stands behind it.
    var isPreposition = false
    /// Whether a participle clause hangs on it (“…, saying that”): its subject is that of the clause before.
    var isParticipial: Bool { form == .gerund }
}
