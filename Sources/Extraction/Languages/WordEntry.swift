import Statements

/// What the vocabulary knows of a word.
struct WordEntry: Sendable {
    /// The classes that it is in.
    var classes: WordClasses = []
    /// What it can be as a cue: a range of indices into `Vocabulary.cues`.
    var cues: Range<Int16> = 0..<0
    /// Which form of its verb it is, where it is a cue.
    var form: VerbForm = .base
}

/// The forms of an English verb, as far as cues need them told apart.
enum VerbForm: UInt8, Sendable {
    /// “say”.
    case base
    /// “says”.
    case present
    /// “said”, “told”: the past, and the participle where it looks the same.
    case past
    /// “saying”.
    case gerund
    /// “written”, “known”: a participle that is no past.
    case participle

    /// The forms in the order in which the word list gives them.
    static let inOrder: [VerbForm] = [.base, .present, .past, .gerund, .participle]
}

/// What may follow a cue, and so where the words are that it tells of.
struct CueFrames: OptionSet, Sendable {
    let rawValue: UInt16

    /// A quotation: “said, ‘…’”.
    static let quotation = CueFrames(rawValue: 1)
    /// A clause without “that”: “said he would”.
    static let clause = CueFrames(rawValue: 2)
    /// A clause with “that”.
    static let that = CueFrames(rawValue: 4)
    /// The person spoken to, before the rest: “told reporters (that) …”.
    static let addressee = CueFrames(rawValue: 8)
    /// An infinitive: “urged Putin to …”, “promised to …”.
    static let infinitive = CueFrames(rawValue: 16)
    /// A question: “asked whether …”.
    static let question = CueFrames(rawValue: 32)
    /// A noun phrase: “called for the return of …”.
    static let object = CueFrames(rawValue: 64)
    /// It is no speech: “believes”, “wants”.
    static let belief = CueFrames(rawValue: 128)
    /// The words go on from those before: “added”.
    static let continuing = CueFrames(rawValue: 256)
    /// The base and the form in -s are more often nouns: “reports”, “claims”.
    static let noun = CueFrames(rawValue: 512)

    /// The frame of this name in the word list.
    init?(named name: some StringProtocol) {
        let names = [
            "quotation", "clause", "that", "addressee", "infinitive", "question", "object", "belief",
            "continuing", "noun",
        ]
        guard let index = names.firstIndex(of: String(name)) else { return nil }
        self.init(rawValue: 1 << UInt16(index))
    }

    init(rawValue: UInt16) { self.rawValue = rawValue }
}

/// A cue of the word list: a verb, perhaps with the particle that gives it its meaning.
struct CueEntry: Sendable {
    /// The word behind the verb, as in “called for”, in lower case; none for most.
    var particle: [UInt8]
    /// What the speaker does in saying it.
    var act: SpeechAct
    /// What may follow it.
    var frames: CueFrames
    /// Whether it tells that the words go on from those before.
    var continues: Bool { frames.contains(.continuing) }
}
