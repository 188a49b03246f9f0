import Reading

/// A web archive within a ZIP file, as the format WACZ collects them.
struct CollectedArchive {
    let path: String
    let entry: ZIPEntry
    let length: Int
}

extension InputPieces {
    private static let archiveEndings = [".warc", ".warc.gz", ".warc.zst"]

    /// The web archives that an input holds, if it is a ZIP file with such; nil where it is none.
    func archivesWithin(_ input: inout ByteInput) throws(TrackerError) -> ArraySlice<CollectedArchive>? {
        guard let length = input.fileLength, ZIPDirectory.recognises(try input.bytes(in: 0..<4)) else {
            return nil
        }
        let directory = try ZIPDirectory(length: length) { range throws(TrackerError) in
            try input.bytes(in: range)
        }
        let archives = (directory?.entries ?? []).filter { entry in
            InputPieces.archiveEndings.contains { entry.name.lowercased().hasSuffix($0) }
        }
        guard !archives.isEmpty else { return nil }
        return archives.map { CollectedArchive(path: input.name, entry: $0, length: length) }[...]
    }

    /// Where a collected archive stands in its file, and how it is packed.
    ///
    /// - Throws: where it cannot be read.
    static func place(
        of archive: CollectedArchive
    ) throws(TrackerError) -> (range: Range<Int>, packing: WARCStream.Packing) {
        func fault(_ problem: String) -> TrackerError {
            TrackerError(
                .badInput, problem, place: "\(archive.path) (\(archive.entry.name))",
                advice: "unpack it, and give the archive within")
        }
        guard archive.entry.isStored else { throw fault("the archive is compressed once more") }
        let input = try ByteInput(path: archive.path)
        let range = try ZIPDirectory.range(of: archive.entry, length: archive.length) {
            range throws(TrackerError) in try input.bytes(in: range)
        }
        guard let range else { throw fault("the archive is cut off") }
        // A dictionary may stand before the first record.
        for size in [1 << 16, 4 << 20] {
            let head = try input.bytes(in: range.prefix(size))
            if let packing = WARCStream.packing(ofInputBeginning: head) { return (range, packing) }
        }
        throw fault("this is no web archive")
    }
}
