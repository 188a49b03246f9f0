/// Why a use case could not do its work, where, and what to do about it.
public struct TrackerError: Error, Hashable, Sendable {
    /// What kind of trouble it is; a command line makes an exit status of it, a server a response code.
    public enum Kind: Hashable, Sendable {
        /// What was asked for makes no sense.
        case usage
        /// The input is not what it should be.
        case badInput
        /// There is no such input.
        case noInput
        /// An address cannot be reached.
        case unreachable
        /// Reading or writing failed.
        case inputOutput
        /// Another process holds the archive.
        case busy
        /// There is nothing with that name or identifier.
        case notFound
    }

    /// The kind of trouble.
    public let kind: Kind
    /// What is wrong, as a sentence without its full stop.
    public let problem: String
    /// Where: a file, with a line where one is known.
    public let place: String?
    /// What to do, as a sentence without its full stop.
    public let advice: String?

    /// An error with its place and advice.
    public init(_ kind: Kind, _ problem: String, place: String? = nil, advice: String? = nil) {
        self.kind = kind
        self.problem = problem
        self.place = place
        self.advice = advice
    }
}

extension TrackerError: CustomStringConvertible {
    /// Place, problem and advice in one line.
    public var description: String {
        (place.map { $0 + ": " } ?? "") + problem + (advice.map { "; " + $0 } ?? "")
    }
}
