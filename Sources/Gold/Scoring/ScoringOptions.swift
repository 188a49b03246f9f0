import Statements

/// What is scored, and how.
public struct ScoringOptions: Hashable, Sendable {
    /// Into what the quotes of both sides are cut before they are compared.
    public enum Unit: String, Sendable, CaseIterable {
        /// Nothing: a quote is a unit.
        case quote
        /// Every segment by itself, a direct one further into its quoted strings.
        case segment
        /// The quoted strings alone; words outside of quotation marks are dropped.
        case quoted
    }

    /// How it is told whether an annotated quote is speech.
    public enum SpeechRule: Hashable, Sendable {
        /// By the word of its cue, against a list of verbs. It serves corpora that do not tell speech from belief, and
        /// figures by it can be compared with what others publish.
        case cueWord
        /// By its category in the corpus; a quote without one counts as speech. The project's own corpus tells it,
        /// and the floors of its figures rest on it.
        case category
    }

    /// What is compared.
    public var unit = Unit.quote
    /// Shorter units are dropped on both sides.
    public var minimumWords = 0
    /// With a rule, quotes that are no speech by it need not be found, and it is no error to find them.
    public var speech: SpeechRule?
    /// Whether speakers are compared by name (who “she” is), and not by the words that name them in the text.
    /// Annotated quotes without a speaker are then left out on both sides.
    public var isNamed = false
    /// How much of the words of two quotes must be the same, for them to be taken for one: words of both by words of
    /// either (Jaccard 1912).
    public var overlap = 0.5

    /// Every quote, by the words that name the speaker.
    public init(
        unit: Unit = .quote, minimumWords: Int = 0, speech: SpeechRule? = nil, isNamed: Bool = false
    ) {
        self.unit = unit
        self.minimumWords = minimumWords
        self.speech = speech
        self.isNamed = isNamed
    }
}
