/// How addresses are fetched.
public struct FetchOptions: Sendable {
    /// What the program is called, and its version, as servers are told (“Quoth/0.1.0”).
    public var program: String
    /// Where the people who run it can be reached: an address of mail or of the web.
    public var contact: String?
    /// Whether hosts on this machine and in private networks may be asked, too.
    public var allowsPrivateHosts = false
    /// The folder in which what was received is kept, as WARC; nil to keep nothing.
    public var capturesFolder: String?
    /// What is too much and too long.
    public var limits = FetchLimits()
    /// Is told what happens on the way.
    public var report: @Sendable (FetchEvent) -> Void = { _ in }

    /// The manners and limits that are the rule, for a program of this name and version.
    public init(program: String) {
        self.program = program
    }

    /// What a server sees of us: who we are, and where we can be reached.
    ///
    /// - Throws: `FetchError.Kind.address` where the contact would break the line that it stands in.
    func userAgent() throws(FetchError) -> String {
        guard let contact else { return program }
        let isPlain = contact.unicodeScalars.allSatisfy { (0x21...0x7E).contains($0.value) }
        guard isPlain, !contact.isEmpty, !contact.contains(where: { "()\\".contains($0) }) else {
            throw FetchError(
                .address, at: contact, "this is no contact that a server could be told",
                advice: "give an address of mail or of the web, without spaces and parentheses")
        }
        return "\(program) (+\(contact))"
    }
}

/// What happens while an address is fetched.
public enum FetchEvent: Hashable, Sendable {
    /// A request is sent to this address.
    case request(String)
    /// Before it asks this host again, the program waits so many seconds.
    case wait(host: String, seconds: Double)
}

/// What is too much, and what is too long. Times are in seconds.
public struct FetchLimits: Hashable, Sendable {
    /// The bytes of a body, packed and unpacked each.
    public var bodyBytes = 20_000_000
    /// The bytes of the header of an answer.
    public var headerBytes = 256 << 10
    /// The time for one answer.
    public var totalTime = 30.0
    /// The time for a connection.
    public var connectTime = 10.0
    /// An answer that comes with fewer bytes a second than this, for `lowSpeedTime`, is given up.
    public var lowSpeedBytes = 1_000
    /// See `lowSpeedBytes`.
    public var lowSpeedTime = 15.0
    /// How many redirects are followed.
    public var redirects = 5
    /// How often an address is asked for, the first time included.
    public var tries = 3
    /// The rest that a host gets between two documents.
    public var gap = 2.0
    /// The longest rest that the site's robots.txt can ask for.
    public var longestCrawlDelay = 30.0
    /// The wait after the first failure, without what chance adds; it doubles with each.
    public var firstBackoff = 1.0
    /// How long we wait where a server asks us to (`Retry-After`); where it asks for more, we give up.
    public var patience = 120.0
    /// How much of a robots.txt is read: RFC 9309 §2.5 wants no less.
    public var robotsBytes = 500 << 10
    /// How long the rules of a site are good (RFC 9309 §2.4).
    public var robotsTime = 86_400.0
    /// How long it is remembered that they could not be had.
    public var robotsFailureTime = 600.0

    /// The rule.
    public init() {}
}
