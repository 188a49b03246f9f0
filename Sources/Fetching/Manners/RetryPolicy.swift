import CCurl

/// When an address is asked for again, and after what wait.
struct RetryPolicy: Sendable {
    let limits: FetchLimits
    /// No server means more than this many seconds, thirty years, and no sum of times gets out of hand.
    private static let longestWait = 1e9

    /// Whether a server that answers so may answer otherwise soon: it has too much to do, or something behind it is
    /// out of order. No other status of 400 and above changes by being asked again.
    static func isTransient(status: Int) -> Bool {
        [429, 500, 502, 503, 504].contains(status)
    }

    /// Whether a failure without an answer may pass. A time-out has cost enough; a name, a port or a certificate
    /// that is wrong stays so.
    static func isTransient(_ kind: FetchError.Kind) -> Bool {
        kind == .broken
    }

    /// The wait after the failed try of this number, which counts from 1: it doubles with each, and chance adds up to
    /// as much again, so that not all who failed together come back together.
    func backoff(afterTry number: Int, chance: Double) -> Double {
        let base = limits.firstBackoff * Double(1 << min(number - 1, 16))
        return base * (1 + chance)
    }

    /// The wait that a server asks for: seconds, or a date (RFC 9110 §10.2.3); nil where it asks for none.
    static func wait(retryAfter value: String?, now: Double) -> Double? {
        guard let value else { return nil }
        if let seconds = Int(value) { return seconds < 0 ? nil : min(Double(seconds), longestWait) }
        // A sign or a fraction is no number of seconds, and libcurl would find a date in it.
        guard value.contains(where: \.isLetter) else { return nil }
        let date = ccurl_getdate(value)
        return date < 0 ? nil : min(max(0, Double(date) - now), longestWait)
    }
}
