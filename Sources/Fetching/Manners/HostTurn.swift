import Synchronization

/// The turns of all who ask one host: one at a time, with a rest between two documents.
final class HostTurn: Sendable {
    /// What the host wants of us. Times are those of `Timekeeper.uptime`.
    private struct State {
        /// Nothing is asked before this: the host is overloaded, or said so.
        var quietUntil = -Double.infinity
        /// No new document is asked for before this.
        var restUntil = -Double.infinity
    }

    private let state = Mutex(State())

    /// What a request belongs to.
    enum Occasion {
        /// A new document, before which the host gets its rest.
        case document
        /// A redirect's next hop, another try or a robots.txt: what was begun is finished.
        case sequel
    }

    /// Waits for the turn and makes an exchange, which says how long the host is to be left alone.
    ///
    /// - Throws: what the exchange throws, and what `impatient` makes of a wait that is too long.
    func take(
        _ occasion: Occasion, gap: Double, patience: Double, timekeeper: any Timekeeper,
        waiting: (Double) -> Void, impatient: (Double) -> FetchError,
        exchange: () -> (result: Result<Exchange, FetchError>, quiet: Double)
    ) throws(FetchError) -> Exchange {
        try state.withLock { state throws(FetchError) in
            let now = timekeeper.uptime
            let until = occasion == .document ? max(state.quietUntil, state.restUntil) : state.quietUntil
            let wait = until - now
            guard wait <= patience else { throw impatient(wait) }
            if wait > 0 {
                waiting(wait)
                timekeeper.sleep(wait)
            }
            let (result, quiet) = exchange()
            let end = timekeeper.uptime
            state.restUntil = max(state.restUntil, end + gap)
            state.quietUntil = end + quiet
            return try result.get()
        }
    }
}

/// The turns at all hosts.
final class HostTurns: Sendable {
    private let turns = Mutex<[String: HostTurn]>([:])

    /// The turns at a host.
    func at(_ host: String) -> HostTurn {
        turns.withLock { turns in
            if let turn = turns[host] { return turn }
            let turn = HostTurn()
            turns[host] = turn
            return turn
        }
    }
}
