import EDTF
import Statements
import Yams

/// Groups and people as a researcher lists them in a YAML file; `Config/registry.example.yaml` shows one.
struct RegistryFile: Hashable, Sendable {
    /// A group or a person.
    struct Entry: Hashable, Sendable {
        var official: Name
        var names: [Name] = []
        var note: String?
        var line: Int
    }

    /// That a person belongs to a group, each by a name.
    struct Membership: Hashable, Sendable {
        var person: String
        var group: String
        var role: String?
        var period: EDTFDate?
        var line: Int
    }

    var groups: [Entry] = []
    var people: [Entry] = []
    var memberships: [Membership] = []

    /// Reads a registry.
    ///
    /// - Parameter file: what to call it in messages.
    /// - Throws: `badInput` with the line.
    init(yaml: String, file: String) throws(TrackerError) {
        let root: Node?
        do {
            root = try compose(yaml: yaml)
        } catch {
            throw RegistryFile.failure(of: error, in: file)
        }
        guard let root else { return }
        let reader = RegistryReader(file: file)
        let members = try reader.mapping(root, keys: ["groups", "people"], of: "a registry")
        for node in try reader.list(members["groups"], of: "groups") { try addGroup(node, reader) }
        for node in try reader.list(members["people"], of: "people") { try addPerson(node, reader) }
    }

    private mutating func addGroup(_ node: Node, _ reader: RegistryReader) throws(TrackerError) {
        let keys: Set = ["name", "language", "period", "names", "note", "members"]
        let members = try reader.mapping(node, keys: keys, of: "a group")
        let entry = try reader.entry(node, members)
        groups.append(entry)
        for member in try reader.list(members["members"], of: "members") {
            let fields = try reader.mapping(
                member, keys: ["name", "role", "period"], of: "a member", short: "name")
            memberships.append(
                Membership(
                    person: try reader.required("name", in: fields, of: member), group: entry.official.value,
                    role: try reader.text(fields["role"]), period: try reader.date(fields["period"]),
                    line: reader.line(member)))
        }
    }

    private mutating func addPerson(_ node: Node, _ reader: RegistryReader) throws(TrackerError) {
        let keys: Set = ["name", "language", "period", "names", "note", "groups"]
        let members = try reader.mapping(node, keys: keys, of: "a person")
        let entry = try reader.entry(node, members)
        people.append(entry)
        for group in try reader.list(members["groups"], of: "groups") {
            let fields = try reader.mapping(
                group, keys: ["name", "role", "period"], of: "a group", short: "name")
            memberships.append(
                Membership(
                    person: entry.official.value, group: try reader.required("name", in: fields, of: group),
                    role: try reader.text(fields["role"]), period: try reader.date(fields["period"]),
                    line: reader.line(group)))
        }
    }

    private static func failure(of error: any Error, in file: String) -> TrackerError {
        let advice = "compare it with the example in the manual"
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return TrackerError(
                .badInput, "this is not YAML: \(problem)", place: "\(file):\(mark.line)", advice: advice)
        case .duplicatedKeysInMapping(let keys, let context):
            return TrackerError(
                .badInput, "a key stands twice: \(keys.joined(separator: ", "))",
                place: "\(file):\(context.mark.line)", advice: "keep one of them")
        default:
            return TrackerError(.badInput, "this is not YAML", place: file, advice: advice)
        }
    }
}
