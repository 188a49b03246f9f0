/// Work on many pieces at the same time, whose results come in the order of the pieces.
struct OrderedWork: Sendable {
    /// How many pieces are worked on at once; twice as many are held.
    let width: Int

    /// Takes pieces from `next` until there are none, works on each, and hands the results to `take` in order.
    /// While `mustWait` tells that `next` would have to wait, what was begun is finished and handed over first.
    func run<Piece: Sendable, Output: Sendable>(
        next: () throws -> Piece?, mustWait: () -> Bool,
        work: @escaping @Sendable (Piece) -> Output, take: (Output) throws -> Void
    ) async throws {
        var finished: [Int: Output] = [:]
        var begun = 0
        var taken = 0
        try await withThrowingTaskGroup(of: (Int, Output).self) { group in
            func takeNext() async throws {
                while finished[taken] == nil, let (index, output) = try await group.next() {
                    finished[index] = output
                }
                guard let output = finished.removeValue(forKey: taken) else { return }
                taken += 1
                try take(output)
            }

            while true {
                while taken < begun, begun - taken >= 2 * width || mustWait() { try await takeNext() }
                guard let piece = try next() else { break }
                let index = begun
                group.addTask { (index, work(piece)) }
                begun += 1
            }
            while taken < begun { try await takeNext() }
        }
    }
}
