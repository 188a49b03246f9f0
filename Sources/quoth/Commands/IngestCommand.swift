import ArgumentParser
import Tracker

/// Reads documents into the archive.
struct IngestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest",
        abstract: "Read documents, find the statements in them, and record both.",
        discussion: """
            EXAMPLES:
              quoth ingest --published 2023-12-19 --publisher "The Quay Courier" article.txt
              quoth ingest articles/ more/*.txt
              quoth ingest messages.jsonl
              quoth ingest --contact desk@harbour.example https://quay-courier.example/1
              quoth ingest export/result.json
              quoth ingest --chat "Harbour Families" account/result.json
              xclip -o | quoth ingest --published 2023-12-19 --url https://quay-courier.example/1 -

            Any format, any mix, folders with all that is below them, addresses of the web; - is standard input. \
            Running it again changes nothing. A document that cannot be read is named, and the rest goes on. A document that \
            carries no date needs --published, or its relative dates (“on Monday”) stay as they are printed.
            """)

    @Argument(help: "Files, folders and addresses; - is standard input.", completion: .file())
    var paths: [String]

    @OptionGroup var source: SourceOptions
    @OptionGroup var messages: MessageArguments
    @OptionGroup var fetching: FetchArguments
    @OptionGroup var engine: EngineOptions
    @OptionGroup var jobOptions: JobOptions
    @OptionGroup var archiveOptions: ArchiveOptions

    @Flag(help: "Say what would be recorded, and change nothing.")
    var dryRun = false

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    func run() async throws {
        let progress = ProgressLine(isQuiet: quiet)
        let addresses = try fetching.addresses(showing: progress)
        let copy = TemporaryFile()
        defer { withExtendedLifetime(copy) {} }
        let archive =
            try dryRun ? archiveOptions.openCopy(in: copy) : archiveOptions.openOrCreate(isQuiet: quiet)
        let ingest = Ingest(
            into: archive, options: source.readingOptions, extraction: engine.extraction,
            selection: messages.selection, messageOptions: try messages.options,
            addresses: addresses, jobs: jobOptions.jobs ?? Processors.count, captured: now())
        var worst: TrackerError?
        let counts = try await ingest.run(paths) { event in
            switch event {
            case .progress(let counts):
                progress.show(IngestCommand.progress(counts))
            case .warning(let text):
                if !quiet { progress.say("quoth: \(text)") }
            case .failure(let error):
                progress.say("quoth: \(error)")
                worst = worst ?? error
            }
        }
        progress.clear()
        if !quiet { try report(counts) }
        if counts.total == 0, worst == nil {
            throw TrackerError(
                .noInput, "there is no document in what was given", place: paths.joined(separator: ", "),
                advice: "name files, folders with files, or addresses")
        }
        if let worst { throw Failure.status(of: worst) }
    }

    private static func progress(_ counts: Ingest.Counts) -> String {
        guard counts.messages > 0 else { return "\(counts.total) documents" }
        let share = counts.share.map { " (\(Int($0 * 100)) % of the export)" } ?? ""
        return "\(counts.total) documents, \(counts.bytes >> 20) MiB of messages\(share)"
    }

    private func report(_ counts: Ingest.Counts) throws {
        let output = try Output(path: nil)
        let absent = counts.messages > 0 ? "\(counts.absent) not in later export, " : ""
        try output.write(
            """
            \(counts.new) new, \(counts.unchanged) unchanged, \(counts.newVersion) new version, \
            \(absent)\(counts.repaired + counts.mended) repaired, \(counts.failed) failed

            """)
        if !counts.quotationsOnly.isEmpty {
            let languages = counts.quotationsOnly.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            let list = languages.map { "\($0.value) in \($0.key)" }.joined(separator: ", ")
            StandardStreams.say(
                "quoth: \(list): there only what stands in quotation marks is found, and not who says it")
        }
        guard counts.undated > 0 else { return }
        let documents = counts.undated == 1 ? "1 document has" : "\(counts.undated) documents have"
        StandardStreams.say(
            "quoth: \(documents) no date, so relative dates there stay as they are printed; give --published")
    }
}
