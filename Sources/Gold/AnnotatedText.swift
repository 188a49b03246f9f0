import EDTF
import Statements

/// A text in which every statement is marked by hand.
///
/// Offsets are Unicode code points of `text`, start inclusive, end exclusive.
public struct AnnotatedText: Hashable, Sendable {
    /// Its name in the corpus.
    public var id: String
    /// The text without any mark.
    public var text: String
    /// The headline, where it is known beside the text.
    public var title: String?
    /// When it was published.
    public var published: EDTFDate?
    /// Who published it.
    public var outlet: String?
    /// What kind of text it is: “wire report”, “interview”.
    public var genre: String?
    /// The speakers that the corpus lists for the text; those of the quotes are among them.
    public var speakers: [AnnotatedSpeaker]
    /// The quotes, in the order of the corpus.
    public var quotes: [AnnotatedQuote]
    /// What the annotators set aside as no text of the article.
    public var discarded: [Range<Int>]

    /// A text with its annotation.
    public init(
        id: String, text: String, title: String? = nil, published: EDTFDate? = nil, outlet: String? = nil,
        genre: String? = nil, speakers: [AnnotatedSpeaker] = [], quotes: [AnnotatedQuote] = [],
        discarded: [Range<Int>] = []
    ) {
        self.id = id
        self.text = text
        self.title = title
        self.published = published
        self.outlet = outlet
        self.genre = genre
        self.speakers = speakers
        self.quotes = quotes
        self.discarded = discarded
    }
}

/// A quote that was marked by hand.
public struct AnnotatedQuote: Hashable, Sendable {
    /// Where its words stand, in the order of the text.
    public var content: [Range<Int>]
    /// Where the words stand that tell that someone spoke. One span in the project's own texts.
    public var cue: [Range<Int>]
    /// Where the words stand that name the speaker. One span in the project's own texts.
    public var attribution: [Range<Int>]
    /// Who spoke; nil where the text does not tell.
    public var speaker: AnnotatedSpeaker?
    /// How the attribution refers to the speaker; nil where the corpus does not tell.
    public var reference: SpeakerReference?
    /// The day of saying, where the text tells it.
    public var occasion: EDTFDate?
    /// Whether it is speech; nil where the corpus does not tell.
    public var category: QuoteCategory?

    /// A quote with what is known of it.
    public init(
        content: [Range<Int>], cue: [Range<Int>] = [], attribution: [Range<Int>] = [],
        speaker: AnnotatedSpeaker? = nil, reference: SpeakerReference? = nil, occasion: EDTFDate? = nil,
        category: QuoteCategory? = nil
    ) {
        self.content = content
        self.cue = cue
        self.attribution = attribution
        self.speaker = speaker
        self.reference = reference
        self.occasion = occasion
        self.category = category
    }
}

/// Someone who speaks in an annotated text.
public struct AnnotatedSpeaker: Hashable, Sendable {
    /// The fullest name in the text, or the plainest description where there is no name.
    public var name: String
    /// Whether it is a group or a person; `unknown` where the corpus does not tell.
    public var kind: SpeakerKind
    /// Other right answers to “who is this?”.
    public var aliases: [String]

    /// A speaker with other names.
    public init(name: String, kind: SpeakerKind = .unknown, aliases: [String] = []) {
        self.name = name
        self.kind = kind
        self.aliases = aliases
    }
}

/// Whether a quote is speech: `class` in a corpus.
public enum QuoteCategory: String, Sendable, CaseIterable, Codable {
    /// Someone spoke, wrote or published.
    case speech
    /// Someone believes, wants, plans or sees: no speech, but told in the same way.
    case belief
}

/// How an attribution refers to its speaker: `speaker_kind` in lines of JSON.
public enum SpeakerReference: String, Sendable, CaseIterable, Codable {
    /// By a name: “Lind”.
    case name
    /// By a pronoun or a description, or not at all: “she”, “the union”.
    case description = "pron/nominal"
    /// The text does not tell who it is.
    case unresolved
}
