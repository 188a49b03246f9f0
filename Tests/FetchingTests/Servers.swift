import Foundation
import Loopback
import Synchronization

/// A server that fails in these ways, one after the other, and then gives a page.
func failing(_ statuses: [String], _ fields: [String]) throws -> LoopbackServer {
    let count = Log<Int>()
    return try LoopbackServer { request, connection in
        if request.target == "/robots.txt" { return connection.answer("404 Not Found") }
        let number = count.add(1)
        if number > statuses.count { return connection.page("page") }
        connection.answer(statuses[number - 1], [fields[number - 1]])
    }
}

/// A server that notes how many are asking it at once.
func overlapCounter() throws -> (Overlap, LoopbackServer) {
    let overlap = Overlap()
    return (
        overlap,
        try LoopbackServer { request, connection in
            overlap.enter()
            usleep(2_000)
            overlap.leave()
            if request.target == "/robots.txt" { return connection.answer("404 Not Found") }
            connection.page("page")
        }
    )
}

/// How many are in a place at once.
final class Overlap: Sendable {
    private let state = Mutex((now: 0, most: 0))

    var most: Int { state.withLock { $0.most } }

    func enter() {
        state.withLock { state in
            state.now += 1
            state.most = max(state.most, state.now)
        }
    }

    func leave() { state.withLock { $0.now -= 1 } }
}
