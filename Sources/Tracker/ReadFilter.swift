import Publishing
import Reading
import Statements

/// Reading as a filter: a line that names a document in, what was read of it out, in the same order, whatever the
/// number of workers. Memory does not grow with the length of the stream.
public struct ReadFilter: Sendable {
    /// The longest document that is read from a file.
    private static let documentLimit = 256 << 20

    private struct Line: Sendable {
        let number: Int
        let bytes: ArraySlice<UInt8>
    }

    private let jobs: Int
    private let options: ReadingOptions

    /// A filter with so many workers; `options` tell what is known of all documents.
    public init(jobs: Int, options: ReadingOptions = ReadingOptions()) {
        self.jobs = max(1, jobs)
        self.options = options
    }

    /// Reads `input` to its end and hands what was read to `write`, in order. Tells how many documents there were, and
    /// how many lines were none.
    public func run(
        _ input: consuming ByteInput, write: ([UInt8]) throws -> Void
    ) async throws -> (documents: Int, failures: Int) {
        var batches = LineBatches(input)
        var lines: ArraySlice<Line> = []
        var counts = (documents: 0, failures: 0)
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
            take: { (answer: (bytes: [UInt8], isFailure: Bool)) in
                counts.documents += answer.isFailure ? 0 : 1
                counts.failures += answer.isFailure ? 1 : 0
                try write(answer.bytes)
            })
        return counts
    }

    private func answer(to line: Line) -> (bytes: [UInt8], isFailure: Bool) {
        var json = JSONWriter()
        var isFailure = false
        do throws(ReadingError) {
            let document = try document(of: line)
            json.document(document, id: document.label)
        } catch {
            json.failure(error.description, id: error.label)
            isFailure = true
        }
        json.lineBreak(isEnd: true)
        return (json.bytes, isFailure)
    }

    private func document(of line: Line) throws(ReadingError) -> Document {
        let page: PageLine
        do throws(ReadingError) {
            page = try PageLine(line.bytes)
        } catch {
            throw error.inLine(line.number)
        }
        return try page.document(of: try bytes(of: page), options: options)
    }

    private func bytes(of page: PageLine) throws(ReadingError) -> [UInt8] {
        switch page.content {
        case .html(let html): return Array(html.utf8)
        case .path(let path):
            do throws(TrackerError) {
                var input = try ByteInput(path: path)
                return try input.rest(limit: Self.documentLimit)
            } catch {
                throw ReadingError(
                    label: page.id, problem: "\(path): \(error.problem)",
                    advice: error.advice ?? "give a file that can be read")
            }
        }
    }
}
