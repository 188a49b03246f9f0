import Statements

/// A name where it stands in the text.
struct NameMention: Sendable {
    /// The tokens of the name, without titles before it.
    var tokens: Range<Int>
    /// The first of the titles and other words that belong to it (“Russian President Vladimir Putin”).
    var phraseStart: Int
    /// Whether it is a group's or a person's, as far as its own words tell.
    var kind: SpeakerKind
    /// The title's token, where there is one.
    var title: Int?
    /// Whether the name ends in a possessive.
    var isPossessive: Bool
    /// The paragraph that it stands in.
    var paragraph: Int
    /// The entity that it names; an index into those of the document.
    var entity = -1
}
