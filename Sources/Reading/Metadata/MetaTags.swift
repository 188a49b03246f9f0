/// The `meta` elements of a page, by name.
struct MetaTags {
    private var values: [String: [String]] = [:]

    /// The tags of a page.
    init(of tree: PageTree) {
        for node in tree.elements(.meta) {
            guard let content = tree.value(of: .content, at: node) else { continue }
            for attribute in [PageAttribute.name, .property, .itemprop, .httpEquiv] {
                guard let names = tree.value(of: attribute, at: node)?.lowercased() else { continue }
                for name in names.split(separator: " ") {
                    values[String(name.map { $0 == "." ? ":" : $0 }), default: []].append(content)
                }
            }
        }
    }

    /// The first value of the first of these names that has one; a point in a name counts as a colon.
    func first(_ names: String...) -> String? { first(of: names) }

    /// The first value of the first of these names that has one.
    func first(of names: [String]) -> String? {
        for name in names {
            if let value = values[name]?.first { return value }
        }
        return nil
    }

    /// All values of a name.
    func all(_ name: String) -> [String] { values[name] ?? [] }
}
