#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#endif

/// The text of bytes in an encoding that the system's iconv (POSIX.1-2017) knows. With `repairsFaults` a byte that is
/// none of it becomes U+FFFD.
///
/// - Throws: where the encoding is not known, or the bytes are not in it.
func textByIconv(
    _ bytes: [UInt8], _ name: String, repairsFaults: Bool = false
) throws(ReadingError) -> DecodedText {
    // A name with a slash asks iconv for more than an encoding.
    guard !name.contains("/"), !name.isEmpty, let converter = iconv_open("UTF-8", name),
        Int(bitPattern: converter) != -1
    else {
        throw ReadingError(
            problem: "the encoding “\(name.prefix(40))” is not known",
            advice: "name one such as utf-8, windows-1251, koi8-r or iso-8859-5")
    }
    defer { iconv_close(converter) }
    var output: [UInt8] = []
    var buffer = [CChar](repeating: 0, count: 65_536)
    var input = bytes.map { CChar(bitPattern: $0) }
    var done = 0
    while done < bytes.count {
        let step = convert(&input, from: done, &buffer, converter)
        output.append(contentsOf: buffer.prefix(step.written).map { UInt8(bitPattern: $0) })
        done += step.read
        if repairsFaults, !step.isWhole, step.written == 0, step.read == 0 {
            output.append(contentsOf: [0xEF, 0xBF, 0xBD])
            done += 1
            continue
        }
        guard step.isWhole || step.read > 0 || step.written > 0 else {
            throw ReadingError(
                place: .init(byte: done), problem: "the input is not in the encoding “\(name)”",
                advice: "name another with --encoding, or none to have it recognised")
        }
    }
    return DecodedText(text: String(decoding: output, as: UTF8.self))
}

/// One call of iconv: how far it came.
private func convert(
    _ input: inout [CChar], from start: Int, _ buffer: inout [CChar], _ converter: iconv_t
) -> (read: Int, written: Int, isWhole: Bool) {
    input.withUnsafeMutableBufferPointer { source in
        buffer.withUnsafeMutableBufferPointer { target in
            var from: UnsafeMutablePointer<CChar>? = source.baseAddress.map { $0 + start }
            var to = target.baseAddress
            var left = source.count - start
            var room = target.count
            let result = iconv(converter, &from, &left, &to, &room)
            return (source.count - start - left, target.count - room, result != -1)
        }
    }
}
