import Foundation
import TestSupport

#if canImport(Glibc)
    import Glibc
#endif

/// The built program, run as a user runs it: in a folder, with arguments, with files for the standard streams.
struct Program {
    /// How a run ended.
    struct Run {
        let status: Int32
        let output: String
        let errors: String

        var lines: [String] {
            output.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
        }
    }

    /// The product beside the bundle of the tests.
    static let path: String = {
        let own =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments[0]
        return (own as NSString).deletingLastPathComponent + "/quoth"
    }()

    let folder: TemporaryFolder
    var environment: [String: String] = [:]

    /// Runs the program to its end.
    @discardableResult
    func callAsFunction(_ arguments: String..., input: String = "") throws -> Run {
        try run([Program.path] + arguments, input: input)
    }

    /// Runs a line of shell, in which `quoth` is the program.
    func shell(_ line: String, input: String = "") throws -> Run {
        try run(["/bin/sh", "-c", "quoth() { '\(Program.path)' \"$@\"; }; " + line], input: input)
    }

    func run(_ command: [String], input: String = "") throws -> Run {
        let streams = TemporaryFolder()
        try Data(input.utf8).write(to: URL(fileURLWithPath: streams.path + "/in"))
        let process = try start(
            command, input: streams.path + "/in", output: streams.path + "/out", errors: streams.path + "/err"
        )
        return Run(
            status: Program.wait(for: process), output: try streams.read("out"),
            errors: try streams.read("err"))
    }

    /// Starts a process whose streams are files.
    func start(_ command: [String], input: String, output: String, errors: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        let flags = O_WRONLY | O_CREAT | O_APPEND
        posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, flags, 0o600)

        let inherited = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
        let settings = inherited.merging(["LC_ALL": "C.UTF-8", "TERM": "xterm"]) { $1 }.merging(environment) {
            $1
        }
        // The shell goes to the folder, and then becomes the command.
        let inFolder = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder.path] + command
        var arguments: [UnsafeMutablePointer<CChar>?] = inFolder.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = settings.map { strdup("\($0)=\($1)") } + [nil]
        defer { for pointer in arguments + variables { free(pointer) } }
        var process = pid_t()
        let status = posix_spawn(&process, inFolder[0], &actions, nil, &arguments, &variables)
        guard status == 0 else { throw CocoaError(.executableNotLoadable, userInfo: ["command": command]) }
        return process
    }

    /// The exit status of a process; for one that a signal ended, 128 and the signal.
    static func wait(for process: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
}
