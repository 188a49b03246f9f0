import Statements

extension JSONWriter {
    /// A group: its identifier, official name, spellings and note.
    public mutating func group(_ group: Group) {
        object { json in
            json.member("id", group.id.text)
            json.names(group.names)
            json.member("note", group.note)
        }
    }

    /// A person: as a group, and the groups that the person belongs to.
    public mutating func person(_ person: Person) {
        object { json in
            json.member("id", person.id.text)
            json.names(person.names)
            json.member("memberships", objects: person.memberships) { json, membership in
                json.member("group", membership.group.text)
                json.member("role", membership.role)
                json.member("period", membership.period?.description)
            }
            json.member("note", person.note)
        }
    }

    private mutating func names(_ names: [Name]) {
        member("name", names.first?.value)
        member("names", objects: names) { json, name in
            json.member("value", name.value)
            json.member("kind", name.kind.rawValue)
            json.member("language", name.language)
            json.member("period", name.period?.description)
        }
    }
}
