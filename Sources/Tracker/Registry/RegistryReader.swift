import EDTF
import Statements
import Yams

/// Takes the nodes of a YAML file for what a registry holds, or says where they are something else.
struct RegistryReader {
    let file: String

    /// The line of a node, from 1.
    func line(_ node: Node) -> Int { node.mark?.line ?? 1 }

    func failure(_ problem: String, at node: Node, _ advice: String) -> TrackerError {
        TrackerError(.badInput, problem, place: "\(file):\(line(node))", advice: advice)
    }

    /// The members of a mapping. With `short`, a text alone stands for a mapping with this member.
    func mapping(
        _ node: Node, keys: Set<String>, of what: String, short: String? = nil
    ) throws(TrackerError) -> [String: Node] {
        if let short, node.scalar != nil { return [short: node] }
        guard let mapping = node.mapping else {
            throw failure(
                "\(what) has no members here", at: node, "give \(keys.sorted().joined(separator: ", "))")
        }
        var members: [String: Node] = [:]
        for (key, value) in mapping {
            guard let name = key.scalar?.string, keys.contains(name) else {
                let given = key.scalar.map { "“\($0.string)”" } ?? "such a key"
                throw failure(
                    "\(what) has no \(given)", at: key, "use \(keys.sorted().joined(separator: ", "))")
            }
            members[name] = value
        }
        return members
    }

    /// The entries of a list; none where there is no list.
    func list(_ node: Node?, of what: String) throws(TrackerError) -> [Node] {
        guard let node, !isNull(node) else { return [] }
        guard let sequence = node.sequence else {
            throw failure("“\(what)” is no list", at: node, "begin each entry with a hyphen")
        }
        return Array(sequence)
    }

    func text(_ node: Node?) throws(TrackerError) -> String? {
        guard let node, !isNull(node) else { return nil }
        guard let scalar = node.scalar else {
            throw failure("a text is wanted here", at: node, "put it in quotation marks")
        }
        return scalar.string
    }

    func required(_ name: String, in members: [String: Node], of node: Node) throws(TrackerError) -> String {
        guard let text = try text(members[name]), !NameKey(folding: text).isEmpty else {
            throw failure("“\(name)” is missing", at: node, "give a name with letters in it")
        }
        return text
    }

    func date(_ node: Node?) throws(TrackerError) -> EDTFDate? {
        guard let node, let text = try text(node) else { return nil }
        guard let date = EDTFDate(text) else {
            throw failure("“\(text)” is no date", at: node, "write it in EDTF, as 2022, 2022-05 or 2022/..")
        }
        return date
    }

    /// What a group and a person have in common.
    func entry(_ node: Node, _ members: [String: Node]) throws(TrackerError) -> RegistryFile.Entry {
        let official = Name(
            try required("name", in: members, of: node), kind: .official,
            language: try text(members["language"]),
            period: try date(members["period"]))
        var entry = RegistryFile.Entry(official: official, line: line(node))
        entry.note = try text(members["note"])
        for node in try list(members["names"], of: "names") {
            let keys: Set = ["name", "kind", "language", "period"]
            let fields = try mapping(node, keys: keys, of: "a name", short: "name")
            entry.names.append(
                Name(
                    try required("name", in: fields, of: node), kind: try kind(fields["kind"]),
                    language: try text(fields["language"]), period: try date(fields["period"])))
        }
        return entry
    }

    private func kind(_ node: Node?) throws(TrackerError) -> NameKind {
        guard let node, let text = try text(node) else { return .alias }
        guard let kind = NameKind(rawValue: text), kind != .official else {
            let kinds = NameKind.allCases.filter { $0 != .official }.map(\.rawValue)
            throw failure("“\(text)” is no kind of name", at: node, "use \(kinds.joined(separator: ", "))")
        }
        return kind
    }

    private func isNull(_ node: Node) -> Bool {
        node.scalar.map { $0.style == .plain && ["", "~", "null"].contains($0.string) } ?? false
    }
}
