import Publishing
import Tracker

/// Where a command's data goes: standard output, a pager, or a file.
final class Output {
    private enum Target {
        case standard
        case pager(Pager)
        case file(WholeFile)
    }

    private let target: Target
    private let needsFilter: Bool

    /// Opens the output. With `isPaged`, a person at a terminal gets a pager; with `isTerminalSafe` false,
    /// what goes to a terminal is made harmless first.
    init(path: String?, isPaged: Bool = false, isTerminalSafe: Bool = true) throws {
        let isTerminal = StandardStreams.isOutputTerminal
        if let path, path != "-" {
            target = .file(try WholeFile(path: path))
            needsFilter = false
        } else if isPaged, isTerminal, let pager = Pager.start() {
            target = .pager(pager)
            needsFilter = !isTerminalSafe
        } else {
            target = .standard
            needsFilter = !isTerminalSafe && isTerminal
        }
    }

    func write(_ bytes: [UInt8]) throws {
        guard !bytes.isEmpty else { return }
        let bytes = needsFilter ? harmless(bytes) : bytes
        switch target {
        case .standard: try StandardStreams.write(bytes, to: STDOUT_FILENO, name: "standard output")
        case .pager(let pager): try pager.write(bytes)
        case .file(let file): try file.write(bytes)
        }
    }

    func write(_ text: String) throws {
        try write(Array(text.utf8))
    }

    /// Ends the output: puts the file in its place, waits for the pager.
    func finish() throws {
        switch target {
        case .standard: break
        case .pager(let pager): pager.finish()
        case .file(let file): try file.finish()
        }
    }

    /// Hands all that `body` writes to the output, and ends it. Where `body` fails, a file stays as it was.
    func run<Result>(_ body: (([UInt8]) throws -> Void) throws -> Result) throws -> Result {
        do {
            let result = try body { try write($0) }
            try finish()
            return result
        } catch {
            // What the reader of a pager has got stays until the reader is done with it.
            if case .pager(let pager) = target { pager.finish() }
            throw error
        }
    }

    private func harmless(_ bytes: [UInt8]) -> [UInt8] {
        Array(Harmless.forTerminal(String(decoding: bytes, as: UTF8.self), keepingLines: true).utf8)
    }
}
