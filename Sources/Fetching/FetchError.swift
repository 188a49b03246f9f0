/// Why an address could not be fetched, which, and what to do about it.
public struct FetchError: Error, Hashable, Sendable {
    /// What kind of trouble it is.
    public enum Kind: Hashable, Sendable {
        /// What was given is no address that can be fetched.
        case address
        /// The host is at an address of this machine or of a private network.
        case forbiddenHost
        /// The site's robots.txt does not let us, or can't be had.
        case robots
        /// There is no such host.
        case unknownHost
        /// There is no connection, or no HTTP on it.
        case unreachable
        /// The connection broke before the answer was whole.
        case broken
        /// The host's certificate proves nothing.
        case certificate
        /// It took too long.
        case timedOut
        /// It is larger than we take.
        case tooLarge
        /// Redirects that lead nowhere.
        case redirects
        /// The server answered with this status of HTTP, and no page.
        case status(Int)
        /// The answer can't be unpacked.
        case damaged
        /// The server wants to be left alone for longer than we wait.
        case busy
        /// libcurl is not there.
        case library
        /// A capture could not be kept.
        case captures
    }

    /// What kind of trouble it is.
    public let kind: Kind
    /// The address; where redirects were followed, the one that they led to.
    public let address: String
    /// What is wrong, as a sentence without its full stop.
    public let problem: String
    /// What to do, as a sentence without its full stop.
    public let advice: String

    init(_ kind: Kind, at address: String, _ problem: String, advice: String) {
        self.kind = kind
        self.address = address
        self.problem = problem
        self.advice = advice
    }
}

extension FetchError: CustomStringConvertible {
    /// Address, problem and advice in one line.
    public var description: String { "\(address): \(problem); \(advice)" }
}
