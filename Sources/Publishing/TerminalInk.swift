/// Colours and weights of a terminal (ECMA-48, SGR), or none.
public struct TerminalInk: Sendable {
    /// What the ink is used for.
    public enum Use: String, Sendable {
        /// The date.
        case date = "36"
        /// A known speaker.
        case speaker = "1"
        /// What stands back: sources, ids, marks.
        case quiet = "2"
        /// The words that prove a statement, in their context.
        case evidence = "7"
        /// What needs attention.
        case warning = "33"
    }

    /// Whether there is any colour.
    public let isColored: Bool

    /// Ink with colours, or without.
    public init(isColored: Bool) {
        self.isColored = isColored
    }

    /// The text, which must be harmless already, in this ink.
    public func callAsFunction(_ use: Use, _ text: String) -> String {
        isColored && !text.isEmpty ? "\u{1B}[\(use.rawValue)m\(text)\u{1B}[0m" : text
    }
}
