import Foundation
import Loopback
import Synchronization
import Testing

@testable import Fetching

/// A clock that stands still, but for those who wait.
final class StoppedClock: Timekeeper {
    private let state: Mutex<(time: Double, sleeps: [Double])>

    /// Begins on 5 March 2024, 12:00 UTC.
    init(_ start: Double = 1_709_640_000) {
        state = Mutex((start, []))
    }

    var now: Double { state.withLock { $0.time } }
    var uptime: Double { now }
    /// What was waited for, in order.
    var sleeps: [Double] { state.withLock { $0.sleeps } }

    func sleep(_ seconds: Double) {
        state.withLock { state in
            state.time += seconds
            state.sleeps.append(seconds)
        }
    }

    func pass(_ seconds: Double) {
        state.withLock { $0.time += seconds }
    }
}

/// Chance without chance: the same numbers again and again.
struct SteppedChance: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64 = 1) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state
    }
}

/// A fetcher that may ask this machine, and never waits.
func fetcher(
    _ clock: StoppedClock = StoppedClock(), policy: ConnectionPolicy = .any,
    _ change: (inout FetchOptions) -> Void = { _ in }
) throws -> Fetcher {
    var options = FetchOptions(program: "Quoth/0.1.0")
    change(&options)
    return try Fetcher(options, policy: policy, timekeeper: clock, chance: SteppedChance())
}

extension Fetched {
    /// The text of the page; nil where there is none.
    var text: String? {
        guard case .page(let page) = self else { return nil }
        return String(decoding: page.bytes, as: UTF8.self)
    }
}

/// The error that fetching an address ends with; nil where it does not.
func failure(_ fetcher: Fetcher, _ address: String) -> FetchError? {
    do throws(FetchError) {
        _ = try fetcher.fetch(address)
        return nil
    } catch {
        return error
    }
}
