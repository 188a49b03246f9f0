import Statements

/// A place of a text where other words stand than the ones that a quote gives.
struct Misreading: Hashable {
    /// Which of the passages it is.
    let index: Int
    /// The first code point, as the quote gives it.
    let start: Int
    let expected: String
    /// What stands there; nil where the text doesn't reach so far or the offsets make no sense.
    let found: String?
}

/// Whether passages stand in a text, letter for letter, at their offsets.
///
/// Letters are bytes of UTF-8: two ways to write an accented letter are not the same.
struct Readback {
    /// What doesn't stand where it should. The text is walked once, whatever the number of passages.
    static func misreadings(of passages: [Passage], in text: Span<UInt8>) -> [Misreading] {
        let offsets = byteOffsets(of: passages, in: text)
        return passages.enumerated().compactMap { index, passage in
            guard passage.start >= 0, passage.start < passage.end, let start = offsets[passage.start],
                let end = offsets[passage.end]
            else {
                return Misreading(
                    index: index, start: passage.start, expected: passage.exact, found: nil)
            }
            if equal(passage.exact, text, start..<end) { return nil }
            return Misreading(
                index: index, start: passage.start, expected: passage.exact,
                found: string(text, start..<end))
        }
    }

    /// The bytes at which the code points begin that passages name; what lies beyond the end has none.
    private static func byteOffsets(of passages: [Passage], in text: Span<UInt8>) -> [Int: Int] {
        var wanted = passages.map(\.start) + passages.map(\.end)
        wanted.sort()
        var offsets: [Int: Int] = [:]
        offsets.reserveCapacity(wanted.count)
        var codePoint = 0
        var byte = 0
        for offset in wanted where offset >= 0 {
            while codePoint < offset, byte < text.count {
                byte += 1
                while byte < text.count, text[byte] & 0xC0 == 0x80 { byte += 1 }
                codePoint += 1
            }
            guard codePoint == offset else { break }
            offsets[offset] = byte
        }
        return offsets
    }

    private static func equal(_ exact: String, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        for byte in exact.utf8 {
            guard index < range.upperBound, text[index] == byte else { return false }
            index += 1
        }
        return index == range.upperBound
    }

    private static func string(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
        text.extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}

extension Quote {
    /// All that a quote says stands in the text: its segments, its cue and its attribution.
    var passages: [Passage] {
        segments + [cue?.passage, attribution].compactMap(\.self)
    }
}
