/// What the server gave to tell a document by when it is asked for again; sent back byte for byte.
public struct Validators: Hashable, Sendable {
    /// The `ETag`.
    public var entityTag: [UInt8]?
    /// The `Last-Modified`.
    public var lastModified: [UInt8]?

    /// Validators as they were kept.
    public init(entityTag: [UInt8]? = nil, lastModified: [UInt8]? = nil) {
        (self.entityTag, self.lastModified) = (entityTag, lastModified)
    }

    /// Whether there is nothing to tell the document by.
    public var isEmpty: Bool { entityTag == nil && lastModified == nil }

    /// The lines of a request that ask for the document only if it has changed.
    var conditions: [[UInt8]] {
        var lines: [[UInt8]] = []
        if let entityTag { lines.append(Array("If-None-Match: ".utf8) + entityTag) }
        if let lastModified { lines.append(Array("If-Modified-Since: ".utf8) + lastModified) }
        return lines
    }

    init(_ header: HTTPHeader) {
        entityTag = header.bytes(of: "etag")
        lastModified = header.bytes(of: "last-modified")
    }
}

/// What there was at an address.
public enum Fetched: Sendable {
    /// A document.
    case page(Page)
    /// The document at this address has not changed since its validators were given.
    case unchanged(address: String)

    /// A document as a server sent it.
    public struct Page: Sendable {
        /// The address that it came from, behind all redirects.
        public let address: String
        /// The addresses that led there, in their order; the first is the one that was asked for.
        public let redirects: [String]
        /// Its bytes, unpacked.
        public let bytes: [UInt8]
        /// What the server says that it is (`text/html; charset=utf-8`).
        public let contentType: String?
        /// What to tell it by when it is asked for again.
        public let validators: Validators
        /// When it was asked for, in seconds since 1970-01-01T00:00:00Z.
        public let captured: Int64
    }
}
