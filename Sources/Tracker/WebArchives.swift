import Reading

/// The web archives of an ingest, one after the other, record by record. A record that refers to one of an earlier
/// capture is joined with it, also where that stands in another of the archives.
struct WebArchives: ~Copyable {
    /// A capture, ready to be read.
    struct Piece: Sendable {
        let name: String
        let record: WARCRecord
        /// The record that it refers to.
        let original: WARCRecord?
    }

    /// An archive from which captures were taken.
    private struct Opened {
        let file: ArchiveFile
        /// The part of the file that it takes up.
        let range: Range<Int>
        var packing: WARCStream.Packing
    }

    private struct Place: Sendable {
        let archive: Int32
        let offset: Int
    }

    private var opened: [Opened] = []
    private var index = CaptureIndex<Place>()
    private var input: ByteInput?
    private var stream = WARCStream(WARCStream.Packing(nil))
    private var left = 0
    private var hasFinished = true
    private var orphans = 0

    /// Begins an archive, which takes up a range of a file.
    mutating func begin(
        _ input: consuming ByteInput, _ file: ArchiveFile, range: Range<Int> = 0..<Int.max,
        _ packing: WARCStream.Packing
    ) {
        stream = WARCStream(packing)
        opened.append(Opened(file: file, range: range, packing: packing))
        left = range.count
        self.input = consume input
        hasFinished = false
        orphans = 0
    }

    /// The next piece of the archive that was begun, or what is wrong there; nil at its end.
    ///
    /// - Throws: `inputOutput`.
    mutating func next() throws(TrackerError) -> InputPieces.Piece? {
        while input != nil {
            if let event = stream.next() {
                if let piece = piece(of: event) { return piece }
                continue
            }
            if hasFinished { return end() }
            var bytes = try input?.nextAsIs() ?? []
            if bytes.count > left { bytes.removeLast(bytes.count - left) }
            left -= bytes.count
            if bytes.isEmpty {
                stream.finish()
                hasFinished = true
            } else {
                stream.feed(bytes)
            }
        }
        return nil
    }

    /// Gives an archive up that cannot be read.
    mutating func abandon() {
        input = nil
    }

    private mutating func end() -> InputPieces.Piece? {
        input = nil
        let archive = opened[opened.count - 1]
        guard orphans > 0 else { return nil }
        let advice = "give the archive with the captures first"
        return .warning(
            "\(archive.file.name): \(orphans == 1 ? "a record refers" : "\(orphans) records refer") to captures that no "
                + "archive given so far has; " + advice)
    }

    private mutating func piece(of event: WARCEvent) -> InputPieces.Piece? {
        let archive = opened.count - 1
        opened[archive].packing = stream.packing
        let (name, start) = (opened[archive].file.name, opened[archive].range.lowerBound)
        switch event {
        case .damage(let damage):
            var error = ReadingError(damage)
            error.place.byte = damage.offset + start
            return .failure(TrackerError(.badInput, error.description, place: name))
        case .record(let record):
            guard record.isRevisit else {
                index.add(record, at: Place(archive: Int32(archive), offset: start + record.offset))
                return .capture(Piece(name: name, record: record, original: nil))
            }
            guard let original = original(of: record) else {
                orphans += 1
                return nil
            }
            return .capture(Piece(name: name, record: record, original: original))
        }
    }

    private func original(of revisit: WARCRecord) -> WARCRecord? {
        guard let place = index.original(of: revisit) else { return nil }
        let archive = opened[Int(place.archive)]
        var search = OriginalSearch(revisit, in: WARCStream(archive.packing))
        do throws(TrackerError) {
            var input = try ByteInput(path: archive.file.path, from: place.offset)
            while true {
                switch search.feed(try input.nextAsIs()) {
                case .found(let record): return record
                case .nothing: return nil
                case nil: continue
                }
            }
        } catch {
            // The file is no longer there, or was standard input.
            return nil
        }
    }
}
