import Archive
import ArgumentParser
import Publishing
import Statements
import Tracker

/// Lists printed names that resolve to nobody.
struct NamesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "names",
        abstract: "List the printed names that resolve to nobody yet, most frequent first.",
        discussion: """
            EXAMPLES:
              quoth names
              quoth names -n 20
              quoth names --format jsonl | jq -r .name

            Each name comes with the number of statements that are attributed to it. Add a name to a group or a \
            person, and all of these statements resolve: quoth group name "Harbour Families" "the Families".
            """)

    @OptionGroup var limit: LimitOption
    @OptionGroup var listing: ListingOptions

    func run() throws {
        let archive = try listing.archiveOptions.openToRead()
        let names = try archive.unresolvedNames(limit: limit.number)
        guard !names.isEmpty else {
            StandardStreams.say("quoth: every printed name resolves")
            throw ExitStatus.nothingFound
        }
        try listing.print(listing.isJSON ? json(names) : text(names))
    }

    private func text(_ names: [PrintedName]) -> [UInt8] {
        let ink = TerminalInk(isColored: listing.outputOptions.isColored)
        let width = names.map { String($0.statements).count }.max() ?? 1
        var output = ""
        for name in names {
            let count = String(name.statements)
            output += String(repeating: " ", count: width - count.count) + count + "  "
            output += ink(.speaker, Harmless.forTerminal(name.name))
            if let span = name.span {
                output += ink(
                    .quiet, "  " + SpokenDate.span(from: span.lowerBound.day, to: span.upperBound.day))
            }
            if !name.candidates.isEmpty {
                output += ink(.warning, "  \(name.candidates.count) have this name")
            }
            output += "\n"
        }
        return Array(output.utf8)
    }

    private func json(_ names: [PrintedName]) -> [UInt8] {
        var json = JSONWriter()
        for name in names {
            json.object { json in
                json.member("name", name.name)
                json.member("statements", name.statements)
                json.member("first", name.span?.lowerBound.day.description)
                json.member("last", name.span?.upperBound.day.description)
                json.member("candidates", name.candidates.map(\.text))
            }
            json.lineBreak(isEnd: true)
        }
        return json.bytes
    }
}
