import ArgumentParser
import Reading
import Statements

/// What the user knows of the documents that are read.
struct SourceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("When it was published (EDTF or RFC 3339).", valueName: "date"))
    var published: DateArgument?

    @Option(help: ArgumentHelp("Its address.", valueName: "address"))
    var url: String?

    @Option(help: ArgumentHelp("The outlet.", valueName: "name"))
    var publisher: String?

    @Option(help: "The headline.")
    var title: String?

    @Option(help: ArgumentHelp("The language (BCP 47).", valueName: "tag"))
    var language: String?

    @Option(
        help: ArgumentHelp("The character encoding; without it, it is recognised.", valueName: "name"))
    var encoding: String?

    @Option(help: "What it is.")
    var kind: SourceKind?

    /// The same, as Reading takes it.
    var readingOptions: ReadingOptions {
        var options = ReadingOptions()
        options.published = published?.date
        options.url = url
        options.publisher = publisher
        options.title = title
        options.language = language
        options.encoding = encoding
        options.kind = kind
        return options
    }
}

/// How many documents are worked on at once.
struct JobOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How many documents to work on at once.", valueName: "count"))
    var jobs: Int?

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
    }
}
