import ArgumentParser
import Publishing

/// When colours are used.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto
    case always
    case never
}

extension TimelineFormat: ExpressibleByArgument {}

/// Where the data goes, and whether it has colours.
struct OutputOptions: ParsableArguments {
    @Option(name: [.short, .customLong("output")], help: "Write to this file, whole or not at all.")
    var output: String?

    @Option(help: "Use colours. NO_COLOR in the environment means never.")
    var color = ColorChoice.auto

    @Flag(help: "Show everything at once, without a pager.")
    var noPager = false

    /// Whether the output has colours.
    var isColored: Bool {
        switch color {
        case .always: return true
        case .never: return false
        case .auto:
            guard output == nil, StandardStreams.isOutputTerminal else { return false }
            if let noColor = getenv("NO_COLOR"), noColor[0] != 0 { return false }
            return getenv("TERM").map { String(cString: $0) } != "dumb"
        }
    }

    /// The layout of text. A pipe has no width.
    var layout: Layout {
        Layout(width: output == nil ? StandardStreams.outputWidth : nil, isColored: isColored)
    }

    /// Opens the output.
    func open(isPaged: Bool = true, isTerminalSafe: Bool = true) throws -> Output {
        try Output(path: output, isPaged: isPaged && !noPager, isTerminalSafe: isTerminalSafe)
    }
}
