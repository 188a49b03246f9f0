import Synchronization

/// Things that are noted from anywhere.
public final class Log<Entry: Sendable>: Sendable {
    private let entries = Mutex<[Entry]>([])

    /// A log of nothing.
    public init() {}

    /// All entries, in their order.
    public var all: [Entry] { entries.withLock { $0 } }

    /// Notes an entry, and tells how many there are.
    @discardableResult
    public func add(_ entry: Entry) -> Int {
        entries.withLock { entries in
            entries.append(entry)
            return entries.count
        }
    }
}
