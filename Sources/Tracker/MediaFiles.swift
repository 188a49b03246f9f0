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
    /// The export's folder; nil where it is no file.
    private let folder: String?
    /// Which of the folders below the export's there are.
    private var known: [Substring: Bool] = [:]

    /// The files beside an export.
    init(besideExport path: String) {
        guard FolderWalk.kind(of: path) == .file else {
            folder = nil
            return
        }
        let slash = path.lastIndex(of: "/")
        folder = absolutePath(slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ".")
    }

    /// Adds the hash of a message's file, where it is there, or that it is not. The path is kept without the time in it, which
    /// is that of the exporter's clock.
    mutating func complete(_ media: inout MessageDetails.Media) {
        find(&media)
        media.path = media.path.map(MediaFiles.withoutClock)
    }

    /// `photos/photo_1@….jpg` of `photos/photo_1@07-11-2023_15-30-00.jpg`.
    static func withoutClock(_ path: String) -> String {
        let shape = Array("@00-00-0000_00-00-00".utf8)
        var bytes = Array(path.utf8)
        guard bytes.count >= shape.count else { return path }
        for start in 0...bytes.count - shape.count {
            let isClock = zip(shape, bytes[start...]).allSatisfy { wanted, byte in
                wanted == UInt8(ascii: "0") ? (0x30...0x39).contains(byte) : wanted == byte
            }
            guard isClock else { continue }
            bytes.replaceSubrange(start + 1..<start + shape.count, with: Array("…".utf8))
            return String(decoding: bytes, as: UTF8.self)
        }
        return path
    }

    private mutating func find(_ media: inout MessageDetails.Media) {
        guard let path = media.path else { return }
        guard !path.hasPrefix("/"), !path.contains("\0"), !path.split(separator: "/").contains("..") else {
            media.path = nil
            media.missing = "its path leads out of the export"
            return
        }
        guard let folder else { return }
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
