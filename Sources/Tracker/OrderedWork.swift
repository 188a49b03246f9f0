/// Work on many pieces at the same time, whose results come in the order of the pieces.
struct OrderedWork: Sendable {
    /// How many pieces are worked on at once. Twice as many are held, so that a slow one does not stop the others.
    let width: Int

    /// Takes pieces from `next` until there are none, works on each, and hands the results to `take` in order.
    /// While `mustWait` tells that `next` would have to wait, what was begun is finished and handed over first.
    func run<Piece: Sendable, Output: Sendable>(
        next: () throws -> Piece?, mustWait: () -> Bool,
        work: @escaping @Sendable (Piece) async -> Output, take: (Output) throws -> Void
    ) async throws {
        var finished: [Int: Output] = [:]
        var begun = 0
        var running = 0
        var taken = 0
        try await withThrowingTaskGroup(of: (Int, Output).self) { group in
            /// Waits for one piece, and hands over what is in order now.
            func receive() async throws {
                guard let (index, output) = try await group.next() else { return }
                running -= 1
                finished[index] = output
                while let output = finished.removeValue(forKey: taken) {
                    taken += 1
                    try take(output)
                }
            }

            while true {
                while running > 0, mustWait() { try await receive() }
                guard let piece = try next() else { break }
                while running >= width || begun - taken >= 2 * width { try await receive() }
                let index = begun
                group.addTask { (index, await work(piece)) }
                begun += 1
                running += 1
            }
            while running > 0 { try await receive() }
        }
    }
}
