/// A text with what was amiss in its bytes.
struct DecodedText {
    var text: String
    var warnings: [String] = []
}

/// The text that bytes stand for, in the encoding that is named or else recognised.
///
/// A byte order mark is not part of the text. Nothing else is changed or left out.
///
/// - Throws: where the bytes are no text, or the named encoding is not known or not theirs.
func decode(_ bytes: [UInt8], encoding label: String?) throws(ReadingError) -> DecodedText {
    try refuseBinary(bytes)
    if let label {
        return try decode(bytes, as: NamedEncoding(label: label))
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try decode(bytes, as: .utf8) }
    if bytes.starts(with: [0xFF, 0xFE]) { return try decode(bytes, as: .utf16(bigEndian: false)) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try decode(bytes, as: .utf16(bigEndian: true)) }
    if let isBigEndian = unmarkedUTF16(bytes) {
        return guessed(try decode(bytes, as: .utf16(bigEndian: isBigEndian)), "UTF-16")
    }
    if let place = bytes.firstIndex(of: 0) {
        throw ReadingError(
            place: .init(byte: place), problem: "the input is no text: it has a zero byte",
            advice: "give a text, or name its encoding with --encoding")
    }
    guard let singleByte = likelySingleByteEncoding(bytes) else { return try decode(bytes, as: .utf8) }
    return guessed(DecodedText(text: singleByte.text(bytes)), singleByte.name)
}

private func guessed(_ decoded: DecodedText, _ name: String) -> DecodedText {
    var decoded = decoded
    decoded.warnings.append("the encoding was taken for \(name); name it with --encoding if that is wrong")
    return decoded
}

private func decode(_ bytes: [UInt8], as encoding: NamedEncoding) throws(ReadingError) -> DecodedText {
    switch encoding {
    case .utf8: utf8Text(bytes)
    case .utf16(let isBigEndian): utf16Text(bytes, bigEndian: isBigEndian)
    case .singleByte(let encoding): DecodedText(text: encoding.text(bytes))
    case .other(let name): try textByIconv(bytes, name)
    }
}

/// UTF-8. Each stretch of bytes that is none becomes U+FFFD, as the Unicode Standard recommends (section 3.9).
private func utf8Text(_ bytes: [UInt8]) -> DecodedText {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    var decoded = DecodedText(text: String(decoding: content, as: UTF8.self))
    do {
        _ = try UTF8Span(validating: content.span)
    } catch {
        let place = error.byteOffsets.lowerBound + content.startIndex
        decoded.warnings.append(
            "some bytes are not UTF-8, the first at byte \(place); U+FFFD stands in their place")
    }
    return decoded
}

/// UTF-16. A mark at its beginning wins over the order that was named.
private func utf16Text(_ bytes: [UInt8], bigEndian: Bool) -> DecodedText {
    var isBigEndian = bigEndian
    var start = 0
    if bytes.starts(with: [0xFF, 0xFE]) { (isBigEndian, start) = (false, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { (isBigEndian, start) = (true, 2) }
    let units = stride(from: start, to: bytes.count - 1, by: 2).map { index in
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isBigEndian ? first << 8 | second : second << 8 | first
    }
    var decoded = DecodedText(text: String(decoding: units, as: UTF16.self))
    if let place = firstLoneSurrogate(units) {
        decoded.warnings.append(
            "some characters are halves of a pair, the first at byte \(start + 2 * place); U+FFFD stands for them"
        )
    }
    if (bytes.count - start) % 2 != 0 {
        decoded.warnings.append("the last byte is half a character; it was left out")
    }
    return decoded
}

private func firstLoneSurrogate(_ units: [UInt16]) -> Int? {
    var index = 0
    while index < units.count {
        let isPair =
            index + 1 < units.count && UTF16.isLeadSurrogate(units[index])
            && UTF16.isTrailSurrogate(units[index + 1])
        if !isPair, UTF16.isSurrogate(units[index]) { return index }
        index += isPair ? 2 : 1
    }
    return nil
}

/// Whether bytes without a mark are UTF-16 beyond doubt, and if so, whether its order is big-endian.
///
/// Of the texts we read nearly all high bytes are those of Latin (0), Cyrillic (4) and punctuation (0x20).
private func unmarkedUTF16(_ bytes: [UInt8]) -> Bool? {
    guard bytes.count >= 8, bytes.count % 2 == 0 else { return nil }
    let sample = bytes.prefix(4096)
    var high = [0, 0]
    var zeros = [0, 0]
    for (index, byte) in sample.enumerated() {
        if byte == 0 || byte == 4 || byte == 0x20 { high[index % 2] += 1 }
        if byte == 0 { zeros[index % 2] += 1 }
    }
    let half = sample.count / 2
    for side in [0, 1] where high[side] * 10 >= half * 9 && zeros[side] > zeros[1 - side] * 8 {
        return side == 0
    }
    return nil
}
