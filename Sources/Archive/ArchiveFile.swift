import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The file of an archive, before there is a connection to it.
struct ArchiveFile {
    let path: String

    /// `QUOT` in ASCII, in the place where SQLite keeps the number of the program that a file belongs to.
    static let applicationID: Int64 = 0x5155_4F54

    /// Refuses what is no archive of ours, from the first hundred bytes alone, which touches nothing.
    ///
    /// SQLite, “Database File Format”, 1.3: the magic string is at byte 0, the user version at 60, the
    /// application identifier at 68, both big-endian. They are never only in the write-ahead log: the file is
    /// made before the log, and a migration empties the log.
    func inspect() throws(ArchiveError) {
        let header = try readHeader()
        guard header.count == 100 else {
            throw .notArchive(path: path, found: header.isEmpty ? "an empty file" : "something else")
        }
        guard header.starts(with: Array("SQLite format 3\0".utf8)) else {
            throw .notArchive(path: path, found: "something else")
        }
        func number(at offset: Int) -> Int64 {
            header[offset..<offset + 4].reduce(0) { $0 << 8 | Int64($1) }
        }
        guard number(at: 68) == ArchiveFile.applicationID else {
            throw .notArchive(path: path, found: "a database of another program")
        }
        let version = Int(number(at: 60))
        guard version <= Schema.version else {
            throw .newer(path: path, version: version, supported: Schema.version)
        }
    }

    private func readHeader() throws(ArchiveError) -> [UInt8] {
        let descriptor = openForReading(path)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { throw .notFound(path: path) }
            throw .inputOutput(path: path, reason: lastSystemError())
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw .inputOutput(path: path, reason: lastSystemError())
        }
        // A folder, a pipe or a device; the last two would make us wait.
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .notArchive(path: path, found: "a folder or a device")
        }
        var header = [UInt8](repeating: 0, count: 100)
        let count = read(descriptor, &header, header.count)
        guard count >= 0 else { throw .inputOutput(path: path, reason: lastSystemError()) }
        return Array(header.prefix(count))
    }

    /// The connection to a file that was inspected.
    ///
    /// A queue, not a pool: a process reads or writes for a moment, and one connection opens in half the time.
    func connect(_ options: Archive.Options) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(options.patience)
        configuration.foreignKeysEnabled = true
        let isWritable = access(path, W_OK) == 0
        // A connection that may only read leaves the log and its index beside the file, so even a reader opens
        // the file for writing where it can, and writes nothing.
        configuration.readonly = options.isReadOnly && !isWritable
        configuration.prepareDatabase { db in
            // NORMAL: the log is not forced to the disk at each commit. A process that is killed loses nothing,
            // since what was committed is with the system already; only a power failure can take the last
            // transactions, and never damages the file.
            try db.execute(sql: "PRAGMA synchronous = NORMAL")
            // The archive holds nothing that must be wiped when a page is freed.
            try db.execute(sql: "PRAGMA secure_delete = OFF")
            if options.isReadOnly { return }
            // Room for the inner pages of all indexes, and a checkpoint, which waits for the disk, only after
            // every 40 MB of changes.
            try db.execute(sql: "PRAGMA cache_size = -64000; PRAGMA wal_autocheckpoint = 10000")
        }
        return try DatabaseQueue(
            path: sqlitePath(isWritable: isWritable, options), configuration: configuration)
    }

    /// The path as SQLite understands it: where neither the file nor its folder may be written to, nobody else
    /// writes either, and without a log beside it the file is all there is.
    private func sqlitePath(isWritable: Bool, _ options: Archive.Options) -> String {
        // “file:…” would be an address to SQLite.
        let plain = path.hasPrefix("/") ? path : "./" + path
        let folder = plain.lastIndex(of: "/").map { String(plain[..<$0]) } ?? "."
        let folderIsWritable = access(folder.isEmpty ? "/" : folder, W_OK) == 0
        guard options.isReadOnly, !isWritable, !folderIsWritable, access(plain + "-wal", F_OK) != 0 else {
            return plain
        }
        return ArchiveFile.immutableAddress(of: plain)
    }

    /// The path of a database of somebody else's as SQLite understands it: nothing is to be left beside it.
    static func readOnlyAddress(of path: String) -> String {
        let plain = path.hasPrefix("/") ? path : "./" + path
        return access(plain + "-wal", F_OK) == 0 ? plain : immutableAddress(of: plain)
    }

    private static func immutableAddress(of path: String) -> String {
        "file:" + percentEncoded(path) + "?immutable=1"
    }

    private static func percentEncoded(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
                UInt8(ascii: "-"), UInt8(ascii: "_"):
                bytes.append(byte)
            default:
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Makes an archive beside its place, whole, and then gives it its name; so nobody ever sees half of one.
    func create() throws(ArchiveError) {
        let isEmpty = try? readHeader().isEmpty
        if isEmpty == false || (isEmpty == nil && access(path, F_OK) == 0) { throw .exists(path: path) }
        let unfinished = "\(path).new-\(getpid())"
        defer {
            for suffix in ["", "-journal", "-wal", "-shm"] { unlink(unfinished + suffix) }
        }
        unlink(unfinished)
        do {
            try makeSchema(at: unfinished)
        } catch {
            throw ArchiveError(error, path: path)
        }
        if isEmpty == true { unlink(path) }
        if link(unfinished, path) == 0 { return }
        if errno == EEXIST { throw .exists(path: path) }
        // A file system without links; nobody was there a moment ago.
        guard rename(unfinished, path) == 0 else { throw .inputOutput(path: path, reason: lastSystemError()) }
    }

    private func makeSchema(at unfinished: String) throws {
        let queue = try DatabaseQueue(path: unfinished.hasPrefix("/") ? unfinished : "./" + unfinished)
        try Schema.migrator.migrate(queue)
        _ = try queue.inDatabase { try String.fetchOne($0, sql: "PRAGMA journal_mode = WAL") }
        try queue.close()
    }
}

extension Archive {
    /// Runs the migrations that an older archive lacks. An archive of this version costs one small query.
    func bringUpToDate(_ options: Options) throws(ArchiveError) {
        let version = try reading { db in
            try db.first("PRAGMA user_version") { Int($0.integer(0)) } ?? 0
        }
        if version == Schema.version { return }
        if version > Schema.version {
            throw .newer(path: path, version: version, supported: Schema.version)
        }
        if queue.configuration.readonly { throw .outdated(path: path, version: version) }
        do {
            try Schema.migrator.migrate(queue)
            // An older program must see the new version in the file itself.
            try queue.inDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        } catch {
            throw ArchiveError(error, path: path)
        }
    }
}

private func openForReading(_ path: String) -> Int32 {
    open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
}

private func lastSystemError() -> String { String(cString: strerror(errno)) }
