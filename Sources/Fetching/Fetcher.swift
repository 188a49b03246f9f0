import Synchronization

/// Fetches documents of the web, within limits and with manners: one request at a time and a rest for each host, as its
/// robots.txt asks, under an honest name.
///
/// A call returns when the document is there, so it is for threads that may wait. Calls at the same time are safe, and
/// share what they learn of a site.
public final class Fetcher: Sendable {
    private let options: FetchOptions
    private let userAgent: String
    private let policy: ConnectionPolicy
    private let timekeeper: any Timekeeper
    private let chance: Mutex<any RandomNumberGenerator & Sendable>
    private let turns = HostTurns()
    private let robots: RobotsCache

    private var limits: FetchLimits { options.limits }

    /// A fetcher; chance decides how long it waits before another try, and names the records that it keeps.
    ///
    /// - Throws: `FetchError` where the contact is none.
    public convenience init(
        _ options: FetchOptions, timekeeper: any Timekeeper = SystemTimekeeper(),
        chance: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
    ) throws(FetchError) {
        try self.init(
            options, policy: options.allowsPrivateHosts ? .any : .publicHosts, timekeeper: timekeeper,
            chance: chance)
    }

    init(
        _ options: FetchOptions, policy: ConnectionPolicy, timekeeper: any Timekeeper,
        chance: any RandomNumberGenerator & Sendable
    ) throws(FetchError) {
        self.options = options
        self.userAgent = try options.userAgent()
        self.policy = policy
        self.timekeeper = timekeeper
        self.chance = Mutex(chance)
        self.robots = RobotsCache(limits: options.limits, timekeeper: timekeeper)
    }

    /// Fetches the document at an address, following redirects. `validators` tells those that are known of an address;
    /// where the document there has not changed since, it is not sent again.
    public func fetch(
        _ address: String, validators: (String) -> Validators? = { _ in nil }
    ) throws(FetchError) -> Fetched {
        var trail = RedirectTrail(from: try WebAddress(address), limit: limits.redirects)
        while true {
            let address = trail.address
            let rules = try rules(for: address)
            let known = validators(address.text)
            let exchange = try exchange(
                address, fields: known?.conditions ?? [], trail.staysOnHost ? .sequel : .document,
                gap: gap(rules))
            try keep(exchange)
            if try trail.follow(exchange) { continue }
            if exchange.status == 304, known?.isEmpty == false { return .unchanged(address: address.text) }
            return .page(try page(of: exchange, behind: trail.passed))
        }
    }

    private func page(of exchange: Exchange, behind hops: [WebAddress]) throws(FetchError) -> Fetched.Page {
        // 203 is a page that a proxy has changed; other successes have no page, or a part of one.
        guard exchange.status == 200 || exchange.status == 203 else { throw .status(of: exchange) }
        let header = exchange.header
        return Fetched.Page(
            address: exchange.address.text, redirects: hops.map(\.text),
            bytes: try exchange.entity(limit: limits.bodyBytes), contentType: header.text(of: "content-type"),
            validators: Validators(header), captured: Int64(exchange.began))
    }

    private func keep(_ exchange: Exchange) throws(FetchError) {
        guard let folder = options.capturesFolder else { return }
        let recording = WARCRecording(makeID: recordID)
        try CapturesFolder(path: folder).add(try recording.records(of: exchange)) {
            recording.info(software: options.program, at: timekeeper.now)
        }
    }

    private func recordID() -> String {
        chance.withLock { chance in
            WARCRecord.id(
                high: .random(in: 0 ... .max, using: &chance), low: .random(in: 0 ... .max, using: &chance))
        }
    }
}

// MARK: - Manners

extension Fetcher {
    private func gap(_ rules: RobotsRules) -> Double {
        max(limits.gap, min(rules.crawlDelay ?? 0, limits.longestCrawlDelay))
    }

    /// The rules of the address's site, if they allow it.
    private func rules(for address: WebAddress) throws(FetchError) -> RobotsRules {
        let rules: RobotsRules
        do throws(FetchError) {
            rules = try robots.rules(of: address.origin) { () throws(FetchError) in
                try lookUpRobots(of: address)
            }
        } catch {
            throw error.whereRulesWereSought(for: address)
        }
        guard rules.allows(address.target) else {
            throw FetchError(
                .robots, at: address.text, "the site's robots.txt asks programs not to fetch this",
                advice: "save the page with a browser and give the file, or ask the publisher")
        }
        return rules
    }

