import Publishing
import Tracker

/// The reader at the other end of a pipe has enough, as in `quoth timeline | head`.
struct ClosedPipe: Error {}

/// Standard output and standard error.
enum StandardStreams {
    /// Makes writing to a closed pipe an error of that write, where it would end the program otherwise.
    static func surviveClosedPipes() {
        signal(SIGPIPE, SIG_IGN)
    }

    /// Whether a person reads standard output.
    static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    /// Whether a person reads standard error.
    static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// The cells of a line of the terminal; nil where standard output is none.
    static var outputWidth: Int? {
        guard isOutputTerminal else { return nil }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Writes a line to standard error, made harmless for a terminal.
    static func say(_ line: String) {
        let text = Harmless.forTerminal(line, keepingLines: true) + "\n"
        try? write(Array(text.utf8), to: STDERR_FILENO, name: "standard error")
    }

    /// Writes all of the bytes.
    static func write(_ bytes: [UInt8], to descriptor: Int32, name: String) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&entry, 1, -1)
            case EPIPE: throw ClosedPipe()
            default:
                throw TrackerError(
                    .inputOutput, "writing failed: " + String(cString: strerror(errno)), place: name,
                    advice: "check the space that is left")
            }
        }
    }
}

/// The `write` of the C library, which a member of that name hides.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
