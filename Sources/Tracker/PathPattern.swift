#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The paths that match a pattern with `*`, `?` or `[…]` (POSIX.1-2017, section 2.13), in the order of their names; nil
/// where the text is no pattern, or matches nothing.
///
/// The shell does the same, but for patterns in quotation marks, and for lists that are too long for it.
func pathsMatching(_ pattern: String) -> ArraySlice<String>? {
    guard pattern.utf8.contains(where: { $0 == 0x2A || $0 == 0x3F || $0 == 0x5B }) else { return nil }
    var matches = glob_t()
    defer { globfree(&matches) }
    guard glob(pattern, 0, nil, &matches) == 0 else { return nil }
    var paths: [String] = []
    for index in 0..<Int(matches.gl_pathc) {
        if let path = matches.gl_pathv[index] { paths.append(String(cString: path)) }
    }
    return paths[...]
}