    /// Asks a site for its robots.txt (RFC 9309 §2.3).
    private func lookUpRobots(of site: WebAddress) throws(FetchError) -> RobotsRules {
        var trail = RedirectTrail(from: try site.following("/robots.txt"), limit: limits.redirects)
        while true {
            let address = trail.address
            let exchange = try exchange(address, fields: [], .sequel, gap: 0)
            do throws(FetchError) {
                if try trail.follow(exchange) { continue }
            } catch {
                // Rules that are nowhere to be found forbid nothing.
                return .none
            }
            switch exchange.status {
            case 200..<300:
                let text = try exchange.entity(limit: limits.bodyBytes)
                return RobotsRules(Array(text.prefix(limits.robotsBytes)), robot: robotName)
            case 429, 500...:
                throw FetchError(
                    .robots, at: address.text,
                    "it answers with status \(exchange.status)",
                    advice: "try again later")
            default:
                return .none
            }
        }
    }

    /// The name by which a robots.txt knows the program: its own, without the version.
    private var robotName: String { options.program.prefix { $0 != "/" }.lowercased() }

    /// Asks for an address in the host's turn, and again where that may help.
    private func exchange(
        _ address: WebAddress, fields: [[UInt8]], _ occasion: HostTurn.Occasion, gap: Double
    ) throws(FetchError) -> Exchange {
        let turn = turns.at(address.host)
        var number = 1
        while true {
            var mayRetry = false
            let result: Result<Exchange, FetchError>
            do throws(FetchError) {
                result = .success(
                    try turn.take(
                        number == 1 ? occasion : .sequel, gap: gap, patience: limits.patience,
                        timekeeper: timekeeper,
                        waiting: { options.report(.wait(host: address.host, seconds: $0)) },
                        impatient: { .busy(address, seconds: $0) },
                        exchange: {
                            let (result, quiet) = attempt(address, fields: fields, number: number)
                            mayRetry = quiet > 0
                            return (result, quiet)
                        }))
            } catch {
                result = .failure(error)
            }
            guard mayRetry, number < limits.tries else { return try result.get() }
            number += 1
        }
    }

    /// One try, and how long the host is to be left alone because of what came of it.
    private func attempt(
        _ address: WebAddress, fields: [[UInt8]], number: Int
    ) -> (Result<Exchange, FetchError>, quiet: Double) {
        options.report(.request(address.text))
        let backoff = RetryPolicy(limits: limits).backoff(
            afterTry: number, chance: chance.withLock { Double.random(in: 0..<1, using: &$0) })
        do throws(FetchError) {
            let exchange = try Transfer.run(
                address, userAgent: userAgent, fields: fields, limits: limits, policy: policy,
                began: timekeeper.now)
            guard RetryPolicy.isTransient(status: exchange.status) else { return (.success(exchange), 0) }
            let asked = RetryPolicy.wait(
                retryAfter: exchange.header.text(of: "retry-after"), now: timekeeper.now)
            return (.success(exchange), asked.map { max($0, limits.firstBackoff) } ?? backoff)
        } catch {
            return (.failure(error), RetryPolicy.isTransient(error.kind) ? backoff : 0)
        }
    }
}

extension FetchError {
    /// That a server wants to be left alone for longer than we wait.
    fileprivate static func busy(_ address: WebAddress, seconds: Double) -> FetchError {
        FetchError(
            .busy, at: address.text,
            "\(address.host) asks to be left alone for another \(Int(seconds.rounded(.up))) seconds",
            advice: "try again after that")
    }

    /// What it means for an address that its site's robots.txt can't be had: where no host answers as it should, the
    /// same; else that nobody knows what may be fetched.
    fileprivate func whereRulesWereSought(for address: WebAddress) -> FetchError {
        switch kind {
        case .robots, .status, .redirects, .tooLarge, .damaged:
            FetchError(
                .robots, at: address.text,
                "the site does not tell what programs may fetch; its robots.txt: \(problem)", advice: advice)
        default:
            FetchError(kind, at: address.text, problem, advice: advice)
        }
    }
}
