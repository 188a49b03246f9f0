import Archive
import ArgumentParser
import EDTF
import Statements

/// The names of a group or a person that is added.
struct NameOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Another name; may be given several times.", valueName: "name"))
    var alias: [String] = []

    @Option(help: ArgumentHelp("The name in another language.", valueName: "name"))
    var translation: [String] = []

    @Option(help: ArgumentHelp("The name in another script.", valueName: "name"))
    var transliteration: [String] = []

    @Option(help: ArgumentHelp("The name of an account.", valueName: "name"))
    var handle: [String] = []

    @Option(
        help: ArgumentHelp(
            "The account, group or channel on Telegram: @name, number or address. Its messages are the speaker's own.",
            valueName: "account"))
    var telegram: [String] = []

    @Option(help: ArgumentHelp("The language of the official name (BCP 47).", valueName: "tag"))
    var language: String?

    @Option(help: "What you want to remember of it.")
    var note: String?

    var names: [Name] {
        alias.map { Name($0) } + translation.map { Name($0, kind: .translation) }
            + transliteration.map { Name($0, kind: .transliteration) }
            + handle.map { Name($0, kind: .handle) } + telegram.compactMap { Account.tie($0) }
    }

    func validate() throws {
        for account in telegram where Account.tie(account) == nil {
            throw ValidationError(
                "--telegram: “\(account)” is no account; give @name, a number, or an address like https://t.me/name."
            )
        }
    }
}

/// How groups and people are listed.
struct ListingOptions: ParsableArguments {
    /// The formats of a listing.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, jsonl
    }

    @Option(help: "How to print it.")
    var format = Format.text

    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var archiveOptions: ArchiveOptions

    var isJSON: Bool { format != .text }

    func print(_ bytes: [UInt8]) throws {
        try outputOptions.open().run { write in try write(bytes) }
    }
}

/// What a command that changes groups and people works on.
struct ChangeOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    @OptionGroup var archiveOptions: ArchiveOptions
}

/// One name, with what is known of it.
struct NameDetails: ParsableArguments {
    @Option(help: "What the name is.")
    var kind = NameKind.alias

    @Option(help: ArgumentHelp("Its language (BCP 47).", valueName: "tag"))
    var language: String?

    @Option(help: ArgumentHelp("When it was the name (EDTF: 2022/..).", valueName: "date"))
    var period: DateArgument?

    func name(_ value: String) -> Name {
        Name(value, kind: kind, language: language, period: period?.date)
    }
}
