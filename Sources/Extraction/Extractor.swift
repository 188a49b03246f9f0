import Statements

/// Finds the statements in a document: whose words, which words, when.
///
/// Pure: no clock, no files, no network. The same document gives the same findings.
public struct Extractor: Sendable {
    /// The name of this engine and its rules. The archive keeps it beside what was read, to know what a better
    /// engine should read again.
    public static let engine = "rules-1"

    /// An engine with the word lists that the program carries.
    public init() {}

    /// What the document says, who said it, and when.
    public func findings(in document: Document) -> Findings {
        Findings()
    }
}
