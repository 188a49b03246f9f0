import Archive
import ArgumentParser
import Publishing
import Statements
import Tracker

/// The queue of proposals: posts that may be what an article speaks of.
struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Rule on what only a person can tell: which post an article speaks of.",
        discussion: """
            EXAMPLES:
              quoth review
              quoth review accept sta_5tq2ojbw6m4xk3ha sta_ymg4pynueiwnwog4
              quoth review reject sta_5tq2ojbw6m4xk3ha sta_ymg4pynueiwnwog4

            Where an article says that a group posted something, and the words are not in the post, they may be a \
            translation. A ruling is kept for good, whatever is read again; a later one on the same two counts instead.
            """,
        subcommands: [List.self, Accept.self, Reject.self], defaultSubcommand: List.self)

    /// Lists the proposals.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "List the statements of articles that may be posts, each with the posts of that day.",
            discussion: """
                EXAMPLES:
                  quoth review list
                  quoth review list -n 10 --format jsonl
                """)

        @OptionGroup var limit: LimitOption
        @OptionGroup var listing: ListingOptions

        func run() throws {
            let archive = try listing.archiveOptions.openToRead()
            let proposals = try archive.postProposals(limit: limit.number)
            guard !proposals.isEmpty else {
                StandardStreams.say("quoth: there is nothing to review")
                throw ExitStatus.nothingFound
            }
            try listing.print(listing.isJSON ? json(proposals) : text(proposals))
        }

        private func text(_ proposals: [PostProposal]) -> [UInt8] {
            let ink = TerminalInk(isColored: listing.outputOptions.isColored)
            var output = ""
            for (index, proposal) in proposals.enumerated() {
                let statement = proposal.statement
                let words =
                    statement.evidence.first?.quote.segments.map(\.exact).joined(separator: " … ") ?? ""
                if index > 0 { output += "\n" }
                output +=
                    "\(statement.id)  " + ink(.quiet, statement.occasion?.date.map { "\($0)" } ?? "") + "  "
                output += ink(.speaker, Harmless.forTerminal(statement.printedSpeaker ?? "")) + ": "
                output += line(words) + "\n"
                for candidate in proposal.candidates {
                    output += "  may be \(candidate.statement)  \(candidate.address ?? "")\n"
                    output += "         " + line(candidate.text) + "\n"
                }
            }
            return Array(output.utf8)
        }

        private func line(_ text: String) -> String {
            Harmless.forTerminal(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        }

        private func json(_ proposals: [PostProposal]) -> [UInt8] {
            var json = JSONWriter()
            for proposal in proposals {
                json.object { json in
                    json.member("statement", proposal.statement.id.text)
                    json.member("candidates", proposal.candidates.map(\.statement.text))
                }
                json.lineBreak(isEnd: true)
            }
            return json.bytes
        }
    }

    /// Rules that a statement is a post.
    struct Accept: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "accept",
            abstract: "Rule that an article's statement is a post; the timeline shows them as one.",
            discussion: """
                EXAMPLES:
                  quoth review accept sta_5tq2ojbw6m4xk3ha sta_ymg4pynueiwnwog4
                """)

        @OptionGroup var ruling: PostRuling

        func run() throws {
            try ruling.decide { .same($0) }
        }
    }

    /// Rules that a statement is not a post.
    struct Reject: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reject",
            abstract: "Rule that an article's statement is not a post; it is not proposed again.",
            discussion: """
                EXAMPLES:
                  quoth review reject sta_5tq2ojbw6m4xk3ha sta_ymg4pynueiwnwog4
                """)

        @OptionGroup var ruling: PostRuling

        func run() throws {
            try ruling.decide { .distinct($0) }
        }
    }
}

/// What a ruling is on, who rules and why.
struct PostRuling: ParsableArguments {
    @Argument(help: "The article's statement, or the beginning of its identifier.")
    var statement: String

    @Argument(help: "The post's statement, or the beginning of its identifier.")
    var post: String

    @Option(help: "Who rules.")
    var by: String?

    @Option(help: "Why.")
    var reason: String?

    @OptionGroup var archiveOptions: ArchiveOptions

    /// Keeps a ruling.
    func decide(_ ruling: (Identifier<Statement>) -> Decision.Ruling) throws {
        let archive = try archiveOptions.open()
        let (statement, isPost) = try archive.statement(matching: self.statement)
        let post = try archive.statement(matching: self.post)
        if isPost {
            throw ValidationError("“\(self.statement)” is a post; name the article's statement first.")
        }
        if !post.isPost {
            throw ValidationError("“\(self.post)” is no post; name the post after the statement.")
        }
        let decision = try archive.decide(ruling(post.id), on: statement, by: by, reason: reason)
        try Output(path: nil).write("\(decision.id)\n")
    }
}
