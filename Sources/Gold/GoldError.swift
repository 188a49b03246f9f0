/// What is wrong with an annotated text, where, and what to do about it.
public struct GoldError: Error, Hashable, Sendable {
    /// The file.
    public var file: String
    /// The line, from 1, where one is known.
    public var line: Int?
    /// What is wrong, as a sentence without its full stop.
    public let problem: String
    /// What to do, as a sentence without its full stop.
    public let advice: String
    /// Whether there is no such file.
    public let isMissing: Bool

    /// An error at a place.
    public init(
        file: String, line: Int? = nil, problem: String, advice: String, isMissing: Bool = false
    ) {
        self.isMissing = isMissing
        self.file = file
        self.line = line
        self.problem = problem
        self.advice = advice
    }
}

extension GoldError: CustomStringConvertible {
    /// Place, problem and advice in one line: `ferry.txt:12: quote 3 is not listed; list it under “quotes”`.
    public var description: String {
        file + (line.map { ":\($0)" } ?? "") + ": " + problem + "; " + advice
    }
}
