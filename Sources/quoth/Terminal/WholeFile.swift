import Tracker

/// A file that is written whole or not at all: a temporary file beside it takes its place at the end.
final class WholeFile {
    private let path: String
    private let temporaryPath: String
    private var descriptor: Int32

    /// Opens the temporary file beside the one at `path`.
    init(path: String) throws(TrackerError) {
        // A symbolic link stays one: what it points to is replaced.
        self.path = WholeFile.resolved(path)
        var template = Array((self.path + ".XXXXXX").utf8CString)
        descriptor = mkstemp(&template)
        temporaryPath = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard descriptor >= 0 else {
            throw WholeFile.error("the file cannot be written", path, "choose a folder that you may write to")
        }
        // mkstemp makes a file that is the user's alone; this one is to be like any other.
        let mask = umask(0)
        umask(mask)
        fchmod(descriptor, 0o666 & ~mask)
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unlink(temporaryPath)
    }

    func write(_ bytes: [UInt8]) throws {
        try StandardStreams.write(bytes, to: descriptor, name: path)
    }

    /// Puts the file in its place.
    func finish() throws(TrackerError) {
        guard fsync(descriptor) == 0 else {
            throw WholeFile.error("writing failed", path, "check the space that is left")
        }
        close(descriptor)
        descriptor = -1
        guard rename(temporaryPath, path) == 0 else {
            let failure = WholeFile.error("the file cannot be replaced", path, "choose another name")
            unlink(temporaryPath)
            throw failure
        }
    }

    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    private static func error(_ problem: String, _ path: String, _ advice: String) -> TrackerError {
        let reason = String(cString: strerror(errno))
        return TrackerError(.inputOutput, "\(problem): \(reason)", place: path, advice: advice)
    }
}
