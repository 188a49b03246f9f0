import ArgumentParser
import Publishing
import Tracker

/// Shows statements in order.
struct TimelineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "Show who said what and when, in order.",
        discussion: """
            EXAMPLES:
              quoth timeline
              quoth timeline --group "Harbour Families" --since 2023-12
              quoth timeline hearing "front line" -n 20 --reverse
              quoth timeline --speaker "the ministry" --format oneline
              quoth timeline --format jsonl | jq .speaker.name

            Words narrow the timeline to the statements that hold them all; "words in quotation marks" must stand \
            in this order, word* stands for all words that begin so.
            """)

    @Argument(help: "Words that stand in the statements.")
    var words: [String] = []

    @OptionGroup var queryOptions: QueryOptions
    @Option(help: "How to print it.")
    var format = TimelineFormat.text

    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var archiveOptions: ArchiveOptions

    func run() throws {
        let archive = try archiveOptions.openToRead()
        let query = queryOptions.query(words: words)
        let output = try outputOptions.open(isTerminalSafe: format.isTerminalSafe)
        let count = try output.run { write in
            try Export(from: archive).timeline(
                query, format: format, layout: outputOptions.layout, write: write)
        }
        if count == 0 {
            StandardStreams.say("quoth: no statement answers this; quoth timeline shows all")
            throw ExitStatus.nothingFound
        }
    }
}
