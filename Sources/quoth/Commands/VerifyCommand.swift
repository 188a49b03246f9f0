import Archive
import ArgumentParser
import Publishing
import Tracker

/// Proves the archive.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Prove that every quote stands, letter for letter, in its source.",
        discussion: """
            EXAMPLES:
              quoth verify
              quoth verify --archive harbour.sqlite && echo proved

            Every text is held against the hash under which it was recorded, and every quote against its text. \
            What is not as it was recorded is named on standard output, a line each, and the exit status is 1.
            """)

    @OptionGroup var archiveOptions: ArchiveOptions

    @Flag(name: .shortAndLong, help: "Say nothing; the exit status tells.")
    var quiet = false

    func run() throws {
        let archive = try archiveOptions.openToRead()
        let output = try Output(path: nil)
        let summary = try archive.verify { failure in
            if !quiet { try output.write(line(for: failure) + "\n") }
        }
        if summary.failures == 0 {
            if quiet { return }
            return try output.write(
                """
                proved: \(counted(summary.quotes, "quote")) in \(counted(summary.versions, "version")) of \
                \(counted(summary.sources, "source")), letter for letter

                """)
        }
        if !quiet {
            StandardStreams.say(
                "quoth: \(counted(summary.failures, "failure")); the archive is not as it was recorded: go back "
                    + "to a copy of it")
        }
        throw ExitStatus.nothingFound
    }

    /// Where it fails, what, and what stands there.
    private func line(for failure: VerificationFailure) -> String {
        let ids = [failure.source?.text, failure.version?.text, failure.quote?.text].compactMap(\.self)
        var line = ids.joined(separator: " ")
        if let offset = failure.offset { line += " at \(offset)" }
        line += (line.isEmpty ? "" : ": ") + problem(of: failure.kind)
        if let expected = failure.expected { line += ", expected “\(shortened(expected))”" }
        if let found = failure.found { line += ", found “\(shortened(found))”" }
        return Harmless.forTerminal(line)
    }

    private func problem(of kind: VerificationFailure.Kind) -> String {
        switch kind {
        case .text: "the text is not the one that was recorded"
        case .segment: "the quote does not stand there"
        case .cue: "the cue does not stand there"
        case .attribution: "the attribution does not stand there"
        case .identifier: "the identifier is not that of the content"
        case .paragraph: "a paragraph lies outside the text"
        case .reference: "what it refers to is missing"
        case .name: "the key of the name is not that of its spelling"
        case .search: "the search index does not agree with the statements"
        case .file: "the file is damaged"
        }
    }

    private func shortened(_ text: String) -> String {
        text.count > 80 ? text.prefix(79) + "…" : text
    }
}

/// “1 quote”, “2 quotes”.
func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
}
