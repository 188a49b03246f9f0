import Statements

extension JSONWriter {
    /// A source with its versions, each known by the hash of its text.
    public mutating func source(_ source: Source, versions: [(id: Identifier<Version>, sha256: String)]) {
        object { json in
            json.member("id", source.id.text)
            json.member("kind", source.kind.rawValue)
            json.origin(source.metadata)
            json.member("excerpt", source.metadata.excerpt)
            json.member("versions", objects: versions) { json, version in
                json.member("id", version.id.text)
                json.member("sha256", version.sha256)
            }
        }
    }

    /// Where a document comes from: its addresses, its headline, its authors, its outlet, its dates and its language, within an
    /// object.
    public mutating func origin(_ metadata: Metadata) {
        member("url", metadata.url)
        member("canonicalURL", metadata.canonicalURL)
        member("title", metadata.title)
        member("byline", metadata.byline)
        member("authors", metadata.authors)
        member("publisher", metadata.publisher)
        member("published", metadata.published?.description)
        member("modified", metadata.modified?.description)
        member("language", metadata.language)
    }
}
