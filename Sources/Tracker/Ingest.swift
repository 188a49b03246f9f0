import Archive
import Extraction
import Fetching
import Reading
import Statements

/// Reading, extraction and recording of any number of documents: on all processors, with one writer, about a
/// hundred documents a transaction. Memory does not grow with their number.
public struct Ingest: Sendable {
    /// What became of the documents.
    public struct Counts: Hashable, Sendable {
        /// Sources that the archive did not hold.
        public var new = 0
        /// Sources that it held already, with this text.
        public var unchanged = 0
        /// Sources that it held with another text.
        public var newVersion = 0
        /// Sources of which what is known was completed, or which were read better.
        public var repaired = 0
        /// Documents that could not be read or recorded.
        public var failed = 0
        /// Messages of which some bytes had to be mended before they could be read.
        public var mended = 0
        /// Messages that the archive has, and a later export that covers their place has not.
        public var absent = 0
        /// Messages among all documents.
        public var messages = 0
        /// The bytes of exports of messages that were read.
        public var bytes = 0
        /// How much of the export that is read now was read, from 0 to 1, where that is known.
        public var share: Double?
        /// Of all but the failed, those without a date, whose relative dates stay as they are printed.
        public var undated = 0
        /// Of all but the failed, those in languages in which only quotations are found, by language (BCP 47).
        public var quotationsOnly: [String: Int] = [:]

        /// All documents.
        public var total: Int { new + unchanged + newVersion + repaired + failed }
    }

    /// What happens on the way.
    public enum Event: Sendable {
        /// A document could not be read or recorded; the others go on.
        case failure(TrackerError)
        /// A document was read, but not as one would wish.
        case warning(String)
        /// Some more documents are in the archive.
        case progress(Counts)
    }

    private static let batchCount = 100
    private static let batchBytes = 8 << 20
    /// How many addresses are fetched at once; each host is asked for one at a time.
    private static let fetches = 8

    private let archive: Archive
    private let jobs: Int
    private let options: ReadingOptions
    private let captured: Int64
    private let extractor: Extractor
    private let selection: ChatSelection
    private let messageOptions: MessageOptions
    private let addresses: Addresses

    /// An ingest into an archive, with so many workers; `options` tell what is known of all documents, `addresses` how
    /// those at addresses are fetched, and `captured` is the time of the capture, in seconds since 1970-01-01T00:00:00Z.
    public init(
        into archive: Archive, options: ReadingOptions, extraction: ExtractionOptions = ExtractionOptions(),
        selection: ChatSelection = ChatSelection(), messageOptions: MessageOptions = MessageOptions(),
        addresses: Addresses, jobs: Int, captured: Int64
    ) {
        self.addresses = addresses
        self.selection = selection
        self.messageOptions = messageOptions
        extractor = Extractor(extraction)
        self.archive = archive
        self.options = options
        self.jobs = max(1, jobs)
        self.captured = captured
    }

    /// Ingests the files at these paths, all files below folders, what is at addresses, and standard input for `-`.
    ///
    /// - Throws: what concerns the archive itself. What was recorded up to then stays.
    public func run(_ paths: [String], report: (Event) -> Void) async throws -> Counts {
        var pieces = InputPieces(paths: paths, excluding: ownFiles, selection: selection)
        var counts = Counts()
        var messages = MessageIngest(into: archive, isSelected: !selection.isEmpty, captured: captured)
        var messageOptions = messageOptions
        messageOptions.chat = messageOptions.chat ?? selection.only
        let messageWork = MessageWork(
            reader: MessageReader(options: messageOptions), extractor: extractor, selection: selection,
            captured: captured)
        var batch: [Prepared] = []
        var batchBytes = 0

        func recordBatch() throws {
            try record(batch, counting: &counts, report: report)
            (batch, batchBytes) = ([], 0)
            report(.progress(counts))
        }
        let width = paths.contains(where: Addresses.isAddress) ? max(jobs, Ingest.fetches) : jobs
        try await OrderedWork(width: width).run(
            next: { pieces.next() }, mustWait: { false },
            work: { piece in
                switch piece {
                case .messages(let piece): Work.messages(messageWork.read(piece))
                case .posts(let page): Work.messages(messageWork.read(page))
                case .page(let page): Work.messages(messageWork.read(page))
                case .warning(let text): Work.warning(text)
                default: Work.documents(await read(piece))
                }
            },
            take: { work in
                switch work {
                case .warning(let text): report(.warning(text))
                case .messages(let read):
                    if !batch.isEmpty { try recordBatch() }
                    try messages.take(read, counting: &counts, report: report)
                case .documents(let readings):
                    for reading in readings {
                        batch.append(reading)
                        batchBytes += reading.size
                        if batch.count >= Ingest.batchCount || batchBytes >= Ingest.batchBytes {
                            try recordBatch()
                        }
                    }
                }
            })
        try recordBatch()
        return counts
    }

