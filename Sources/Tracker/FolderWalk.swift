#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The files below a folder, in the order of their names, without hidden ones. Of an export of Telegram Desktop, the messages
/// are one input, and the files that belong to them none.
///
/// Links to files are followed, links to folders are not, so that there is no going round in circles.
struct FolderWalk {
    private var pending: [String]
    private let findsExports: Bool

    /// A walk that begins at a folder; without `findsExports`, a folder of an export is one like others.
    init(folder: String, findsExports: Bool) {
        pending = [folder]
        self.findsExports = findsExports
    }

    /// What stands at a path.
    enum Kind {
        case file
        case folder
        case other
        case nothing
    }

    /// What stands at a path; a link counts as what it leads to.
    static func kind(of path: String) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { return .nothing }
        return kind(status)
    }

    private static func kind(_ status: stat) -> Kind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: .other
        }
    }

    /// Something to read.
    enum Found {
        case file(String)
        case pages(ExportFolder.Pages)
    }

    /// The next input; nil at the end.
    ///
    /// - Throws: `noInput` where a folder cannot be read; the walk can go on after that.
    mutating func next() throws(TrackerError) -> Found? {
        while let path = pending.popLast() {
            var status = stat()
            guard lstat(path, &status) == 0 else {
                // Names are bytes, and may be no UTF-8; then the name as text leads nowhere.
                let isBroken = path.unicodeScalars.contains("\u{FFFD}")
                throw TrackerError(
                    .noInput, isBroken ? "the file's name is not UTF-8" : "the file has gone", place: path,
                    advice: isBroken ? "rename it, or give it as standard input" : "run it again")
            }
            switch FolderWalk.kind(status) {
            case .file:
                return .file(path)
            case .folder:
                let entries = try FolderWalk.entries(of: path)
                guard findsExports, let export = ExportFolder(path, entries: entries) else {
                    pending += entries.reversed()
                    continue
                }
                pending += export.entries.reversed()
                if let pages = export.pages { return .pages(pages) }
            case .other, .nothing:
                // A link to a file, or a device and the like, which is no document.
                if status.st_mode & S_IFMT == S_IFLNK, FolderWalk.kind(of: path) == .file {
                    return .file(path)
                }
            }
        }
        return nil
    }

    /// The entries of a folder that are not hidden, in the order of the bytes of their names.
    static func entries(of folder: String) throws(TrackerError) -> [String] {
        guard let stream = opendir(folder) else {
            throw TrackerError(
                .noInput, "the folder cannot be read: " + String(cString: strerror(errno)), place: folder,
                advice: "check its permissions")
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { prefix + $0 }
    }
}

/// The path from the root, with links resolved, as far as it exists.
func absolutePath(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
}
