import ArgumentParser
import Publishing
import Tracker

/// Writes the timeline for researchers.
struct ExportCommand: ParsableCommand {
    /// The formats of an export.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json, jsonl, csv, markdown, html
    }

    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the timeline for researchers: JSON, a table, or a page.",
        discussion: """
            EXAMPLES:
              quoth export -o timeline.json
              quoth export --group "Harbour Families" --format csv -o statements.csv
              quoth export --format html --since 2023 -o timeline.html
              quoth export --schema > timeline-1.schema.json

            The JSON holds statements, groups, people and sources, as the schema describes them. Two exports of \
            the same archive are the same bytes, unless --stamp says when they were made. In a CSV, cells that a \
            spreadsheet would take for a formula begin with an apostrophe.
            """)

    @Argument(help: "Words that stand in the statements.")
    var words: [String] = []

    @OptionGroup var queryOptions: QueryOptions
    @Option(help: "How to write it.")
    var format = Format.json

    @Flag(help: "Export what was said in private chats and by people on Telegram, too.")
    var includePrivate = false

    @Flag(help: "Say in the JSON when it was made.")
    var stamp = false

    @Flag(help: "Print the JSON Schema of the export instead.")
    var schema = false

    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var archiveOptions: ArchiveOptions

    func run() throws {
        if schema {
            let output = try outputOptions.open(isPaged: false)
            try output.run { write in try write(TimelineSchema.bytes) }
            return
        }
        let archive = try archiveOptions.openToRead()
        var query = queryOptions.query(words: words)
        query.excludesWithheld = !includePrivate
        let timelineFormat = TimelineFormat(rawValue: format.rawValue) ?? .json
        let output = try outputOptions.open(
            isPaged: false, isTerminalSafe: timelineFormat.isTerminalSafe)
        try output.run { write in
            let export = Export(from: archive)
            guard format == .json else {
                _ = try export.timeline(query, format: timelineFormat, layout: Layout(), write: write)
                return
            }
            _ = try export.document(
                query, generator: "quoth \(Quoth.version)", stamp: stamp ? ExportCommand.time() : nil,
                write: write)
        }
        let withheld = try Export(from: archive).withheld(query)
        guard withheld > 0 else { return }
        StandardStreams.say(
            "quoth: \(counted(withheld, "statement")) of private chats or people withheld; "
                + "--include-private exports them, too")
    }

    /// The time as RFC 3339 writes it, in UTC.
    private static func time() -> String {
        var seconds = time_t(now())
        var parts = tm()
        gmtime_r(&seconds, &parts)
        var buffer = [CChar](repeating: 0, count: 32)
        strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
