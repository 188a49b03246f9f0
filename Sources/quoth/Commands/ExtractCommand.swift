import ArgumentParser
import Publishing
import Reading
import Statements
import Tracker

/// What Extraction finds, without an archive.
struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
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
            status is 65. Offsets count Unicode code points. What is no speech – a belief, a wish, a perception – is told, too, \
            with null as its statement; --beliefs makes statements of it.
            """)

    @Argument(help: "The file or the address to read; - is standard input.", completion: .file())
    var file = "-"

    @Flag(help: "Be a filter: read lines of JSON, and write a line for each.")
    var jsonl = false

    @OptionGroup var jobOptions: JobOptions
    @OptionGroup var source: SourceOptions
    @OptionGroup var fetching: FetchArguments
    @OptionGroup var engine: EngineOptions

    @Option(help: "How to print it.")
    var format = TimelineFormat.text

    @OptionGroup var outputOptions: OutputOptions

    func run() async throws {
        if jsonl {
            return try await LineFilter.extraction(
                jobs: jobOptions.jobs ?? Processors.count, options: source.readingOptions,
                extraction: engine.extraction
            ).answer(file, to: outputOptions)
        }
        let output = try outputOptions.open(isTerminalSafe: format.isTerminalSafe)
        var writer = FindingsWriter(
            format: format, layout: outputOptions.layout, extraction: engine.extraction)
        var failure: TrackerError?
        try output.run { write in
            failure = try source.read(file, fetching) { document in
                writer.add(document)
                try write(writer.takeBytes())
            }
            writer.end()
            try write(writer.takeBytes())
        }
        if let failure { throw Failure.status(of: failure) }
    }
}
