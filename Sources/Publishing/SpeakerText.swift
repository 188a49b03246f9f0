import EDTF
import Statements

/// Groups and people for people.
public struct SpeakerText: Sendable {
    private let layout: Layout

    /// Text in a layout.
    public init(layout: Layout) {
        self.layout = layout
    }

    /// A group or a person with all that is known.
    ///
    /// - Parameters:
    ///   - members: of a group, its members.
    ///   - groups: of a person, the groups that the memberships name.
    ///   - remark: how much the speaker has said.
    public func bytes(
        of speaker: Speaker, members: [Person] = [], groups: [Identifier<Speaker>: Speaker] = [:],
        remark: String? = nil
    ) -> [UInt8] {
        var lines = LabelledLines(layout: layout)
        lines.add(speaker.kind.rawValue, speaker.displayName)
        lines.add("", speaker.id.text)
        for name in speaker.names.dropFirst() { lines.add("name", SpeakerText.description(of: name)) }
        for member in members {
            for membership in member.memberships where membership.group == speaker.id {
                lines.add(
                    "member", SpeakerText.described(member.names.first?.value ?? member.id.text, membership))
            }
        }
        if case .person(let person) = speaker {
            for membership in person.memberships {
                let name = groups[membership.group]?.displayName ?? membership.group.text
                lines.add("group", SpeakerText.described(name, membership))
            }
        }
        switch speaker {
        case .group(let group): lines.add("note", group.note)
        case .person(let person): lines.add("note", person.note)
        }
        lines.add("said", remark)
        return Array(lines.text.utf8)
    }

    /// A line for each: identifier, name, other names.
    public func list(_ speakers: [Speaker]) -> [UInt8] {
        let ink = TerminalInk(isColored: layout.isColored)
        var output = ""
        for speaker in speakers {
            let others = speaker.names.dropFirst().map(\.value).joined(separator: ", ")
            output += ink(.quiet, Harmless.forTerminal(speaker.id.text)) + " "
            output += ink(.speaker, Harmless.forTerminal(speaker.displayName))
            output += others.isEmpty ? "\n" : Harmless.forTerminal(" (\(others))") + "\n"
        }
        return Array(output.utf8)
    }

    private static func description(of name: Name) -> String {
        let parts = [
            name.kind == .alias ? nil : name.kind.rawValue, name.language,
            name.period.map { SpokenDate.of($0) },
        ]
        let known = parts.compactMap(\.self).joined(separator: ", ")
        return name.value + (known.isEmpty ? "" : " (\(known))")
    }

    private static func described(_ name: String, _ membership: Membership) -> String {
        let parts = [membership.role, membership.period.map { SpokenDate.of($0) }].compactMap(\.self)
        return parts.isEmpty ? name : "\(name) (\(parts.joined(separator: ", ")))"
    }
}
