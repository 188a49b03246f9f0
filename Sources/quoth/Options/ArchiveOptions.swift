import Archive
import ArgumentParser
import Tracker

/// Which archive a command works on.
struct ArchiveOptions: ParsableArguments {
    /// The name of an archive that is found by itself.
    static let fileName = "quoth.sqlite"

    @Option(
        help: ArgumentHelp(
            "The archive. Without it: $QUOTH_ARCHIVE, else the nearest quoth.sqlite from here upwards.",
            valueName: "file"),
        completion: .file(extensions: ["sqlite"]))
    var archive: String?

    /// Opens the archive to read it only.
    func openToRead() throws -> Archive {
        var options = Archive.Options()
        options.isReadOnly = true
        return try Archive.open(at: try existingPath(), options: options)
    }

    /// Opens the archive to change what is in it.
    func open() throws -> Archive {
        try Archive.open(at: try existingPath())
    }

    /// Opens the archive, or makes one, and says so.
    func openOrCreate(isQuiet: Bool = false) throws -> Archive {
        let path = given ?? nearest() ?? ArchiveOptions.fileName
        let isNew = access(path, F_OK) != 0
        let archive = try Archive.openOrCreate(at: path)
        if isNew, !isQuiet { StandardStreams.say("quoth: made a new archive, \(path)") }
        return archive
    }

    /// A copy of the archive in a file that goes away, for a run that is to change nothing; an empty one where there is none.
    func openCopy(in folder: TemporaryFile) throws -> Archive {
        guard let path = given ?? nearest(), access(path, F_OK) == 0 else {
            return try Archive.create(at: folder.path)
        }
        var options = Archive.Options()
        options.isReadOnly = true
        return try Archive.open(at: path, options: options).copy(to: folder.path)
    }

    private var given: String? {
        if let archive { return archive }
        guard let path = getenv("QUOTH_ARCHIVE"), path[0] != 0 else { return nil }
        return String(cString: path)
    }

    private func existingPath() throws -> String {
        if let path = given ?? nearest() { return path }
        throw TrackerError(
            .noInput, "there is no archive here", place: ArchiveOptions.fileName,
            advice: "make one with quoth ingest, or name one with --archive")
    }

    /// The nearest archive from the working folder upwards.
    private func nearest() -> String? {
        guard let folder = getcwd(nil, 0) else { return nil }
        defer { free(folder) }
        var path = String(cString: folder)
        while true {
            let candidate = path == "/" ? "/" + ArchiveOptions.fileName : path + "/" + ArchiveOptions.fileName
            if access(candidate, F_OK) == 0 { return candidate }
            guard path != "/", let slash = path.lastIndex(of: "/") else { return nil }
            path = slash == path.startIndex ? "/" : String(path[..<slash])
        }
    }
}

/// A file that goes away with its owner.
final class TemporaryFile {
    let path: String

    init() {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        path = "\(folder)/quoth-\(getpid())-\(now()).sqlite"
    }

    deinit {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
    }
}

/// The time, in seconds since 1970-01-01T00:00:00Z.
func now() -> Int64 { Int64(time(nil)) }
