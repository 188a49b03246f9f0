import EDTF
import Statements
import Yams

/// Takes the nodes of a front matter for what it holds, or says where they are something else.
struct FrontMatterReader {
    let file: String

    /// The line of a node in the file: the front matter begins on its second.
    func line(_ node: Node) -> Int { (node.mark?.line ?? 0) + 1 }

    func failure(_ problem: String, _ advice: String, at node: Node) -> GoldError {
        GoldError(file: file, line: line(node), problem: problem, advice: advice)
    }

    /// The whole front matter.
    func root(_ yaml: String) throws(GoldError) -> Node {
        do {
            if let root = try compose(yaml: yaml) { return root }
        } catch {
            throw failure(of: error)
        }
        throw GoldError(
            file: file, line: 1, problem: "the front matter is empty",
            advice: "give genre, outlet, published, speakers and quotes")
    }

    private func failure(of error: any Error) -> GoldError {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return GoldError(
                file: file, line: mark.line + 1, problem: "the front matter is not YAML: \(problem)",
                advice: "correct it")
        case .duplicatedKeysInMapping(let keys, let context):
            return GoldError(
                file: file, line: context.mark.line + 1,
                problem: "a key stands twice: \(keys.joined(separator: ", "))", advice: "keep one of them")
        default:
            return GoldError(
                file: file, line: 1, problem: "the front matter is not YAML", advice: "correct it")
        }
    }

    /// The members of a mapping, whose keys must be among these; if it must be complete, all of them.
    func members(
        _ node: Node, keys: [String], isComplete: Bool = false
    ) throws(GoldError) -> [String: Node] {
        var members: [String: Node] = [:]
        for (key, value) in try pairs(node, of: keys.joined(separator: ", ")) {
            guard let name = key.scalar?.string, keys.contains(name) else {
                let given = key.scalar.map { "“\($0.string)”" } ?? "this"
                throw failure("\(given) is no key here", "use \(keys.joined(separator: ", "))", at: key)
            }
            members[name] = value
        }
        if isComplete, let missing = keys.first(where: { members[$0] == nil }) {
            throw GoldError(
                file: file, line: 1, problem: "“\(missing)” is missing",
                advice: "give \(keys.joined(separator: ", "))")
        }
        return members
    }

    /// The pairs of a mapping; none where nothing is given.
    func pairs(_ node: Node?, of key: String) throws(GoldError) -> [(Node, Node)] {
        guard let node, !isNull(node) else { return [] }
        guard let mapping = node.mapping else {
            throw failure("keys and values are missing: \(key)", "write “key: value”", at: node)
        }
        return mapping.map { ($0.key, $0.value) }
    }

    /// A text that must be there; where it isn't, `place` is where it should be.
    func text(_ node: Node?, of key: String, in place: Node) throws(GoldError) -> String {
        guard let node else { throw failure("“\(key)” is missing", "give it", at: place) }
        guard let text = node.scalar?.string, !text.isEmpty, !isNull(node) else {
            throw failure("“\(key)” is no text", "give one text", at: node)
        }
        return text
    }

    /// A date that must be there.
    func date(_ node: Node?, of key: String, in place: Node) throws(GoldError) -> EDTFDate {
        let text = try text(node, of: key, in: place)
        guard let date = EDTFDate(text) else {
            throw failure(
                "“\(key)” is no date: \(text)", "write it in EDTF, as 2025-03-12 or 2025-03",
                at: node ?? place)
        }
        return date
    }

    /// What stands behind a speaker's name.
    func speaker(_ name: String, _ node: Node) throws(GoldError) -> AnnotatedSpeaker {
        let members = try members(node, keys: ["kind", "aliases"])
        let kind = SpeakerKind(rawValue: try text(members["kind"], of: "kind", in: node))
        guard let kind, kind != .unknown else {
            throw failure(
                "“kind” is neither person nor group", "give one of the two", at: members["kind"] ?? node)
        }
        guard let list = members["aliases"], !isNull(list) else {
            return AnnotatedSpeaker(name: name, kind: kind)
        }
        guard let sequence = list.sequence else {
            throw failure("“aliases” is no list", "write [one, another]", at: list)
        }
        var aliases: [String] = []
        for node in sequence { aliases.append(try text(node, of: "aliases", in: node)) }
        return AnnotatedSpeaker(name: name, kind: kind, aliases: aliases)
    }

    private func isNull(_ node: Node) -> Bool {
        node.scalar.map { $0.style == .plain && ["", "~", "null"].contains($0.string) } ?? false
    }
}
