import Reading

/// A web archive within a ZIP file, as the format WACZ collects them.
struct CollectedArchive {
    /// The ZIP file.
    let file: ArchiveFile
    let entry: ZIPEntry
    let length: Int
}

/// A file with a web archive, or with several.
struct ArchiveFile {
    /// Where it stands.
    let path: String
    /// What it is called in messages.
    let name: String
    /// What keeps it, where it is only a copy.
    var copy: TemporaryFile?
}

extension InputPieces {
    private static let archiveEndings = [".warc", ".warc.gz", ".warc.zst"]

    /// The web archives that an input holds, if it is a ZIP file with such; nil where it is none.
    ///
    /// A ZIP file can only be read from its end: one that comes through standard input is copied to a file first.
    func archivesWithin(_ input: inout ByteInput) throws(TrackerError) -> ArraySlice<CollectedArchive>? {
        guard input.fileLength == nil else {
            guard ZIPDirectory.recognises(try input.bytes(in: 0..<4)) else { return nil }
            return try InputPieces.archives(in: ArchiveFile(path: input.name, name: input.name))
        }
        guard ZIPDirectory.recognises(try input.head(4)) else { return nil }
        let copy = try InputPieces.copy(of: &input)
        guard
            let archives = try InputPieces.archives(
                in: ArchiveFile(path: copy.path, name: input.name, copy: copy))
        else {
            throw TrackerError(
                .badInput, "the ZIP file holds no web archive", place: input.name,
                advice: "unpack it, and give what is in it")
        }
        return archives
    }

    private static func copy(of input: inout ByteInput) throws(TrackerError) -> TemporaryFile {
        try TemporaryFile { write throws(TrackerError) in
            while true {
                let piece = try input.nextAsIs()
                if piece.isEmpty { return }
                try write(piece)
            }
        }
    }

    private static func archives(in file: ArchiveFile) throws(TrackerError) -> ArraySlice<CollectedArchive>? {
        let input = try ByteInput(path: file.path)
        guard let length = input.fileLength else { return nil }
        let directory = try ZIPDirectory(length: length) { range throws(TrackerError) in
            try input.bytes(in: range)
        }
        let archives = (directory?.entries ?? []).filter { entry in
            archiveEndings.contains { entry.name.lowercased().hasSuffix($0) }
        }
        guard !archives.isEmpty else { return nil }
        return archives.map { CollectedArchive(file: file, entry: $0, length: length) }[...]
    }
}

extension CollectedArchive {
    /// It unpacks to so many times its length at most: texts of pages shrink to a tenth.
    private static let largestRatio = 200

    /// The file that the archive stands in, its range there, and how it is packed. One that is compressed once more is
    /// unpacked to a file of its own.
    ///
    /// - Throws: where it cannot be read.
    func opened() throws(TrackerError) -> (file: ArchiveFile, range: Range<Int>, packing: WARCStream.Packing)
    {
        let input = try ByteInput(path: file.path)
        let range = try ZIPDirectory.range(of: entry, length: length) { range throws(TrackerError) in
            try input.bytes(in: range)
        }
        guard let range else { throw fault("the archive is cut off") }
        if entry.isStored { return (file, range, try packing(of: input, in: range)) }
        let copy = try unpacked(input, range)
        let unpackedInput = try ByteInput(path: copy.path)
        let whole = 0..<(unpackedInput.fileLength ?? 0)
        return (
            ArchiveFile(path: copy.path, name: "\(file.name) (\(entry.name))", copy: copy), whole,
            try packing(of: unpackedInput, in: whole)
        )
    }

    private func packing(
        of input: borrowing ByteInput, in range: Range<Int>
    ) throws(TrackerError) -> WARCStream.Packing {
        // A dictionary may stand before the first record.
        for size in [1 << 16, 4 << 20] {
            let head = try input.bytes(in: range.prefix(size))
            if let packing = WARCStream.packing(ofInputBeginning: head) { return packing }
        }
        throw fault("this is no web archive")
    }

    private func unpacked(
        _ input: borrowing ByteInput, _ range: Range<Int>
    ) throws(TrackerError) -> TemporaryFile {
        guard entry.isDeflated else { throw fault("the archive is compressed in a way that is not known") }
        var inflation = Inflation()
        return try TemporaryFile { write throws(TrackerError) in
            var (position, room) = (
                range.lowerBound, max(range.count, 1 << 16) * CollectedArchive.largestRatio
            )
            while position < range.upperBound, !inflation.hasEnded {
                let piece = try input.bytes(
                    in: position..<min(position + ByteInput.pieceLength, range.upperBound))
                if piece.isEmpty { break }
                position += piece.count
                let isSound = try inflation.feed(piece) { bytes throws(TrackerError) in
                    room -= bytes.count
                    guard room >= 0 else { throw fault("the archive unpacks to far more than one does") }
                    try write(bytes)
                }
                // What was unpacked up to the damage is read, and the archive says that it is cut off.
                if !isSound { break }
            }
        }
    }

    private func fault(_ problem: String) -> TrackerError {
        TrackerError(
            .badInput, problem, place: "\(file.name) (\(entry.name))",
            advice: "unpack it, and give the archive within")
    }
}
