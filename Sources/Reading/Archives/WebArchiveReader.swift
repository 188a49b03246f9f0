import Statements

/// Reads an input that is a web archive, packed or not.
enum WebArchiveReader: Reader {
    static let format = Format.webArchive

    static func recognises(_ head: Span<UInt8>) -> Bool { WARCStream.recognises(head) }

    static func documents(in bytes: [UInt8], options: ReadingOptions) -> [Result<Document, ReadingError>] {
        // What is in an archive is of other formats.
        var contentOptions = options
        contentOptions.format = nil
        var stream = WARCStream(WARCStream.Packing(nil))
        stream.feed(bytes)
        stream.finish()
        var results: [Result<Document, ReadingError>] = []
        var index = CaptureIndex<Int>()
        while let event = stream.next() {
            switch event {
            case .damage(let damage): results.append(.failure(ReadingError(damage)))
            case .record(let record):
                index.add(record, at: record.offset)
                let original = index.original(of: record).flatMap { offset in
                    WARCStream(stream.packing).record(referredBy: record, in: bytes, from: offset)
                }
                do throws(ReadingError) {
                    results +=
                        try Capture(record, original: original)?.documents(options: contentOptions) ?? []
                } catch {
                    results.append(.failure(error))
                }
            }
        }
        return results
    }
}

extension WARCStream {
    /// The record that a revisit refers to, which begins at `offset` or in the member there.
    fileprivate consuming func record(
        referredBy revisit: WARCRecord, in bytes: [UInt8], from offset: Int
    ) -> WARCRecord? {
        var search = OriginalSearch(revisit, in: self)
        var position = offset
        while true {
            let end = min(bytes.count, position + 1 << 16)
            switch search.feed(Array(bytes[position..<end])) {
            case .found(let record): return record
            case .nothing: return nil
            case nil: position = end
            }
        }
    }
}

extension ReadingError {
    /// That a part of a web archive could not be read.
    public init(_ damage: WARCDamage) {
        self.init(
            place: Place(byte: damage.offset), problem: damage.problem,
            advice: "the rest is read; get the archive again")
    }
}
