import Publishing

/// A line on a terminal that tells how far the work is, and goes away when it is done.
final class ProgressLine {
    private let isShown: Bool
    private var last: time_t = 0
    private var isVisible = false

    init(isQuiet: Bool) {
        isShown = !isQuiet && StandardStreams.isErrorTerminal
    }

    /// Shows the text, at most once a second.
    func show(_ text: String) {
        guard isShown, time(nil) != last else { return }
        last = time(nil)
        isVisible = true
        write("\r\u{1B}[K" + Harmless.forTerminal(text))
    }

    /// Writes a line that stays.
    func say(_ line: String) {
        clear()
        StandardStreams.say(line)
    }

    /// Takes the line away.
    func clear() {
        guard isVisible else { return }
        isVisible = false
        write("\r\u{1B}[K")
    }

    private func write(_ text: String) {
        try? StandardStreams.write(Array(text.utf8), to: STDERR_FILENO, name: "standard error")
    }
}
