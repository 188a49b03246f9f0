import ArgumentParser
import EDTF
import Statements

/// Which statements a command is about.
struct QueryOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("What this group said: any of its names, or its identifier.", valueName: "name"))
    var group: String?

    @Option(help: ArgumentHelp("What this person said: any name, or the identifier.", valueName: "name"))
    var person: String?

    @Option(help: ArgumentHelp("What is attributed to this name, known or not.", valueName: "name"))
    var speaker: String?

    @Flag(help: "With --group: what its members said, too.")
    var members = false

    @Option(help: ArgumentHelp("Not before this date (2023, 2023-12, 2023-12-18).", valueName: "date"))
    var since: DateArgument?

    @Option(help: ArgumentHelp("Not after this date.", valueName: "date"))
    var until: DateArgument?

    @Option(
        help: ArgumentHelp("What this source reports: identifier, address or publisher.", valueName: "source")
    )
    var source: String?

    @Option(help: "Only quotes of this kind.")
    var kind: QuoteKind?

    @Option(help: "Only statements of this status; without it, all but the rejected.")
    var status: StatementStatus?

    @OptionGroup var limit: LimitOption

    @Flag(name: .shortAndLong, help: "The latest first.")
    var reverse = false

    func validate() throws {
        if members, group == nil {
            throw ValidationError("--members goes with --group.")
        }
    }

    /// The query, with the words that must stand in the statements.
    func query(words: [String]) -> TimelineQuery {
        var query = TimelineQuery()
        query.words = words.isEmpty ? nil : words.joined(separator: " ")
        query.group = group
        query.person = person
        query.speaker = speaker
        query.includesMembers = members
        query.since = since?.date
        query.until = until?.date
        query.source = source
        query.kind = kind
        query.status = status
        query.limit = limit.number
        query.isReversed = reverse
        return query
    }
}