    /// The files of the archive, which are no documents.
    private var ownFiles: Set<String> {
        let path = absolutePath(archive.path)
        return [path, path + "-wal", path + "-shm", path + "-journal"]
    }

    /// What came of a piece of the input.
    private enum Work: Sendable {
        case documents([Prepared])
        case messages(ReadMessages)
        case warning(String)
    }

    /// A document that was read, or why it could not be.
    private struct Prepared: Sendable {
        let place: String
        /// What is to be recorded; nil for a document that its server says is as it was.
        let result: Result<Recording?, TrackerError>
        var warnings: [String] = []
        /// What to keep of the address that it came from, once it is recorded.
        var visit: Visit?

        var size: Int {
            if case .success(let recording?) = result { return recording.version.text.utf8.count }
            return 0
        }
    }

    private func record(_ batch: [Prepared], counting counts: inout Counts, report: (Event) -> Void) throws {
        func fail(_ error: TrackerError) {
            counts.failed += 1
            report(.failure(error))
        }
        var read: [Prepared] = []
        var recordings: [Recording] = []
        for reading in batch {
            for warning in reading.warnings { report(.warning("\(reading.place): \(warning)")) }
            switch reading.result {
            case .failure(let error): fail(error)
            case .success(nil): counts.unchanged += 1
            case .success(let recording?):
                read.append(reading)
                recordings.append(recording)
                if recording.source.metadata.published == nil { counts.undated += 1 }
                if let language = recording.source.metadata.language, !Extractor.reads(language) {
                    counts.quotationsOnly[language, default: 0] += 1
                }
            }
        }
        guard !recordings.isEmpty else { return }
        var visits: [Visit] = []
        for (reading, result) in zip(read, try archive.record(recordings)) {
            if let visit = reading.visit, (try? result.get()) != nil { visits.append(visit) }
            switch result {
            case .success(.new): counts.new += 1
            case .success(.unchanged): counts.unchanged += 1
            case .success(.newVersion): counts.newVersion += 1
            case .success(.repaired): counts.repaired += 1
            case .failure(let error): fail(TrackerError(.badInput, error.description, place: reading.place))
            }
        }
        if !visits.isEmpty { try archive.keep(visits) }
    }

    /// Reads the documents of a piece, and what is said in them.
    private func read(_ piece: InputPieces.Piece) async -> [Prepared] {
        if case .address(let address) = piece { return await read(at: address) }
        return piece.documents(options: options).map { reading(of: $0) }
    }

    /// Reads the documents at an address, unless they are known and have not changed.
    private func read(at address: String) async -> [Prepared] {
        do throws(TrackerError) {
            switch try await addresses.fetch(address, validators: { validators(of: $0) }) {
            case .unchanged(let address):
                return [Prepared(place: address, result: .success(nil))]
            case .page(let page):
                let options = Addresses.options(options, for: page)
                var documents = readEach(page.bytes, options: options).map {
                    reading(of: ReadDocument($0, in: page.address, captured: page.captured))
                }
                let isWhole = documents.allSatisfy { (try? $0.result.get()) != nil }
                if isWhole { documents[documents.count - 1].visit = Visit(page, engine: extractor.engine) }
                return documents
            }
        } catch {
            return [Prepared(place: error.place ?? address, result: .failure(error))]
        }
    }

    /// What the archive knows an address by, where nothing would come of reading the document again: neither does the
    /// user tell something new of it, nor has the engine changed.
    private func validators(of address: String) -> Validators? {
        guard options == ReadingOptions(), let visit = try? archive.lastVisit(to: address),
            visit.engine == extractor.engine
        else { return nil }
        return visit.validators
    }

    private func reading(of read: ReadDocument) -> Prepared {
        do throws(TrackerError) {
            var document = try read.result.get()
            let recording = try recording(of: &document, captured: read.captured ?? captured, read.place)
            return Prepared(place: read.place, result: .success(recording), warnings: document.warnings)
        } catch {
            return Prepared(place: read.place, result: .failure(error))
        }
    }

    private func recording(
        of document: inout Document, captured: Int64, _ place: String
    ) throws(TrackerError) -> Recording {
        var source = Source(of: document)
        // A document that does not tell its date is read with the one that the archive knows.
        if document.metadata.published == nil {
            do {
                document.metadata.published = try archive.metadata(of: source.id)?.published
            } catch {
                throw TrackerError(.inputOutput, "\(error)", place: place)
            }
            source.metadata.published = document.metadata.published
        }
        let findings = extractor.findings(in: document)
        return Recording(
            source: source,
            version: Version(source: source.id, text: document.text, paragraphs: document.paragraphs),
            proposals: findings.quotes.compactMap { found in
                found.statement.map { Recording.Proposal(quote: found.quote, statement: $0) }
            },
            engine: extractor.engine, captured: captured)
    }
}
