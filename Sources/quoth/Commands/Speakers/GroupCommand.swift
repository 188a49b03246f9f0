import ArgumentParser
import Statements

/// Groups and their names.
struct GroupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "group",
        abstract: "Groups that speak: add, list, show, name, merge, import.",
        discussion: """
            EXAMPLES:
              quoth group add "Harbour Families" --alias "Families of the Harbour"
              quoth group name "Harbour Families" "Сім’ї гавані" --kind translation --language uk
              quoth group show "Harbour Families"
              quoth group import registry.yaml

            Names resolve when they are asked for: a name that is added now resolves what was recorded before, \
            too. Spellings, apostrophes, dashes and scripts are told apart no more than a reader would.
            """,
        subcommands: [
            Add.self, ListSpeakers<Groups>.self, ShowSpeaker<Groups>.self, NameSpeaker<Groups>.self,
            MergeSpeakers<Groups>.self, ImportRegistry<Groups>.self,
        ])

    /// Adds a group.
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Add a group, or names to one that is known.",
            discussion: """
                EXAMPLES:
                  quoth group add "Harbour Families" --alias "Families of the Harbour"
                  quoth group add "Harbour Families" --telegram @harbour_families --telegram 1900000001
                  quoth group add "Сім’ї гавані" --language uk --translation "Harbour Families"
                """)

        @Argument(help: "The official name.")
        var name: String

        @OptionGroup var names: NameOptions
        @OptionGroup var options: ChangeOptions

        func run() throws {
            let archive = try options.archiveOptions.openOrCreate(isQuiet: options.quiet)
            try SpeakerPresentation(archive: archive).add(.group, name, names, isQuiet: options.quiet)
        }
    }
}
