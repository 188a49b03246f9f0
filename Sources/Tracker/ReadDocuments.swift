import Reading
import Statements

/// A document that was read, or why it could not be.
public struct ReadDocument: Sendable {
    /// Where it stands: the input, and its name or address there.
    public let place: String
    /// The document, or what is wrong.
    public let result: Result<Document, TrackerError>
    /// When it was captured, in seconds since 1970-01-01T00:00:00Z, if the input tells.
    public let captured: Int64?

    init(_ result: Result<Document, ReadingError>, in input: String, captured: Int64? = nil) {
        let label =
            switch result {
            case .success(let document): document.label
            case .failure(let error): error.label
            }
        let place = label.map { "\(input) (\($0))" } ?? input
        self.place = place
        self.result = result.mapError { TrackerError(.badInput, $0.description, place: place) }
        self.captured = captured
    }

    fileprivate init(_ error: TrackerError) {
        place = error.place ?? ""
        result = .failure(error)
        captured = nil
    }
}

extension InputPieces.Piece {
    /// The documents of a piece; of messages and of an address there are none, they are read otherwise.
    func documents(options: ReadingOptions) -> [ReadDocument] {
        switch self {
        case .failure(let error): [ReadDocument(error)]
        case .messages, .posts, .page, .warning, .address: []
        case .input(let name, let bytes): readEach(bytes, options: options).map { ReadDocument($0, in: name) }
        case .lines(let name, let batch): InputPieces.Piece.documents(of: batch, in: name, options)
        case .capture(let piece): piece.documents(options: options)
        }
    }

    private static func documents(
        of batch: LineBatches.Batch, in name: String, _ options: ReadingOptions
    ) -> [ReadDocument] {
        let reader = JSONLineReader(options: options)
        return batch.lines.map { number, line in
            do throws(ReadingError) {
                return ReadDocument(.success(try reader.document(in: line)), in: name)
            } catch {
                return ReadDocument(.failure(error.inLine(number)), in: name)
            }
        }
    }
}

extension WebArchives.Piece {
    /// The documents of a capture.
    fileprivate func documents(options: ReadingOptions) -> [ReadDocument] {
        do throws(ReadingError) {
            guard let capture = try Capture(record, original: original) else { return [] }
            return capture.documents(options: options).map {
                ReadDocument($0, in: name, captured: capture.captured)
            }
        } catch {
            return [ReadDocument(.failure(error), in: name)]
        }
    }
}

/// Reads the documents of files, of folders with all below them, of web archives, of addresses and of standard input
/// (`-`), one after the other. Memory does not grow with their number.
public struct DocumentReading: Sendable {
    /// Gives the documents at an address, or the error in place of each.
    public typealias Fetch = (String) throws -> [Result<Document, ReadingError>]

    private let options: ReadingOptions

    /// A reading of documents of which so much is known.
    public init(options: ReadingOptions) {
        self.options = options
    }

    /// Hands over each document, or why it could not be read; `warn` is told what the user should know.
    ///
    /// - Throws: what `fetch` and `take` throw.
    public func run(
        _ paths: [String], fetch: Fetch, warn: (String) -> Void, take: (ReadDocument) throws -> Void
    ) throws {
        var pieces = InputPieces(paths: paths, excluding: [], readsMessages: false)
        while let piece = pieces.next() {
            if case .warning(let text) = piece { warn(text) }
            if case .address(let address) = piece {
                for result in try fetch(address) { try take(ReadDocument(result, in: address)) }
            }
            for document in piece.documents(options: options) { try take(document) }
        }
    }
}
