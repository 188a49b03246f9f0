/// Reads a web archive piece by piece: `.warc`, `.warc.gz` and `.warc.zst`, or their forerunner ARC.
///
/// Feed it with the bytes of the input as they come, and after each call take events until there are none.
public struct WARCStream: ~Copyable {
    /// How an archive is packed.
    public struct Packing: Sendable {
        /// Its compression; nil where it has none.
        public let compression: Compression?
        /// The dictionary of an archive packed with zstd, as far as it is known.
        public fileprivate(set) var dictionary: [UInt8] = []

        /// A packing whose dictionary is still to be read.
        public init(_ compression: Compression?) {
            self.compression = compression
        }
    }

    /// How the archive is packed. A new stream with it can begin in the midst of the archive, where a record begins.
    public private(set) var packing: Packing
    private var packed: PackedStream?
    private var parser = WARCParser()

    /// A reader of an archive that is packed so.
    public init(_ packing: Packing) {
        self.packing = packing
        if let compression = packing.compression {
            packed = PackedStream(compression, dictionary: packing.dictionary)
        }
    }

    /// Gives the next bytes of the input.
    public mutating func feed(_ bytes: [UInt8]) {
        if packed == nil { parser.feed(bytes) } else { packed?.feed(bytes) }
    }

    /// Says that the input has ended.
    public mutating func finish() {
        packed?.finish()
        if packed == nil { parser.finish() }
    }

    /// The next event; nil where more input is needed, or at the end.
    public mutating func next() -> WARCEvent? {
        while true {
            if let event = parser.next() { return event }
            let piece = packed?.next()
            if packing.dictionary.isEmpty, let known = packed?.dictionary { packing.dictionary = known }
            switch piece {
            case .bytes(let bytes): parser.feed(bytes)
            case .boundary(let offset): parser.beginMember(at: offset)
            case .damage(let offset): parser.noteDamage(at: offset)
            case nil:
                guard packed?.isAtEnd == true else { return nil }
                packed = nil
                parser.finish()
            }
        }
    }

    /// How the archive is packed that begins with these bytes; nil where they begin no archive, or do not tell yet.
    public static func packing(ofInputBeginning head: [UInt8]) -> Packing? {
        let compression = Compression(inputBeginning: head)
        guard let compression else { return recognises(head.span) ? Packing(nil) : nil }
        var packed = PackedStream(compression)
        packed.feed(head)
        packed.finish()
        var (isFirst, isDamaged, count) = (true, false, 0)
        while count < unpackedLimit, let piece = packed.next() {
            switch piece {
            case .bytes(let bytes):
                if isFirst, recognises(bytes.span) { return Packing(compression) }
                isFirst = false
                count += bytes.count
            case .boundary:
                // The first record may be damaged; else the first member tells.
                if !isFirst, !isDamaged { return nil }
                (isFirst, isDamaged) = (true, false)
            case .damage: isDamaged = true
            }
        }
        return nil
    }

    /// So much is unpacked at most to find out what an input is.
    private static let unpackedLimit = 4 << 20

    /// Whether unpacked bytes begin a web archive.
    public static func recognises(_ head: Span<UInt8>) -> Bool {
        var index = 0
        while index < head.count, head[index] == 0x0D || head[index] == 0x0A { index += 1 }
        let beginnings: [StaticString] = ["WARC/0.", "WARC/1.", "filedesc:"]
        return beginnings.contains { word in
            index + word.utf8CodeUnitCount <= head.count
                && (0..<word.utf8CodeUnitCount).allSatisfy { head[index + $0] == word.utf8Start[$0] }
        }
    }
}
