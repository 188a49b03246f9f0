import GRDB
import Statements

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The record: who said what, when, and where it was reported, in one SQLite file.
///
/// A value of this type is one connection to the file. Reading and writing are calls that return when they are
/// done; what was written when they return is there for every process, and stays there if this one is killed.
public struct Archive: Sendable {
    /// The path of the file.
    public let path: String
    /// Whether this connection only reads.
    public let isReadOnly: Bool
    let queue: DatabaseQueue

    /// How a file is opened.
    public struct Options: Hashable, Sendable {
        /// How long to wait for another process that is writing, in seconds.
        public var patience = 5.0
        /// Whether the archive is only read: then a file that may not be written to will do.
        public var isReadOnly = false

        /// An archive to read and write, waiting five seconds for others.
        public init() {}
    }

    /// Makes a new archive. The file appears whole or not at all.
    ///
    /// - Throws: `ArchiveError.exists` where there is a file that is not empty.
    public static func create(at path: String, options: Options = Options()) throws(ArchiveError) -> Archive {
        try ArchiveFile(path: path).create()
        return try open(at: path, options: options)
    }

    /// Opens an archive, and brings it up to date if an older program made it.
    ///
    /// A file that is no archive, or that a newer program made, is left untouched: nothing is written to it,
    /// and no file appears beside it.
    public static func open(at path: String, options: Options = Options()) throws(ArchiveError) -> Archive {
        let file = ArchiveFile(path: path)
        try file.inspect()
        let archive: Archive
        do {
            archive = Archive(
                path: path, isReadOnly: options.isReadOnly, queue: try file.connect(options))
        } catch {
            throw ArchiveError(error, path: path)
        }
        try archive.bringUpToDate(options)
        return archive
    }

    /// Opens the archive at a path, or makes one where there is none.
    public static func openOrCreate(at path: String, options: Options = Options()) throws(ArchiveError)
        -> Archive
    {
        do {
            return try open(at: path, options: options)
        } catch .notFound {
            do {
                return try create(at: path, options: options)
            } catch .exists {
                // Another process was faster.
                return try open(at: path, options: options)
            }
        }
    }

    /// Makes a copy of all that the archive holds now, in a new file; what happens to the copy doesn't touch the archive.
    public func copy(to path: String) throws(ArchiveError) -> Archive {
        do {
            let copy = try DatabaseQueue(path: path)
            try queue.backup(to: copy)
            try copy.close()
        } catch {
            throw ArchiveError(error, path: path)
        }
        return try Archive.open(at: path)
    }

    /// Closes the file. The last to close it moves what is in the log into the file and removes the log. Without this
    /// call it happens when the value and its copies are gone.
    public func close() throws(ArchiveError) {
        do { try queue.close() } catch { throw ArchiveError(error, path: path) }
    }

    /// Reads one consistent state of the archive.
    func reading<Result>(_ body: (Database) throws -> Result) throws(ArchiveError) -> Result {
        do {
            // Reentrant, so that the receiver of one answer may ask the next question. A transaction, so that all
            // queries of one answer see the same state.
            return try queue.unsafeReentrantWrite { db in
                if db.isInsideTransaction { return try body(db) }
                var result: Result?
                try db.inTransaction(.deferred) {
                    result = try body(db)
                    return .commit
                }
                guard let result else { throw DatabaseError(message: "nothing was read") }
                return result
            }
        } catch {
            throw ArchiveError(error, path: path)
        }
    }

    /// Writes in one transaction: all that `body` does is in the archive, or none of it.
    ///
    /// `BEGIN IMMEDIATE` takes the right to write at once, so that a transaction never has to give up half way
    /// because another process was faster.
    func writing<Result>(_ body: (Database) throws -> Result) throws(ArchiveError) -> Result {
        if isReadOnly { throw .readOnly(path: path) }
        return try transacting(body)
    }

    func transacting<Result>(_ body: (Database) throws -> Result) throws(ArchiveError) -> Result {
        do {
            return try queue.unsafeReentrantWrite { db in
                var result: Result?
                try db.inTransaction(.immediate) {
                    result = try body(db)
                    return .commit
                }
                guard let result else { throw DatabaseError(message: "nothing was written") }
                return result
            }
        } catch {
            throw ArchiveError(error, path: path)
        }
    }
}

extension ArchiveError {
    /// What SQLite's complaint means for the archive at `path`.
    init(_ error: any Error, path: String) {
        if let error = error as? ArchiveError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else {
            self = .inputOutput(path: path, reason: "\(error)")
            return
        }
        let reason = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
        self =
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: .busy(path: path)
            case .SQLITE_READONLY: .readOnly(path: path)
            case .SQLITE_FULL: .full(path: path)
            case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH, .SQLITE_NOMEM:
                .inputOutput(path: path, reason: reason)
            case .SQLITE_CORRUPT: .damaged(path: path, reason: reason)
            case .SQLITE_NOTADB: .notArchive(path: path, found: "something else")
            default: .refused(path: path, reason: reason)
            }
    }
}
