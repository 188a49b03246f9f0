import Tracker

extension SourceOptions {
    /// Reads what is at these paths and addresses; warnings are printed.
    func read(_ paths: [String], _ fetching: FetchArguments, take: (ReadDocument) throws -> Void) throws {
        let options = readingOptions
        try DocumentReading(options: options).run(
            paths, fetch: { try fetching.documents(at: $0, options: options) },
            warn: { StandardStreams.say("quoth: \($0)") }, take: take)
    }
}
