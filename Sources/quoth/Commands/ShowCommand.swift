import Archive
import ArgumentParser
import EDTF
import Publishing
import Statements
import Tracker

/// Shows one thing, by its identifier.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a statement with its evidence, a source, a group or a person.",
        discussion: """
            EXAMPLES:
              quoth show sta_5tq2ojbw6m4xk3ha
              quoth show sta_5tq
              quoth show src_kq6w --format json

            An identifier may be cut short as long as it tells one thing from all others. The words that prove a \
            statement are highlighted in their paragraph; without colours they stand between ⟦ and ⟧.
            """)

    @Argument(help: "The identifier, or its beginning: sta_…, quo_…, src_…, ver_…, grp_… or per_….")
    var id: String

    @Option(help: "How to print it.")
    var format = TimelineFormat.text

    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var archiveOptions: ArchiveOptions

    func run() throws {
        let archive = try archiveOptions.openToRead()
        let found = try archive.find(id)
        let output = try outputOptions.open(isTerminalSafe: format.isTerminalSafe)
        try output.run { write in try write(bytes(of: found, in: archive)) }
    }

    private func bytes(of found: Found, in archive: Archive) throws -> [UInt8] {
        let layout = outputOptions.layout
        switch found {
        case .statement(let timeline):
            if format == .text {
                return EvidenceText(layout: layout).bytes(of: timeline)
                    + (try candidates(for: timeline, in: archive))
            }
            return format.writer(layout: layout).bytes(of: timeline)
        case .quote(let quote, let timeline):
            if format == .text { return EvidenceText(layout: layout).bytes(of: timeline, only: quote) }
            return format.writer(layout: layout).bytes(of: timeline)
        case .source(let held):
            return bytes(of: held)
        case .speaker(let speaker):
            return try SpeakerPresentation(archive: archive, layout: layout).bytes(
                of: speaker, isJSON: format == .json || format == .jsonl)
        }
    }

    /// The posts that may be what an article speaks of, for a person to look at.
    private func candidates(for timeline: Timeline, in archive: Archive) throws -> [UInt8] {
        var lines: [String] = []
        for statement in timeline.statements {
            for candidate in try archive.postCandidates(for: statement) {
                let words = candidate.text.prefix(60).replacing("\n", with: " ")
                lines.append(
                    "may be      \(candidate.statement)  \(candidate.address ?? "")  "
                        + Harmless.forTerminal(words + (candidate.text.count > 60 ? "…" : "")))
            }
        }
        return lines.isEmpty ? [] : Array(("\n" + lines.joined(separator: "\n") + "\n").utf8)
    }

    private static func remark(on capture: HeldSource.Capture) -> String {
        let edited = capture.edited.flatMap { EDTFDate("\(Instant(seconds: $0))") }.map { SpokenDate.of($0) }
        let remark = capture.isLatest ? "read by \(capture.engine)" : "superseded"
        return edited.map { "edited \($0), \(remark)" } ?? remark
    }

    private func bytes(of held: HeldSource) -> [UInt8] {
        let versions = held.captures.map(\.version)
        switch format {
        case .text:
            let described = held.captures.map { capture in
                (version: capture.version, remark: ShowCommand.remark(on: capture))
            }
            return SourceText(layout: outputOptions.layout).bytes(
                of: held.source, versions: described, facts: MessageFacts(of: held.message).lines,
                timeline: held.timeline)
        case .json, .jsonl:
            var json = JSONWriter()
            json.source(held.source, versions: versions.map { (id: $0.id, sha256: $0.sha256) })
            json.lineBreak(isEnd: true)
            return json.bytes
        default:
            return format.writer(layout: outputOptions.layout).bytes(of: held.timeline)
        }
    }
}
