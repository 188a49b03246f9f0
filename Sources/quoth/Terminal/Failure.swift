import Archive
import ArgumentParser
import Tracker

/// How the program ends (sysexits.h, and 1 for “nothing found”).
enum ExitStatus {
    static let nothingFound = ExitCode(1)
    static let usage = ExitCode(64)
    static let badInput = ExitCode(65)
    static let noInput = ExitCode(66)
    static let unreachable = ExitCode(69)
    static let internalError = ExitCode(70)
    static let inputOutput = ExitCode(74)
    static let busy = ExitCode(75)
}

/// Ends the program with a message and a status.
enum Failure {
    /// Ends the program because of `error`.
    static func end(with error: any Error) -> Never {
        switch error {
        case is ClosedPipe:
            exit(0)
        case let error as TrackerError:
            StandardStreams.say("quoth: \(error)")
            exit(status(of: error).rawValue)
        case let error as ArchiveError:
            StandardStreams.say("quoth: \(error)")
            exit(status(of: error).rawValue)
        case is ExitCode:
            Quoth.exit(withError: error)
        default:
            // The parser's own errors know their status; what nobody expected is a fault of the program.
            guard Quoth.exitCode(for: error) == .failure else { Quoth.exit(withError: error) }
            StandardStreams.say("quoth: \(error); this should not happen, please report it")
            exit(ExitStatus.internalError.rawValue)
        }
    }

    /// The exit status for an error.
    static func status(of error: TrackerError) -> ExitCode {
        switch error.kind {
        case .usage: ExitStatus.usage
        case .badInput: ExitStatus.badInput
        case .noInput: ExitStatus.noInput
        case .unreachable: ExitStatus.unreachable
        case .inputOutput: ExitStatus.inputOutput
        case .busy: ExitStatus.busy
        case .notFound: ExitStatus.nothingFound
        }
    }

    private static func status(of error: ArchiveError) -> ExitCode {
        switch error {
        case .busy: ExitStatus.busy
        case .notFound: ExitStatus.noInput
        case .notArchive, .newer, .damaged, .unrecordable: ExitStatus.badInput
        case .outdated, .readOnly, .full, .inputOutput, .refused: ExitStatus.inputOutput
        case .exists, .emptyName, .ambiguousSpeaker, .wrongKind, .ambiguous, .emptySearch: ExitStatus.usage
        case .unknownSpeaker, .unknown, .unknownSource: ExitStatus.nothingFound
        }
    }
}
