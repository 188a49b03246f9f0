/// What a server gave when a document was fetched, by which it can say the next time that nothing has changed.
public struct Visit: Hashable, Sendable {
    /// The address, behind all redirects.
    public let address: String
    /// The `ETag`, byte for byte.
    public let entityTag: [UInt8]?
    /// The `Last-Modified`, byte for byte.
    public let lastModified: [UInt8]?
    /// The name and the version of what read the document then; a later one has to see it again.
    public let engine: String

    /// A visit to an address.
    public init(address: String, entityTag: [UInt8]?, lastModified: [UInt8]?, engine: String) {
        (self.address, self.entityTag, self.lastModified, self.engine) =
            (address, entityTag, lastModified, engine)
    }
}

extension Archive {
    /// The last visit to an address from which a document was recorded.
    public func lastVisit(to address: String) throws(ArchiveError) -> Visit? {
        try reading { db in
            try db.first(
                "SELECT entityTag, lastModified, engine FROM visit WHERE address = ?", .text(address)
            ) { columns in
                Visit(
                    address: address, entityTag: columns.isNull(0) ? nil : columns.blob(0),
                    lastModified: columns.isNull(1) ? nil : columns.blob(1), engine: columns.text(2))
            }
        }
    }

    /// Keeps visits, each in place of the one before. A server that gives nothing to tell a document by leaves nothing.
    public func keep(_ visits: [Visit]) throws(ArchiveError) {
        try writing { db in
            for visit in visits {
                guard visit.entityTag != nil || visit.lastModified != nil else {
                    try db.run("DELETE FROM visit WHERE address = ?", .text(visit.address))
                    continue
                }
                try db.run(
                    """
                    INSERT INTO visit(address, entityTag, lastModified, engine) VALUES (?, ?, ?, ?)
                    ON CONFLICT(address) DO UPDATE SET
                        entityTag = excluded.entityTag, lastModified = excluded.lastModified,
                        engine = excluded.engine
                    """,
                    .text(visit.address), visit.entityTag.map(Value.blob) ?? .null,
                    visit.lastModified.map(Value.blob) ?? .null, .text(visit.engine))
            }
        }
    }
}
