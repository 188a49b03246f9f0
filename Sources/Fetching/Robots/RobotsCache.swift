import Synchronization

/// The rules of the sites that were asked, for as long as they are good.
final class RobotsCache: Sendable {
    /// What is known of one site. Whoever asks while it is looked up waits for the answer.
    private final class Entry: Sendable {
        struct Known {
            let rules: Result<RobotsRules, FetchError>
            let until: Double
        }
        let known = Mutex<Known?>(nil)
    }

    private let entries = Mutex<[String: Entry]>([:])
    private let limits: FetchLimits
    private let timekeeper: any Timekeeper

    init(limits: FetchLimits, timekeeper: any Timekeeper) {
        (self.limits, self.timekeeper) = (limits, timekeeper)
    }

    /// The rules of a site, looked up where they are not known or are too old.
    func rules(
        of origin: String, lookUp: () throws(FetchError) -> RobotsRules
    ) throws(FetchError) -> RobotsRules {
        let entry = entries.withLock { entries in
            if let entry = entries[origin] { return entry }
            let entry = Entry()
            entries[origin] = entry
            return entry
        }
        let rules = entry.known.withLock { known in
            if let known, timekeeper.uptime < known.until { return known.rules }
            let rules: Result<RobotsRules, FetchError>
            do throws(FetchError) {
                rules = .success(try lookUp())
            } catch {
                rules = .failure(error)
            }
            let isKnown = (try? rules.get()) != nil
            let time = isKnown ? limits.robotsTime : limits.robotsFailureTime
            known = Entry.Known(rules: rules, until: timekeeper.uptime + time)
            return rules
        }
        return try rules.get()
    }
}
