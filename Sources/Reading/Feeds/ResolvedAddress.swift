/// The address that a reference stands for in a document at `base` (RFC 3986, section 5.2, without dot segments that
/// climb above the root); a base that is no address of the web leaves the reference as it is.
func resolvedAddress(_ reference: String, base: String) -> String {
    let text = Array(reference.utf8)
    if hasScheme(text) { return reference }
    let baseBytes = Array(base.utf8)
    guard hasScheme(baseBytes), let colon = baseBytes.firstIndex(of: 0x3A),
        baseBytes[(colon + 1)...].starts(with: [0x2F, 0x2F])
    else { return reference }
    let scheme = baseBytes[...colon]
    if text.starts(with: [0x2F, 0x2F]) { return String(decoding: scheme + text, as: UTF8.self) }
    let pathStart =
        baseBytes[(colon + 3)...].firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 } ?? baseBytes.count
    let path = baseBytes[pathStart...].prefix { $0 != 0x3F && $0 != 0x23 }
    let root = baseBytes[..<pathStart]
    guard let first = text.first else { return base }
    if first == 0x23 { return String(decoding: root + path + text, as: UTF8.self) }
    if first == 0x3F { return String(decoding: root + path + text, as: UTF8.self) }
    let folder = path[..<(path.lastIndex(of: 0x2F).map { $0 + 1 } ?? path.startIndex)]
    let end = text.firstIndex { $0 == 0x3F || $0 == 0x23 } ?? text.count
    let joined =
        first == 0x2F ? Array(text[..<end]) : (folder.isEmpty ? [0x2F] : Array(folder)) + text[..<end]
    return String(decoding: root + withoutDots(joined) + text[end...], as: UTF8.self)
}

private func hasScheme(_ text: [UInt8]) -> Bool {
    guard let colon = text.firstIndex(of: 0x3A), colon > 0, (0x61...0x7A).contains(text[0] | 0x20) else {
        return false
    }
    return text[..<colon].allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0)
    }
}

/// A path without `.` and `..`.
private func withoutDots(_ path: [UInt8]) -> [UInt8] {
    var kept: [ArraySlice<UInt8>] = []
    let segments = path.dropFirst().split(separator: 0x2F, omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
        let isLast = index == segments.count - 1
        if segment.elementsEqual([0x2E]) || segment.elementsEqual([0x2E, 0x2E]) {
            if segment.count == 2, !kept.isEmpty { kept.removeLast() }
            if isLast { kept.append([]) }
        } else {
            kept.append(segment)
        }
    }
    return [0x2F] + kept.joined(separator: [0x2F])
}
