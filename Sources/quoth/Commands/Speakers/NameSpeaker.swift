import Archive
import ArgumentParser

/// Adds a name to a group or a person.
struct NameSpeaker<Choice: SpeakerChoice>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "name",
            abstract: "Add a name to a \(Choice.word).",
            discussion: """
                EXAMPLES:
                  quoth \(Choice.word) name "\(Choice.example)" "\(Choice.otherExample)"
                  quoth \(Choice.word) name "\(Choice.example)" "@example" --kind handle --period 2023/..
                """)
    }

    @Argument(help: "Any name that is known, or the identifier.")
    var speaker: String

    @Argument(help: "The name to add.")
    var name: String

    @OptionGroup var details: NameDetails
    @OptionGroup var options: ChangeOptions

    func run() throws {
        let archive = try options.archiveOptions.open()
        let known = try archive.speaker(speaker, kind: Choice.kind)
        let addition = try archive.addName(details.name(name), to: known.id)
        SpeakerPresentation(archive: archive).report(addition, isQuiet: options.quiet)
    }
}
