import Archive
import Publishing
import Statements

/// What the commands for groups and for people print.
struct SpeakerPresentation {
    let archive: Archive
    var layout = Layout()

    /// Adds a group or a person, prints the identifier, and tells what was done.
    func add(
        _ kind: SpeakerKind, _ name: String, _ options: NameOptions, memberships: [Membership] = [],
        isQuiet: Bool
    ) throws {
        let addition = try archive.addSpeaker(
            kind, official: Name(name, kind: .official, language: options.language), names: options.names,
            memberships: memberships, note: options.note)
        try Output(path: nil).write("\(addition.speaker.id)\n")
        report(addition, isQuiet: isQuiet)
    }

    /// A speaker with all that is known, and how much was said.
    func bytes(of speaker: Speaker, isJSON: Bool) throws -> [UInt8] {
        if isJSON { return json([speaker]) }
        var members: [Person] = []
        var groups: [Identifier<Speaker>: Speaker] = [:]
        var query = TimelineQuery()
        switch speaker {
        case .group(let group):
            members = try archive.members(of: group.id).compactMap {
                if case .person(let person) = $0 { person } else { nil }
            }
            query.group = group.id.text
        case .person(let person):
            for membership in person.memberships {
                groups[membership.group] = try archive.speaker(membership.group.text, kind: .group)
            }
            query.person = person.id.text
        }
        let summary = try archive.summary(of: query)
        var remark = counted(summary.count, "statement")
        if let first = summary.first, let last = summary.last {
            remark += ", " + SpokenDate.span(from: first.day, to: max(last.day, first.day))
        }
        return SpeakerText(layout: layout).bytes(
            of: speaker, members: members, groups: groups, remark: remark)
    }

    /// Speakers as lines of JSON.
    func json(_ speakers: [Speaker]) -> [UInt8] {
        var json = JSONWriter()
        for speaker in speakers {
            switch speaker {
            case .group(let group): json.group(group)
            case .person(let person): json.person(person)
            }
            json.lineBreak(isEnd: true)
        }
        return json.bytes
    }

    /// What adding something did, for standard error.
    func report(_ addition: Addition, isQuiet: Bool) {
        guard !isQuiet else { return }
        let speaker = addition.speaker
        if addition.isNew {
            StandardStreams.say("quoth: added \(speaker.kind.rawValue) \(speaker.displayName)")
        } else if addition.added == 0 {
            StandardStreams.say("quoth: \(speaker.displayName): all of that was known")
        } else {
            StandardStreams.say("quoth: \(speaker.displayName): added \(counted(addition.added, "entry"))")
        }
        warn(addition.shared)
    }

    /// Warns of names that resolve to nobody because several have them.
    func warn(_ shared: [SharedName]) {
        for name in shared {
            StandardStreams.say(
                "quoth: “\(name.name)” is a name of \(name.other.displayName) (\(name.other.id)), too, and now "
                    + "resolves to neither; give one of them another name, or merge the two")
        }
    }
}
