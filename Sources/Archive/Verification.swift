import GRDB
import Statements

/// Something in the archive that is not as it was recorded.
public struct VerificationFailure: Hashable, Sendable {
    /// What is wrong.
    public enum Kind: String, Hashable, Sendable, CaseIterable, Codable {
        /// A version's text is not the one whose hash is stored.
        case text
        /// A segment of a quote doesn't stand at its place in the version.
        case segment
        /// A cue doesn't stand at its place.
        case cue
        /// An attribution doesn't stand at its place.
        case attribution
        /// An identifier is not the one that the content makes.
        case identifier
        /// A paragraph lies outside its text.
        case paragraph
        /// A statement or a version has lost what it refers to.
        case reference
        /// A key is not the folded form of its name.
        case name
        /// The full-text index doesn't agree with the statements.
        case search
        /// SQLite finds the file damaged.
        case file
    }

    /// What is wrong.
    public let kind: Kind
    /// The source, where it is known.
    public var source: Identifier<Source>?
    /// The version, where it is one version's fault.
    public var version: Identifier<Version>?
    /// The quote, where it is one quote's fault.
    public var quote: Identifier<Quote>?
    /// The first code point of the passage, in the version's text.
    public var offset: Int?
    /// What should stand there.
    public var expected: String?
    /// What does; nil where the text ends before.
    public var found: String?
}

/// What a verification looked at.
public struct VerificationSummary: Hashable, Sendable {
    /// How many sources.
    public var sources = 0
    /// How many versions.
    public var versions = 0
    /// How many quotes.
    public var quotes = 0
    /// How many segments, cues and attributions were held against the text.
    public var passages = 0
    /// How many failures were reported.
    public var failures = 0
}

extension Archive {
    /// Proves the archive: that the file is sound, that every version's text has the hash under which it is known,
    /// that every segment of every quote, its cue and its attribution stand in that text, letter for letter, and
    /// that identifiers, names and the full-text index agree with what they are made from.
    ///
    /// Memory doesn't grow with the archive: failures are handed to `report` as they are found.
    ///
    /// - Throws: `ArchiveError` where the file can't be read at all, and what `report` throws.
    @discardableResult
    public func verify(report: (VerificationFailure) throws -> Void) throws -> VerificationSummary {
        var summary = VerificationSummary()
        var interruption: (any Error)?
        do {
            try reading { db in
                try withoutActuallyEscaping(report) { report in
                    var walk = VerificationWalk(db: db) { failure in
                        do { try report(failure) } catch {
                            interruption = error
                            throw error
                        }
                    }
                    defer { summary = walk.summary }
                    try walk.run()
                }
            }
        } catch {
            if let interruption { throw interruption }
            guard case .damaged(_, let reason) = error else { throw error }
            summary.failures += 1
            try report(VerificationFailure(kind: .file, found: reason))
        }
        try verifySearch(&summary, report)
        return summary
    }

    /// FTS5's own check compares the index with `searchable`. It is a command, which wants the right to write;
    /// where there is none, as for an archive on a read-only medium, it is left out.
    private func verifySearch(
        _ summary: inout VerificationSummary, _ report: (VerificationFailure) throws -> Void
    ) throws {
        do {
            try transacting { db in
                try db.run("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)")
                try db.run("INSERT INTO messageSearch(messageSearch, rank) VALUES ('integrity-check', 1)")
            }
        } catch .damaged(_, let reason) {
            summary.failures += 1
            try report(VerificationFailure(kind: .search, found: reason))
        } catch .readOnly {
        }
    }
}
