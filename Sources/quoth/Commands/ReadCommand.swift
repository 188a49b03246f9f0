import ArgumentParser
import Publishing
import Reading
import Statements
import Tracker

/// What Reading makes of a document, without an archive.
struct ReadCommand: AsyncParsableCommand {
    /// How what was read is printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Show the text and the metadata of a document, without an archive.",
        discussion: """
            EXAMPLES:
              quoth read page.html
              quoth read --format json --url https://quay-courier.example/1 page.html | jq .authors
              quoth read --jsonl pages.jsonl > documents.jsonl

            Of a page of the web only the article is shown: its headline, authors and date, then its own words. With \
            --jsonl the command is a filter: each line of the input is an object with "id" and "path" or "html", and \
            perhaps "url", "encoding" and "contentType"; each line of the output holds what was read, in the same \
            order. A document that cannot be read gets {"id": …, "error": …} in its place, and the exit status is 65. \
            Offsets count Unicode code points.
            """)

    @Argument(
        help: "The file, the folder or the address to read; - is standard input.", completion: .file())
    var file = "-"

    @Flag(help: "Be a filter: read lines of JSON, and write a line for each.")
    var jsonl = false

    @OptionGroup var jobOptions: JobOptions
    @OptionGroup var source: SourceOptions
    @OptionGroup var fetching: FetchArguments

    @Option(help: "How to print it.")
    var format = Format.text

    @OptionGroup var outputOptions: OutputOptions

    func run() async throws {
        if jsonl {
            return try await LineFilter.reading(
                jobs: jobOptions.jobs ?? Processors.count, options: source.readingOptions
            ).answer(file, to: outputOptions)
        }
        let output = try outputOptions.open(isTerminalSafe: format == .json)
        var failure: TrackerError?
        var isFirst = true
        try output.run { write in
            failure = try source.read(file, fetching) { document in
                try write(bytes(of: document, isFirst: isFirst))
                isFirst = false
            }
        }
        if let failure { throw Failure.status(of: failure) }
    }

    private func bytes(of document: Document, isFirst: Bool) -> [UInt8] {
        switch format {
        case .json:
            var json = JSONWriter()
            json.document(document, id: document.label)
            json.lineBreak(isEnd: true)
            return json.bytes
        case .text:
            for warning in document.warnings { StandardStreams.say("quoth: \(warning)") }
            let head = document.metadata.printed
            let parts = [head.joined(separator: "\n"), ArticleBody(of: document).text].filter { !$0.isEmpty }
            return Array(((isFirst ? "" : "\n") + parts.joined(separator: "\n\n") + "\n").utf8)
        }
    }
}

extension Metadata {
    /// The headline, then authors, date and outlet, then the address, a line each where they are known.
    fileprivate var printed: [String] {
        let names = authors.isEmpty ? nil : authors.joined(separator: ", ")
        let origin: [String?] = [names, published?.description, publisher]
        let lines: [String?] = [
            title, origin.compactMap { $0 }.joined(separator: " · "), canonicalURL ?? url,
        ]
        return lines.compactMap { $0 }.filter { !$0.isEmpty }
    }
}
