import ArgumentParser
import Tracker

/// Imports groups and people from a file; the same for both commands.
struct ImportRegistry<Choice: SpeakerChoice>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import",
            abstract: "Import groups and people from a YAML file.",
            discussion: """
                EXAMPLES:
                  quoth \(Choice.word) import registry.yaml
                  quoth \(Choice.word) import - < registry.yaml

                The file lists groups and people, with their names and memberships:

                  groups:
                    - name: Harbour Families
                      names: [Families of the Harbour]
                      members:
                        - {name: Iva Lund, role: spokeswoman, period: 2022/..}

                All of it is checked before any of it is imported, and importing it again changes nothing.
                """)
    }

    private static var sizeLimit: Int { 16 << 20 }

    @Argument(help: "The file; - is standard input.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @OptionGroup var options: ChangeOptions

    func run() throws {
        var input = file == "-" ? ByteInput.standardInput() : try ByteInput(path: file)
        let name = input.name
        let bytes = try input.rest(limit: Self.sizeLimit)
        guard let yaml = String(validating: bytes, as: UTF8.self) else {
            throw TrackerError(.badInput, "this is not UTF-8", place: name, advice: "save the file as UTF-8")
        }
        let registry = try RegistryImport(yaml: yaml, name: name)
        let archive = try options.archiveOptions.openOrCreate(isQuiet: options.quiet)
        let counts = try registry.run(into: archive)
        guard !options.quiet else { return }
        try Output(path: nil).write(
            "\(counts.added) added, \(counts.completed) completed, \(counts.unchanged) unchanged\n")
        SpeakerPresentation(archive: archive).warn(counts.shared)
    }
}
