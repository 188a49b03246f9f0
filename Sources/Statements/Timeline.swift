import EDTF

/// Which statements a timeline shows. Every field narrows it; an empty query shows all.
public struct TimelineQuery: Hashable, Sendable {
    /// Words that must stand in the statement (full-text search).
    public var words: String?
    /// Only what this group said: an identifier or any of its spellings.
    public var group: String?
    /// Only what this person said: an identifier or any spelling.
    public var person: String?
    /// Only what is attributed to this name, whether it resolves or not.
    public var speaker: String?
    /// With `group`: what its members said, too.
    public var includesMembers = false
    /// Only statements made, as far as one can tell, no earlier than the first day of this date.
    public var since: EDTFDate?
    /// Only statements made, as far as one can tell, no later than the last day of this date.
    public var until: EDTFDate?
    /// Only statements reported in this source: an identifier, an address or a publisher.
    public var source: String?
    /// Only statements given in this way.
    public var kind: QuoteKind?
    /// Only statements of this status; without it, all but the rejected.
    public var status: StatementStatus?
    /// Not what was said in private chats, and by people on Telegram.
    public var excludesWithheld = false
    /// At most so many.
    public var limit: Int?
    /// The latest first.
    public var isReversed = false

    /// The query that shows all.
    public init() {}
}

/// Statements in order, with the query that says which, and with all that they refer to.
public struct Timeline: Hashable, Sendable {
    /// The query that these statements answer.
    public var query: TimelineQuery
    /// The statements in order.
    public var statements: [Statement]
    /// The groups and people that the statements refer to (in an export of everything: all there are), by
    /// identifier.
    public var speakers: [Identifier<Speaker>: Speaker]
    /// The sources that the statements refer to, by identifier.
    public var sources: [Identifier<Source>: Source]
    /// The versions that the quotes point into, by identifier; they hold their text only where it was asked for.
    public var versions: [Identifier<Version>: Version]

    /// A timeline with all that its statements refer to.
    public init(
        query: TimelineQuery, statements: [Statement], speakers: [Identifier<Speaker>: Speaker],
        sources: [Identifier<Source>: Source], versions: [Identifier<Version>: Version]
    ) {
        self.query = query
        self.statements = statements
        self.speakers = speakers
        self.sources = sources
        self.versions = versions
    }

    /// The name to show for a statement's speaker: the official one where the printed one resolves.
    public func displayName(of statement: Statement) -> String? {
        if case .speaker(let id) = statement.resolution, let speaker = speakers[id] {
            return speaker.displayName
        }
        return statement.printedSpeaker
    }
}
