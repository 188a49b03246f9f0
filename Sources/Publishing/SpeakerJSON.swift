import Statements

extension JSONWriter {
    /// A group: its identifier, official name, spellings and note.
    public mutating func group(_ group: Group) {
        beginObject()
        key("id")
        string(group.id.text)
        key("name")
        string(group.names.first?.value)
        key("names")
        names(group.names)
        key("note")
        string(group.note)
        endObject()
    }

    /// A person: as a group, and the groups that the person belongs to.
    public mutating func person(_ person: Person) {
        beginObject()
        key("id")
        string(person.id.text)
        key("name")
        string(person.names.first?.value)
        key("names")
        names(person.names)
        key("memberships")
        beginArray()
        for membership in person.memberships {
            beginObject()
            key("group")
            string(membership.group.text)
            key("role")
            string(membership.role)
            key("period")
            string(membership.period?.description)
            endObject()
        }
        endArray()
        key("note")
        string(person.note)
        endObject()
    }

    private mutating func names(_ names: [Name]) {
        beginArray()
        for name in names {
            beginObject()
            key("value")
            string(name.value)
            key("kind")
            string(name.kind.rawValue)
            key("language")
            string(name.language)
            key("period")
            string(name.period?.description)
            endObject()
        }
        endArray()
    }

    /// A source with its versions, each known by the hash of its text.
    public mutating func source(_ source: Source, versions: [(id: Identifier<Version>, sha256: String)]) {
        let metadata = source.metadata
        beginObject()
        key("id")
        string(source.id.text)
        key("kind")
        string(source.kind.rawValue)
        origin(metadata)
        key("excerpt")
        string(metadata.excerpt)
        key("versions")
        beginArray()
        for version in versions {
            beginObject()
            key("id")
            string(version.id.text)
            key("sha256")
            string(version.sha256)
            endObject()
        }
        endArray()
        endObject()
    }

    /// Where a document comes from: its addresses, its headline, its authors, its outlet, its dates and its language, within an
    /// object.
    public mutating func origin(_ metadata: Metadata) {
        key("url")
        string(metadata.url)
        key("canonicalURL")
        string(metadata.canonicalURL)
        key("title")
        string(metadata.title)
        key("byline")
        string(metadata.byline)
        key("authors")
        strings(metadata.authors)
        key("publisher")
        string(metadata.publisher)
        key("published")
        string(metadata.published?.description)
        key("modified")
        string(metadata.modified?.description)
        key("language")
        string(metadata.language)
    }

    /// Texts, as an array.
    public mutating func strings(_ texts: [String]) {
        beginArray()
        for text in texts { string(text) }
        endArray()
    }
}
