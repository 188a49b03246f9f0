#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that holds what can be read only once where it came from. It goes away with the last that refers to it.
final class TemporaryFile: Sendable {
    /// Where it stands.
    let path: String

    /// A file in the folder that `TMPDIR` names, with the bytes that `fill` hands over.
    ///
    /// - Throws: `inputOutput` where it cannot be written, and what `fill` throws.
    init(
        _ fill: (_ write: ([UInt8]) throws(TrackerError) -> Void) throws(TrackerError) -> Void
    ) throws(TrackerError) {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(folder)/quoth-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard descriptor >= 0 else { throw TemporaryFile.failure(in: folder) }
        defer { close(descriptor) }
        try fill { bytes throws(TrackerError) in
            var start = 0
            while start < bytes.count {
                let count = bytes[start...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
                guard count > 0 || errno == EINTR else { throw TemporaryFile.failure(in: folder) }
                start += max(count, 0)
            }
        }
    }

    deinit {
        unlink(path)
    }

    private static func failure(in folder: String) -> TrackerError {
        TrackerError(
            .inputOutput, "a temporary file cannot be written: " + String(cString: strerror(errno)),
            place: folder, advice: "make room there, or name another folder in TMPDIR")
    }
}
