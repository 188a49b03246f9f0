import Tracker

/// A file that is written whole or not at all: a temporary file beside it takes its place at the end.
///
/// A device or a pipe (`/dev/null`, `/dev/stdout`) is no file that another could take the place of: it is written to as
/// it stands.
final class WholeFile {
    private let path: String
    /// Where the bytes gather until the end; nil for a device or a pipe.
    private let temporaryPath: String?
    private var descriptor: Int32

    /// Opens the temporary file beside the one at `path`.
    init(path: String) throws(TrackerError) {
        // A symbolic link stays one: what it points to is replaced.
        self.path = WholeFile.resolved(path)
        if WholeFile.isSpecial(path) {
            temporaryPath = nil
            descriptor = open(path, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else {
                throw WholeFile.error("this cannot be written to", path, "choose another name")
            }
            return
        }
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
        if let temporaryPath { unlink(temporaryPath) }
    }

    func write(_ bytes: [UInt8]) throws {
        try StandardStreams.write(bytes, to: descriptor, name: path)
    }

    /// Puts the file in its place.
    func finish() throws(TrackerError) {
        guard let temporaryPath else { return }
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

    /// Whether something stands at the path that is neither a file nor a folder.
    private static func isSpecial(_ path: String) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        let kind = status.st_mode & S_IFMT
        return kind != S_IFREG && kind != S_IFDIR
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
