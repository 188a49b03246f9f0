import ArgumentParser
import Publishing
import Tracker

/// What Extraction finds, without an archive.
struct Extract: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the quotes and dates in a document, without an archive.",
        discussion: """
            EXAMPLES:
              quoth extract --published 2023-12-19 article.txt
              quoth extract --format json article.txt
              quoth extract --jsonl documents.jsonl > findings.jsonl
              zcat articles.jsonl.gz | quoth extract --jsonl --jobs 8 - | jq .quotes

            With --jsonl the command is a filter: each line of the input is an object with "id" and "text", and \
            perhaps "published", "language" and "title"; each line of the output holds what was found in it, in \
            the same order. A line that is no such object gets {"id": …, "error": …} in its place, and the exit \
            status is 65. Offsets count Unicode code points.
            """)

    @Argument(help: "The file to read; - is standard input.", completion: .file())
    var file = "-"

    @Flag(help: "Read lines of JSON, and write a line for each.")
    var jsonl = false

    @Option(help: "How many documents to work on at once.")
    var jobs: Int?

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
    }

    func run() async throws {
        let input = file == "-" ? ByteInput.standardInput() : try ByteInput(path: file)
        let output = try Output(path: nil)
        let counts = try await ExtractFilter(jobs: jobs ?? Processors.count).run(input) {
            try output.write($0)
        }
        try output.finish()
        if counts.failures > 0 { throw ExitStatus.badInput }
    }
}
