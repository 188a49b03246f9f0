import EDTF
import Statements

/// What the user knows of the input. Whatever is given here wins over what the document itself says.
public struct ReadingOptions: Hashable, Sendable {
    /// The character encoding, by a label of the WHATWG Encoding Standard (“windows-1251”, “latin1”) or another
    /// name that the system's iconv knows. Without it the encoding is recognised.
    public var encoding: String?
    /// The format; without it, it is recognised by how the input begins.
    public var format: Format?
    /// The `Content-Type` (RFC 9110, section 8.3) that the document was sent with: its encoding is believed where
    /// the document's bytes do not contradict it, and a page is one however it begins.
    public var contentType: String?
    /// When the document was published.
    public var published: EDTFDate?
    /// Where the document was taken from.
    public var url: String?
    /// The outlet.
    public var publisher: String?
    /// The headline.
    public var title: String?
    /// The language, as BCP 47 writes it.
    public var language: String?
    /// What kind of source it is; an article where nothing is said.
    public var kind: SourceKind?

    /// Nothing known.
    public init() {}

    /// Writes what the user gave over what the document says.
    func override(_ metadata: inout Metadata) {
        metadata.published = published ?? metadata.published
        metadata.url = url ?? metadata.url
        metadata.publisher = publisher ?? metadata.publisher
        metadata.title = title ?? metadata.title
        metadata.language = language ?? metadata.language
    }
}
