import Testing

@testable import Reading

@Suite("The order of the numbers of messages")
struct MessageSequenceTests {
    /// The numbers that are doubtful, of a sequence.
    private func doubtful(_ numbers: [Int64]) -> [Int64] {
        var sequence = MessageSequence<Int64>()
        let entries = numbers.flatMap { sequence.take($0, id: $0, chat: 0) } + sequence.end()
        #expect(entries.map(\.element) == numbers)
        return entries.filter(\.isDoubtful).map(\.element)
    }

    @Test(
        "A number that breaks the order is doubtful, and no other",
        arguments: [
            ([1, 2, 3, 4], []), ([1, 2, 9, 4, 5], [9]), ([5, 6, 1, 8], [1]), ([1, 2, 3, 3], [3]), ([], []),
            ([4], []),
        ] as [([Int64], [Int64])])
    func order(numbers: [Int64], expected: [Int64]) {
        #expect(doubtful(numbers) == expected)
    }

    @Test("Where every number breaks the order, there is none")
    func noOrder() {
        let numbers = (0..<1_000).map { Int64(1_000 - $0) }
        #expect(doubtful(numbers).count <= 101)
    }
}
