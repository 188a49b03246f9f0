import Archive
import ArgumentParser

/// Shows a group or a person.
struct ShowSpeaker<Choice: SpeakerChoice>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: "Show a \(Choice.word): names, memberships, and how much was said.",
            discussion: """
                EXAMPLES:
                  quoth \(Choice.word) show "\(Choice.example)"
                """)
    }

    @Argument(help: "Any of its names, or its identifier.")
    var name: String

    @OptionGroup var listing: ListingOptions

    func run() throws {
        let archive = try listing.archiveOptions.openToRead()
        let speaker = try archive.speaker(name, kind: Choice.kind)
        let presentation = SpeakerPresentation(archive: archive, layout: listing.outputOptions.layout)
        try listing.print(try presentation.bytes(of: speaker, isJSON: listing.isJSON))
    }
}
