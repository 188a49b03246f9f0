import Statements
import Tracker

extension SourceOptions {
    /// Reads what is at this path or address, and hands over each document; warnings are printed, and so is what cannot be read.
    /// Gives the last error of those.
    func read(
        _ path: String, _ fetching: FetchArguments, take: (Document) throws -> Void
    ) throws -> TrackerError? {
        let options = readingOptions
        var last: TrackerError?
        try DocumentReading(options: options).run(
            [path], fetch: { try fetching.documents(at: $0, options: options) },
            warn: { StandardStreams.say("quoth: \($0)") },
            take: { read in
                switch read.result {
                case .success(let document): try take(document)
                case .failure(let error):
                    StandardStreams.say("quoth: \(error)")
                    last = error
                }
            })
        return last
    }
}

extension LineFilter {
    /// Answers the lines of a file, or of standard input (`-`), where the options say.
    ///
    /// - Throws: `badInput` in the end where a line had no answer.
    func answer(_ path: String, to options: OutputOptions) async throws {
        let input = path == "-" ? ByteInput.standardInput() : try ByteInput(path: path)
        let output = try options.open(isPaged: false)
        let counts = try await run(input) { try output.write($0) }
        try output.finish()
        if counts.failures > 0 { throw ExitStatus.badInput }
    }
}
