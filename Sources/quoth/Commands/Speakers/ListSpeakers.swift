import Archive
import ArgumentParser
import Publishing

/// Lists the groups or the people.
struct ListSpeakers<Choice: SpeakerChoice>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: "List the \(Choice.plural) that are known.",
            discussion: """
                EXAMPLES:
                  quoth \(Choice.word) list
                  quoth \(Choice.word) list --format jsonl | jq -r .name
                """)
    }

    @OptionGroup var listing: ListingOptions

    func run() throws {
        let archive = try listing.archiveOptions.openToRead()
        let speakers = try archive.speakers(Choice.kind)
        guard !speakers.isEmpty else {
            StandardStreams.say("quoth: no \(Choice.word) is known; quoth \(Choice.word) add adds one")
            throw ExitStatus.nothingFound
        }
        let layout = listing.outputOptions.layout
        try listing.print(
            listing.isJSON
                ? SpeakerPresentation(archive: archive).json(speakers)
                : SpeakerText(layout: layout).list(speakers))
    }
}
