import Reading

/// The inputs of an ingest, in pieces that can be worked on by themselves.
struct InputPieces: ~Copyable {
    /// Something to read documents from.
    enum Piece: Sendable {
        /// A whole input.
        case input(name: String, bytes: [UInt8])
        /// Some lines of JSON of a long input.
        case lines(name: String, batch: LineBatches.Batch)
        /// An address of the web, which is yet to be fetched.
        case address(String)
        /// Some messages of an input.
        case messages(MessageStream.Piece)
        /// A page of HTML with messages.
        case page(name: String, bytes: [UInt8])
        /// Messages that were read already.
        case posts(PostPage)
        /// An input that cannot be read.
        case failure(TrackerError)
    }

    /// Lines of JSON that are longer than this together are read piece by piece.
    private static let streamThreshold = 4 << 20
    /// The longest document.
    private static let documentLimit = 256 << 20

    /// What a file of SQLite begins with.
    private static let databaseMark = Array("SQLite format 3\0".utf8)

    private var paths: ArraySlice<String>
    private let excluded: Set<String>
    private var walk: FolderWalk?
    private var stream: LineBatches?
    private var streamName = ""
    private var messages: MessageStream?
    private var database: DatabaseStream?
    private let selection: ChatSelection

    /// The inputs at these paths: files, folders with all that is below them, addresses, and `-`, which is standard input.
    /// Files in a folder whose path is `excluded` are passed over.
    init(paths: [String], excluding excluded: Set<String>, selection: ChatSelection) {
        self.selection = selection
        self.paths = paths[...]
        self.excluded = excluded
    }

    /// The next piece; nil at the end.
    mutating func next() -> Piece? {
        do throws(TrackerError) {
            if let batch = try stream?.next() { return .lines(name: streamName, batch: batch) }
            stream = nil
            if let piece = try messages?.next() { return .messages(piece) }
            messages = nil
            if let page = try database?.next() { return .posts(page) }
            database = nil
            while let file = try walk?.next() {
                if excluded.contains(absolutePath(file)) { continue }
                return try open(ByteInput(path: file))
            }
            walk = nil
            guard let path = paths.popFirst() else { return nil }
            if path == "-" { return try open(.standardInput()) }
            if Addresses.isAddress(path) { return .address(path) }
            guard FolderWalk.kind(of: path) == .folder else { return try open(ByteInput(path: path)) }
            walk = FolderWalk(folder: path)
            return next()
        } catch {
            stream = nil
            messages = nil
            database = nil
            return .failure(error)
        }
    }

    /// Begins an input: a short one, and a document, is taken whole; many lines of JSON come in pieces.
    private mutating func open(_ input: consuming ByteInput) throws(TrackerError) -> Piece? {
        let name = input.name
        var head: [UInt8] = []
        while head.count < InputPieces.streamThreshold {
            let piece = try input.next()
            if piece.isEmpty {
                if let format = messageFormat(of: head) { return beginMessages(input, head, format) }
                return whole(head, name)
            }
            head.append(contentsOf: piece)
            if head.starts(with: InputPieces.databaseMark),
                let stream = DatabaseStream(path: name, chat: selection.only)
            {
                database = stream
                return next()
            }
        }
        if let format = messageFormat(of: head) { return beginMessages(input, head, format) }
        guard format(ofInputBeginning: head.span) == .jsonLines else {
            let limit = InputPieces.documentLimit
            return whole(head + (try input.rest(limit: limit - head.count)), name)
        }
        stream = LineBatches(input, after: head)
        streamName = name
        return next()
    }

    private func whole(_ bytes: [UInt8], _ name: String) -> Piece {
        isMessagePage(bytes) ? .page(name: name, bytes: bytes) : .input(name: name, bytes: bytes)
    }

    private mutating func beginMessages(
        _ input: consuming ByteInput, _ head: [UInt8], _ format: MessageFormat
    ) -> Piece? {
        messages = MessageStream(input, after: head, format: format, selection: selection)
        return next()
    }
}
