import Reading
import Statements

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The format that every input is read as, as `QUOTH_FUZZ` names it; without it an input is what it begins like.
private let soughtFormat: Format? = getenv("QUOTH_FUZZ").flatMap { Format(rawValue: String(cString: $0)) }

/// Reads one input of the fuzzer, which calls this by its name in C.
///
/// Beside crashes it finds what breaks a law of reading: each paragraph is a piece of its document's text, and they
/// stand in order.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    var options = ReadingOptions()
    options.format = soughtFormat
    for case .success(let document) in readEach(bytes, options: options) {
        checkParagraphs(of: document)
    }
    return 0
}

private func checkParagraphs(of document: Document) {
    let text = document.text.utf8.span
    var end = 0
    for paragraph in document.paragraphs {
        precondition(paragraph.bytes.lowerBound >= end && paragraph.bytes.upperBound <= text.count)
        for boundary in [paragraph.bytes.lowerBound, paragraph.bytes.upperBound] where boundary < text.count {
            // A byte that continues a character begins none.
            precondition(text[boundary] & 0xC0 != 0x80, "a paragraph parts a character")
        }
        end = paragraph.bytes.upperBound
    }
}
