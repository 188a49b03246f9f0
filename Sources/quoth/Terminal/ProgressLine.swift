import Publishing
import Synchronization

/// A line on a terminal that tells how far the work is, and goes away when it is done. Any thread may write to it.
final class ProgressLine: Sendable {
    private struct State {
        var last: time_t = 0
        var isVisible = false

        /// Takes the line away.
        mutating func clear() {
            guard isVisible else { return }
            isVisible = false
            write("\r\u{1B}[K")
        }

        func write(_ text: String) {
            try? StandardStreams.write(Array(text.utf8), to: STDERR_FILENO, name: "standard error")
        }
    }

    private let isShown: Bool
    private let state = Mutex(State())

    init(isQuiet: Bool) {
        isShown = !isQuiet && StandardStreams.isErrorTerminal
    }

    /// Shows the text, at most once a second.
    func show(_ text: String) {
        guard isShown else { return }
        state.withLock { state in
            guard time(nil) != state.last else { return }
            state.last = time(nil)
            state.isVisible = true
            state.write("\r\u{1B}[K" + Harmless.forTerminal(text))
        }
    }

    /// Writes a line that stays.
    func say(_ line: String) {
        state.withLock { state in
            state.clear()
            StandardStreams.say(line)
        }
    }

    /// Takes the line away.
    func clear() {
        state.withLock { $0.clear() }
    }
}
