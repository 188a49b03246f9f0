import EDTF

/// What a paragraph is to its article.
public enum ParagraphKind: String, Sendable, CaseIterable, Codable {
    /// The headline.
    case title
    /// The sentence or two below the headline that sum the article up.
    case standfirst
    /// The line that names the authors.
    case byline
    /// The line that gives the date of publication.
    case dateline
    /// Running text.
    case body
    /// A headline within the article.
    case heading
    /// The words below a picture, with its credit.
    case caption
    /// A quotation set apart as a block.
    case blockQuotation
    /// An entry of a list.
    case listItem
    /// One turn of an interview.
    case turn
    /// What stands on the page and is not the article: pleas for donations, cookie notes, links to other pages.
    case notArticle

    /// Whether someone's words may stand in such a paragraph, and count as statements.
    public var speaks: Bool {
        switch self {
        case .body, .blockQuotation, .listItem, .turn, .standfirst: true
        case .title, .heading, .byline, .dateline, .caption, .notArticle: false
        }
    }

    /// Whether such a paragraph belongs to the article's body: its running text and the headlines within it.
    public var isBody: Bool { speaks && self != .standfirst || self == .heading }
}

/// A paragraph of a text: where it stands, and what it is.
public struct Paragraph: Hashable, Sendable {
    /// The UTF-8 bytes of the text that it takes up, without the line end.
    public let bytes: Range<Int>
    /// What it is to the article.
    public let kind: ParagraphKind

    /// A paragraph at a place of a text.
    public init(bytes: Range<Int>, kind: ParagraphKind) {
        self.bytes = bytes
        self.kind = kind
    }
}

/// The direction in which text runs.
public enum TextDirection: String, Sendable, Codable {
    /// From left to right.
    case leftToRight = "ltr"
    /// From right to left.
    case rightToLeft = "rtl"
}

/// What is known of a document beside its text.
public struct Metadata: Hashable, Sendable {
    /// Where the document was taken from.
    public var url: String?
    /// The address that the document gives as its own.
    public var canonicalURL: String?
    /// The headline.
    public var title: String?
    /// The line that names the authors, as printed.
    public var byline: String?
    /// The authors' names.
    public var authors: [String] = []
    /// The outlet.
    public var publisher: String?
    /// When it was published.
    public var published: EDTFDate?
    /// When it was last changed.
    public var modified: EDTFDate?
    /// The language, as BCP 47 writes it.
    public var language: String?
    /// The direction that the document says its text runs in.
    public var direction: TextDirection?
    /// A summary that the document carries.
    public var excerpt: String?

    /// Nothing known.
    public init() {}
}

/// A document as Reading understands it: the whole text, what each paragraph is, and what else is known.
///
/// Text is marked, never cut, so that an offset into `text` stays true to what the source says.
public struct Document: Hashable, Sendable {
    /// The name under which the input knows the document (`id` of a line of JSON), if any.
    public var label: String?
    /// What kind of source it is.
    public var kind: SourceKind
    /// The text; nothing of it is changed but the encoding.
    public var text: String
    /// The paragraphs in their order. They do not overlap, and cover all of the text but blank lines.
    public var paragraphs: [Paragraph]
    /// What is known of the document beside its text.
    public var metadata: Metadata
    /// What could not be read as one would wish, for the user to see.
    public var warnings: [String]

    /// A document with this text and these paragraphs.
    public init(
        label: String? = nil, kind: SourceKind = .article, text: String, paragraphs: [Paragraph],
        metadata: Metadata = Metadata(), warnings: [String] = []
    ) {
        self.label = label
        self.kind = kind
        self.text = text
        self.paragraphs = paragraphs
        self.metadata = metadata
        self.warnings = warnings
    }
}
