import Statements

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The files that came with an export. Its paths are as little to be trusted as the rest of it: what leads out of the
/// export's folder is not looked at.
struct MediaFiles {
    private let folder: String
    /// Which of the folders below the export's there are.
    private var known: [Substring: Bool] = [:]

    /// The files beside an export; nil where it is no file.
    init?(besideExport path: String) {
        guard let slash = path.lastIndex(of: "/") else {
            folder = absolutePath(".")
            if FolderWalk.kind(of: path) != .file { return nil }
            return
        }
        folder = absolutePath(slash == path.startIndex ? "/" : String(path[..<slash]))
        if FolderWalk.kind(of: path) != .file { return nil }
    }

    /// Adds the hash of a message's file, where it is there, or that it is not.
    mutating func complete(_ media: inout MessageDetails.Media) {
        guard let path = media.path else { return }
        guard !path.hasPrefix("/"), !path.contains("\0"), !path.split(separator: "/").contains("..") else {
            media.path = nil
            media.missing = "its path leads out of the export"
            return
        }
        let top = path.prefix { $0 != "/" }
        let isThere = known[top] ?? (FolderWalk.kind(of: folder + "/" + top) != .nothing)
        known[top] = isThere
        guard isThere else { return }
        let file = absolutePath(folder + "/" + path)
        guard file.hasPrefix(folder + "/"), FolderWalk.kind(of: file) == .file else { return }
        media.sha256 = MediaFiles.hash(of: file)
    }

    private static func hash(of path: String) -> String? {
        guard var input = try? ByteInput(path: path) else { return nil }
        var digest = ContentDigest()
        while let bytes = try? input.nextAsIs() {
            if bytes.isEmpty { return digest.hexadecimal }
            digest.add(bytes)
        }
        return nil
    }
}
