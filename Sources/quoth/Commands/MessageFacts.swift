import Archive
import EDTF
import Publishing
import Statements

/// What is known of a message beside its words, for people.
struct MessageFacts {
    /// A label and what is known, line by line.
    let lines: [(label: String, text: String?)]

    init(of message: HeldMessage?) {
        guard let message else {
            lines = []
            return
        }
        let details = message.details
        lines = [
            ("number", String(message.number)),
            ("author", message.author),
            ("signed", details?.signature),
            ("forwarded", details?.forward.map(MessageFacts.text)),
            ("answers", details?.reply.map { "message \($0.message)" + ($0.peer.map { " of \($0)" } ?? "") }),
            ("action", details?.service.map { $0.action + ($0.title.map { ", “\($0)”" } ?? "") }),
            ("media", details?.media.map(MessageFacts.text)),
            (
                "reactions",
                details?.reactions.map { $0.map { "\($0.label) \($0.count)" }.joined(separator: ", ") }
            ),
            ("lost", details?.losses?.joined(separator: ", ")),
            ("text", details?.isGarbled == true ? "looks garbled: UTF-8 taken for Windows-1252" : nil),
            ("clock", message.posted?.basis == .unknownZone ? "of an unknown zone" : nil),
            ("withheld", message.isWithheld ? "from exports: a private chat, or a person" : nil),
            ("absent", message.absence.map(MessageFacts.text)),
        ]
    }

    private static func text(of forward: MessageDetails.Forward) -> String {
        let parts = [
            forward.message.map { "message \($0)" }, forward.signature.map { "signed \($0)" },
            forward.posted.map { "posted " + day(of: $0) },
        ].compactMap(\.self)
        return parts.isEmpty ? "yes" : parts.joined(separator: ", ")
    }

    private static func text(of media: MessageDetails.Media) -> String {
        let place = media.path ?? media.missing.map { "not there: \($0)" }
        return [media.kind, place, media.sha256.map { "SHA-256 \($0)" }].compactMap(\.self).joined(
            separator: ", ")
    }

    private static func text(of absence: HeldMessage.Absence) -> String {
        let numbers = "\(absence.numbers.lowerBound)–\(absence.numbers.upperBound)"
        return
            "not in the export that came on \(day(of: absence.captured)), which holds messages \(numbers), "
            + "\(day(of: absence.posted.lowerBound)) – \(day(of: absence.posted.upperBound))"
    }

    private static func day(of seconds: Int64) -> String {
        SpokenDate.of(EDTFDate(day: Instant(seconds: seconds).day))
    }
}
