import Foundation
import TestSupport
import Testing

@testable import Archive

/// The share of words above which a quote is taken for a post's, held against pairs of which it is known.
@Suite("Near matches")
struct PostMatchTests {
    private struct Pair {
        let isSame: Bool
        let share: Double
    }

    private let pairs: [Pair]

    init() throws {
        let table = try String(
            contentsOf: projectRoot.appending(path: "Fixtures/telegram/near-matches.tsv"), encoding: .utf8)
        pairs = try table.split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: "\t").map(String.init)
            let quote = try #require(QuotedWords(exact: cells[2]))
            return Pair(
                isSame: cells[0] == "same",
                share: PostMatch.share(of: quote.words, in: QuotedWords.words(of: cells[3])))
        }
    }

    /// How many pairs are joined from a share on, rightly and wrongly.
    private func joined(from share: Double) -> (rightly: Int, wrongly: Int) {
        let joined = pairs.filter { $0.share >= share }
        return (joined.count(where: \.isSame), joined.count { !$0.isSame })
    }

    @Test("The threshold is the least that joins nothing wrongly, and misses nothing that it need not")
    func threshold() {
        let all = pairs.count(where: \.isSame)
        for step in stride(from: 0.3, through: 0.8, by: 0.05) {
            let (rightly, wrongly) = joined(from: step)
            print(
                String(
                    format: "from %.2f: precision %.2f, recall %.2f, %d wrongly", step,
                    Double(rightly) / Double(max(rightly + wrongly, 1)), Double(rightly) / Double(all),
                    wrongly))
        }
        #expect(pairs.count == 77)
        #expect(joined(from: PostMatch.leastShare).wrongly == 0)
        #expect(joined(from: PostMatch.leastShare).rightly == all)
        #expect(joined(from: PostMatch.leastShare - 0.05).wrongly > 0)
    }
}
