import Extraction
import Publishing
import Reading
import Statements

/// Extraction as a filter: a document a line in, its findings a line out, in the same order, whatever the number
/// of workers. Memory does not grow with the length of the stream.
public struct ExtractFilter: Sendable {
    /// What a run did.
    public struct Counts: Hashable, Sendable {
        /// The documents that were read.
        public var documents = 0
        /// The lines that were no document.
        public var failures = 0
    }

    private struct Output: Sendable {
        var bytes: [UInt8]
        var counts = Counts()
    }

    private let jobs: Int
    private let reader: JSONLineReader
    private let extractor: Extractor

    /// A filter with so many workers; `options` tell what is known of all documents.
    public init(
        jobs: Int, options: ReadingOptions = ReadingOptions(),
        extraction: ExtractionOptions = ExtractionOptions()
    ) {
        extractor = Extractor(extraction)
        self.jobs = max(1, jobs)
        self.reader = JSONLineReader(options: options)
    }

    /// Reads `input` to its end and hands what is found to `write`, in order.
    public func run(
        _ input: consuming ByteInput, write: ([UInt8]) throws -> Void
    ) async throws -> Counts {
        var batches = LineBatches(input)
        var counts = Counts()
        try await OrderedWork(width: jobs).run(
            next: { try batches.next() },
            // Whoever waits for an answer before sending more gets it.
            mustWait: { !batches.isReady },
            work: { findings(in: $0) },
            take: { output in
                counts.documents += output.counts.documents
                counts.failures += output.counts.failures
                try write(output.bytes)
            })
        return counts
    }

    private func findings(in batch: LineBatches.Batch) -> Output {
        var json = JSONWriter()
        json.bytes.reserveCapacity(batch.bytes.count / 2)
        var counts = Counts()
        for (number, line) in batch.lines {
            do throws(ReadingError) {
                let document = try reader.document(in: line)
                json.findings(extractor.findings(in: document), id: document.label)
                counts.documents += 1
            } catch {
                json.failure(error.inLine(number).description, id: error.label)
                counts.failures += 1
            }
            json.lineBreak(isEnd: true)
        }
        return Output(bytes: json.bytes, counts: counts)
    }
}
