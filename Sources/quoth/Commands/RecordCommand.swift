import Archive
import ArgumentParser
import Statements
import Tracker

/// Records a statement by hand.
struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record a statement by hand.",
        discussion: """
            EXAMPLES:
              quoth record "We will not leave the quay." --group "Harbour Families" --said 2023-12-18
              quoth record "No comment" --person "Iva Lund" --said 2023-12 --medium interview
              quoth record - --group "Harbour Families" --url https://t.me/example/3 < words.txt

            The words are kept as a note, and the statement counts as accepted at once. Recording it again changes \
            nothing. The printed id names the statement.
            """)

    @Argument(help: "The words that were said; - reads them from standard input.")
    var text: String

    @Option(help: ArgumentHelp("The group that said it.", valueName: "name"))
    var group: String?

    @Option(help: ArgumentHelp("The person who said it.", valueName: "name"))
    var person: String?

    @Option(help: ArgumentHelp("When it was said (EDTF or RFC 3339).", valueName: "date"))
    var said: DateArgument?

    @Option(help: ArgumentHelp("Where it can be read.", valueName: "address"))
    var url: String?

    @Option(help: "By what means it was said: Telegram, interview, …")
    var medium: String?

    @Option(help: ArgumentHelp("To whom it was said.", valueName: "name"))
    var addressee: String?

    @Option(help: "Whether these are the speaker's own words.")
    var kind = QuoteKind.direct

    @Option(help: ArgumentHelp("The language (BCP 47).", valueName: "tag"))
    var language: String?

    @Option(help: ArgumentHelp("Who writes it down.", valueName: "name"))
    var by: String?

    @Flag(name: .shortAndLong, help: "Print nothing but the id.")
    var quiet = false

    @OptionGroup var archiveOptions: ArchiveOptions

    func validate() throws {
        guard (group == nil) != (person == nil) else {
            throw ValidationError("Say who spoke: either --group or --person.")
        }
        guard !NameKey(folding: group ?? person ?? "").isEmpty else {
            throw ValidationError("The name of the speaker has no letters.")
        }
    }

    func run() throws {
        var words = text
        if text == "-" {
            var input = ByteInput.standardInput()
            words = String(decoding: try input.rest(limit: 16 << 20), as: UTF8.self)
        }
        let speaker = group ?? person ?? ""
        var record = HandRecord(
            words: words, speaker: speaker, speakerKind: group == nil ? .person : .group)
        record.kind = kind
        record.said = said?.date
        record.url = url
        record.medium = medium
        record.addressee = addressee
        record.language = language
        record.by = by
        let archive = try archiveOptions.openOrCreate(isQuiet: quiet)
        let (id, outcome) = try record.record(in: archive, captured: now())
        try Output(path: nil).write("\(id)\n")
        guard !quiet else { return }
        if outcome == .unchanged { StandardStreams.say("quoth: that was recorded already") }
        if (try? archive.speaker(speaker)) == nil {
            let command = group == nil ? "person" : "group"
            StandardStreams.say(
                "quoth: nobody is known as “\(speaker)” yet; quoth \(command) add makes it a name that resolves"
            )
        }
    }
}
