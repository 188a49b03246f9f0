/// The addresses that redirects led through, from the one that was asked for to the one that is asked for now.
struct RedirectTrail {
    /// The addresses before the present one.
    private(set) var passed: [WebAddress] = []
    /// The present one.
    private(set) var address: WebAddress
    private let limit: Int

    /// A trail that begins here, and may have so many redirects.
    init(from address: WebAddress, limit: Int) {
        (self.address, self.limit) = (address, limit)
    }

    /// Whether the present address is on the host that was asked just now.
    var staysOnHost: Bool { passed.last?.host == address.host }

    /// Goes on to where an answer of the present address leads; false where it is no redirect.
    ///
    /// - Throws: `FetchError.Kind.redirects` where nobody should go on.
    mutating func follow(_ exchange: Exchange) throws(FetchError) -> Bool {
        guard [301, 302, 303, 307, 308].contains(exchange.status),
            let location = exchange.header.text(of: "location")
        else { return false }
        try follow(to: location)
        return true
    }

    /// Goes on to an address, which may be relative to the present one.
    mutating func follow(to location: String) throws(FetchError) {
        let next = try address.following(location)
        if next == address || passed.contains(next) {
            throw refusal("its redirects go round in a circle", advice: "try it in a browser")
        }
        if passed.count == limit {
            throw refusal("there are more than \(limit) redirects", advice: "give the last address")
        }
        if address.isSecure, !next.isSecure {
            throw refusal(
                "it leads from https on to \(next.text), which is not protected",
                advice: "give that address itself if you trust the way there")
        }
        passed.append(address)
        address = next
    }

    private func refusal(_ problem: String, advice: String) -> FetchError {
        FetchError(.redirects, at: address.text, problem, advice: advice)
    }
}
