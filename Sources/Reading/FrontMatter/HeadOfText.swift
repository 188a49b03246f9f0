import EDTF
import Statements

/// Notes what the head of the running text says of itself: “KYIV, Dec. 19, 2023 (Outlet) — …”.
///
/// The outlet is taken where it stands in brackets before the dash, and the date where it has its year.
func noteHead(
    of draft: Draft, _ metadata: inout Metadata, in bytes: Span<UInt8>, _ phrases: PhraseTable
) {
    let limit = min(draft.bytes.upperBound, draft.bytes.lowerBound + 120)
    guard let dash = dashPosition(in: draft.bytes.lowerBound..<limit, bytes) else { return }
    let head = draft.bytes.lowerBound..<dash
    var words: [Word] = []
    collectWords(in: head, of: bytes, into: &words)
    guard let first = words.first, first.shape.contains(.capitals), words.count <= 14 else { return }
    if metadata.publisher == nil, let outlet = bracketed(in: head, bytes), isName(outlet, bytes) {
        metadata.publisher = text(outlet, bytes)
    }
    for start in words.indices where metadata.published == nil {
        metadata.published = DateInWords(words[start...], in: bytes, phrases)?.date
    }
}

/// Where ` — `, ` – ` or ` -- ` stands.
private func dashPosition(in range: Range<Int>, _ bytes: Span<UInt8>) -> Int? {
    range.dropLast(4).first { index in
        switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
        case (0xE2, 0x80, 0x93), (0xE2, 0x80, 0x94): true
        case (0x20, 0x2D, 0x2D), (0x20, 0x2D, 0x20): true
        default: false
        }
    }
}

/// What stands in the brackets at the end of the range.
private func bracketed(in range: Range<Int>, _ bytes: Span<UInt8>) -> Range<Int>? {
    guard let open = range.first(where: { bytes[$0] == 0x28 }),
        let close = range.last(where: { bytes[$0] == 0x29 }), open + 1 < close
    else { return nil }
    return open + 1..<close
}

/// One to five words that begin with capitals, and no number.
private func isName(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    var words: [Word] = []
    collectWords(in: range, of: bytes, into: &words)
    guard (1...5).contains(words.count) else { return false }
    return words.allSatisfy {
        $0.shape.contains(.capital) || $0.end - $0.start <= 3 && !$0.shape.contains(.number)
    }
}
