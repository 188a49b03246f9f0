import EDTF
import Statements

/// A document with what was found in it, ready to be recorded.
public struct Recording: Hashable, Sendable {
    /// A quote, and which of the document's statements it proves: quotes with equal numbers are one statement.
    public struct Proposal: Hashable, Sendable {
        /// The evidence; its segments point into the recording's version.
        public let quote: Quote
        /// The number of the statement, which means something within this recording only.
        public let statement: Int

        /// A quote of one of the document's statements.
        public init(quote: Quote, statement: Int) {
            self.quote = quote
            self.statement = statement
        }
    }

    /// That the person who gives the document vouches for its statements, as for one typed in by hand.
    public struct Acceptance: Hashable, Sendable {
        /// Who accepts, where that is known.
        public let by: String?

        /// Statements that somebody vouches for.
        public init(by: String? = nil) {
            self.by = by
        }
    }

    /// The document that the archive is to hold.
    public var source: Source
    /// Its text, as it was captured.
    public var version: Version
    /// What was found in it, in the order of the text.
    public var proposals: [Proposal]
    /// The name and the version of what read it.
    public var engine: String
    /// When it was captured, in seconds since 1970-01-01T00:00:00Z.
    public var captured: Int64
    /// That its statements are accepted at once; nil for a machine's reading.
    public var acceptance: Acceptance?

    /// A document with what an engine found in it.
    public init(
        source: Source, version: Version, proposals: [Proposal], engine: String, captured: Int64,
        acceptance: Acceptance? = nil
    ) {
        self.source = source
        self.version = version
        self.proposals = proposals
        self.engine = engine
        self.captured = captured
        self.acceptance = acceptance
    }
}

/// What recording a document did.
public enum Outcome: String, Hashable, Sendable, CaseIterable, Codable {
    /// The archive did not hold the source.
    case new
    /// The archive held all of it already.
    case unchanged
    /// The archive held the source with another text.
    case newVersion
    /// The archive held the text; what was known of it was completed, or its reading replaced by another one.
    case repaired
}

extension Archive {
    /// Records a document in one transaction. Recording the same document again changes nothing.
    @discardableResult
    public func record(_ recording: Recording) throws(ArchiveError) -> Outcome {
        let results = try record([recording])
        return try results[0].get()
    }

    /// Records many documents in one transaction. A document that can't be recorded leaves no trace and has its
    /// error in the place of its outcome; the others are recorded.
    ///
    /// - Throws: what concerns the archive itself (it is busy, the disk is full, …). Then none is recorded.
    public func record(_ recordings: [Recording]) throws(ArchiveError) -> [Result<Outcome, ArchiveError>] {
        try writing { db in
            var recorder = Recorder(db: db)
            let results = try recordings.map { recording in
                try recorder.attempt(path: path) { recorder throws in try recorder.record(recording) }
            }
            try recorder.index()
            return results
        }
    }

    /// What the archive knows of a source, beside its texts; nil where it doesn't hold the source. A document is
    /// read with this at hand, since its dates depend on when it was published.
    public func metadata(of source: Identifier<Source>) throws(ArchiveError) -> Metadata? {
        try reading { db in try SourceRow.find(source, in: db)?.source.metadata }
    }
}

extension Recording {
    /// A digest of the findings and of nothing else: two readings with the same digest found the same.
    var digest: String {
        var text = ""
        func add(_ parts: String?...) {
            for part in parts {
                text += part.map { "\($0.utf8.count):\($0)" } ?? "-"
                text += "\u{1F}"
            }
        }
        func add(_ passage: Passage?) {
            add(passage.map { "\($0.start)-\($0.end)" }, passage?.exact)
        }
        for proposal in proposals {
            let quote = proposal.quote
            add(
                "\(proposal.statement)", quote.kind.rawValue, quote.addressee, quote.medium,
                "\(quote.confidence)")
            for segment in quote.segments { add(segment) }
            add(quote.cue?.passage)
            add(quote.attribution)
            add(quote.cue?.act.rawValue, quote.speaker?.name, quote.speaker?.kind.rawValue)
            add(quote.speaker?.basis.rawValue, quote.speaker.map { "\($0.confidence)" })
            add(quote.occasion?.date?.description, quote.occasion?.phrase)
            add(quote.occasion?.anchor?.description, quote.occasion?.rule)
        }
        return sha256(of: text)
    }
}
