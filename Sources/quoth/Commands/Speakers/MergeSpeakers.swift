import Archive
import ArgumentParser

/// Makes one group or person of two.
struct MergeSpeakers<Choice: SpeakerChoice>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "merge",
            abstract: "Make one \(Choice.word) of two that are the same.",
            discussion: """
                EXAMPLES:
                  quoth \(Choice.word) merge "\(Choice.otherExample)" "\(Choice.example)"

                The names of the first go to the second, and the identifier of the first answers for the second.
                """)
    }

    @Argument(help: "The one that becomes a part of the other: any name, or the identifier.")
    var old: String

    @Argument(help: "The one that stays.")
    var target: String

    @OptionGroup var options: ChangeOptions

    func run() throws {
        let archive = try options.archiveOptions.open()
        let first = try archive.speaker(old, kind: Choice.kind)
        let second = try archive.speaker(target, kind: Choice.kind)
        let merged = try archive.merge(first.id, into: second.id)
        if !options.quiet { StandardStreams.say("quoth: \(merged.displayName) is one now, \(merged.id)") }
    }
}
