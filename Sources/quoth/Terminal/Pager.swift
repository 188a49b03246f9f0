/// The program that shows long output screen by screen.
final class Pager {
    private let process: pid_t
    private let descriptor: Int32

    /// Starts `$PAGER`, or `less -R`; nil where there is none or the user wants none.
    static func start() -> Pager? {
        let wanted = getenv("PAGER").map { String(cString: $0) }
        guard wanted != "", wanted != "cat" else { return nil }
        // What git does: colours pass, short output is not held up, the text stays on the screen.
        if getenv("LESS") == nil { setenv("LESS", "FRX", 1) }
        return wanted.map { Pager(["sh", "-c", $0]) } ?? Pager(["less", "-R"])
    }

    private init?(_ command: [String]) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
        posix_spawn_file_actions_addclose(&actions, ends[0])
        posix_spawn_file_actions_addclose(&actions, ends[1])

        // The pager dies of a closed pipe as programs do; only this one does not.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

        var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var child = pid_t()
        let status = posix_spawnp(&child, command[0], &actions, &attributes, &arguments, environ)
        close(ends[0])
        guard status == 0 else {
            close(ends[1])
            return nil
        }
        (process, descriptor) = (child, ends[1])
        // An interrupt is for the pager, which takes it as the end of a search, and must not lose its input.
        signal(SIGINT, SIG_IGN)
        signal(SIGQUIT, SIG_IGN)
    }

    func write(_ bytes: [UInt8]) throws {
        try StandardStreams.write(bytes, to: descriptor, name: "the pager")
    }

    /// Waits until the reader has closed the pager.
    func finish() {
        close(descriptor)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
}
