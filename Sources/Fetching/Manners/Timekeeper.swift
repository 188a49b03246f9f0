#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The clock, and the patience to wait.
public protocol Timekeeper: Sendable {
    /// The seconds since 1970-01-01T00:00:00Z.
    var now: Double { get }
    /// The seconds since some moment; nobody sets this clock.
    var uptime: Double { get }
    /// Waits so many seconds.
    func sleep(_ seconds: Double)
}

/// The clock of the system.
public struct SystemTimekeeper: Timekeeper {
    /// The clock of the system.
    public init() {}

    /// The seconds since 1970-01-01T00:00:00Z.
    public var now: Double { SystemTimekeeper.read(CLOCK_REALTIME) }
    /// The seconds since the machine was started.
    public var uptime: Double { SystemTimekeeper.read(CLOCK_MONOTONIC) }

    /// Waits so many seconds.
    public func sleep(_ seconds: Double) {
        var wanted = timespec(
            tv_sec: time_t(seconds), tv_nsec: Int(seconds.truncatingRemainder(dividingBy: 1) * 1e9))
        var rest = timespec()
        while nanosleep(&wanted, &rest) != 0, errno == EINTR { wanted = rest }
    }

    private static func read(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
