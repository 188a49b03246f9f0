import EDTF
import Foundation
import Gold
import Statements
import TestSupport

/// The two small texts of these tests.
let sampleTexts = projectRoot.appending(path: "Tests/GoldTests/Texts").path

/// The words of a span.
func words(_ span: Range<Int>, of text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    return String(String.UnicodeScalarView(scalars[span]))
}

/// A file with marks.
func file(
    _ body: String, speakers: String = "  Mara Lind: {kind: person}",
    quotes: String = "  1: {speaker: Mara Lind}"
) -> String {
    """
    ---
    genre: wire report
    outlet: Sound Wire
    published: 2025-03-14
    speakers:
    \(speakers)
    quotes:
    \(quotes)
    ---
    \(body)
    """
}
