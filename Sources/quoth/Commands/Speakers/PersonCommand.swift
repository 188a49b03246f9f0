import ArgumentParser
import Statements

/// People and their names.
struct PersonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person",
        abstract: "People who speak: add, list, show, name, member, merge, import.",
        discussion: """
            EXAMPLES:
              quoth person add "Iva Lund" --alias "I. Lund" --group "Harbour Families"
              quoth person member "Iva Lund" "Harbour Families" --role spokeswoman --period 2022/..
              quoth person show "Iva Lund"
              quoth person import registry.yaml

            Names resolve when they are asked for: a name that is added now resolves what was recorded before, \
            too. Spellings, apostrophes, dashes and scripts are told apart no more than a reader would.
            """,
        subcommands: [
            Add.self, ListSpeakers<People>.self, ShowSpeaker<People>.self, NameSpeaker<People>.self,
            Member.self,
            MergeSpeakers<People>.self, ImportRegistry<People>.self,
        ])

    /// Adds a person.
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Add a person, or names to one who is known.",
            discussion: """
                EXAMPLES:
                  quoth person add "Iva Lund" --alias "I. Lund"
                  quoth person add "Olena Tkach" --transliteration "Олена Ткач" --group "Harbour Families"
                """)

        @Argument(help: "The official name.")
        var name: String

        @Option(
            help: ArgumentHelp("A group that the person belongs to; it must be known.", valueName: "name"))
        var group: [String] = []

        @OptionGroup var names: NameOptions
        @OptionGroup var options: ChangeOptions

        func run() throws {
            let archive = try options.archiveOptions.openOrCreate(isQuiet: options.quiet)
            let memberships = try group.map { Membership(group: try archive.speaker($0, kind: .group).id) }
            try SpeakerPresentation(archive: archive).add(
                .person, name, names, memberships: memberships, isQuiet: options.quiet)
        }
    }

    /// Makes a person a member of a group.
    struct Member: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "member",
            abstract: "Make a person a member of a group.",
            discussion: """
                EXAMPLES:
                  quoth person member "Iva Lund" "Harbour Families" --role spokeswoman --period 2022-05/..
                """)

        @Argument(help: "The person: any name, or the identifier.")
        var person: String

        @Argument(help: "The group: any of its names, or its identifier.")
        var group: String

        @Option(help: "What the person is there.")
        var role: String?

        @Option(help: ArgumentHelp("For how long (EDTF: 2022/..).", valueName: "date"))
        var period: DateArgument?

        @OptionGroup var options: ChangeOptions

        func run() throws {
            let archive = try options.archiveOptions.open()
            let member = try archive.speaker(person, kind: .person)
            let membership = Membership(
                group: try archive.speaker(group, kind: .group).id, role: role, period: period?.date)
            let addition = try archive.addMembership(membership, to: member.id)
            SpeakerPresentation(archive: archive).report(addition, isQuiet: options.quiet)
        }
    }
}
