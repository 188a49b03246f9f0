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
        case page(MessagePageInput)
        /// Messages that were read already.
        case posts(PostPage)
        /// A page of a web archive.
        case capture(WebArchives.Piece)
        /// What the user should know.
        case warning(String)
        /// An input, or a part of one, that cannot be read.
        case failure(TrackerError)
    }

    /// Lines of JSON that are longer than this together are read piece by piece.
    private static let streamThreshold = 4 << 20
    /// So many bytes tell whether an input is a web archive.
    private static let recognisedBytes = 1 << 10
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
    private var pages: MessagePageRun?
    /// An input of messages that could not be read to its end.
    private var broken: String?
    private var archives = WebArchives()
    private var collection: ArraySlice<CollectedArchive> = []
    private let selection: ChatSelection
    private let readsMessages: Bool

    /// The inputs at these paths: files, folders with all that is below them, addresses, and `-`, which is standard input.
    /// Files in a folder whose path is `excluded` are passed over.
    /// Without `readsMessages`, an export of messages is an input like others.
    init(
        paths: [String], excluding excluded: Set<String>, selection: ChatSelection = ChatSelection(),
        readsMessages: Bool = true
    ) {
        self.readsMessages = readsMessages
        self.selection = selection
        self.paths = paths[...]
        self.excluded = excluded
    }

    /// The next piece; nil at the end.
    mutating func next() -> Piece? {
        do throws(TrackerError) {
            if let batch = try stream?.next() { return .lines(name: streamName, batch: batch) }
            stream = nil
            if let name = broken { return end(of: name) }
            if let piece = try messages?.next() { return .messages(piece) }
            messages = nil
            if let page = try pages?.next() { return .page(page) }
            pages = nil
            if let page = try database?.next() { return .posts(page) }
            database = nil
            if let piece = try archives.next() { return piece }
            if let collected = collection.popFirst() {
                try begin(collected)
                return next()
            }
            while let found = try walk?.next() {
                switch found {
                case .file(let file):
                    if excluded.contains(absolutePath(file)) { continue }
                    return try open(ByteInput(path: file))
                case .pages(let found):
                    pages = MessagePageRun(found)
                    return next()
                }
            }
            walk = nil
            guard let path = paths.popFirst() else { return nil }
            if path == "-" { return try open(.standardInput()) }
            if Addresses.isAddress(path) { return .address(path) }
            switch FolderWalk.kind(of: path) {
            case .folder: walk = FolderWalk(folder: path, findsExports: readsMessages)
            case .nothing:
                guard let matches = pathsMatching(path) else { return try open(ByteInput(path: path)) }
                paths = matches + paths
            case .file, .other: return try open(ByteInput(path: path))
            }
            return next()
        } catch {
            stream = nil
            if messages != nil || database != nil { broken = messages?.name ?? error.place }
            messages = nil
            database = nil
            archives.abandon()
            return .failure(error)
        }
    }

    /// The end of an input of messages that could not be read to its end: what was read of it stays.
    private mutating func end(of name: String) -> Piece {
        broken = nil
        return .posts(
            PostPage(name: name, end: MessageStream.End(sha256: nil, cut: nil, isAccount: false)))
    }

    /// Begins an input: a short one, and a document, is taken whole; many lines of JSON come in pieces.
    private mutating func open(_ input: consuming ByteInput) throws(TrackerError) -> Piece? {
        let name = input.name
        var input = input
        if let collected = try archivesWithin(&input) {
            collection = collected
            return next()
        }
        if let packing = try archivePacking(&input) {
            archives.begin(input, ArchiveFile(path: name, name: name), packing)
            return next()
        }
        var head: [UInt8] = []
        while head.count < InputPieces.streamThreshold {
            let piece = try input.next()
            if piece.isEmpty {
                if let format = form(ofMessagesIn: head) {
                    return beginMessages(input, head, format)
                }
                return whole(head, name)
            }
            head.append(contentsOf: piece)
            if readsMessages, head.starts(with: InputPieces.databaseMark),
                let stream = DatabaseStream(path: name, selection: selection)
            {
                database = stream
                return next()
            }
        }
        if let format = form(ofMessagesIn: head) { return beginMessages(input, head, format) }
        guard format(ofInputBeginning: head.span) == .jsonLines else {
            let limit = InputPieces.documentLimit
            return whole(head + (try input.rest(limit: limit - head.count)), name)
        }
        stream = LineBatches(input, after: head)
        streamName = name
        return next()
    }

    private func whole(_ bytes: [UInt8], _ name: String) -> Piece {
        guard readsMessages, isMessagePage(bytes) else { return .input(name: name, bytes: bytes) }
        return .page(MessagePageInput(name: name, bytes: bytes))
    }

    private mutating func begin(_ collected: CollectedArchive) throws(TrackerError) {
        let (file, range, packing) = try collected.opened()
        archives.begin(
            try ByteInput(path: file.path, from: range.lowerBound), file, range: range, packing)
    }

    /// How an input is packed that is a web archive; nil where it is none.
    private func archivePacking(_ input: inout ByteInput) throws(TrackerError) -> WARCStream.Packing? {
        var head: [UInt8] = []
        // A dictionary may stand before the first record.
        while head.count < InputPieces.streamThreshold {
            let piece = try input.nextAsIs()
            if piece.isEmpty { break }
            head.append(contentsOf: piece)
            if let packing = WARCStream.packing(ofInputBeginning: head) {
                input.giveBack(head)
                return packing
            }
            if head.count >= InputPieces.recognisedBytes, !PackedStream.beginsWithDictionary(head) { break }
        }
        input.giveBack(head)
        return nil
    }

    /// The form in which an input holds messages, if it does and they are read.
    private func form(ofMessagesIn head: [UInt8]) -> MessageFormat? {
        guard readsMessages else { return nil }
        var decoder = UTF16Stream(inputBeginning: head)
        return messageFormat(of: decoder?.feed(head) ?? head)
    }

    private mutating func beginMessages(
        _ input: consuming ByteInput, _ head: [UInt8], _ format: MessageFormat
    ) -> Piece? {
        messages = MessageStream(input, after: head, format: format, selection: selection)
        return next()
    }
}
