import Archive
import Publishing
import Statements

/// Timelines out of an archive, page by page, in any format.
public struct Export: Sendable {
    private static let pageSize = 500
    private let archive: Archive

    /// Exports of an archive.
    public init(from archive: Archive) {
        self.archive = archive
    }

    /// Hands the timeline of a query to `write` in a format, and returns how many statements there are.
    ///
    /// - Throws: `ArchiveError`, and what `write` throws.
    @discardableResult
    public func timeline(
        _ query: TimelineQuery, format: TimelineFormat, layout: Layout, write: ([UInt8]) throws -> Void
    ) throws -> Int {
        var writer = format.writer(layout: layout)
        var output: [UInt8] = []
        var count = 0
        func flush() throws {
            try write(output)
            output.removeAll(keepingCapacity: true)
        }
        writer.begin(into: &output)
        try archive.forEachPage(of: query, size: Export.pageSize, includingTexts: format.needsTexts) { page in
            writer.add(page, into: &output)
            count += page.statements.count
            try flush()
        }
        writer.end(into: &output)
        try flush()
        return count
    }

    /// Hands the export for researchers to `write`, and returns how many statements it holds.
    ///
    /// Memory grows with the sources and speakers that the statements refer to, not with the statements.
    ///
    /// - Parameters:
    ///   - generator: the program and its version.
    ///   - stamp: when the export was made (RFC 3339, UTC), if it is to say so.
    /// - Throws: `ArchiveError`, and what `write` throws.
    @discardableResult
    public func document(
        _ query: TimelineQuery, generator: String, stamp: String?, write: ([UInt8]) throws -> Void
    ) throws -> Int {
        var document = ExportDocument()
        var references = References()
        var count = 0
        func flush() throws {
            try write(document.bytes)
            document.bytes.removeAll(keepingCapacity: true)
        }
        document.begin(query: query, generator: generator, stamp: stamp)
        try archive.forEachPage(of: query, size: Export.pageSize, includingTexts: true) { page in
            document.addStatements(page)
            references.add(page)
            count += page.statements.count
            try flush()
        }
        document.addSpeakers(try speakers(query, references))
        let versions = references.versions()
        for source in references.sources.values.sorted(by: { $0.id < $1.id }) {
            document.addSource(source, versions: versions[source.id] ?? [])
            try flush()
        }
        document.end(withheld: try withheld(query))
        try flush()
        return count
    }

    /// How many statements a query finds that an export leaves out: those of private chats, and of people on Telegram.
    public func withheld(_ query: TimelineQuery) throws -> Int {
        guard query.excludesWithheld else { return 0 }
        var all = query
        all.excludesWithheld = false
        return try archive.summary(of: all).count - archive.summary(of: query).count
    }

    /// In an export of everything, all groups and people; else those that the statements, or the memberships of
    /// those people, refer to.
    private func speakers(_ query: TimelineQuery, _ references: References) throws -> [Speaker] {
        let all = try archive.speakers()
        var unlimited = query
        unlimited.excludesWithheld = false
        if unlimited == TimelineQuery() { return all }
        var wanted = references.speakers
        for case .person(let person) in all where wanted.contains(person.id) {
            wanted.formUnion(person.memberships.map(\.group))
        }
        return all.filter { wanted.contains($0.id) }
    }
}

/// What the statements of an export refer to, without any text.
private struct References {
    private(set) var speakers: Set<Identifier<Speaker>> = []
    private(set) var sources: [Identifier<Source>: Source] = [:]
    private var hashes: [Identifier<Version>: (source: Identifier<Source>, sha256: String)] = [:]

    mutating func add(_ page: Timeline) {
        speakers.formUnion(page.speakers.keys)
        for statement in page.statements {
            if case .ambiguous(let ids) = statement.resolution { speakers.formUnion(ids) }
        }
        sources.merge(page.sources) { known, _ in known }
        for version in page.versions.values where hashes[version.id] == nil {
            hashes[version.id] = (version.source, version.sha256)
        }
    }

    /// The versions of each source, by identifier.
    func versions() -> [Identifier<Source>: [(id: Identifier<Version>, sha256: String)]] {
        var versions: [Identifier<Source>: [(id: Identifier<Version>, sha256: String)]] = [:]
        for (id, version) in hashes.sorted(by: { $0.key < $1.key }) {
            versions[version.source, default: []].append((id: id, sha256: version.sha256))
        }
        return versions
    }
}
