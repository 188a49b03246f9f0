#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Bytes from a file or from standard input, read in pieces.
public struct ByteInput: ~Copyable {
    /// How many bytes are read at once.
    static let pieceLength = 1 << 18
    private let descriptor: Int32
    /// The path, or “standard input”, for messages.
    public let name: String
    private let isOwned: Bool

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

    /// Whether bytes, or the end, can be read without waiting.
    public var isReady: Bool {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, 0) != 0
    }

    /// The next bytes, waiting for at least one; none at the end.
    ///
    /// - Throws: `inputOutput`.
    public func next() throws(TrackerError) -> [UInt8] {
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
    public func rest(limit: Int) throws(TrackerError) -> [UInt8] {
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
