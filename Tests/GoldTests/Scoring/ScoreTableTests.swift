import Testing

@testable import Gold

@Suite("A score is printed as a table")
struct ScoreTableTests {
    @Test("Columns are aligned, and rows by name come where names are asked for")
    func table() throws {
        let scored = ScoredCase(
            "table", "“⟦1 We wait⟧,” she said. Lind said ⟦2 that four boats had failed⟧.",
            "“⟦1 We wait⟧,” she said. Lind said that four ⟦2 boats had failed⟧.",
            speakers: [1: AnnotatedSpeaker(name: "Mara Lind")], names: [1: "Lind"], "")
        var score = Score(scored.options)
        score.add(try scored.comparison())
        #expect(
            score.table == """
                docs 1  predicted docs 1  unit=quote jaccard>=0.5
                type       gold  pred |  exact P/R/F1     | overlap P/R/F1    | attr.cond (n)  | e2e P/R/F1        | null ok (n)
                direct        1     1 | 100.0 100.0 100.0 | 100.0 100.0 100.0 | 100.0 (    1) | 100.0 100.0 100.0 |   0.0 (0)
                mixed         0     0 |   0.0   0.0   0.0 |   0.0   0.0   0.0 |   0.0 (    0) |   0.0   0.0   0.0 |   0.0 (0)
                indirect      1     1 |   0.0   0.0   0.0 | 100.0 100.0 100.0 |   0.0 (    0) | 100.0 100.0 100.0 | 100.0 (1)
                all           2     2 |  50.0  50.0  50.0 | 100.0 100.0 100.0 | 100.0 (    1) | 100.0 100.0 100.0 | 100.0 (1)
                content tokens P/R/F1 100.0  71.4  83.3

                """)
        let named = Score(
            ScoringOptions(unit: .quoted, minimumWords: 4, speech: .cueWord, isNamed: true)
        ).table
        #expect(
            named.hasPrefix(
                "docs 0  predicted docs 0  unit=quoted min-words=4 jaccard>=0.5 speech-only gold named speakers\n"
            ))
        #expect(
            named.hasSuffix(
                """
                  gold speaker by name : 0 quotes, found 0.0%, attributed right of found 0.0%, of all 0.0%
                  gold speaker by pron : 0 quotes, found 0.0%, attributed right of found 0.0%, of all 0.0%

                """))
    }
}
