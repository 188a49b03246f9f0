import ArgumentParser
import Foundation
import Reading
import Tracker

/// What the user knows of exports of messages.
struct MessageArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Of an export of messages, read this chat: its name, number or @name; may be given several times.",
            valueName: "chat"))
    var chat: [String] = []

    @Option(
        help: ArgumentHelp(
            "The zone of the clock in exports that don't tell instants (Europe/Berlin).", valueName: "zone"))
    var exportTz: String?

    var selection: ChatSelection { ChatSelection(chat) }

    /// The same, as Reading takes it.
    var options: MessageOptions {
        get throws {
            var options = MessageOptions()
            guard let exportTz else { return options }
            guard let zone = TimeZone(identifier: exportTz) else {
                throw ValidationError(
                    "--export-tz: there is no zone “\(exportTz)”; give one like Europe/Berlin.")
            }
            options.instant = { clock in
                // The offset at an instant; near a change of the clock, the one that holds after the first guess.
                let guess =
                    clock - Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(clock))))
                return clock - Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(guess))))
            }
            return options
        }
    }
}
