import Reading

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Bytes from a file or from standard input, read in pieces. What is packed with gzip or zstd is unpacked on the way.
public struct ByteInput: ~Copyable {
    /// How many bytes are read at once.
    static let pieceLength = 1 << 18
    private let descriptor: Int32
    /// The path, or “standard input”, for messages.
    public let name: String
    private let isOwned: Bool
    private var packed: PackedStream?
    private var hasBegun = false
    private var unread: ArraySlice<[UInt8]> = []

    /// Standard input.
    public static func standardInput() -> ByteInput {
        ByteInput(descriptor: 0, name: "standard input", isOwned: false)
    }

    /// The file at `path`.
    ///
    /// - Throws: `noInput` where there is no such file or it may not be read.
    public init(path: String) throws(TrackerError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw TrackerError(
                .noInput, ByteInput.reason(), place: path, advice: "give a file that can be read")
        }
        self.init(descriptor: descriptor, name: path, isOwned: true)
    }

    private init(descriptor: Int32, name: String, isOwned: Bool) {
        self.descriptor = descriptor
        self.name = name
        self.isOwned = isOwned
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    /// The file at `path`, from a byte of it on, which stays as it is: nothing is unpacked.
    ///
    /// - Throws: `noInput` where there is no such file or it may not be read.
    init(path: String, from offset: Int) throws(TrackerError) {
        try self.init(path: path)
        lseek(descriptor, off_t(offset), SEEK_SET)
    }

    /// How many bytes the file has; nil where the input is no file.
    var fileLength: Int? {
        var status = stat()
        guard isOwned, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// How much of the file was read, from 0 to 1; nil where the input is no file.
    var share: Double? {
        guard let length = fileLength, length > 0 else { return nil }
        return min(1, Double(lseek(descriptor, 0, SEEK_CUR)) / Double(length))
    }

    /// The bytes of a range of a file, as they stand there; fewer where it ends before. What is read next stays what
    /// it was.
    ///
    /// - Throws: `inputOutput`.
    func bytes(in range: Range<Int>) throws(TrackerError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < range.count {
            var count = 0
            let room = min(range.count - bytes.count, 1 << 20)
            let place = off_t(range.lowerBound + bytes.count)
            bytes += [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
                count = pread(descriptor, buffer.baseAddress, room, place)
                initialized = max(count, 0)
            }
            if count == 0 { break }
            guard count > 0 || errno == EINTR else {
                throw TrackerError(.inputOutput, ByteInput.reason(), place: name, advice: "check the file")
            }
        }
        return bytes
    }

    /// Whether bytes, or the end, can be read without waiting.
    public var isReady: Bool {
        if !unread.isEmpty { return true }
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, 0) != 0
    }

    /// The next bytes, unpacked, waiting for at least one; none at the end.
    ///
    /// - Throws: `inputOutput`, or `badInput` where packed bytes are damaged.
    public mutating func next() throws(TrackerError) -> [UInt8] {
        if !hasBegun { try begin() }
        guard packed != nil else { return try nextAsIs() }
        while true {
            switch packed?.next() {
            case .bytes(let bytes): return bytes
            case .boundary: continue
            case .damage(let offset): throw damage(at: offset)
            case nil:
                if packed?.isAtEnd == true { return [] }
                let piece = try nextAsIs()
                if piece.isEmpty { packed?.finish() } else { packed?.feed(piece) }
            }
        }
    }

    /// Finds out whether the bytes are packed.
    private mutating func begin() throws(TrackerError) {
        hasBegun = true
        packed = Compression(inputBeginning: try head(4)).map { PackedStream($0) }
    }

    /// The next bytes as they stand in the input, so many or more; fewer where it ends before. They stay to be read.
    ///
    /// - Throws: `inputOutput`.
    mutating func head(_ count: Int) throws(TrackerError) -> [UInt8] {
        var head: [UInt8] = []
        while head.count < count {
            let piece = try nextAsIs()
            if piece.isEmpty { break }
            head.append(contentsOf: piece)
        }
        giveBack(head)
        return head
    }

    private func damage(at offset: Int) -> TrackerError {
        TrackerError(
            .badInput, "the compressed data is damaged at byte \(offset)", place: name,
            advice: "get the file again; nothing behind this place was read")
    }

    /// Bytes that were taken and not used; they are the next to be read.
    mutating func giveBack(_ bytes: [UInt8]) {
        if !bytes.isEmpty { unread = [bytes] + unread }
    }

    /// The next bytes as they stand in the input, waiting for at least one; none at the end.
    ///
    /// - Throws: `inputOutput`.
    mutating func nextAsIs() throws(TrackerError) -> [UInt8] {
        if let bytes = unread.popFirst() { return bytes }
        while true {
            var count = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: ByteInput.pieceLength) { buffer, initialized in
                count = read(descriptor, buffer.baseAddress, ByteInput.pieceLength)
                initialized = max(count, 0)
            }
            if count >= 0 { return bytes }
            guard errno == EINTR else {
                throw TrackerError(.inputOutput, ByteInput.reason(), place: name, advice: "check the file")
            }
        }
    }

    /// All that is left, at most `limit` bytes.
    ///
    /// - Throws: `inputOutput`, or `badInput` where there is more than `limit`.
    public mutating func rest(limit: Int) throws(TrackerError) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let piece = try next()
            if piece.isEmpty { return bytes }
            guard bytes.count + piece.count <= limit else {
                throw TrackerError(
                    .badInput, "the document has more than \(limit >> 20) MiB", place: name,
                    advice: "split it, or give it as lines of JSON")
            }
            bytes.append(contentsOf: piece)
        }
    }

    private static func reason() -> String {
        switch errno {
        case ENOENT: "there is no such file"
        case EACCES, EPERM: "the file may not be read"
        case EISDIR: "this is a folder"
        default: "reading failed: " + String(cString: strerror(errno))
        }
    }
}
