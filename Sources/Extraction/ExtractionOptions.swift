/// How documents are read for statements.
public struct ExtractionOptions: Hashable, Sendable {
    /// Whether only rules and word lists are used, and no learned model.
    public var rulesOnly: Bool
    /// Whether beliefs, intentions and perceptions count as statements. They are found either way.
    public var includesBeliefs: Bool

    /// Options; without arguments, those of a plain run.
    public init(rulesOnly: Bool = false, includesBeliefs: Bool = false) {
        self.rulesOnly = rulesOnly
        self.includesBeliefs = includesBeliefs
    }
}
