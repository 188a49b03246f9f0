import Statements
import Testing

@testable import Gold

@Suite("Mistakes are told one by one")
struct MistakeTests {
    private func mistakes(_ scored: ScoredCase) throws -> [String] {
        try scored.comparison().mistakes.map { "\($0.kind.rawValue) \($0.start)" }
    }

    @Test("Missed, invented, other words, another speaker, in the order of the text")
    func kinds() throws {
        let scored = ScoredCase(
            "all kinds",
            "⟪1 Lind⟫ ⟨1 said⟩ ⟦1 that it rained⟧. “⟦2 No⟧,” ⟪2 she⟫ ⟨2 said⟩. Aske ⟨3 said⟩ ⟦3 so⟧. End.",
            "⟪1 Lind⟫ said that ⟦1 it rained⟧. “No,” she said. ⟪2 Aske⟫ said ⟦2 so⟧. ⟦3 End⟧.",
            speakers: [3: AnnotatedSpeaker(name: "Mara Lind")], names: [2: "Jon Aske"], "")
        #expect(try mistakes(scored) == ["words 10", "missed 27", "speaker 52", "invented 56"])
    }

    @Test("Where nothing is wrong there is none, and beliefs are none where speech is asked for")
    func none() throws {
        let right = ScoredCase(
            "right", "⟪1 Lind⟫ ⟨1 said⟩ ⟦1 so⟧.", "⟪1 Lind⟫ ⟨1 said⟩ ⟦1 so⟧.", "")
        #expect(try mistakes(right).isEmpty)
        let belief = ScoredCase(
            "belief", "⟪1 Lind⟫ ⟨1 hopes⟩ ⟦1 for rain⟧.", "Lind hopes ⟦1 for rain⟧.",
            options: ScoringOptions(speech: .cueWord), "")
        #expect(try mistakes(belief).isEmpty)
    }
}
