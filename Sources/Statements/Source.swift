import EDTF

/// What a source is.
public enum SourceKind: String, Sendable, CaseIterable, Codable {
    /// A text by a journalist.
    case article
    /// A post of a channel or a group.
    case message
    /// A statement typed in by hand.
    case note
}

/// A document that the archive holds.
public struct Source: Hashable, Sendable, Identified {
    /// `src`.
    public static let identifierPrefix = "src"
    /// Made from the canonical address or, without one and for a note, from the text.
    public let id: Identifier<Source>
    /// What it is.
    public let kind: SourceKind
    /// What is known of it beside its text.
    public var metadata: Metadata

    /// A source that is already known by an identifier.
    public init(id: Identifier<Source>, kind: SourceKind, metadata: Metadata) {
        self.id = id
        self.kind = kind
        self.metadata = metadata
    }

    /// The source that a document is a capture of.
    public init(of document: Document) {
        let address = document.metadata.canonicalURL ?? document.metadata.url
        // A note tells what stands at an address; it is no capture of it.
        let id =
            address.flatMap { Source.identifier(address: $0, kind: document.kind) }
            ?? Identifier(content: ["text", document.text])
        self.init(id: id, kind: document.kind, metadata: document.metadata)
    }

    /// The identifier of the source at an address; nil for a note, which is known by its text.
    public static func identifier(address: String, kind: SourceKind) -> Identifier<Source>? {
        kind == .note ? nil : Identifier(content: ["address", address])
    }
}

/// The text of a source at one capture. It never changes: a new text is a new version.
public struct Version: Hashable, Sendable, Identified {
    /// `ver`.
    public static let identifierPrefix = "ver"
    /// Made from the source and the SHA-256 of the text.
    public let id: Identifier<Version>
    /// The source that this is a capture of.
    public let source: Identifier<Source>
    /// The SHA-256 of the text's UTF-8 bytes, in hexadecimal.
    public let sha256: String
    /// The text.
    public let text: String
    /// Its paragraphs.
    public let paragraphs: [Paragraph]

    /// The capture of a source with this text.
    public init(source: Identifier<Source>, text: String, paragraphs: [Paragraph]) {
        let hash = Statements.sha256(of: text)
        self.init(
            id: Identifier(content: [source.text, hash]), source: source, sha256: hash, text: text,
            paragraphs: paragraphs)
    }

    /// A version as it was stored; nothing is computed anew, so that a check can compare.
    public init(
        id: Identifier<Version>, source: Identifier<Source>, sha256: String, text: String,
        paragraphs: [Paragraph]
    ) {
        self.id = id
        self.source = source
        self.sha256 = sha256
        self.text = text
        self.paragraphs = paragraphs
    }
}
