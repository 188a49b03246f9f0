#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A folder of WARC files to which records are added. Nothing that stands in it is changed.
///
/// Whoever adds holds a lock on the file, so that the records of two processes do not mix; and a file that does not end
/// as a file of records does, because somebody was stopped while writing, is left alone for the next.
struct CapturesFolder: Sendable {
    private let path: String
    /// A file that is larger gets no more records; the standard advises a gigabyte.
    private let fileBytes: Int

    init(path: String, fileBytes: Int = 1_000_000_000) {
        (self.path, self.fileBytes) = (path, fileBytes)
    }

    /// Adds records one behind the other. A new file begins with the record that `info` makes.
    ///
    /// - Throws: `FetchError.Kind.captures`.
    func add(_ records: [WARCRecord], info: () -> WARCRecord) throws(FetchError) {
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
            throw failure("the folder for captures cannot be made", path)
        }
        for number in 1... {
            let digits = String(number)
            let file =
                "\(path)/captures-\(String(repeating: "0", count: max(0, 5 - digits.count)))\(digits).warc"
            if try add(records, info: info, to: file) { return }
        }
    }

    /// Adds the records to this file; false where it takes no more.
    private func add(
        _ records: [WARCRecord], info: () -> WARCRecord, to file: String
    ) throws(FetchError) -> Bool {
        let descriptor = open(file, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure("the capture cannot be kept", file) }
        // Closing the file gives its lock back.
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw failure("the file of captures cannot be locked", file) }
        }
        let end = Int(lseek(descriptor, 0, SEEK_END))
        guard end >= 0 else { throw failure("the capture cannot be kept", file) }
        guard end == 0 || end < fileBytes && endsWhole(descriptor, at: end) else { return false }
        var bytes = end == 0 ? info().bytes : []
        for record in records { bytes += record.bytes }
        guard write(bytes, to: descriptor) else {
            let error = failure("the capture cannot be kept", file)
            // Half a record would hide those behind it.
            ftruncate(descriptor, off_t(end))
            throw error
        }
        return true
    }

    private func endsWhole(_ descriptor: Int32, at end: Int) -> Bool {
        var tail = [UInt8](repeating: 0, count: 4)
        return pread(descriptor, &tail, 4, off_t(end - 4)) == 4 && tail == Array("\r\n\r\n".utf8)
    }

    private func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }

    private func failure(_ problem: String, _ place: String) -> FetchError {
        FetchError(
            .captures, at: place, "\(problem): \(String(cString: strerror(errno)))",
            advice: "give a folder that can be written to, with --keep-captures")
    }
}

/// The `write` of the C library, which a member of that name hides.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
