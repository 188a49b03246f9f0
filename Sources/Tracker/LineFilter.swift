import Extraction
import Publishing
import Reading
import Statements

/// A filter of lines of JSON: a document a line in, what became of it a line out, in the same order, whatever the number of
/// workers. Memory does not grow with the length of the stream.
public struct LineFilter: Sendable {
    /// What a run did.
    public struct Counts: Hashable, Sendable {
        /// The documents that were read.
        public var documents = 0
        /// The lines that were no document, or one that can't be read.
        public var failures = 0
    }

    private struct Line: Sendable {
        let number: Int
        let bytes: ArraySlice<UInt8>
    }

    private struct Answer: Sendable {
        var bytes: [UInt8]
        var isFailure: Bool
    }

    private let jobs: Int
    /// Writes what became of the document in a line.
    private let answer:
        @Sendable (_ line: ArraySlice<UInt8>, _ number: Int, _ json: inout JSONWriter) throws(ReadingError) ->
            Void

    /// A filter that reads documents; `options` tell what is known of all of them.
    public static func reading(jobs: Int, options: ReadingOptions = ReadingOptions()) -> LineFilter {
        LineFilter(jobs: jobs) { line, number, json throws(ReadingError) in
            let page = try inLine(number) { () throws(ReadingError) in try PageLine(line) }
            let document = try page.document(of: try page.content.bytes(id: page.id), options: options)
            json.document(document, id: document.label)
        }
    }

    /// A filter that finds the quotes and dates in documents; `options` tell what is known of all of them.
    public static func extraction(
        jobs: Int, options: ReadingOptions = ReadingOptions(),
        extraction: ExtractionOptions = ExtractionOptions()
    ) -> LineFilter {
        let reader = JSONLineReader(options: options)
        let extractor = Extractor(extraction)
        return LineFilter(jobs: jobs) { line, number, json throws(ReadingError) in
            let document = try inLine(number) { () throws(ReadingError) in try reader.document(in: line) }
            json.findings(extractor.findings(in: document), id: document.label)
        }
    }

    /// What is wrong with the line itself names it.
    private static func inLine<Value>(
        _ number: Int, _ read: () throws(ReadingError) -> Value
    ) throws(ReadingError) -> Value {
        do throws(ReadingError) {
            return try read()
        } catch {
            throw error.inLine(number)
        }
    }

    private init(
        jobs: Int,
        answer:
            @escaping @Sendable (ArraySlice<UInt8>, Int, inout JSONWriter) throws(ReadingError) -> Void
    ) {
        self.jobs = max(1, jobs)
        self.answer = answer
    }

    /// Reads `input` to its end and hands the answers to `write`, in order.
    public func run(
        _ input: consuming ByteInput, write: ([UInt8]) throws -> Void
    ) async throws -> Counts {
        var batches = LineBatches(input)
        var lines: ArraySlice<Line> = []
        var counts = Counts()
        try await OrderedWork(width: jobs).run(
            next: {
                while lines.isEmpty {
                    guard let batch = try batches.next() else { return nil }
                    lines = batch.lines.map { Line(number: $0.number, bytes: $0.bytes) }[...]
                }
                return lines.removeFirst()
            },
            // Whoever waits for an answer before sending more gets it.
            mustWait: { lines.isEmpty && !batches.isReady },
            work: { answer(to: $0) },
            take: { answer in
                counts.documents += answer.isFailure ? 0 : 1
                counts.failures += answer.isFailure ? 1 : 0
                try write(answer.bytes)
            })
        return counts
    }

    private func answer(to line: Line) -> Answer {
        var json = JSONWriter()
        var isFailure = false
        do throws(ReadingError) {
            try answer(line.bytes, line.number, &json)
        } catch {
            json.failure(error.description, id: error.label)
            isFailure = true
        }
        json.lineBreak(isEnd: true)
        return Answer(bytes: json.bytes, isFailure: isFailure)
    }
}
