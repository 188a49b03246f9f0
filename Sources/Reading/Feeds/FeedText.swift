/// A text of a feed, in the form in which it came.
struct FeedText {
    /// What it is.
    var bytes: [UInt8]
    /// Whether it is HTML; else it is plain text.
    var isMarkup: Bool

    /// Whether nothing but white space is there.
    var isBlank: Bool { bytes.allSatisfy { $0 <= 0x20 } }

    /// The text in one line, as a reader sees it; nil where there is none.
    var line: String? {
        let needsParsing = isMarkup && bytes.contains { $0 == 0x3C }
        if needsParsing, let tree = try? pageTree(of: SlimPage(bytes)) {
            let text = tree.text(at: 0)
            return text.isEmpty ? nil : text
        }
        var folder = TextFolder()
        // Plain text has no references.
        for piece in bytes.split(separator: 0x26, omittingEmptySubsequences: false).enumerated()
        where !isMarkup {
            if piece.offset > 0 { folder.add(0..<5, of: Array("&amp;".utf8).span) }
            folder.add(0..<piece.element.count, of: Array(piece.element).span)
        }
        if isMarkup { folder.add(0..<bytes.count, of: bytes.span) }
        return folder.bytes.isEmpty ? nil : String(decoding: folder.bytes, as: UTF8.self)
    }
}

extension FeedTree {
    /// The text between an element's tags, its references and sections of CDATA resolved.
    func string(of node: Int) -> [UInt8] {
        bytes.withUnsafeBufferPointer { buffer in
            var output: [UInt8] = []
            write(content(of: node), buffer.span, keepsMarkup: false, to: &output)
            return output
        }
    }

    /// What stands between an element's tags, as HTML: prefixes of names are left out, sections of CDATA are escaped.
    func markup(of node: Int) -> [UInt8] {
        bytes.withUnsafeBufferPointer { buffer in
            var output: [UInt8] = []
            write(content(of: node), buffer.span, keepsMarkup: true, to: &output)
            return output
        }
    }

    private func write(_ range: Range<Int>, _ text: Span<UInt8>, keepsMarkup: Bool, to output: inout [UInt8])
    {
        var index = range.lowerBound
        while index < range.upperBound {
            switch text[index] {
            case 0x3C:
                let markup = XMLMarkup(at: index, in: text)
                write(markup, text, keepsMarkup, to: &output)
                index = max(markup.range.upperBound, index + 1)
            case 0x26 where !keepsMarkup:
                guard let reference = CharacterReference(at: index, range.upperBound, text) else {
                    output.append(0x26)
                    index += 1
                    continue
                }
                for scalar in reference.scalars { output.append(scalar: scalar) }
                index += reference.length
            // Characters that XML forbids stand for nothing.
            case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20: index += 1
            default:
                output.append(text[index])
                index += 1
            }
        }
    }

    private func write(
        _ markup: XMLMarkup, _ text: Span<UInt8>, _ keepsMarkup: Bool, to output: inout [UInt8]
    ) {
        switch markup.kind {
        case .cdata:
            for index in markup.name {
                switch text[index] {
                case 0x3C where keepsMarkup: output.append(contentsOf: "&lt;".utf8)
                case 0x26 where keepsMarkup: output.append(contentsOf: "&amp;".utf8)
                default: output.append(text[index])
                }
            }
        case .text: output.append(contentsOf: keepsMarkup ? Array("&lt;".utf8) : [0x3C])
        case .start, .end:
            guard keepsMarkup else { return }
            output.append(0x3C)
            if markup.kind == .end { output.append(0x2F) }
            let colon = markup.name.first { text[$0] == 0x3A }
            let start = colon.map { $0 + 1 } ?? markup.name.lowerBound
            for index in start..<markup.range.upperBound { output.append(text[index]) }
        case .other: break
        }
    }
}

/// The bytes that a text in base64 (RFC 4648, section 4) stands for; what is none of its letters is passed over.
func bytesOfBase64(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text {
        let value: UInt8
        switch byte {
        case 0x41...0x5A: value = byte - 0x41
        case 0x61...0x7A: value = byte - 0x61 + 26
        case 0x30...0x39: value = byte - 0x30 + 52
        case 0x2B, 0x2D: value = 62
        case 0x2F, 0x5F: value = 63
        default: continue
        }
        bits = bits << 6 | UInt32(value)
        count += 6
        guard count >= 8 else { continue }
        count -= 8
        output.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
    return output
}
