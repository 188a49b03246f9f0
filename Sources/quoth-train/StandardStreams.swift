import Publishing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Standard output and standard error.
enum StandardStreams {
    /// Writes text to standard output, made harmless for a terminal.
    static func show(_ text: String) {
        write(Array(Harmless.forTerminal(text, keepingLines: true).utf8), to: STDOUT_FILENO)
    }

    /// Writes a line to standard error, made harmless for a terminal.
    static func say(_ line: String) {
        write(Array((Harmless.forTerminal(line, keepingLines: true) + "\n").utf8), to: STDERR_FILENO)
    }

    /// Writes all of the bytes; where nobody reads them any more, the program ends.
    static func write(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                exit(74)
            }
        }
    }
}

/// The `write` of the C library, which a member of that name hides.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
